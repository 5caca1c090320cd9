package org.mashhub.adapter.hospital;

import java.time.Instant;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.DetailsChange;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.hospital.v1.AppointmentNotBrought;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.HospitalAdmitted;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.HospitalDepartment;
import org.mashhub.event.hospital.v1.HospitalDischarged;
import org.mashhub.event.hospital.v1.PatientDetailsChanged;
import org.mashhub.event.hospital.v1.SelfDischargedAgainstAdvice;

import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
@Import(BrokerSwitch.class)
class HospitalFhirTest {

	private static final String EMERGENCY = AgencyClient.example("hospital/fhir-encounter-emergency.json");

	private static final String SELF_DISCHARGE = AgencyClient.example("hospital/fhir-encounter-self-discharge.json");

	private static final String NO_SHOW = AgencyClient.example("hospital/fhir-appointment-noshow.json");

	private static final String MERGED = AgencyClient.example("hospital/fhir-patient-merged.json");

	private final RecordedEvents events;

	private final AgencyClient hospital;

	HospitalFhirTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.hospital = new AgencyClient(http, "hospital", "Y99H1");
	}

	@Test
	void publishesAnEmergencyEncounterAsAnAttendance() {
		int before = this.events.size();

		MvcTestResult answer = encounter(EMERGENCY);

		assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
		assertThat(this.events.size()).isEqualTo(before + 1);
		HospitalAttended event = this.events.last(HospitalAttended.class);
		EventHeader header = event.getHeader();
		assertThat(answer).bodyJson().extractingPath("$.records").isEqualTo(1);
		assertThat(answer).bodyJson()
			.extractingPath("$.receipts[0].receiptId")
			.isEqualTo(header.getReceiptId().toString());
		assertThat(header.getSourceRecordId()).isEqualTo("Encounter/ed-88123/attendance");
		assertThat(header.getSourceVersion()).isEqualTo(1);
		assertThat(header.getSourceSystem()).isEqualTo("https://epr.example/hospital");
		assertThat(header.getOccurredAt()).isEqualTo(Instant.parse("2025-11-04T18:20:00Z"));
		assertThat(event.getDepartment()).isEqualTo(HospitalDepartment.EMERGENCY);
		assertThat(event.getComplaint()).isEqualTo(ComplaintCategory.RESPIRATORY);
		PersonMention patient = event.getPeople().getFirst();
		assertThat(patient.getIdentifiers()).extracting(Identifier::getValue).containsExactly("9990000018", "H410022");
		assertThat(patient.getIdentifiers().getFirst().getVerified()).isTrue();
		assertThat(patient.getAddress().orElseThrow().getUprn()).contains("999900000004");
	}

	@Test
	void namesInAnAttendanceOnlyWhoCameAlongNotWhoIsNextOfKin() {
		encounter(EMERGENCY);

		HospitalAttended event = this.events.last(HospitalAttended.class);
		assertThat(event.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.PATIENT, PersonRole.RELATIVE);
		assertThat(event.getRelationships()).singleElement()
			.satisfies((relation) -> assertThat(relation.getKind()).isEqualTo(RelationshipKind.AUNT_OR_UNCLE_OF));
	}

	@Test
	void describesACompanionWhomTheRecordDoesNotName() {
		encounter(EMERGENCY.replace("\"name\": [{ \"family\": \"Pike\", \"given\": [\"Darren\"] }],", ""));

		assertThat(this.events.last(HospitalAttended.class).getPeople().getLast().getUnidentified()).isPresent();
	}

	@Test
	void publishesAFinishedStayAsAdmissionAndDischargeAgainstAdvice() {
		int before = this.events.size();

		MvcTestResult answer = encounter(SELF_DISCHARGE);

		assertThat(answer).bodyJson().extractingPath("$.receipts.length()").isEqualTo(2);
		assertThat(this.events.size()).isEqualTo(before + 2);
		HospitalAdmitted admission = (HospitalAdmitted) event(before);
		assertThat(admission.getHeader().getSourceRecordId()).isEqualTo("Encounter/spell-77488/admission");
		SelfDischargedAgainstAdvice discharge = this.events.last(SelfDischargedAgainstAdvice.class);
		assertThat(discharge.getHeader().getSourceRecordId()).isEqualTo("Encounter/spell-77488/discharge");
		assertThat(discharge.getHeader().getSourceVersion()).isEqualTo(4);
		assertThat(discharge.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-10T06:50:00Z"));
		assertThat(discharge.getAdmissionId()).contains("spell-77488").isEqualTo(admission.getAdmissionId());
		assertThat(discharge.getComplaint()).isEqualTo(ComplaintCategory.RESPIRATORY);
		assertThat(discharge.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.PATIENT, PersonRole.MOTHER);
	}

	@ParameterizedTest
	@CsvSource({ "home, HospitalDischarged", "hosp, HospitalDischarged", "1, HospitalDischarged",
			"182992009, HospitalDischarged", "aadvice, SelfDischargedAgainstAdvice", "2, SelfDischargedAgainstAdvice",
			"7, SelfDischargedAgainstAdvice", "1066321000000107, SelfDischargedAgainstAdvice" })
	void readsHowAStayEnded(String disposition, String type) {
		assertThat(encounter(SELF_DISCHARGE.replace("\"aadvice\"", "\"" + disposition + "\"")))
			.hasStatus(HttpStatus.ACCEPTED);

		assertThat(this.events.last().event().getSchema().getName()).isEqualTo(type);
	}

	@Test
	void readsTheDischargeMethodOfUkCore() {
		String method = SELF_DISCHARGE.replace("\"aadvice\"", "\"home\"").replace("\"hospitalization\": {", """
				"hospitalization": { "extension": [{
				"url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-DischargeMethod",
				"valueCodeableConcept": { "coding": [{ "code": "2" }] } }],
				""");

		assertThat(encounter(method)).hasStatus(HttpStatus.ACCEPTED);

		assertThat(this.events.last().event()).isInstanceOf(SelfDischargedAgainstAdvice.class);
	}

	@Test
	void publishesAFinishedEncounterWithoutDispositionAsDischarged() {
		String plain = SELF_DISCHARGE.replaceAll("(?s),\\s*\"hospitalization\".*", "}");

		assertThat(encounter(plain)).hasStatus(HttpStatus.ACCEPTED);

		assertThat(this.events.last().event()).isInstanceOf(HospitalDischarged.class);
	}

	@Test
	void tellsWhoLeftTheDepartmentUnseenByALaterVersionOfTheAttendance() {
		int before = this.events.size();
		String left = SELF_DISCHARGE.replace("\"IMP\"", "\"EMER\"").replace("\"aadvice\"", "\"1066301000000103\"");

		encounter(left);

		HospitalAttended attended = (HospitalAttended) event(before);
		assertThat(attended.getLeftUnseen()).isTrue();
		assertThat(this.events.last(HospitalDischarged.class).getHeader().getRecordState())
			.isEqualTo(RecordState.RETRACTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "entered-in-error", "cancelled" })
	void withdrawsAllThatAnEncounterMade(String status) {
		int before = this.events.size();

		assertThat(encounter(SELF_DISCHARGE.replace("finished", status))).hasStatus(HttpStatus.ACCEPTED);

		HospitalAdmitted admission = (HospitalAdmitted) event(before);
		assertThat(admission.getHeader().getRecordState()).isEqualTo(RecordState.RETRACTED);
		assertThat(admission.getPeople()).isEmpty();
		HospitalDischarged discharge = this.events.last(HospitalDischarged.class);
		assertThat(discharge.getHeader().getSourceRecordId()).isEqualTo("Encounter/spell-77488/discharge");
		assertThat(discharge.getHeader().getRecordState()).isEqualTo(RecordState.RETRACTED);
	}

	@Test
	void publishesANoShowOfAChild() {
		MvcTestResult answer = appointment(NO_SHOW);

		assertThat(answer).hasStatus(HttpStatus.ACCEPTED);
		AppointmentNotBrought event = this.events.last(AppointmentNotBrought.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("Appointment/apt-90311");
		assertThat(event.getAppointmentAt()).isEqualTo(Instant.parse("2025-12-18T10:20:00Z"));
		assertThat(event.getServiceType()).contains("420");
		assertThat(event.getPeople()).singleElement()
			.satisfies((child) -> assertThat(child.getRole()).isEqualTo(PersonRole.CHILD));
	}

	@Test
	void narrowsWhoSeesAResourceThatIsLabelled() {
		encounter(EMERGENCY.replace("\"versionId\": \"1\",", """
				"versionId": "1", "security": [{ "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
				"code": "R" }],
				"""));

		assertThat(this.events.last(HospitalAttended.class).getHeader().getHandling().getCode())
			.isEqualTo(HandlingCode.MASH_ONLY);
	}

	@Test
	void takesADayAsTheUnitedKingdomCountsIt() {
		encounter(EMERGENCY.replace("2025-11-04T18:20:00Z", "2025-07-04"));

		EventHeader header = this.events.last(HospitalAttended.class).getHeader();
		assertThat(header.getOccurredAt()).isEqualTo(Instant.parse("2025-07-03T23:00:00Z"));
		assertThat(header.getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
	}

	@Test
	void takesNumbersThatAPatientGaveUp() {
		patient(MERGED);

		PatientDetailsChanged event = this.events.last(PatientDetailsChanged.class);
		assertThat(event.getChange()).isEqualTo(DetailsChange.MERGED);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("Patient/pat-410022/details");
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(7);
		assertThat(event.getPeople().getFirst().getIdentifiers())
			.extracting(Identifier::getScheme, Identifier::getValue)
			.containsExactly(tuple("NHS_NUMBER", "9990000018"), tuple("LOCAL", "H410022"),
					tuple("NHS_NUMBER", "9990000034"), tuple("LOCAL", "H409981"));
	}

	@Test
	void takesTheNumbersOfThePatientThatReplacedAnother() {
		patient(MERGED.replace("\"replaces\"", "\"replaced-by\""));

		assertThat(this.events.last(PatientDetailsChanged.class).getPeople().getFirst().getIdentifiers())
			.extracting(Identifier::getScheme, Identifier::getValue)
			.containsExactly(tuple("NHS_NUMBER", "9990000018"), tuple("LOCAL", "H409981"), tuple("LOCAL", "H410022"),
					tuple("NHS_NUMBER", "9990000034"));
	}

	@Test
	void saysNothingOfADeathInDetails() {
		int before = this.events.size();

		Refusals.assertNames(patient(MERGED.replace("\"gender\"", "\"deceasedBoolean\": true, \"gender\"")), 422,
				"Patient.deceased", "/hospital/deaths");
		assertThat(patient(MERGED.replace("\"Y99H1\"", "\"Y99X9\""))).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void keepsNothingInADryRun() {
		int before = this.events.size();

		MvcTestResult answer = this.hospital.sendWithHeader("/hospital/fhir/Encounter", SELF_DISCHARGE,
				MediaType.APPLICATION_JSON, "Mash-Dry-Run", "true");

		assertThat(answer).hasStatus(HttpStatus.OK);
		assertThat(answer).bodyJson().extractingPath("$.records").isEqualTo(2);
		assertThat(this.events.size()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			9990000018 ~ 9990000019 ~ Patient.identifier ~ modulus 11 ~ 422
			"birthDate": "2025-09-18" ~ "birthDate": "1825-09-18" ~ Patient.birthDate ~ 1900 ~ 422
			ZZ99 3WZ ~ Fen Street ~ Patient.address ~ inward ~ 422
			"in-progress" ~ "planned" ~ Encounter.status ~ finished ~ 422
			"in-progress" ~ "here" ~ status ~ FHIR R4 ~ 400
			"EMER" ~ "HH" ~ Encounter.class ~ EMER ~ 422
			"id": "ed-88123", ~ "language": "en", ~ Encounter.id ~ hyphens ~ 422
			"lastUpdated": "2025-11-04T18:25:00Z", ~ "profile": ["x"], ~ Encounter.meta.lastUpdated ~ wrote ~ 422
			"versionId": "1" ~ "versionId": "W1" ~ Encounter.meta.versionId ~ grows ~ 422
			"start": "2025-11-04T18:20:00Z" ~ "start": "2025-11" ~ Encounter.period.start ~ began ~ 422
			"start": "2025-11-04T18:20:00Z" ~ "start": "2025-11-04T18:20:00" ~ Encounter.period.start ~ offset ~ 422
			"start": "2025-11-04T18:20:00Z" ~ "start": "2999-11-04T18:20:00Z" ~ Encounter.period ~ today ~ 422
			"subject": { "reference": "#patient" }, ~ "text": null, ~ patient ~ withdrawn ~ 422
			"reasonCode" ~ "reasonCodes" ~ reasonCodes ~ spelling ~ 400
			"resourceType": "Encounter" ~ "resourceType": "Observation" ~ resourceType ~ Encounter ~ 400
			""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String right, String wrong, String field, String remedy,
			int status) {
		int before = this.events.size();

		MvcTestResult answer = encounter(EMERGENCY.replace(right, wrong));

		assertThat(this.events.size()).isEqualTo(before);
		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("9990000019", "Fen Street", "1825-");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			"noshow" ~ "cancelled" ~ Appointment.status ~ noshow
			"start": "2025-12-18T10:20:00Z" ~ "description": "x" ~ Appointment.start ~ slot
			"birthDate": "2025-09-18" ~ "birthDate": "1990-09-18" ~ child.dateOfBirth ~ adult
			"code": "420" ~ "code": "paediatric clinic" ~ Appointment.serviceType ~ capitals
			""")
	void refusesAppointmentsThatAreNoneOfTheHubs(String right, String wrong, String field, String remedy) {
		Refusals.assertNames(appointment(NO_SHOW.replace(right, wrong)), 422, field, remedy);
	}

	@ParameterizedTest
	@ValueSource(strings = { "exp", "4", "5", "75004002" })
	void saysNothingOfADeath(String disposition) {
		int before = this.events.size();

		MvcTestResult answer = encounter(SELF_DISCHARGE.replace("\"aadvice\"", "\"" + disposition + "\""));

		Refusals.assertNames(answer, 422, "Encounter.hospitalization", "Do not send it");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void doesNotGuessAtADispositionThatItDoesNotKnow() {
		MvcTestResult answer = encounter(SELF_DISCHARGE.replace("\"aadvice\"", "\"LOCAL-17\""));

		Refusals.assertNames(answer, 422, "Encounter.hospitalization.dischargeDisposition", "against advice");
	}

	@Test
	void refusesAResourceOfAnotherOrganisation() {
		String foreign = EMERGENCY.replace("\"period\"", """
				"serviceProvider": { "identifier": { "system": "https://fhir.nhs.uk/Id/ods-organization-code",
				"value": "Y99X9" } }, "period"
				""");

		assertThat(encounter(foreign)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(encounter(foreign.replace("Y99X9", "Y99H1"))).hasStatus(HttpStatus.ACCEPTED);
		assertThat(encounter(foreign.replace("Y99X9", "Y99H123"))).hasStatus(HttpStatus.ACCEPTED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "null", "[]", "{}", "\"Encounter\"", "{\"resourceType\":\"Encounter\"}",
			"{\"resourceType\":\"Encounter\",\"resourceType\":\"Encounter\"}",
			"{\"resourceType\":\"Encounter\",\"status\":{}}", "{\"resourceType\":\"Encounter\",\"class\":[]}",
			"{\"resourceType\":\"Encounter\",\"length\":{\"value\":1e999999999}}",
			"{\"resourceType\":\"Encounter\",\"subject\":{\"reference\":\"#x\"}}",
			"{\"resourceType\":\"Encounter\",\"contained\":[{\"resourceType\":\"Patient\"}]}",
			"{\"resourceType\":\"Encounter\",\"participant\":[null]}" })
	void answersNonsenseWithARefusal(String body) {
		assertThat(encounter(body)).hasStatus4xxClientError();
	}

	@Test
	void answersBottomlessNestingWithARefusal() {
		String deep = "{\"resourceType\":\"Encounter\",\"extension\":" + "[{\"extension\":".repeat(5000) + "[]"
				+ "}]".repeat(5000) + "}";

		assertThat(encounter(deep)).hasStatus(HttpStatus.BAD_REQUEST);
	}

	private MvcTestResult encounter(String body) {
		return this.hospital.send("/hospital/fhir/Encounter", body, MediaType.parseMediaType("application/fhir+json"),
				AgencyClient.token("hospital", "Y99H1"));
	}

	private MvcTestResult patient(String body) {
		return this.hospital.send("/hospital/fhir/Patient", body);
	}

	private MvcTestResult appointment(String body) {
		return this.hospital.send("/hospital/fhir/Appointment", body);
	}

	private SpecificRecord event(int position) {
		return ((BrokerSwitch.Log) this.events).published().get(position);
	}

}
