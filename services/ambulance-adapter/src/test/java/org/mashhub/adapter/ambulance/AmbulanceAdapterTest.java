package org.mashhub.adapter.ambulance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.OpenApiDocument;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.ambulance.v1.AmbulanceAttended;
import org.mashhub.event.ambulance.v1.DeathNotified;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.event.common.v1.TimePrecision;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class AmbulanceAdapterTest {

	private static final String ATTENDANCE = AgencyClient.example("ambulance/attendance.json");

	private static final String DEATH = AgencyClient.example("ambulance/death.json");

	private final RecordedEvents events;

	private final AgencyClient ambulance;

	AmbulanceAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.ambulance = new AgencyClient(http, "ambulance", "Y99A1");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("ambulance", this.ambulance);
	}

	@ParameterizedTest
	@CsvSource({ "attendances, attendance", "attendances, attendance-adult", "attendances, attendance-retracted",
			"deaths, death" })
	void takesEveryExample(String kind, String file) {
		assertThat(this.ambulance.send("/ambulance/" + kind, AgencyClient.example("ambulance/" + file + ".json")))
			.hasStatus(HttpStatus.ACCEPTED);
	}

	@Test
	void publishesAnAttendanceWithHomeAndPeople() {
		this.ambulance.send("/ambulance/attendances", ATTENDANCE);

		AmbulanceAttended event = this.events.last(AmbulanceAttended.class);
		assertThat(this.events.last().topic()).isEqualTo("ambulance.ambulance-attended.v1");
		assertThat(this.events.last().key()).isEqualTo("ambulance/EPR-2025-118842");
		assertThat(event.getHeader().getAgency()).isEqualTo("ambulance");
		assertThat(event.getHeader().getOrganisationCode()).isEqualTo("Y99A1");
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(event.getIncidentNumber()).contains("C-20251030-0178");
		assertThat(event.getComplaintCategory()).contains("RESPIRATORY");
		assertThat(event.getAtHome()).contains(true);
		assertThat(event.getConditionsGrade()).contains(4);
		assertThat(event.getConditionsTool()).contains("Crew safeguarding form 2");
		assertThat(event.getConveyed()).contains(false);
		assertThat(event.getRefusedConveyance()).contains(true);
		assertThat(event.getConcern()).contains(true);
		assertThat(event.getSummary()).isPresent();
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("patient", PersonRole.PATIENT), tuple("mother-1", PersonRole.MOTHER),
					tuple("household-member-1", PersonRole.HOUSEHOLD_MEMBER), tuple("sibling-1", PersonRole.SIBLING));
		assertThat(event.getPeople().get(2).getUnidentified()).isPresent();
		assertThat(event.getPeople().get(2).getAddress().orElseThrow().getUprn()).contains("999900000004");
		assertThat(event.getRelationships()).extracting(StatedRelationship::getFrom, StatedRelationship::getKind)
			.containsExactly(tuple("mother-1", RelationshipKind.PARENT_OF),
					tuple("household-member-1", RelationshipKind.LIVES_WITH),
					tuple("sibling-1", RelationshipKind.SIBLING_OF));
	}

	@Test
	void statesWhoIsWhoAroundAnAdultPatient() {
		this.ambulance.send("/ambulance/attendances", AgencyClient.example("ambulance/attendance-adult.json"));

		AmbulanceAttended event = this.events.last(AmbulanceAttended.class);
		assertThat(event.getConditionsGrade()).isEmpty();
		assertThat(event.getRefusedConveyance()).isEmpty();
		assertThat(event.getRelationships())
			.extracting(StatedRelationship::getFrom, StatedRelationship::getKind, StatedRelationship::getTo)
			.containsExactly(tuple("patient", RelationshipKind.PARENT_OF, "child-1"),
					tuple("partner-1", RelationshipKind.PARTNER_OF, "patient"));
	}

	@Test
	void withdrawsAnAttendanceWithoutNamingAnybodyAgain() {
		this.ambulance.send("/ambulance/attendances", AgencyClient.example("ambulance/attendance-retracted.json"));

		AmbulanceAttended event = this.events.last(AmbulanceAttended.class);
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.RETRACTED);
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(2);
		assertThat(event.getPeople()).isEmpty();
	}

	@Test
	void publishesADeathAndWhoHasDied() {
		this.ambulance.send("/ambulance/deaths", DEATH);

		DeathNotified event = this.events.last(DeathNotified.class);
		assertThat(this.events.last().topic()).isEqualTo("ambulance.death-notified.v1");
		assertThat(event.getDeceasedRef()).isEqualTo(event.getPeople().getFirst().getRef()).isEqualTo("deceased");
		assertThat(event.getPeople().getFirst().getIdentifiers().getFirst().getVerified()).isTrue();
		assertThat(event.getDiedOn()).contains(LocalDate.of(2025, 12, 20));
		assertThat(event.getIdentityConfirmedBy()).contains("Paramedic");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-20T00:00:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getRelationships()).singleElement()
			.satisfies((relation) -> assertThat(relation.getKind()).isEqualTo(RelationshipKind.PARENT_OF));
	}

	@Test
	void withdrawsADeath() {
		String withdrawn = DEATH.replace("\"version\": 1", "\"version\": 2, \"state\": \"ENTERED_IN_ERROR\"")
			.replaceAll("(?s)\"deceased\".*\"diedOn\"", "\"diedOn\"");

		assertThat(this.ambulance.send("/ambulance/deaths", withdrawn)).hasStatus(HttpStatus.ACCEPTED);

		DeathNotified event = this.events.last(DeathNotified.class);
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.ENTERED_IN_ERROR);
		assertThat(event.getPeople()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cause", "causeOfDeath", "circumstances", "complaint", "summary", "notes", "concern" })
	void takesNoFieldThatCouldTellOfWhatSomebodyDied(String field) {
		int before = this.events.size();

		MvcTestResult answer = this.ambulance.send("/ambulance/deaths",
				DEATH.replace("\"diedOn\"", "\"" + field + "\": \"x\", \"diedOn\""));

		Refusals.assertNames(answer, 400, field, "Leave it out");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			attendances ~ attendance ~ 9990000018 ~ 9990000019 ~ patient.nhsNumber ~ modulus 11 ~ 422
			attendances ~ attendance ~ "grade": 4 ~ "grade": 6 ~ conditions.grade ~ 5 ~ 422
			attendances ~ attendance ~ , "tool": "Crew safeguarding form 2" ~ ~ conditions.tool ~ not blank ~ 422
			attendances ~ attendance ~ "atHome": true ~ "atHome": false ~ conditions ~ atHome ~ 422
			attendances ~ attendance ~ RESPIRATORY ~ Breathing problem ~ complaint ~ RESPIRATORY ~ 400
			attendances ~ attendance ~ "SIBLING" ~ "BROTHER" ~ present[2].relationToPatient ~ SIBLING ~ 400
			attendances ~ attendance ~ 2025-10-30T03:12:00Z ~ 2999-10-30T03:12:00Z ~ record.occurredAt ~ today ~ 422
			attendances ~ attendance ~ 999900000004 ~ 9.999E+11 ~ patient.address.uprn ~ spreadsheet ~ 422
			attendances ~ attendance-adult ~ "knownAs": "Daz" ~ "sex": "MALE" ~ present[1] ~ description ~ 422
			deaths ~ death ~ 2025-12-20" ~ 20/12/2025" ~ diedOn ~ YYYY-MM-DD ~ 400
			deaths ~ death ~ "handling": "STANDARD" ~ "conditions": "found in" ~ sharing.conditions ~ Leave it out ~ 422
			""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String kind, String file, String right, String wrong, String field,
			String remedy, int status) {
		int before = this.events.size();
		String body = AgencyClient.example("ambulance/" + file + ".json").replace(right, (wrong != null) ? wrong : "");

		MvcTestResult answer = this.ambulance.send("/ambulance/" + kind, body);

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("9990000019", "Breathing problem", "9.999", "found in");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "attendances, attendance, patient, present", "deaths, death, deceased, family" })
	void needsToKnowWhomARecordIsAbout(String kind, String file, String field, String next) {
		String nobody = AgencyClient.example("ambulance/" + file + ".json")
			.replaceAll("(?s)\"" + field + "\": .*\"" + next + "\"", "\"" + next + "\"");

		Refusals.assertNames(this.ambulance.send("/ambulance/" + kind, nobody), 422, field, "withdrawn");
	}

	@Test
	void readsATableWithOneRowAPersonAtTheScene() throws IOException {
		List<AmbulanceAttended> attendances = new ArrayList<>();
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						AgencyClient.example("ambulance/attendances.csv").getBytes(StandardCharsets.UTF_8)),
				AttendanceNotice.class,
				CsvMapping.read(new StringReader(AgencyClient.example("ambulance/attendances-mapping.yml"))), 10_000);

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(this.ambulance.send("/ambulance/attendances",
					new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
			attendances.add(this.events.last(AmbulanceAttended.class));
		}

		assertThat(attendances).hasSize(2);
		assertThat(attendances.getFirst().getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.PATIENT, PersonRole.MOTHER, PersonRole.VISITOR);
		assertThat(attendances.getFirst().getComplaintCategory()).contains("RESPIRATORY");
		assertThat(attendances.getFirst().getRefusedConveyance()).contains(true);
		assertThat(attendances.getLast().getAtHome()).contains(false);
		assertThat(attendances.getLast().getConcern()).isEmpty();
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.ambulance.send("/ambulance/deaths", DEATH, MediaType.APPLICATION_JSON,
				AgencyClient.token("hospital", "Y99H1")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

}
