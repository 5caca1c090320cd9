package org.mashhub.correlation.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.intake.Intake.Routing;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.Handling;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.hub.v1.FactKind;
import org.mashhub.hub.v1.FeedDeclared;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationKind;

import static org.assertj.core.api.Assertions.assertThat;

class IntakeTest {

	private static final String EAST = "ZZ98 1AA";

	private static final String WEST = "ZZ99 4QS";

	private static final String NORTH = "ZZ96 2BB";

	private final AreaTable areas = new AreaTable(
			List.of(area("east", AreaClock.WALL, "ZZ98", "ONE", "BOTH"), area("north", AreaClock.WALL, "ZZ96"),
					area("scn-1", AreaClock.SCENARIO, "ZZ97"), area("west", AreaClock.WALL, "ZZ99", "BOTH")));

	private final Map<SourceRecordId, Routes.Sent> memory = new HashMap<>();

	private final Intake intake = new Intake(new ObservationFactory(new HomeKeys("a secret")));

	@Test
	void withdrawsAMovedRecordWhereItWasAndSaysNothingOfAnybodyThere() {
		take(version(1), EAST);

		List<Observation> moved = take(version(2), WEST);

		assertThat(states(moved)).containsExactly("west ACTIVE", "east RETRACTED");
		assertThat(moved.getFirst().getPeople()).hasSize(1);
		assertThat(moved.getFirst().getSummary()).contains("A row");
		Observation withdrawal = moved.getLast();
		assertThat(withdrawal.getPeople()).isEmpty();
		assertThat(withdrawal.getRelationships()).isEmpty();
		assertThat(withdrawal.getFacts()).isEmpty();
		assertThat(withdrawal.getSummary()).isEmpty();
		assertThat(String.valueOf(withdrawal)).doesNotContain("Kelly", "Marlow", "High Street", "grandmother");
		assertThat(withdrawal.getHeader().orElseThrow().getSourceVersion()).isEqualTo(2);
		assertThat(withdrawal.getHeader().orElseThrow().getRetracts()).isEmpty();
	}

	@Test
	void leavesAnAreaAloneOnceItWasWithdrawnThere() {
		take(version(1), EAST);
		take(version(2), WEST);

		assertThat(states(take(version(3), WEST))).containsExactly("west ACTIVE");
	}

	@Test
	void comesBackToAnAreaThatItHadLeft() {
		take(version(1), EAST);
		take(version(2), WEST);

		assertThat(states(take(version(3), EAST))).containsExactly("east ACTIVE", "west RETRACTED");
	}

	@Test
	void sendsARetractionWithoutAddressesWhereverTheRecordWas() {
		take(version(1), EAST, WEST, NORTH);

		assertThat(states(take(version(2).setRecordState(RecordState.RETRACTED)))).containsExactly("east RETRACTED",
				"west RETRACTED", "north RETRACTED");
	}

	@Test
	void keepsTheWordOfARecordThatWasEnteredInError() {
		take(version(1), EAST);

		assertThat(states(take(version(2).setRecordState(RecordState.ENTERED_IN_ERROR))))
			.containsExactly("east ENTERED_IN_ERROR");
	}

	@Test
	void sendsAVersionWithoutAddressesWhereTheRecordIs() {
		take(version(1), WEST);

		assertThat(states(take(version(2).setRecordState(RecordState.CORRECTED)))).containsExactly("west CORRECTED");
	}

	@Test
	void withdrawsWhereAnAddressHadAddedAnAreaToTheOrganisations() {
		take(version(1).setOrganisationCode("ONE"), EAST, WEST);

		assertThat(states(take(version(2).setOrganisationCode("ONE"), EAST))).containsExactly("east ACTIVE",
				"west RETRACTED");
	}

	@Test
	void remembersNothingOfWhatItsOrganisationAloneRoutes() {
		take(version(1).setOrganisationCode("ONE"));
		take(version(2).setOrganisationCode("ONE"), EAST);
		take(version(3).setOrganisationCode("ONE").setRecordState(RecordState.RETRACTED));

		assertThat(this.memory).isEmpty();
	}

	@Test
	void remembersNothingOfAFictionalAreaAndIsNotRoutedByWhatItRemembers() {
		take(version(1), EAST);
		Map<SourceRecordId, Routes.Sent> before = Map.copyOf(this.memory);

		assertThat(states(take(version(2).setAreaHint("scn-1"), WEST))).containsExactly("scn-1 ACTIVE");
		assertThat(this.memory).isEqualTo(before);
	}

	@Test
	void sendsALateLowerVersionOnlyWhereItHasNoEffect() {
		take(version(2), WEST);

		List<Observation> late = take(version(1), EAST);

		assertThat(states(late)).containsExactly("west RETRACTED");
		assertThat(late.getFirst().getHeader().orElseThrow().getSourceVersion()).isEqualTo(1);
		assertThat(states(take(version(3), WEST))).containsExactly("west ACTIVE");
	}

	@Test
	void sendsTheSameVersionWhereItWas() {
		take(version(1), WEST);

		assertThat(states(take(version(1), WEST))).containsExactly("west ACTIVE");
	}

	@Test
	void withdrawsAnotherRecordWhereThatOneWas() {
		take(version(1), WEST, NORTH);

		assertThat(states(take(retractionOf("L1").setOrganisationCode("BOTH")))).containsExactly("west RETRACTED",
				"north RETRACTED");
	}

	@Test
	void withdrawsARecordThatIsRememberedElsewhereInEveryAreaOfItsOrganisation() {
		assertThat(states(take(retractionOf("L1").setOrganisationCode("BOTH")))).containsExactly("east RETRACTED",
				"west RETRACTED");
		assertThat(this.memory).isEmpty();
	}

	@Test
	void withdrawsInEveryAreaOfItsOrganisationWhatItHasNotSeenYet() {
		assertThat(states(take(version(2).setRecordState(RecordState.RETRACTED)))).containsExactly("east RETRACTED",
				"west RETRACTED");
		assertThat(states(take(version(1), NORTH))).containsExactly("east RETRACTED", "west RETRACTED");
	}

	@Test
	void knowsNoAreaForARetractionOfAnOrganisationThatCoversNone() {
		assertThat(take(version(2).setOrganisationCode("NOBODY").setRecordState(RecordState.RETRACTED))).isEmpty();
		assertThat(take(retractionOf("L1").setOrganisationCode("NOBODY"))).isEmpty();
		assertThat(this.memory).isEmpty();
	}

	@Test
	void doesNotTakeTheRecordOfOneOrganisationForThatOfAnother() {
		take(version(1), WEST);

		assertThat(states(take(version(2).setOrganisationCode("ONE")))).containsExactly("east ACTIVE");
	}

	@Test
	void writesADeclarationIntoTheLogOfEveryAreaOfItsOrganisation() {
		List<Observation> declared = take(declaration("BOTH"));

		assertThat(declared).extracting(Observation::getArea).containsExactly("east", "west");
		assertThat(declared).allSatisfy((entry) -> {
			assertThat(entry.getKind()).isEqualTo(ObservationKind.HUB_RECORD);
			assertThat(entry.getClock()).isEqualTo(Events.AT);
			assertThat(entry.getFacts()).singleElement().satisfies((fact) -> {
				assertThat(fact.getKind()).isEqualTo(FactKind.FEED_DECLARED);
				assertThat(fact.getAttributes()).containsEntry("organisation", "BOTH")
					.containsEntry("eventType", "IncidentLogged")
					.containsEntry("everyHours", "24")
					.containsEntry("ended", "false")
					.containsEntry("kinds", "CONCERN_RECORDED RISK_INCIDENT");
			});
		});
	}

	@Test
	void writesTheDeclarationOfAScenarioIntoItsAreaAlone() {
		List<Observation> declared = take(declaration("BOTH").setArea("scn-1"));

		assertThat(declared).singleElement().satisfies((entry) -> {
			assertThat(entry.getArea()).isEqualTo("scn-1");
			assertThat(entry.getClock()).isEqualTo(Instant.EPOCH);
		});
	}

	@Test
	void knowsNoAreaForADeclarationOfAnOrganisationThatCoversNoneOrThatNamesARealOne() {
		assertThat(take(declaration("NOBODY"))).isEmpty();
		assertThat(take(declaration("BOTH").setArea("north"))).isEmpty();
	}

	private List<Observation> take(FeedDeclared.Builder declaration) {
		return this.intake.take(declaration.build(), this.areas, new HeapRoutes(this.memory), Events.AT)
			.stream()
			.map(Routing::observation)
			.toList();
	}

	private static FeedDeclared.Builder declaration(String organisation) {
		return FeedDeclared.newBuilder()
			.setReceiptId(new UUID(0, 7))
			.setAgency("police")
			.setOrganisationCode(organisation)
			.setEventType("IncidentLogged")
			.setExpectedEveryHours(24)
			.setDeclaredAt(Events.AT);
	}

	private List<Observation> take(EventHeader.Builder header, String... postcodes) {
		List<PersonMention> people = new ArrayList<>();
		for (String postcode : postcodes) {
			people.add(person(postcode));
		}
		if (postcodes.length == 0) {
			people.add(person(null));
		}
		IncidentLogged event = IncidentLogged.newBuilder()
			.setHeader(header.build())
			.setPeople(people)
			.setRelationships(List
				.of(new StatedRelationship("p1", "p1", RelationshipKind.OTHER, RelationshipStatus.CLAIMED, null, null)))
			.setIncidentType("CHILD_CONCERN")
			.setSummary("A row")
			.build();
		return this.intake.take(event, this.areas, new HeapRoutes(this.memory), Events.AT)
			.stream()
			.peek((routing) -> assertThat(routing.observation().getArea()).isEqualTo(routing.area().getArea()))
			.map(Routing::observation)
			.toList();
	}

	private static PersonMention person(@Nullable String postcode) {
		Address address = (postcode != null) ? new Address(List.of("1 High Street"), postcode, null, null) : null;
		return PersonMention.newBuilder(Events.person("Kelly", "Marlow", null, address))
			.setRole(PersonRole.CHILD)
			.build();
	}

	private static EventHeader.Builder version(long version) {
		return EventHeader.newBuilder(Events.header("BOTH", null))
			.setSourceVersion(version)
			.setHandling(new Handling(HandlingCode.STANDARD, "Not to the grandmother"));
	}

	private static EventHeader.Builder retractionOf(String record) {
		return version(1).setSourceRecordId("L2").setRecordState(RecordState.RETRACTED).setRetracts(record);
	}

	private static List<String> states(List<Observation> observations) {
		return observations.stream()
			.map((observation) -> observation.getArea() + " " + observation.getHeader().orElseThrow().getRecordState())
			.toList();
	}

	private static AreaEntry area(String code, AreaClock clock, String district, String... organisations) {
		return AreaEntry.newBuilder()
			.setArea(code)
			.setName(code)
			.setPartition(0)
			.setClock(clock)
			.setOrganisations(List.of(organisations))
			.setPostcodeDistricts(List.of(district))
			.build();
	}

	/**
	 * A memory for tests.
	 *
	 * @param sent where records went
	 */
	private record HeapRoutes(Map<SourceRecordId, Routes.Sent> sent) implements Routes {

		@Override
		public Optional<Sent> of(SourceRecordId record) {
			return Optional.ofNullable(this.sent.get(record));
		}

		@Override
		public void remember(SourceRecordId record, Sent latest) {
			this.sent.put(record, latest);
		}

	}

}
