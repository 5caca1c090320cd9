package org.mashhub.adapter.gp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.DetailsChange;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.gp.v1.AppointmentNotBrought;
import org.mashhub.event.gp.v1.DeathNotified;
import org.mashhub.event.gp.v1.HealthCategory;
import org.mashhub.event.gp.v1.ImmunisationOverdue;
import org.mashhub.event.gp.v1.ImmunisationStatus;
import org.mashhub.event.gp.v1.InformationAnswer;
import org.mashhub.event.gp.v1.InformationProvided;
import org.mashhub.event.gp.v1.ParentalHealthFlagged;
import org.mashhub.event.gp.v1.PatientDetailsChanged;
import org.mashhub.event.gp.v1.RegistrationChanged;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class GpKindsTest {

	private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

	private static final String FLAG = AgencyClient.example("gp/flag.json");

	private static final String OVERDUE = AgencyClient.example("gp/immunization-recommendation-overdue.json");

	private static final String DECLINED = AgencyClient.example("gp/immunization-declined.json");

	private static final String DECEASED = AgencyClient.example("gp/patient-deceased.json");

	private static final String NUMBER_CHANGED = AgencyClient.example("gp/patient-number-changed.json");

	private static final String ANSWER = AgencyClient.example("gp/information-answer.json");

	private final RecordedEvents events;

	private final AgencyClient practice;

	GpKindsTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.practice = new AgencyClient(http, "gp", "Y99001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "appointment-noshow", "appointment-rebooked", "flag", "flag-ended",
			"immunization-recommendation-overdue", "immunization-declined", "immunization-given", "patient-registered",
			"patient-deceased", "patient-number-changed" })
	void takesEveryExampleOfAResource(String example) {
		int before = this.events.size();

		assertThat(fhir("/gp/fhir", AgencyClient.example("gp/" + example + ".json"))).hasStatus(HttpStatus.ACCEPTED);

		assertThat(this.events.size()).isEqualTo(before + 1);
	}

	@ParameterizedTest
	@CsvSource({ "information-answers,information-answer", "information-answers,information-refused",
			"nhs-events,nhs-change-of-gp", "nhs-events,nhs-death-notification" })
	void takesEveryExampleOfPlainJson(String collection, String example) {
		assertThat(this.practice.send("/gp/" + collection, AgencyClient.example("gp/" + example + ".json")))
			.hasStatus(HttpStatus.ACCEPTED);
	}

	@Test
	void tellsAChangeOfTheNhsNumberWithTheOneThatCountsNowFirst() {
		fhir("/gp/fhir/Patient", NUMBER_CHANGED);

		PatientDetailsChanged event = this.events.last(PatientDetailsChanged.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("Patient/pat-77120/numbers");
		assertThat(event.getChange()).isEqualTo(DetailsChange.NUMBER_CHANGED);
		assertThat(event.getPeople().getFirst().getIdentifiers()).extracting(Identifier::getValue)
			.containsExactly("9990000018", "9990000034");
	}

	@Test
	void takesTheNumberOfThePatientThatReplacedThisOne() {
		String replaced = NUMBER_CHANGED.replaceAll("(?s),\\s*\\{\\s*\"use\": \"old\".*?\\}\\s*\\}", "")
			.replace("\"gender\"", """
					"link": [{ "type": "replaced-by", "other": { "identifier": {
					"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "9990000042" } } }], "gender\"""");

		assertThat(fhir("/gp/fhir/Patient", replaced)).hasStatus(HttpStatus.ACCEPTED);

		assertThat(this.events.last(PatientDetailsChanged.class).getPeople().getFirst().getIdentifiers())
			.extracting(Identifier::getValue)
			.containsExactly("9990000042", "9990000018");
	}

	@Test
	void tellsBothNumbersWithARegistration() {
		fhir("/gp/fhir/Patient",
				AgencyClient.example("gp/patient-registered.json").replace("\"identifier\": [{ \"system\"", """
						"identifier": [{ "use": "old", "system": "https://fhir.nhs.uk/Id/nhs-number",
						"value": "9990000034" }, { "system\""""));

		assertThat(this.events.last(RegistrationChanged.class).getPeople().getFirst().getIdentifiers())
			.extracting(Identifier::getValue)
			.containsExactly("9990000018", "9990000034");
	}

	@Test
	void tellsTheNewSlotOfAnAppointmentThatWasRebooked() {
		fhir("/gp/fhir/Appointment", AgencyClient.example("gp/appointment-rebooked.json"));

		AppointmentNotBrought event = this.events.last(AppointmentNotBrought.class);
		assertThat(event.getAppointmentAt()).isEqualTo(Instant.parse("2025-11-18T10:15:00Z"));
		assertThat(event.getRebookedFor()).contains(Instant.parse("2025-11-27T14:00:00Z"));
	}

	@Test
	void doesNotTakeACancelledSlotForANewOne() {
		fhir("/gp/fhir/Appointment",
				AgencyClient.example("gp/appointment-rebooked.json").replace("\"booked\"", "\"cancelled\""));

		assertThat(this.events.last(AppointmentNotBrought.class).getRebookedFor()).isEmpty();
	}

	@Test
	void refusesANewSlotBeforeTheMissedOne() {
		Refusals
			.assertNames(
					fhir("/gp/fhir/Appointment",
							AgencyClient.example("gp/appointment-rebooked.json")
								.replace("2025-11-27T14", "2025-11-17T14")),
					422, "Appointment.supportingInformation[0]", "replaces the missed one");
	}

	@Test
	void publishesTheCategoryOfAParentsNeedAndNothingElseOfTheFlag() {
		String withWords = FLAG.replace("\"code\": {", "\"code\": { \"text\": \"sertraline since May\",");

		assertThat(fhir("/gp/fhir/Flag", withWords)).hasStatus(HttpStatus.ACCEPTED);

		ParentalHealthFlagged event = this.events.last(ParentalHealthFlagged.class);
		assertThat(this.events.last().topic()).isEqualTo("gp.parental-health-flagged.v1");
		assertThat(this.events.last().key()).isEqualTo("gp/Flag/flag-3301");
		assertThat(event.getCategory()).isEqualTo(HealthCategory.PERINATAL_MENTAL_HEALTH);
		assertThat(event.getStartedOn()).contains(LocalDate.of(2025, 10, 20));
		assertThat(event.getEndedOn()).isEmpty();
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("patient", PersonRole.PATIENT), tuple("child-1", PersonRole.CHILD));
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("patient", RelationshipKind.PARENT_OF, "child-1"));
		assertThat(event.toString()).doesNotContain("sertraline");
	}

	@Test
	void publishesAFlagThatEndedOfAParentWhoIsKnownByNumberOnly() {
		fhir("/gp/fhir/Flag", AgencyClient.example("gp/flag-ended.json"));

		ParentalHealthFlagged event = this.events.last(ParentalHealthFlagged.class);
		assertThat(event.getCategory()).isEqualTo(HealthCategory.ALCOHOL);
		assertThat(event.getEndedOn()).contains(LocalDate.of(2025, 9, 1));
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(event.getPeople()).singleElement()
			.extracting(PersonMention::getIdentifiers)
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.extracting("value")
			.containsExactly("9990000034");
	}

	@Test
	void withdrawsAFlagEnteredInErrorThatNamesNobody() {
		assertThat(fhir("/gp/fhir/Flag", """
				{ "resourceType": "Flag", "id": "flag-3301", "status": "entered-in-error",
				"meta": { "versionId": "2", "lastUpdated": "2025-10-21T08:00:00Z" },
				"code": { "coding": [{ "system": "http://snomed.info/sct", "code": "58703003" }] },
				"subject": { "display": "unknown" } }
				""")).hasStatus(HttpStatus.ACCEPTED);

		ParentalHealthFlagged event = this.events.last(ParentalHealthFlagged.class);
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.ENTERED_IN_ERROR);
		assertThat(event.getPeople()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					"PERINATAL_MENTAL_HEALTH" ~ "SAD" ~ Flag.code ~ DOMESTIC_ABUSE
					https://mashhub.org/fhir/CodeSystem/parental-health-category ~ http://snomed.info/sct ~ Flag.code ~ parental-health-category
					"status": "active" ~ "status": "inactive" ~ Flag.period.end ~ inactive flag ended
					"start": "2025-10-20" ~ "start": "2025-10-20", "end": "2025-10-01" ~ Flag.period.end ~ both days
					"start": "2025-10-20" ~ "start": "2999-10-20" ~ Flag.period.start ~ placeholder
					"subject": { "reference": "#parent" } ~ "subject": { "display": "somebody" } ~ Flag.subject ~ describe the person
					"id": "flag-3301", ~ "id": "a b", ~ Flag.id ~ 1 to 64
					"status": "active", ~ ~ Flag.status ~ entered-in-error
					""")
	void refusesAFlagThatCannotBeRight(String right, String wrong, String field, String remedy) {
		MvcTestResult answer = fhir("/gp/fhir/Flag", FLAG.replace(right, (wrong != null) ? wrong : ""));

		Refusals.assertNames(answer, 422, field, remedy);
		assertThat(answer).bodyText().doesNotContain("SAD", "2999", "somebody", "a b");
	}

	@Test
	void publishesAnImmunisationThatIsOverdue() {
		assertThat(fhir("/gp/fhir/ImmunizationRecommendation", OVERDUE)).hasStatus(HttpStatus.ACCEPTED);

		ImmunisationOverdue event = this.events.last(ImmunisationOverdue.class);
		assertThat(this.events.last().topic()).isEqualTo("gp.immunisation-overdue.v1");
		assertThat(this.events.last().key()).isEqualTo("gp/ImmunizationRecommendation/due-77120-8w");
		assertThat(event.getScheduleCode()).isEqualTo("8_WEEKS");
		assertThat(event.getDueOn()).isEqualTo(LocalDate.of(2025, 11, 13));
		assertThat(event.getStatus()).isEqualTo(ImmunisationStatus.OVERDUE);
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-11-13T00:00:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("patient", "mother-1");
		assertThat(event.getPeople().getLast().getBirth().orElseThrow().getDate()).contains(LocalDate.of(1999, 5, 14));
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("mother-1", RelationshipKind.PARENT_OF, "patient"));
	}

	@Test
	void publishesThatItWasCaughtUpWith() {
		fhir("/gp/fhir/ImmunizationRecommendation", OVERDUE.replace("\"overdue\"", "\"complete\""));

		ImmunisationOverdue event = this.events.last(ImmunisationOverdue.class);
		assertThat(event.getStatus()).isEqualTo(ImmunisationStatus.CAUGHT_UP);
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-12T00:00:00Z"));
	}

	@Test
	void publishesAnImmunisationThatWasDeclinedWithTheDayOnWhichTheScheduleHasIt() {
		fhir("/gp/fhir/Immunization", DECLINED);

		ImmunisationOverdue event = this.events.last(ImmunisationOverdue.class);
		assertThat(event.getScheduleCode()).isEqualTo("12_WEEKS");
		assertThat(event.getDueOn()).isEqualTo(LocalDate.of(2025, 12, 11));
		assertThat(event.getStatus()).isEqualTo(ImmunisationStatus.DECLINED);
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-15T00:00:00Z"));
		assertThat(event.toString()).doesNotContain("787859002");
	}

	@ParameterizedTest
	@CsvSource({ "PATOBJ,DECLINED", "OSTOCK,OVERDUE" })
	void tellsWhyItWasNotDoneByStatusOnly(String reason, ImmunisationStatus status) {
		fhir("/gp/fhir/Immunization", DECLINED.replace("PATOBJ", reason));

		assertThat(this.events.last(ImmunisationOverdue.class).getStatus()).isEqualTo(status);
	}

	@Test
	void withdrawsAnImmunisationEnteredInError() {
		fhir("/gp/fhir/Immunization", DECLINED.replace("not-done", "entered-in-error"));

		assertThat(this.events.last(ImmunisationOverdue.class).getHeader().getRecordState())
			.isEqualTo(RecordState.ENTERED_IN_ERROR);
	}

	@Test
	void withdrawsAForecastByHeader() {
		this.practice.sendWithHeader("/gp/fhir/ImmunizationRecommendation", OVERDUE, FHIR, "Mash-Record-State",
				"RETRACTED");

		assertThat(this.events.last(ImmunisationOverdue.class).getHeader().getRecordState())
			.isEqualTo(RecordState.RETRACTED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
							"overdue" ~ "contraindicated" ~ ImmunizationRecommendation.recommendation.forecastStatus ~ overdue
							"8_WEEKS" ~ "MMR" ~ ImmunizationRecommendation.recommendation.series ~ 3_YEARS_4_MONTHS
							"value": "2025-11-13" ~ "value": "2999-11-13" ~ ImmunizationRecommendation.recommendation.dateCriterion.value ~ placeholder
							"patient": { "reference": "#patient" } ~ "patient": { "display": "A" } ~ ImmunizationRecommendation.patient ~ describe
					""")
	void refusesAForecastThatCannotBeRight(String right, String wrong, String field, String remedy) {
		MvcTestResult answer = fhir("/gp/fhir/ImmunizationRecommendation", OVERDUE.replace(right, wrong));

		Refusals.assertNames(answer, 422, field, remedy);
		assertThat(answer).bodyText().doesNotContain("contraindicated", "MMR", "2999");
	}

	@ParameterizedTest
	@CsvSource({ "MEDPREC,Immunization.statusReason,not send", "IMMUNE,Immunization.statusReason,not send" })
	void refusesToHearWhyAChildMustNotBeImmunised(String reason, String field, String remedy) {
		Refusals.assertNames(fhir("/gp/fhir/Immunization", DECLINED.replace("PATOBJ", reason)), 422, field, remedy);
	}

	@Test
	void publishesADeathThatTheRegistrarConfirmed() {
		assertThat(fhir("/gp/fhir/Patient", DECEASED)).hasStatus(HttpStatus.ACCEPTED);

		DeathNotified event = this.events.last(DeathNotified.class);
		assertThat(this.events.last().topic()).isEqualTo("gp.death-notified.v1");
		assertThat(this.events.last().key()).isEqualTo("gp/Patient/pat-60417/deceased");
		assertThat(event.getDeceasedRef()).isEqualTo("patient");
		assertThat(event.getDiedOn()).contains(LocalDate.of(2026, 1, 6));
		assertThat(event.getIdentityConfirmedBy()).contains("REGISTRAR_OF_DEATHS");
		assertThat(event.getPeople().getFirst().getGpPractice()).contains("Y99001");
	}

	@Test
	void publishesADeathOfWhichOnlyTheFactIsKnown() {
		fhir("/gp/fhir/Patient", DECEASED.replace("\"deceasedDateTime\": \"2026-01-06\"", "\"deceasedBoolean\": true")
			.replace("\"code\": \"2\"", "\"code\": \"1\""));

		DeathNotified event = this.events.last(DeathNotified.class);
		assertThat(event.getDiedOn()).isEmpty();
		assertThat(event.getIdentityConfirmedBy()).isEmpty();
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.APPROXIMATE);
	}

	@Test
	void publishesWhoConfirmedADeathInThePractice() {
		fhir("/gp/fhir/Patient", DECEASED.replaceFirst("(?s)\"extension\": \\[.*?\\n  \\],", """
				"extension": [{ "url": "https://mashhub.org/fhir/StructureDefinition/identity-confirmed-by",
				"valueCode": "GENERAL_PRACTITIONER" }],
				"""));

		assertThat(this.events.last(DeathNotified.class).getIdentityConfirmedBy()).contains("GENERAL_PRACTITIONER");
	}

	@Test
	void withdrawsADeathThatWasRemovedFromTheRegister() {
		String removed = DECEASED.replace("\"code\": \"2\"", "\"code\": \"U\"");

		Refusals.assertNames(fhir("/gp/fhir/Patient", removed), 422, "Patient.deceased", "one or the other");
		assertThat(fhir("/gp/fhir/Patient", removed.replace("\"deceasedDateTime\": \"2026-01-06\",", "")))
			.hasStatus(HttpStatus.ACCEPTED);
		assertThat(this.events.last(DeathNotified.class).getHeader().getRecordState()).isEqualTo(RecordState.RETRACTED);
	}

	@Test
	void takesAPatientWhoIsSaidNotToBeDeadForARegistration() {
		fhir("/gp/fhir/Patient", AgencyClient.example("gp/patient-registered.json")
			.replace("\"gender\": \"female\"", "\"gender\": \"female\", \"deceasedBoolean\": false"));

		assertThat(this.events.last(RegistrationChanged.class).getNewPractice()).contains("Y99001");
	}

	@Test
	void refusesADeathInTheFuture() {
		Refusals.assertNames(fhir("/gp/fhir/Patient", DECEASED.replace("2026-01-06", "2999-01-06")), 422,
				"Patient.deceasedDateTime", "placeholder");
	}

	@Test
	void protectsTheAddressOfWhoeverMayLiveWithAProtectedPatient() {
		fhir("/gp/fhir/Patient", AgencyClient.example("gp/patient-registered.json").replace("\"versionId\": \"5\"", """
				"versionId": "7",
				"security": [{ "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "code": "V" }]
				""").replace("\"gender\": \"female\"", """
				"gender": "female", "contact": [{ "name": { "text": "Kelly" },
				"period": { "start": "2025-09-18", "end": "2025-12-01" },
				"relationship": [{ "coding": [{ "code": "MTH" }] }],
				"address": { "line": ["17 Quarry Court"], "postalCode": "ZZ99 4AB" } }]
				"""));

		RegistrationChanged event = this.events.last(RegistrationChanged.class);
		assertThat(event.getPeople()).allMatch(PersonMention::getAddressProtected).hasSize(2);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getRelationships()).singleElement().satisfies((mother) -> {
			assertThat(mother.getStatus()).isEqualTo(RelationshipStatus.ENDED);
			assertThat(mother.getEndedOn()).contains(LocalDate.of(2025, 12, 1));
		});
	}

	@ParameterizedTest
	@CsvSource({ "N,STANDARD", "R,MASH_ONLY", "V,MASH_ONLY", "X,MASH_ONLY" })
	void handlesAResourceByItsLabel(String label, HandlingCode handling) {
		fhir("/gp/fhir/Flag", FLAG.replace("\"code\": \"R\"", "\"code\": \"" + label + "\""));

		assertThat(this.events.last(ParentalHealthFlagged.class).getHeader().getHandling().getCode())
			.isEqualTo(handling);
	}

	@Test
	void saysOfADryRunWhatItWouldPublishAndPublishesNothing() {
		int before = this.events.size();

		MvcTestResult answer = this.practice.sendWithHeader("/gp/fhir/Flag", FLAG, FHIR, "Mash-Dry-Run", "true");

		assertThat(answer).hasStatusOk();
		assertThat(answer).bodyJson()
			.extractingPath("$.wouldPublish")
			.asString()
			.isEqualTo("gp.parental-health-flagged.v1");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void refusesAKindOfResourceThatTheHubMayNotKnow() {
		Refusals.assertNames(fhir("/gp/fhir", "{ \"resourceType\": \"Condition\", \"note\": \"secret\" }"), 422,
				"resourceType", "Appointment, Flag");
	}

	@Test
	void publishesAnAnswerToARequest() {
		assertThat(this.practice.send("/gp/information-answers", ANSWER)).hasStatus(HttpStatus.ACCEPTED);

		InformationProvided event = this.events.last(InformationProvided.class);
		assertThat(this.events.last().topic()).isEqualTo("gp.information-provided.v1");
		assertThat(this.events.last().key()).isEqualTo("gp/SAR-2025-118");
		assertThat(event.getRequestId()).isEqualTo("REQ-2025-0042");
		assertThat(event.getAnswer()).isEqualTo(InformationAnswer.ANSWERED);
		assertThat(event.getAnsweredOn()).isEqualTo(LocalDate.of(2025, 12, 3));
		assertThat(event.getPeople()).singleElement().satisfies((child) -> {
			assertThat(child.getRef()).isEqualTo("77120");
			assertThat(child.getRole()).isEqualTo(PersonRole.CHILD);
		});
	}

	@Test
	void publishesARefusalWithItsReasonAndHowItMayBeShared() {
		this.practice.send("/gp/information-answers", AgencyClient.example("gp/information-refused.json"));

		InformationProvided event = this.events.last(InformationProvided.class);
		assertThat(event.getAnswer()).isEqualTo(InformationAnswer.REFUSED);
		assertThat(event.getRefusalReason()).contains("MORE_DETRIMENTAL_TO_THE_CHILD");
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getHeader().getFamilyInformed()).isEqualTo(FamilyInformed.NOT_SAFE_TO_INFORM);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"ANSWERED" ~ "REFUSED" ~ refusalReason ~ why it was refused ~ 422
			"summary" ~ "refusalReason": "NO_LAWFUL_BASIS", "summary" ~ refusalReason ~ answer REFUSED ~ 422
			"ANSWERED" ~ "MAYBE" ~ answer ~ NOTHING_HELD ~ 400
			"REQ-2025-0042" ~ " " ~ requestId ~ not blank ~ 422
			"2025-12-03", ~ "2999-12-03", ~ answeredOn ~ placeholder ~ 422
			9990000018 ~ 9990000019 ~ people[0].nhsNumber ~ check digit ~ 422
			"child": true, ~ ~ people[0].child ~ this field ~ 422
			""")
	void refusesAnAnswerThatCannotBeRight(String right, String wrong, String field, String remedy, int status) {
		MvcTestResult answer = this.practice.send("/gp/information-answers",
				ANSWER.replace(right, (wrong != null) ? wrong : ""));

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("MAYBE", "9990000019", "2999");
	}

	@Test
	void takesAPracticesLogOfRequestsAsATable() throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						AgencyClient.example("gp/information-answers.csv").getBytes(StandardCharsets.UTF_8)),
				InformationAnswerNotice.class,
				CsvMapping.read(new StringReader(AgencyClient.example("gp/information-answers-mapping.yml"))), 20_000);
		List<InformationProvided> answers = new ArrayList<>();

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(this.practice.send("/gp/information-answers",
					new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
			answers.add(this.events.last(InformationProvided.class));
		}

		assertThat(answers).extracting(InformationProvided::getAnswer)
			.containsExactly(InformationAnswer.ANSWERED, InformationAnswer.NOTHING_HELD);
		assertThat(answers.getFirst().getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.CHILD, PersonRole.SUBJECT);
		assertThat(answers.getLast().getPeople().getFirst().getBirth().orElseThrow().getYear()).contains(2019);
	}

	@Test
	void withdrawsAnAnswerThatNamesNobody() {
		this.practice.send("/gp/information-answers", """
				{ "record": { "id": "SAR-2025-118", "version": 2, "system": "EMIS", "state": "RETRACTED",
				"recordedAt": "2025-12-04T09:00:00Z" }, "requestId": "REQ-2025-0042", "answer": "NOTHING_HELD",
				"answeredOn": "2025-12-03" }
				""");

		assertThat(this.events.last(InformationProvided.class).getHeader().getRecordState())
			.isEqualTo(RecordState.RETRACTED);
	}

	private MvcTestResult fhir(String path, String body) {
		return this.practice.send(path, body, FHIR, AgencyClient.token("gp", "Y99001"));
	}

}
