package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.hub.v1.StandardIdentifier;
import org.mashhub.hub.v1.StandardisedPerson;

import static org.assertj.core.api.Assertions.assertThat;

class StandardiserTest {

	private final Standardiser standardiser = new Standardiser(new HomeKeys("a secret of this test"));

	@Test
	void foldsNamesWithAccentsApostrophesAndHyphens() {
		StandardisedPerson person = standardise(Events.person("Zoë Anne", "O'Hara-Ślęzak", null, null));

		assertThat(person.getGivenNames()).containsExactly("ZOE", "ANNE");
		assertThat(person.getFamilyNames()).containsExactly("OHARASLEZAK", "OHARA", "SLEZAK");
	}

	@Test
	void takesTheFamilyNameBeforeACommaOrInCapitalsOutOfOneText() {
		for (String text : List.of("Brook, Ada Mia", "Brook Jr., Ada Mia", "BROOK Ada Mia", "Ada Mia BROOK",
				"Mme BROOK Ada Mia", "Ada Mia Brook III")) {
			StandardisedPerson person = inOneText(text);
			assertThat(person.getGivenNames()).as(text).containsExactly("ADA", "MIA");
			assertThat(person.getFamilyNames()).as(text).containsExactly("BROOK");
		}
		assertThat(inOneText("J. SMITH").getFamilyNames()).containsExactly("SMITH");
		assertThat(inOneText("ADA BROOK").getFamilyNames()).containsExactly("BROOK");
	}

	@Test
	void takesTheOnlyNameBesideATitleForTheFamilyName() {
		for (String text : List.of("Mrs Brook", "Mr. Brook", "Brook, Mrs")) {
			assertThat(inOneText(text).getFamilyNames()).as(text).containsExactly("BROOK");
			assertThat(inOneText(text).getGivenNames()).as(text).isEmpty();
		}
		assertThat(inOneText("Brook").getGivenNames()).containsExactly("BROOK");
	}

	@Test
	void takesADegreeBehindACommaForNoName() {
		assertThat(inOneText("Ada Brook, PhD").getGivenNames()).containsExactly("ADA");
		assertThat(inOneText("Ada Brook, PhD").getFamilyNames()).containsExactly("BROOK");
		assertThat(inOneText("Brook, Md").getGivenNames()).containsExactly("MD");
	}

	@Test
	void takesInitialsForNoFamilyName() {
		assertThat(inOneText("J.P. Morgan").getFamilyNames()).containsExactly("MORGAN");
		assertThat(inOneText("JJ Smith").getFamilyNames()).containsExactly("SMITH");
		assertThat(inOneText("JJ Smith").getGivenNames()).containsExactly("JJ");
	}

	@Test
	void findsANameAtBirthAndNoParticleBesideTheFamilyName() {
		assertThat(inOneText("BROOK n\u00e9e CHAN Ada").getFamilyNames()).containsExactly("BROOK", "CHAN");
		assertThat(standardise(Events.person("Ada", "van der Berg", null, null)).getFamilyNames())
			.containsExactly("VANDERBERG", "BERG");
	}

	@Test
	void keepsNamesInEveryScript() {
		assertThat(Standardiser.fold("\u0110\u1eb7ng V\u0103n")).isEqualTo("DANG VAN");
		assertThat(Standardiser.fold("\u0130brahim I\u015f\u0131k")).isEqualTo("IBRAHIM ISIK");
		assertThat(Standardiser.fold("\u0410\u043d\u043d\u0430")).isEqualTo("\u0410\u041d\u041d\u0410");
		assertThat(inOneText("\u738b\u5c0f\u660e").getFamilyNames()).containsExactly("\u738b");
		assertThat(inOneText("\u738b\u5c0f\u660e").getGivenNames()).containsExactly("\u5c0f\u660e");
	}

	@Test
	void checksNhsNumbersAndIgnoresPlaceholders() {
		assertThat(identifier("NHS_NUMBER", "999 000 0018"))
			.isEqualTo(new StandardIdentifier("NHS_NUMBER", "9990000018", true));
		assertThat(identifier("NHS_NUMBER", "9990000019").getValid()).isFalse();
		assertThat(identifier("NHS_NUMBER", "0000000000").getValid()).isFalse();
	}

	@Test
	void bringsPncIdsToTheLongFormAndChecksTheLetter() {
		assertThat(identifier("PNC_ID", "12/1234567C"))
			.isEqualTo(new StandardIdentifier("PNC_ID", "2012/1234567C", true));
		assertThat(identifier("PNC_ID", "98/23456L"))
			.isEqualTo(new StandardIdentifier("PNC_ID", "1998/0023456L", true));
		assertThat(identifier("PNC_ID", "2012/1234567D").getValid()).isFalse();
	}

	@Test
	void scopesLocalNumbersToTheirOrganisation() {
		assertThat(identifier("LOCAL", "n-1").getValue()).isEqualTo("WMP/NICHE/N-1");
	}

	@Test
	void takesAPatientsNumberForTheTrustsWhicheverOfItsSystemsWritesIt() {
		PersonMention patient = PersonMention.newBuilder(Events.person("Ada", "Brook", null, null))
			.setIdentifiers(List.of(new Identifier("LOCAL", "H410022", false)))
			.build();
		for (String system : List.of("SYMPHONY", "CAREFLOW")) {
			EventHeader header = EventHeader.newBuilder(Events.header("Y99H1", null))
				.setAgency("hospital")
				.setSourceSystem(system)
				.build();
			assertThat(this.standardiser.standardise(patient, header).getIdentifiers()).as(system)
				.containsExactly(new StandardIdentifier("LOCAL", "Y99H1/H410022", true));
		}
	}

	@Test
	void scopesAnAuthoritysNumberOfAChildToTheAuthorityWhateverItsSystem() {
		assertThat(identifier("LA_CHILD_ID", "la 120771").getValue()).isEqualTo("WMP/LA120771");
	}

	@Test
	void readsAYearOfBirthFromAnEstimatedAge() {
		PersonMention man = PersonMention.newBuilder(Events.person("Daz", "", null, null))
			.setBirth(new BirthDate(null, null, null, 25))
			.build();

		assertThat(standardise(man).getBirthYear()).contains(2000);
	}

	@Test
	void bringsSomaliSpellingsToThoseOfEnglishRecords() {
		StandardisedPerson person = inOneText("Maxamed Xuseen Cumar");

		assertThat(person.getGivenNames()).containsExactly("MOHAMED", "HUSSEIN");
		assertThat(person.getFamilyNames()).containsExactly("OMAR");
		assertThat(inOneText("Cabdiraxmaan Cali").getGivenNames()).containsExactly("ABDIRAHMAN");
		assertThat(inOneText("Max Alexander").getGivenNames()).containsExactly("MAX");
	}

	@Test
	void leavesOutABirthDateThatCannotBe() {
		assertThat(standardise(Events.person("A", "B", LocalDate.of(1800, 1, 1), null)).getBirthDate()).isEmpty();
	}

	@Test
	void keepsNoPostcodeOfAProtectedAddress() {
		PersonMention hidden = PersonMention
			.newBuilder(Events.person("A", "B", null, new Address(List.of("1 High Street"), "ZZ99 4QS", null, null)))
			.setAddressProtected(true)
			.build();

		StandardisedPerson person = standardise(hidden);

		assertThat(person.getPostcode()).isEmpty();
		assertThat(person.getHomeKeys()).hasSize(1);
	}

	private StandardIdentifier identifier(String scheme, String value) {
		return standardise(Events.person("A", "B", null, null, new Identifier(scheme, value, false))).getIdentifiers()
			.getFirst();
	}

	private StandardisedPerson standardise(PersonMention person) {
		return this.standardiser.standardise(person, Events.header("WMP", null));
	}

	private StandardisedPerson inOneText(String text) {
		PersonName name = PersonName.newBuilder().setUse(NameUse.USUAL).setGiven(List.of()).setText(text).build();
		return standardise(
				PersonMention.newBuilder(Events.person("Ada", "", null, null)).setNames(List.of(name)).build());
	}

}
