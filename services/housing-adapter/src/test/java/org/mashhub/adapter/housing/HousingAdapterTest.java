package org.mashhub.adapter.housing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.OpenApiDocument;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.housing.v1.BehaviourComplaintReceived;
import org.mashhub.event.housing.v1.HomeConditionsRecorded;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.MoveInitiator;
import org.mashhub.event.housing.v1.StaffSafetyAdvice;
import org.mashhub.event.housing.v1.StaffSafetyMarked;
import org.mashhub.event.housing.v1.SupportNeedRecorded;
import org.mashhub.event.housing.v1.SustainmentConcern;
import org.mashhub.event.housing.v1.TenancyChange;
import org.mashhub.event.housing.v1.TenancyChanged;
import org.mashhub.event.housing.v1.TenancySustainmentConcernRaised;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class HousingAdapterTest {

	private static final String MOVE = AgencyClient.example("housing/move.json");

	private final RecordedEvents events;

	private final AgencyClient landlord;

	HousingAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.landlord = new AgencyClient(http, "housing", "L4417");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("housing", this.landlord);
	}

	@Test
	void publishesAMoveWithItsHousehold() {
		assertThat(this.landlord.send("/housing/moves", MOVE)).hasStatus(HttpStatus.ACCEPTED);

		HouseholdMoved event = this.events.last(HouseholdMoved.class);
		assertThat(this.events.last().topic()).isEqualTo("housing.household-moved.v1");
		assertThat(this.events.last().key()).isEqualTo("housing/MOVE-2025-0217");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-11-24T00:00:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getMovedOn()).isEqualTo(LocalDate.of(2025, 11, 24));
		assertThat(event.getInitiatedBy()).isEqualTo(MoveInitiator.TENANT);
		assertThat(event.getTenancyReference()).contains("T-88120");
		assertThat(event.getFrom().orElseThrow().getUprn()).contains("999900000004");
		assertThat(event.getTo().orElseThrow().getUprn()).contains("999900000172");
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("P-3001", PersonRole.TENANT), tuple("P-3002", PersonRole.CHILD),
					tuple("P-3003", PersonRole.HOUSEHOLD_MEMBER));
		assertThat(event.getPeople()).allSatisfy((person) -> assertThat(person.getAddress()).isEqualTo(event.getTo()));
		assertThat(event.getPeople().getFirst().getIdentifiers()).extracting("scheme")
			.containsExactly("TENANCY_PERSON");
		assertThat(event.getPeople().getFirst().getContacts()).hasSize(2);
		assertThat(event.getPeople().getLast().getBirth().orElseThrow().getYear()).contains(1994);
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("P-3001", RelationshipKind.PARENT_OF, "P-3002"),
					tuple("P-3003", RelationshipKind.PARTNER_OF, "P-3001"));
	}

	@Test
	void publishesACorrectionWithANewHomeThatIsNotKnown() {
		assertThat(this.landlord.send("/housing/moves", AgencyClient.example("housing/move-corrected.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		HouseholdMoved event = this.events.last(HouseholdMoved.class);
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.CORRECTED);
		assertThat(event.getTo()).isEmpty();
		assertThat(event.getInitiatedBy()).isEqualTo(MoveInitiator.UNKNOWN);
		assertThat(event.getPeople()).singleElement().satisfies((tenant) -> {
			assertThat(tenant.getAddress()).isEmpty();
			assertThat(tenant.getAddressProtected()).isTrue();
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"uprn": "999900000172" ~ "uprn": 999900000172 ~ to.uprn ~ text in quotes ~ 400
			999900000172 ~ 1.00E+11 ~ to.uprn ~ spreadsheet ~ 422
			"movedOn": "2025-11-24" ~ "movedOn": "1066-10-14" ~ movedOn ~ placeholder ~ 422
			"movedOn": "2025-11-24" ~ "movedOn": "1900-01-01" ~ movedOn ~ placeholder ~ 422
			"movedOn": "2025-11-24" ~ "movedOn": "24/11/2025" ~ movedOn ~ YYYY-MM-DD ~ 400
			kelly.marlow@example.org ~ kelly at home ~ household[0].email ~ one address ~ 422
			"role": "TENANT" ~ "role": "OWNER" ~ household[0].role ~ JOINT_TENANT ~ 400
			"role": "TENANT", ~ ~ household[0].role ~ Send this field ~ 422
			""")
	void namesFieldAndRemedy(String right, String wrong, String field, String remedy, int status) {
		MvcTestResult answer = this.landlord.send("/housing/moves", MOVE.replace(right, (wrong != null) ? wrong : ""));

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("kelly at home", "1066", "24/11", "OWNER", "1.00E");
	}

	@Test
	void refusesAMoveOfNobody() {
		String move = MOVE.replaceAll("(?s)\"household\": \\[.*?\\],\\s*\"from\"", "\"household\": [], \"from\"");

		Refusals.assertNames(this.landlord.send("/housing/moves", move), 422, "household", "withdrawn");
	}

	@Test
	void publishesAChangeOfATenancy() {
		assertThat(this.landlord.send("/housing/tenancy-changes", example("tenancy-change.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		TenancyChanged event = this.events.last(TenancyChanged.class);
		assertThat(this.events.last().topic()).isEqualTo("housing.tenancy-changed.v1");
		assertThat(this.events.last().key()).isEqualTo("housing/TEN-88120-1");
		assertThat(event.getTenancyReference()).contains("T-88120");
		assertThat(event.getChange()).isEqualTo(TenancyChange.STARTED);
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 11, 24));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("P-3001", "P-3002");
		assertThat(event.getPeople())
			.allSatisfy((person) -> assertThat(person.getAddress()).isEqualTo(event.getAddress()).isPresent());
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("P-3001", RelationshipKind.PARENT_OF, "P-3002"));
	}

	@Test
	void doesNotSayThatSomebodyStillLivesWhereTheyLeft() {
		assertThat(this.landlord.send("/housing/tenancy-changes", example("tenancy-change-joint-tenant-removed.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		TenancyChanged event = this.events.last(TenancyChanged.class);
		assertThat(event.getAddress()).isPresent();
		assertThat(event.getPeople()).singleElement().satisfies((person) -> assertThat(person.getAddress()).isEmpty());
	}

	@Test
	void publishesTheConditionsOfAHome() {
		assertThat(this.landlord.send("/housing/home-conditions", example("home-conditions.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		HomeConditionsRecorded event = this.events.last(HomeConditionsRecorded.class);
		assertThat(this.events.last().topic()).isEqualTo("housing.home-conditions-recorded.v1");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-02T00:00:00Z"));
		assertThat(event.getConditionsGrade()).isEqualTo(4);
		assertThat(event.getConditionsTool()).contains("Property condition checklist v3");
		assertThat(event.getAnnounced()).contains(false);
		assertThat(event.getConcern()).contains(true);
		assertThat(event.getPeople()).hasSize(2);
	}

	@Test
	void publishesAComplaintWithoutWhoComplained() {
		assertThat(this.landlord.send("/housing/behaviour-complaints", example("behaviour-complaint.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		BehaviourComplaintReceived event = this.events.last(BehaviourComplaintReceived.class);
		assertThat(this.events.last().topic()).isEqualTo("housing.behaviour-complaint-received.v1");
		assertThat(event.getComplaintTypes()).containsExactly("NOISE", "VISITORS");
		assertThat(event.getAnonymous()).contains(true);
		assertThat(event.getLocation().orElseThrow().getUprn()).contains("999900000172");
		assertThat(event.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.TENANT, PersonRole.HOUSEHOLD_MEMBER);
		assertThat(event.getPeople().getLast().getUnidentified()).isPresent();
	}

	@Test
	void publishesWhatPutsATenancyAtRisk() {
		assertThat(this.landlord.send("/housing/sustainment-concerns", example("sustainment-concern.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		TenancySustainmentConcernRaised event = this.events.last(TenancySustainmentConcernRaised.class);
		assertThat(this.events.last().topic()).isEqualTo("housing.tenancy-sustainment-concern-raised.v1");
		assertThat(event.getConcern()).isEqualTo(SustainmentConcern.NOTICE_SEEKING_POSSESSION);
		assertThat(event.getTenancyReference()).contains("T-88120");
		assertThat(event.getEffectiveOn()).contains(LocalDate.of(2026, 1, 5));
		assertThat(event.getEnded()).isFalse();
	}

	@Test
	void publishesASupportNeed() {
		assertThat(this.landlord.send("/housing/support-needs", example("support-need.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		SupportNeedRecorded event = this.events.last(SupportNeedRecorded.class);
		assertThat(this.events.last().topic()).isEqualTo("housing.support-need-recorded.v1");
		assertThat(event.getNeedCodes()).containsExactly("DISABILITY_BENEFIT", "LITERACY");
		assertThat(event.getPeople()).singleElement()
			.satisfies((person) -> assertThat(person.getRef()).isEqualTo("P-3001"));
	}

	@Test
	void publishesAStaffSafetyMarkerAndItsEnd() {
		assertThat(this.landlord.send("/housing/staff-safety-markers", example("staff-safety-marker.json")))
			.hasStatus(HttpStatus.ACCEPTED);

		StaffSafetyMarked event = this.events.last(StaffSafetyMarked.class);
		assertThat(this.events.last().topic()).isEqualTo("housing.staff-safety-marked.v1");
		assertThat(event.getAdvice()).isEqualTo(StaffSafetyAdvice.VISIT_IN_PAIRS);
		assertThat(event.getReviewOn()).contains(LocalDate.of(2026, 6, 9));
		assertThat(event.getEnded()).isFalse();

		this.landlord.send("/housing/staff-safety-markers", example("staff-safety-marker-lifted.json"));

		StaffSafetyMarked lifted = this.events.last(StaffSafetyMarked.class);
		assertThat(lifted.getEnded()).isTrue();
		assertThat(lifted.getHeader().getSourceRecordId()).isEqualTo(event.getHeader().getSourceRecordId());
		assertThat(lifted.getHeader().getSourceVersion()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					tenancy-changes ~ tenancy-change ~ "STARTED" ~ "BEGUN" ~ change ~ JOINT_TENANT_ADDED ~ 400
					tenancy-changes ~ tenancy-change ~ "2025-11-24" ~ "2205-11-24" ~ effectiveOn ~ placeholder ~ 422
					tenancy-changes ~ tenancy-change ~ ZZ99 4AB ~ 4AB ZZ99 ~ address.postcode ~ outward ~ 422
					home-conditions ~ home-conditions ~ "conditionsGrade": 4 ~ "conditionsGrade": 6 ~ conditionsGrade ~ 5 or less ~ 422
					home-conditions ~ home-conditions ~ "conditionsGrade": 4 ~ "conditionsGrade": "4" ~ conditionsGrade ~ whole number ~ 400
					behaviour-complaints ~ behaviour-complaint ~ ["NOISE", "VISITORS"] ~ [] ~ complaintTypes ~ at least one ~ 422
					behaviour-complaints ~ behaviour-complaint ~ "NOISE" ~ "SMELL" ~ complaintTypes[0] ~ PROPERTY_DAMAGE ~ 400
					behaviour-complaints ~ behaviour-complaint ~ "description": "man of about 25, answered to Daz" ~ "sex": "MALE" ~ household[1] ~ description ~ 422
					sustainment-concerns ~ sustainment-concern ~ "effectiveOn": "2026-01-05" ~ "ended": true ~ record.occurredAt ~ offset ~ 422
					support-needs ~ support-need ~ ["DISABILITY_BENEFIT", "LITERACY"] ~ [] ~ needs ~ at least one ~ 422
					staff-safety-markers ~ staff-safety-marker ~ "VISIT_IN_PAIRS" ~ "RUN" ~ advice ~ ASK_POLICE_FIRST ~ 400
					staff-safety-markers ~ staff-safety-marker ~ "2026-06-09" ~ "2096-06-09" ~ reviewOn ~ ten years ~ 422
					""")
	void namesFieldAndRemedyOfTheOtherKinds(String collection, String file, String right, String wrong, String field,
			String remedy, int status) {
		MvcTestResult answer = this.landlord.send("/housing/" + collection,
				example(file + ".json").replace(right, wrong));

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("BEGUN", "2205", "4AB ZZ99", "SMELL", "RUN");
	}

	@ParameterizedTest
	@CsvSource({ "tenancy-changes, tenancy-change, household", "home-conditions, home-conditions, household",
			"behaviour-complaints, behaviour-complaint, household",
			"sustainment-concerns, sustainment-concern, household", "support-needs, support-need, person",
			"staff-safety-markers, staff-safety-marker, household" })
	void mayWithdrawWithoutNamingAnybodyAndMustNameSomebodyElse(String collection, String file, String field) {
		String nobody = example(file + ".json").replaceAll("(?s)\"(household|person)\": .*?\\n(?=  \"address\")", "");
		String withdrawn = nobody.replace("\"system\"", "\"version\": 2, \"state\": \"ENTERED_IN_ERROR\", \"system\"");

		Refusals.assertNames(this.landlord.send("/housing/" + collection, nobody), 422, field, "withdrawn");
		assertThat(this.landlord.send("/housing/" + collection, withdrawn)).hasStatus(HttpStatus.ACCEPTED);

		assertThat(this.events.last().event().get(0)).isInstanceOfSatisfying(EventHeader.class, (header) -> {
			assertThat(header.getRecordState()).isEqualTo(RecordState.ENTERED_IN_ERROR);
			assertThat(header.getSourceVersion()).isEqualTo(2);
		});
	}

	@ParameterizedTest
	@CsvSource({ "moves, move", "moves, move-corrected", "tenancy-changes, tenancy-change",
			"tenancy-changes, tenancy-change-joint-tenant-removed", "home-conditions, home-conditions",
			"behaviour-complaints, behaviour-complaint", "sustainment-concerns, sustainment-concern",
			"support-needs, support-need", "staff-safety-markers, staff-safety-marker",
			"staff-safety-markers, staff-safety-marker-lifted" })
	void takesEveryExample(String collection, String file) {
		assertThat(this.landlord.send("/housing/" + collection, example(file + ".json")))
			.hasStatus(HttpStatus.ACCEPTED);
	}

	@Test
	void readsATableOfMovesAsALandlordsSystemExportsIt() throws IOException {
		int before = this.events.size();

		sendTable("moves", MoveNotice.class);

		List<HouseholdMoved> moves = since(before, HouseholdMoved.class);
		assertThat(moves).extracting((move) -> move.getPeople().size(), HouseholdMoved::getInitiatedBy)
			.containsExactly(tuple(2, MoveInitiator.TENANT), tuple(1, MoveInitiator.LANDLORD));
		assertThat(moves.getFirst().getHeader().getSourceSystem()).isEqualTo("Civica Cx");
		assertThat(moves.getFirst().getTo().orElseThrow().getLines()).hasSize(3);
		assertThat(moves.getFirst().getRelationships()).hasSize(1);
	}

	@Test
	void readsATableOfTenancyChangesAsALandlordsSystemExportsIt() throws IOException {
		int before = this.events.size();

		sendTable("tenancy-changes", TenancyChangeNotice.class);

		assertThat(since(before, TenancyChanged.class))
			.extracting(TenancyChanged::getChange, (change) -> change.getPeople().size())
			.containsExactly(tuple(TenancyChange.STARTED, 2), tuple(TenancyChange.ENDED, 1),
					tuple(TenancyChange.JOINT_TENANT_ADDED, 1));
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.landlord.send("/housing/moves", MOVE, MediaType.APPLICATION_JSON,
				AgencyClient.token("police", "FBP")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private void sendTable(String collection, Class<?> form) throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(example(collection + ".csv").getBytes(StandardCharsets.UTF_8)), form,
				CsvMapping.read(new StringReader(example(collection + "-mapping.yml"))), 10_000);
		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(
					this.landlord.send("/housing/" + collection, new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
		}
	}

	private <T> List<T> since(int before, Class<T> type) {
		return this.events.all()
			.subList(before, this.events.size())
			.stream()
			.map((entry) -> type.cast(entry.event()))
			.toList();
	}

	private static String example(String file) {
		return AgencyClient.example("housing/" + file);
	}

}
