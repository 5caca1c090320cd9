package org.mashhub.correlation.stream;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.intake.Events;
import org.mashhub.correlation.intake.HomeKeys;
import org.mashhub.correlation.intake.ObservationFactory;
import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.event.hospital.v1.ChildBorn;
import org.mashhub.event.hospital.v1.PregnancyEnded;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AlertOutcome;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.Observation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom a record names beside somebody is evidence of who it is: a stranger must not be,
 * or two victims of one man become one woman.
 */
class EntryReaderTest {

	@Test
	void namesTheOthersOfAFamilyBesideEachOfThem() {
		assertThat(beside(List.of(), person("a", PersonRole.CHILD, "Zara", "Okoro"),
				person("b", PersonRole.MOTHER, "Cheryl", "Vale"), person("c", PersonRole.FATHER, "Chris", null)))
			.containsEntry("a", List.of("CHERYL/VALE", "CHRIS/"))
			.containsEntry("b", List.of("CHRIS/", "ZARA/OKORO"))
			.containsEntry("c", List.of("CHERYL/VALE", "ZARA/OKORO"));
	}

	@Test
	void namesNoStrangerBesideWhomTheyHarmed() {
		assertThat(beside(List.of(), person("a", PersonRole.SUSPECT, "Craig", "Doyle"),
				person("b", PersonRole.VICTIM, "Robin", "Vale"), person("c", PersonRole.WITNESS, "Pat", "Lowe"),
				person("d", PersonRole.REPORTER, "Sam", "Reed"))
			.values()).allMatch(List::isEmpty);
	}

	@Test
	void namesACoupleBesideEachOtherWhateverTheyDid() {
		assertThat(beside(List.of(partners("a", "b")), person("a", PersonRole.SUSPECT, "Craig", "Doyle"),
				person("b", PersonRole.VICTIM, "Robin", "Vale")))
			.containsEntry("a", List.of("ROBIN/VALE"))
			.containsEntry("b", List.of("CRAIG/DOYLE"));
	}

	@Test
	void namesNobodyWhoHasNoNameYet() {
		assertThat(beside(List.of(), person("a", PersonRole.CHILD, "Baby", "Vale"),
				person("b", PersonRole.MOTHER, "Cheryl", "Vale")))
			.containsEntry("a", List.of("CHERYL/VALE"))
			.containsEntry("b", List.of());
	}

	@Test
	void notesTheOneHomeOfThoseBesideWhomSomebodyOfNoAddressIsNamed() {
		PersonMention child = living("4 Mill Row", person("a", PersonRole.CHILD, "Ava", "Vale"));
		PersonMention mother = person("b", PersonRole.MOTHER, "Kelly", "Vale");
		PersonMention daz = person("c", PersonRole.VISITOR, "Daz", "Vale");
		PersonMention teller = person("d", PersonRole.REPORTER, "Pat", "Lowe");
		PersonMention other = living("9 Fen Lane", person("e", PersonRole.CHILD, "Bo", "Vale"));

		List<String> home = homes(Particulars::homeKeys, child).getOrDefault("a", List.of());
		assertThat(home).isNotEmpty();
		assertThat(homes(Particulars::homesBeside, child, mother, daz, teller)).containsEntry("a", List.of())
			.containsEntry("b", home.stream().sorted().toList())
			.containsEntry("c", home.stream().sorted().toList())
			.containsEntry("d", List.of());
		assertThat(homes(Particulars::homesBeside, child, other, daz)).containsEntry("c", List.of());
		assertThat(homes(Particulars::homesBeside, child, living("9 Fen Lane", daz))).containsEntry("c", List.of());
	}

	@Test
	void notesTheMotherAndTheDayOfAnUnbornChild() {
		PersonMention unborn = person("a", PersonRole.CHILD, "Unborn", "Okoro");
		PersonMention ngozi = bornOn(LocalDate.of(1997, 4, 22), person("b", PersonRole.MOTHER, "Ngozi", "Okoro"));
		LocalDate day = LocalDate.ofInstant(Events.AT, ZoneOffset.UTC);

		assertThat(births(List.of(), unborn, ngozi)).containsEntry("b", Birth.UNKNOWN)
			.containsEntry("a", new Birth(day, List.of("P/NGOZI/1997-04-22"), null, null, List.of()));
		assertThat(births(List.of(), bornOn(day, unborn), ngozi)).containsEntry("a",
				new Birth(null, List.of("P/NGOZI/1997-04-22"), null, null, List.of()));
		assertThat(births(List.of(), bornOn(day.minusYears(18), unborn), ngozi)).containsEntry("a", Birth.UNKNOWN);
	}

	@Test
	void notesNoMotherWhereTwoAreNamedOrSheIsAnothers() {
		PersonMention unborn = person("a", PersonRole.CHILD, "Unborn", "Okoro");
		PersonMention ngozi = bornOn(LocalDate.of(1997, 4, 22), person("b", PersonRole.MOTHER, "Ngozi", "Okoro"));
		PersonMention marie = bornOn(LocalDate.of(1995, 4, 22), person("c", PersonRole.MOTHER, "Marie", "Lowe"));
		PersonMention brother = person("d", PersonRole.CHILD, "Obi", "Lowe");

		assertThat(mothers(List.of(), unborn, ngozi, marie)).isEmpty();
		assertThat(mothers(
				List.of(parent("b", "a", RelationshipStatus.RECORDED), parent("c", "d", RelationshipStatus.RECORDED)),
				unborn, ngozi, marie, brother))
			.containsExactly("P/NGOZI/1997-04-22");
		assertThat(mothers(List.of(parent("b", "a", RelationshipStatus.DISPUTED)), unborn, ngozi)).isEmpty();
		assertThat(mothers(List.of(parent("b", "a", RelationshipStatus.RECORDED)), unborn,
				PersonMention.newBuilder(ngozi).setRole(PersonRole.PARENT).setSex(Sex.FEMALE).build()))
			.containsExactly("P/NGOZI/1997-04-22");
	}

	@Test
	void notesWhetherSomebodyWasBornAlone() {
		List<PersonMention> people = List.of(
				bornOn(LocalDate.of(2025, 9, 30), person("a", PersonRole.CHILD, "Baby", "Okoro")),
				bornOn(LocalDate.of(1997, 4, 22), person("b", PersonRole.MOTHER, "Ngozi", "Okoro")));

		assertThat(births(Events.event(ChildBorn.class, Events.header("Y00001", null), people, "pregnancyId", "PR1",
				"bornOn", LocalDate.of(2025, 9, 30), "gestationWeeks", 34, "multiple", false)))
			.containsEntry("a", new Birth(null, List.of("P/NGOZI/1997-04-22"), 34, false, List.of()))
			.containsEntry("b", Birth.UNKNOWN);
		assertThat(births(Events.event(PregnancyEnded.class, Events.header("Y00001", null), people.subList(1, 2),
				"pregnancyId", "PR1", "endedOn", LocalDate.of(2025, 9, 30))))
			.containsEntry("b",
					new Birth(null, List.of("P/NGOZI/1997-04-22"), null, null, List.of(LocalDate.of(2025, 9, 30))));
	}

	private static List<String> mothers(List<StatedRelationship> stated, PersonMention... people) {
		return births(stated, people).getOrDefault("a", Birth.UNKNOWN).mothers();
	}

	private static Map<String, Birth> births(List<StatedRelationship> stated, PersonMention... people) {
		return births(Events.event(IncidentLogged.class, Events.header("Y00001", null), List.of(people),
				"relationships", stated, "incidentType", "VIOLENCE"));
	}

	private static Map<String, Birth> births(SpecificRecord event) {
		return ((Entry.Event) EntryReader.read(Events.observed(event), 0)).record()
			.mentions()
			.stream()
			.collect(Collectors.toMap(Mention::ref, (mention) -> mention.particulars().birth()));
	}

	private static Map<String, List<String>> homes(Function<Particulars, List<String>> which, PersonMention... people) {
		SpecificRecord event = Events.event(IncidentLogged.class, Events.header("Y00001", null), List.of(people),
				"relationships", List.of(), "incidentType", "VIOLENCE");
		return ((Entry.Event) EntryReader.read(Events.observed(event), 0)).record()
			.mentions()
			.stream()
			.collect(Collectors.toMap(Mention::ref, (mention) -> which.apply(mention.particulars())));
	}

	private static PersonMention living(String line, PersonMention person) {
		return PersonMention.newBuilder(person)
			.setAddress(Address.newBuilder().setLines(List.of(line)).setPostcode("ZZ99 3WZ").build())
			.build();
	}

	private static PersonMention bornOn(LocalDate day, PersonMention person) {
		return PersonMention.newBuilder(person).setBirth(new BirthDate(day, null, null, null)).build();
	}

	private static StatedRelationship parent(String one, String other, RelationshipStatus status) {
		return StatedRelationship.newBuilder(partners(one, other))
			.setKind(RelationshipKind.PARENT_OF)
			.setStatus(status)
			.build();
	}

	@Test
	void aRevisionThatAnotherEpochHasNumberedSaysNothing() {
		numbersOfAnotherEpochSayNothing(AlertDecided.newBuilder()
			.setReceiptId(new UUID(0, 1))
			.setArea("demo")
			.setAlertId(new UUID(0, 2))
			.setOutcome(AlertOutcome.TAKEN)
			.setBy("officer")
			.setAt(Events.AT)
			.setRevision(7)
			.setEpoch("first-1")
			.setClock(Events.AT)
			.build());
		numbersOfAnotherEpochSayNothing(AlertAcknowledged.newBuilder()
			.setReceiptId(new UUID(0, 1))
			.setArea("demo")
			.setAlertId(new UUID(0, 2))
			.setNotificationId(new UUID(0, 3))
			.setBy("somebody")
			.setRole("DUTY_DESK")
			.setAt(Events.AT)
			.setRevision(7)
			.setEpoch("first-1")
			.setClock(Events.AT)
			.build());
	}

	private static void numbersOfAnotherEpochSayNothing(SpecificRecord record) {
		Observation done = new ObservationFactory(new HomeKeys("a secret")).observeHubRecord(record,
				AreaEntry.newBuilder().setArea("demo").setName("Demo").setPartition(0).setClock(AreaClock.WALL).build(),
				Events.AT)
			.orElseThrow();

		assertThat(((Entry.HubRecord) EntryReader.read(done, 0, "first-1")).facts()).singleElement()
			.satisfies((fact) -> assertThat(fact.value("revision")).isEqualTo("7"));
		assertThat(((Entry.HubRecord) EntryReader.read(done, 0, "second-2")).facts()).singleElement()
			.satisfies((fact) -> assertThat(fact.value("revision")).isNull())
			.satisfies((fact) -> assertThat(fact.value("seenAt")).isEqualTo(Events.AT.toString()));
	}

	@Test
	void whatAnAgencyRestrictsIsForTheMashHoweverItWasSent() {
		PersonMention anybody = person("a", PersonRole.VICTIM, "Robin", "Vale");
		PersonMention restricted = PersonMention.newBuilder(anybody).setRef("b").setRestrictedRecord(true).build();

		assertThat(handling(HandlingCode.STANDARD, anybody)).hasToString("STANDARD");
		assertThat(handling(HandlingCode.STANDARD, anybody, restricted)).hasToString("MASH_ONLY");
		assertThat(handling(HandlingCode.POLICE_MASH_ONLY, restricted)).hasToString("POLICE_MASH_ONLY");
	}

	@Test
	void whatTheFamilyMayNotLearnSaysSoInEachFact() {
		assertThat(familyInformed(FamilyInformed.NOT_SAFE_TO_INFORM)).isNotEmpty().containsOnly("NOT_SAFE_TO_INFORM");
		assertThat(familyInformed(FamilyInformed.NO)).isNotEmpty().containsOnlyNulls();
	}

	private static List<@Nullable String> familyInformed(FamilyInformed informed) {
		EventHeader header = EventHeader.newBuilder(Events.header("Y00001", null)).setFamilyInformed(informed).build();
		IncidentLogged event = Events.event(IncidentLogged.class, header,
				List.of(person("a", PersonRole.SUSPECT, "Craig", "Doyle")), "incidentType", "VIOLENCE");
		return ((Entry.Event) EntryReader.read(Events.observed(event), 0)).record()
			.facts()
			.stream()
			.map((fact) -> fact.value("familyInformed"))
			.toList();
	}

	private static Object handling(HandlingCode sent, PersonMention... people) {
		EventHeader header = EventHeader.newBuilder(Events.header("Y00001", null))
			.setHandling(new Handling(sent, null))
			.build();
		IncidentLogged event = Events.event(IncidentLogged.class, header, List.of(people), "incidentType", "VIOLENCE");
		return ((Entry.Event) EntryReader.read(Events.observed(event), 0)).record().handling();
	}

	private static Map<String, List<String>> beside(List<StatedRelationship> stated, PersonMention... people) {
		IncidentLogged event = Events.event(IncidentLogged.class, Events.header("Y00001", null), List.of(people),
				"relationships", stated, "incidentType", "VIOLENCE");
		Entry entry = EntryReader.read(Events.observed(event), 0);
		return ((Entry.Event) entry).record()
			.mentions()
			.stream()
			.collect(Collectors.toMap(Mention::ref, (mention) -> mention.particulars().companions()));
	}

	private static PersonMention person(String ref, PersonRole role, String given, @Nullable String family) {
		return PersonMention.newBuilder()
			.setRef(ref)
			.setRole(role)
			.setSex(Sex.UNKNOWN)
			.setNames(List
				.of(PersonName.newBuilder().setUse(NameUse.USUAL).setGiven(List.of(given)).setFamily(family).build()))
			.build();
	}

	private static StatedRelationship partners(String one, String other) {
		return StatedRelationship.newBuilder()
			.setFrom(one)
			.setTo(other)
			.setKind(RelationshipKind.PARTNER_OF)
			.setStatus(RelationshipStatus.RECORDED)
			.build();
	}

}
