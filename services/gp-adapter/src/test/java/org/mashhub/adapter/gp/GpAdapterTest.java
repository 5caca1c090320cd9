package org.mashhub.adapter.gp;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.OpenApiDocument;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.gp.v1.AppointmentNotBrought;
import org.mashhub.event.gp.v1.RegistrationChanged;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class GpAdapterTest {

	private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

	private static final String NO_SHOW = AgencyClient.example("gp/appointment-noshow.json");

	private static final String REGISTERED = AgencyClient.example("gp/patient-registered.json");

	private final RecordedEvents events;

	private final AgencyClient practice;

	GpAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.practice = new AgencyClient(http, "gp", "Y99001");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("gp", this.practice);
	}

	@Test
	void publishesAnAppointmentThatAChildWasNotBroughtTo() {
		assertThat(post("/gp/fhir/Appointment", NO_SHOW)).hasStatus(HttpStatus.ACCEPTED)
			.hasContentType(MediaType.APPLICATION_JSON);

		AppointmentNotBrought event = this.events.last(AppointmentNotBrought.class);
		assertThat(this.events.last().topic()).isEqualTo("gp.appointment-not-brought.v1");
		assertThat(this.events.last().key()).isEqualTo("gp/Appointment/apt-20251104-0930");
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(2);
		assertThat(event.getHeader().getSourceSystem()).isEqualTo("https://emis.example/practice");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-11-04T09:30:00Z"));
		assertThat(event.getHeader().getRecordedAt()).isEqualTo(Instant.parse("2025-11-04T17:45:00Z"));
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.ACTIVE);
		assertThat(event.getAppointmentAt()).isEqualTo(Instant.parse("2025-11-04T09:30:00Z"));
		assertThat(event.getServiceType()).contains("SIX_WEEK_CHECK");
		PersonMention child = event.getPeople().getFirst();
		assertThat(child.getRef()).isEqualTo("patient");
		assertThat(child.getNames().getFirst().getFamily()).contains("Marlow");
		assertThat(child.getBirth().orElseThrow().getDate()).contains(LocalDate.of(2025, 9, 18));
		assertThat(child.getSex()).isEqualTo(Sex.FEMALE);
		assertThat(child.getIdentifiers()).extracting("scheme", "value", "verified")
			.containsExactly(tuple("NHS_NUMBER", "9990000018", true));
		assertThat(child.getAddress().orElseThrow().getUprn()).contains("999900000004");
		assertThat(child.getAddress().orElseThrow().getLines()).containsExactly("4 Mill Row", "Fenbrook");
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("mother-1", RelationshipKind.PARENT_OF, "patient"));
	}

	@Test
	void publishesARegistrationThatMoved() {
		assertThat(post("/gp/fhir/Patient", REGISTERED)).hasStatus(HttpStatus.ACCEPTED);

		RegistrationChanged event = this.events.last(RegistrationChanged.class);
		assertThat(this.events.last().key()).isEqualTo("gp/Patient/pat-77120");
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(5);
		assertThat(event.getNewPractice()).contains("Y99001");
		assertThat(event.getPreviousPractice()).contains("Y99007");
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2025, 12, 1));
		assertThat(event.getPeople()).singleElement().satisfies((patient) -> {
			assertThat(patient.getGpPractice()).contains("Y99001");
			assertThat(patient.getNames()).extracting("use").containsExactly(NameUse.OFFICIAL, NameUse.FORMER);
		});
	}

	@Test
	void publishesARegistrationThatEnded() {
		String ended = REGISTERED.replace("\"period\": { \"start\": \"2025-12-01\" }",
				"\"period\": { \"start\": \"2025-12-01\", \"end\": \"2026-01-15\" }");

		assertThat(post("/gp/fhir/Patient", ended)).hasStatus(HttpStatus.ACCEPTED);

		RegistrationChanged event = this.events.last(RegistrationChanged.class);
		assertThat(event.getNewPractice()).isEmpty();
		assertThat(event.getPreviousPractice()).contains("Y99001");
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2026, 1, 15));
	}

	@Test
	void protectsAPatientWhoseRecordIsRestricted() {
		String restricted = REGISTERED.replace("\"versionId\": \"5\",", """
				"versionId": "6",
				"security": [{ "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "R" }],
				""");

		post("/gp/fhir/Patient", restricted);

		PersonMention patient = this.events.last(RegistrationChanged.class).getPeople().getFirst();
		assertThat(patient.getAddressProtected()).isTrue();
		assertThat(patient.getRestrictedRecord()).isTrue();
	}

	@Test
	void withdrawsAnAppointmentEnteredInError() {
		String withdrawn = """
				{ "resourceType": "Appointment", "id": "apt-20251104-0930", "status": "entered-in-error",
				"meta": { "versionId": "3", "lastUpdated": "2025-11-05T08:00:00Z" },
				"start": "2025-11-04T09:30:00Z", "participant": [{ "status": "declined" }] }
				""";

		assertThat(post("/gp/fhir/Appointment", withdrawn)).hasStatus(HttpStatus.ACCEPTED);

		AppointmentNotBrought event = this.events.last(AppointmentNotBrought.class);
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.ENTERED_IN_ERROR);
		assertThat(event.getPeople()).isEmpty();
	}

	@Test
	void withdrawsARegistrationByHeader() {
		MvcTestResult answer = this.practice.sendWithHeader("/gp/fhir/Patient", REGISTERED, FHIR, "Mash-Record-State",
				"RETRACTED");

		assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
		assertThat(this.events.last(RegistrationChanged.class).getHeader().getRecordState())
			.isEqualTo(RecordState.RETRACTED);
	}

	@Test
	void refusesAnUnknownStateInTheHeader() {
		Refusals.assertNames(
				this.practice.sendWithHeader("/gp/fhir/Patient", REGISTERED, FHIR, "Mash-Record-State", "GONE"), 422,
				"Mash-Record-State", "RETRACTED");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"noshow" ~ "fulfilled" ~ Appointment.status ~ noshow ~ 422
			9990000018 ~ 9990000019 ~ Appointment.contained[Patient].identifier[0].value ~ check digit ~ 422
			ZZ99 3WZ ~ Fenbrook ~ Appointment.contained[Patient].address[0].postalCode ~ inward ~ 422
			999900000004 ~ 1.00E+11 ~ Appointment.contained[Patient].address[0].extension ~ spreadsheet ~ 422
			"versionId": "2" ~ "versionId": "two" ~ Appointment.meta.versionId ~ number ~ 422
			"start": "2025-11-04T09:30:00Z", ~ ~ Appointment.start ~ booked slot ~ 422
			2025-11-04T09:30:00Z ~ 2999-11-04T09:30:00Z ~ Appointment.start ~ placeholder ~ 422
			"resourceType": "Appointment" ~ "resourceType": "Slot" ~ resourceType ~ Appointment ~ 400
			"id": "apt-20251104-0930", ~ ~ Appointment.id ~ your system ~ 422
			""")
	void namesElementAndRemedyAndNeverRepeatsTheValue(String right, String wrong, String field, String remedy,
			int status) {
		MvcTestResult answer = post("/gp/fhir/Appointment", NO_SHOW.replace(right, (wrong != null) ? wrong : ""));

		if (field.equals("resourceType")) {
			assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
			return;
		}
		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("9990000019", "1.00E", "2999", "fulfilled", "two");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"status": "noshow" ~ "status": "ran away"
			"birthDate": "2025-09-18" ~ "birthDate": "18 Sept"
			"gender": "female" ~ "gendre": "female"
			"gender": "female" ~ "gender": { "female": true }
			"#patient" ~ "#nobody"
			{ ~ [
			""")
	void refusesWhatIsNotFhirWithoutRepeatingIt(String right, String wrong) {
		MvcTestResult answer = post("/gp/fhir/Appointment", NO_SHOW.replace(right, wrong));

		assertThat(answer).hasStatus4xxClientError().hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].remedy").asString().isNotBlank();
		assertThat(answer).bodyText().doesNotContain("ran away", "18 Sept", "nobody");
	}

	@Test
	void refusesAPatientOfAnotherPractice() {
		String foreign = REGISTERED.replaceAll("(?s)(\"managingOrganization\".*?)Y99001", "$1Y99009");

		MvcTestResult answer = post("/gp/fhir/Patient", foreign);

		Refusals.assertNames(answer, 403, "Patient.managingOrganization.identifier.value", "own client");
		assertThat(answer).bodyText().doesNotContain("Y99009");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.practice.send("/gp/fhir/Appointment", NO_SHOW, FHIR, AgencyClient.token("police", "FBP")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private MvcTestResult post(String path, String body) {
		return this.practice.send(path, body, FHIR, AgencyClient.token("gp", "Y99001"));
	}

}
