package org.mashhub.correlation.stream;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.intake.Events;
import org.mashhub.correlation.intake.HomeKeys;
import org.mashhub.correlation.intake.ObservationFactory;
import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Mention;
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
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.hub.v1.AlertAcknowledged;
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
	void aRevisionThatAnotherEpochHasNumberedSaysNothing() {
		Observation done = new ObservationFactory(new HomeKeys("a secret")).observeHubRecord(
				AlertAcknowledged.newBuilder()
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
					.build(),
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
