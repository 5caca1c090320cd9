package org.mashhub.adapter.hospital;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.mashhub.event.common.v1.DetailsChange;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.hospital.v1.AntenatalContactGapRecorded;
import org.mashhub.event.hospital.v1.AntenatalGap;
import org.mashhub.event.hospital.v1.AppointmentNotBrought;
import org.mashhub.event.hospital.v1.ChildBorn;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.DeathNotified;
import org.mashhub.event.hospital.v1.HospitalAdmitted;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.HospitalDepartment;
import org.mashhub.event.hospital.v1.HospitalDischarged;
import org.mashhub.event.hospital.v1.PatientDetailsChanged;
import org.mashhub.event.hospital.v1.PregnancyBooked;
import org.mashhub.event.hospital.v1.PregnancyEnded;
import org.mashhub.event.hospital.v1.SelfDischargedAgainstAdvice;
import org.mashhub.event.hospital.v1.StatusAnswer;
import org.mashhub.event.hospital.v1.StatusEnquired;
import org.mashhub.event.hospital.v1.StatusQuestion;

import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
@Import(BrokerSwitch.class)
class HospitalAdapterTest {

	private final RecordedEvents events;

	private final AgencyClient hospital;

	HospitalAdapterTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.hospital = new AgencyClient(http, "hospital", "Y99H1");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("hospital", this.hospital);
	}

	@Test
	void takesEveryExample() throws IOException {
		Map<String, String> kinds = Map.ofEntries(Map.entry("attendance.json", "attendances"),
				Map.entry("attendance-left-unseen.json", "attendances"), Map.entry("admission.json", "admissions"),
				Map.entry("admission-retracted.json", "admissions"), Map.entry("discharge.json", "discharges"),
				Map.entry("self-discharge.json", "self-discharges"), Map.entry("not-brought.json", "not-brought"),
				Map.entry("pregnancy-booking.json", "pregnancy-bookings"),
				Map.entry("pregnancy-ending.json", "pregnancy-endings"), Map.entry("birth.json", "births"),
				Map.entry("patient-details.json", "patient-details"),
				Map.entry("patient-details-merged.json", "patient-details"),
				Map.entry("fhir-patient-merged.json", "fhir/Patient"), Map.entry("death.json", "deaths"),
				Map.entry("status-enquiry.json", "status-enquiries"),
				Map.entry("antenatal-contact-gap.json", "antenatal-contact-gaps"),
				Map.entry("fhir-encounter-emergency.json", "fhir/Encounter"),
				Map.entry("fhir-encounter-self-discharge.json", "fhir/Encounter"),
				Map.entry("fhir-appointment-noshow.json", "fhir/Appointment"));

		kinds.forEach((file,
				kind) -> assertThat(this.hospital.send("/hospital/" + kind, AgencyClient.example("hospital/" + file)))
					.as(file)
					.hasStatus(HttpStatus.ACCEPTED));

		assertThat(this.hospital.put("/hospital/feeds", AgencyClient.example("hospital/feeds.json"))).hasStatusOk();
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:examples/hospital/*.json"))
			.extracting(Resource::getFilename)
			.filteredOn((file) -> !"feeds.json".equals(file))
			.containsExactlyInAnyOrderElementsOf(kinds.keySet());
	}

	@Test
	void readsTheTableOfAnEmergencyDepartment() throws IOException {
		List<HospitalAttended> attendances = new ArrayList<>();
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						AgencyClient.example("hospital/attendances.csv").getBytes(StandardCharsets.UTF_8)),
				AttendanceNotice.class,
				CsvMapping.read(new StringReader(AgencyClient.example("hospital/attendances-mapping.yml"))), 10_000);

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(
					this.hospital.send("/hospital/attendances", new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
			attendances.add(this.events.last(HospitalAttended.class));
		}

		assertThat(attendances).extracting(HospitalAttended::getComplaint)
			.containsExactly(ComplaintCategory.RESPIRATORY, ComplaintCategory.FEEDING, ComplaintCategory.NOT_RECORDED);
		assertThat(attendances).extracting(HospitalAttended::getLeftUnseen).containsExactly(false, true, false);
		assertThat(attendances.getFirst().getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.PATIENT, PersonRole.MOTHER);
		assertThat(attendances.getFirst().getPeople().getFirst().getIdentifiers().getFirst().getVerified()).isTrue();
		assertThat(attendances.getFirst().getHeader().getSourceVersion())
			.isEqualTo(Instant.parse("2025-11-04T19:02:00Z").toEpochMilli());
		assertThat(attendances.getLast().getSafeguardingConcern()).isEmpty();
	}

	@Test
	void publishesAnAttendanceWithWhoCameAlong() {
		MvcTestResult answer = send("attendances", "attendance");

		HospitalAttended event = this.events.last(HospitalAttended.class);
		EventHeader header = event.getHeader();
		assertThat(answer).bodyJson().extractingPath("$.eventId").isEqualTo(header.getEventId().toString());
		assertThat(this.events.last().topic()).isEqualTo("hospital.hospital-attended.v1");
		assertThat(this.events.last().key()).isEqualTo("hospital/ED-2025-1104-0391");
		assertThat(header.getOrganisationCode()).isEqualTo("Y99H1");
		assertThat(header.getOccurredAt()).isEqualTo(Instant.parse("2025-11-04T18:20:00Z"));
		assertThat(header.getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(header.getLawfulBasis()).contains("9(2)(h)");
		assertThat(event.getDepartment()).isEqualTo(HospitalDepartment.EMERGENCY);
		assertThat(event.getComplaint()).isEqualTo(ComplaintCategory.RESPIRATORY);
		assertThat(event.getLeftUnseen()).isFalse();
		assertThat(event.getSafeguardingConcern()).contains(false);
		assertThat(event.getPeople()).extracting(PersonMention::getRef)
			.containsExactly("patient", "mother-1", "partner-1");
		PersonMention patient = event.getPeople().getFirst();
		assertThat(patient.getRole()).isEqualTo(PersonRole.PATIENT);
		assertThat(patient.getIdentifiers())
			.extracting(Identifier::getScheme, Identifier::getValue, Identifier::getVerified)
			.containsExactly(tuple("NHS_NUMBER", "9990000018", true), tuple("LOCAL", "H410022", false));
		assertThat(patient.getGpPractice()).contains("Y99001");
		assertThat(event.getPeople().get(1).getAddress().orElseThrow().getUprn()).contains("999900000004");
		assertThat(event.getRelationships())
			.extracting(StatedRelationship::getFrom, StatedRelationship::getKind, StatedRelationship::getTo,
					StatedRelationship::getStatus)
			.contains(tuple("mother-1", RelationshipKind.PARENT_OF, "patient", RelationshipStatus.RECORDED))
			.contains(tuple("partner-1", RelationshipKind.PARTNER_OF, "mother-1", RelationshipStatus.CLAIMED));
	}

	@Test
	void saysThatAPatientLeftUnseenAndDescribesWhomNobodyCouldName() {
		send("attendances", "attendance-left-unseen");

		HospitalAttended event = this.events.last(HospitalAttended.class);
		assertThat(event.getLeftUnseen()).isTrue();
		assertThat(event.getSafeguardingConcern()).isEmpty();
		assertThat(event.getPeople().getLast().getRole()).isEqualTo(PersonRole.OTHER);
		assertThat(event.getPeople().getLast().getUnidentified())
			.hasValueSatisfying((text) -> assertThat(text).contains("man of about 30"));
	}

	@Test
	void givesAdmissionAndDischargeTheNumberOfTheStay() {
		send("admissions", "admission");
		HospitalAdmitted admission = this.events.last(HospitalAdmitted.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.hospital-admitted.v1");

		send("discharges", "discharge");

		HospitalDischarged discharge = this.events.last(HospitalDischarged.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.hospital-discharged.v1");
		assertThat(discharge.getAdmissionId()).isEqualTo(admission.getAdmissionId()).contains("SPELL-77120");
		assertThat(discharge.getComplaint()).isEqualTo(ComplaintCategory.RESPIRATORY);
		assertThat(discharge.getFollowUpRequired()).contains(true);
		assertThat(discharge.getFollowUpWith()).contains("GP");
		assertThat(discharge.getFollowUpBy()).contains(LocalDate.of(2025, 11, 21));
		assertThat(discharge.getBornPremature()).contains(true);
		assertThat(discharge.getSmokingInHousehold()).contains(true);
	}

	@Test
	void publishesThatAChildWasTakenAwayAgainstAdvice() {
		send("self-discharges", "self-discharge");

		SelfDischargedAgainstAdvice event = this.events.last(SelfDischargedAgainstAdvice.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.self-discharged-against-advice.v1");
		assertThat(event.getReasonCode()).contains("CARE_OF_OTHER_CHILDREN");
		assertThat(event.getSafeguardingConcern()).contains(true);
		assertThat(event.getSummary()).isPresent();
	}

	@Test
	void publishesAnAppointmentToWhichAChildWasNotBrought() {
		send("not-brought", "not-brought");

		AppointmentNotBrought event = this.events.last(AppointmentNotBrought.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.appointment-not-brought.v1");
		assertThat(event.getAppointmentAt()).isEqualTo(Instant.parse("2025-12-18T10:20:00Z"));
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(event.getAppointmentAt());
		assertThat(event.getServiceType()).contains("PAEDIATRIC_OUTPATIENT");
		assertThat(event.getRebookedFor()).contains(Instant.parse("2026-01-15T10:20:00Z"));
		assertThat(event.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.CHILD, PersonRole.MOTHER);
	}

	@Test
	void publishesABookingWithTheMothersPartnerAndChildren() {
		send("pregnancy-bookings", "pregnancy-booking");

		PregnancyBooked event = this.events.last(PregnancyBooked.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.pregnancy-booked.v1");
		assertThat(event.getPregnancyId()).isEqualTo("MAT-5512");
		assertThat(event.getBookedOn()).isEqualTo(LocalDate.of(2025, 3, 19));
		assertThat(event.getExpectedOn()).contains(LocalDate.of(2025, 10, 21));
		assertThat(event.getGestationWeeks()).contains(9);
		assertThat(event.getKinshipAsked()).contains(true);
		assertThat(event.getKinshipRecorded()).contains(false);
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.MOTHER, PersonRole.PARTNER, PersonRole.CHILD);
		assertThat(event.getPeople().getFirst().getNames()).extracting("use")
			.containsExactly(NameUse.USUAL, NameUse.FORMER);
		assertThat(event.getRelationships())
			.extracting(StatedRelationship::getFrom, StatedRelationship::getKind, StatedRelationship::getTo)
			.containsExactly(tuple("partner-1", RelationshipKind.PARTNER_OF, "mother"),
					tuple("mother", RelationshipKind.PARENT_OF, "child-1"));
	}

	@Test
	void saysThatAPregnancyEndedAndNeverWhy() {
		send("pregnancy-endings", "pregnancy-ending");

		PregnancyEnded event = this.events.last(PregnancyEnded.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.pregnancy-ended.v1");
		assertThat(event.getPregnancyId()).contains("MAT-5890");
		assertThat(event.getEndedOn()).contains(LocalDate.of(2025, 6, 1));
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getPeople()).singleElement()
			.satisfies((person) -> assertThat(person.getRole()).isEqualTo(PersonRole.MOTHER));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cause", "reason", "reasonCode", "outcome", "outcomeCode", "complaint", "diagnosis",
			"summary", "notes", "gestationWeeks", "family" })
	void takesNoFieldThatCouldTellWhyAPregnancyEnded(String field) {
		int before = this.events.size();
		String told = AgencyClient.example("hospital/pregnancy-ending.json")
			.replace("\"endedOn\"", "\"" + field + "\": \"x\", \"endedOn\"");

		MvcTestResult answer = this.hospital.send("/hospital/pregnancy-endings", told);

		Refusals.assertNames(answer, 400, field, "Leave it out");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void takesNoTextWithTheEndOfAPregnancyEither() {
		String told = AgencyClient.example("hospital/pregnancy-ending.json")
			.replace("\"handling\": \"MASH_ONLY\"", "\"conditions\": \"because of\"");

		MvcTestResult answer = this.hospital.send("/hospital/pregnancy-endings", told);

		Refusals.assertNames(answer, 422, "sharing.conditions", "Leave it out");
		assertThat(answer).bodyText().doesNotContain("because of");
	}

	@Test
	void publishesABirthWithChildMotherAndFather() {
		send("births", "birth");

		ChildBorn event = this.events.last(ChildBorn.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.child-born.v1");
		assertThat(event.getBornOn()).isEqualTo(LocalDate.of(2025, 9, 18));
		assertThat(event.getGestationWeeks()).contains(35);
		assertThat(event.getMultiple()).contains(false);
		assertThat(event.getPregnancyId()).contains("MAT-5512");
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("child", "mother", "father-1");
		assertThat(event.getPeople().getFirst().getBirth().orElseThrow().getDate()).contains(LocalDate.of(2025, 9, 18));
		assertThat(event.getRelationships())
			.extracting(StatedRelationship::getFrom, StatedRelationship::getKind, StatedRelationship::getTo)
			.containsExactly(tuple("mother", RelationshipKind.PARENT_OF, "child"),
					tuple("father-1", RelationshipKind.PARENT_OF, "child"));
	}

	@Test
	void publishesDetailsAndWhoLivesWithThePatient() {
		send("patient-details", "patient-details");

		PatientDetailsChanged event = this.events.last(PatientDetailsChanged.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.patient-details-changed.v1");
		assertThat(event.getChange()).isEqualTo(DetailsChange.UPDATED);
		assertThat(event.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.PATIENT, PersonRole.MOTHER);
		assertThat(event.getPeople().getLast().getAddress()).isEqualTo(event.getPeople().getFirst().getAddress());
	}

	@Test
	void publishesAMergeWithTheNumbersThatCountFirst() {
		send("patient-details", "patient-details-merged");

		PatientDetailsChanged event = this.events.last(PatientDetailsChanged.class);
		assertThat(event.getChange()).isEqualTo(DetailsChange.MERGED);
		assertThat(event.getEffectiveOn()).contains(LocalDate.of(2025, 12, 5));
		assertThat(event.getPeople().getFirst().getIdentifiers())
			.extracting(Identifier::getScheme, Identifier::getValue, Identifier::getVerified)
			.containsExactly(tuple("NHS_NUMBER", "9990000018", true), tuple("LOCAL", "H410022", false),
					tuple("NHS_NUMBER", "9990000034", false), tuple("LOCAL", "H409981", false));
	}

	@Test
	void publishesADeathAndWhoHasDied() {
		send("deaths", "death");

		DeathNotified event = this.events.last(DeathNotified.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.death-notified.v1");
		assertThat(event.getDeceasedRef()).isEqualTo(event.getPeople().getFirst().getRef()).isEqualTo("deceased");
		assertThat(event.getPeople().getFirst().getIdentifiers().getFirst().getVerified()).isTrue();
		assertThat(event.getDiedOn()).contains(LocalDate.of(2025, 12, 20));
		assertThat(event.getIdentityConfirmedBy()).contains("Consultant");
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getRelationships()).singleElement()
			.satisfies((relation) -> assertThat(relation.getKind()).isEqualTo(RelationshipKind.PARENT_OF));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cause", "causeOfDeath", "circumstances", "complaint", "summary", "notes", "concern" })
	void takesNoFieldThatCouldTellOfWhatSomebodyDied(String field) {
		int before = this.events.size();

		MvcTestResult answer = this.hospital.send("/hospital/deaths", AgencyClient.example("hospital/death.json")
			.replace("\"diedOn\"", "\"" + field + "\": \"x\", \"diedOn\""));

		Refusals.assertNames(answer, 400, field, "Leave it out");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void takesNoTextWithADeathEither() {
		String told = AgencyClient.example("hospital/death.json")
			.replace("\"deceased\"", "\"sharing\": { \"conditions\": \"found in\" }, \"deceased\"");

		MvcTestResult answer = this.hospital.send("/hospital/deaths", told);

		Refusals.assertNames(answer, 422, "sharing.conditions", "Leave it out");
		assertThat(answer).bodyText().doesNotContain("found in");
	}

	@Test
	void publishesThatStaffAskedAboutAFamily() {
		send("status-enquiries", "status-enquiry");

		StatusEnquired event = this.events.last(StatusEnquired.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.status-enquired.v1");
		assertThat(event.getAskedOf()).isEqualTo("social-care");
		assertThat(event.getQuestion()).isEqualTo(StatusQuestion.SAFE_TO_GO_HOME);
		assertThat(event.getAnswer()).isEqualTo(StatusAnswer.YES);
		assertThat(event.getAnsweredByRole()).contains("Duty social worker");
		assertThat(event.getRelationships()).hasSize(2)
			.allSatisfy((relation) -> assertThat(relation.getFrom()).isEqualTo("patient"));
	}

	@Test
	void publishesAGapInAntenatalCare() {
		send("antenatal-contact-gaps", "antenatal-contact-gap");

		AntenatalContactGapRecorded event = this.events.last(AntenatalContactGapRecorded.class);
		assertThat(this.events.last().topic()).isEqualTo("hospital.antenatal-contact-gap-recorded.v1");
		assertThat(event.getGap()).isEqualTo(AntenatalGap.SAMPLE_NOT_GIVEN);
		assertThat(event.getPregnancyId()).contains("MAT-5512");
	}

	@ParameterizedTest
	@CsvSource({ "attendances, attendance, patient", "admissions, admission, patient", "discharges, discharge, patient",
			"self-discharges, self-discharge, patient", "not-brought, not-brought, child",
			"pregnancy-bookings, pregnancy-booking, mother", "pregnancy-endings, pregnancy-ending, mother",
			"births, birth, child", "births, birth, mother", "deaths, death, deceased",
			"patient-details, patient-details, patient", "status-enquiries, status-enquiry, patient",
			"antenatal-contact-gaps, antenatal-contact-gap, mother" })
	void needsToKnowWhomARecordIsAboutUnlessItIsWithdrawn(String kind, String file, String field) {
		String nobody = without(AgencyClient.example("hospital/" + file + ".json"), field);

		Refusals.assertNames(this.hospital.send("/hospital/" + kind, nobody), 422, field, "withdrawn");

		String withdrawn = without(without(without(without(nobody, "family"), "accompaniedBy"), "mother"), "child")
			.replace("\"recordedAt\"", "\"state\": \"RETRACTED\", \"recordedAt\"")
			.replace("\"version\": 1", "\"version\": 2");
		assertThat(this.hospital.send("/hospital/" + kind, withdrawn)).hasStatus(HttpStatus.ACCEPTED);
		EventHeader header = (EventHeader) this.events.last().event().get(0);
		assertThat(header.getRecordState()).isEqualTo(RecordState.RETRACTED);
		assertThat((List<?>) this.events.last().event().get(1)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					attendances ~ attendance ~ 9990000018 ~ 9990000019 ~ patient.nhsNumber ~ modulus 11 ~ 422
					attendances ~ attendance ~ 2025-09-18 ~ 18/09/2025 ~ patient.dateOfBirth ~ YYYY-MM-DD ~ 422
					attendances ~ attendance ~ Y99001 ~ Fenbrook Surgery ~ patient.gpPractice ~ Y90001 ~ 422
					attendances ~ attendance ~ EMERGENCY ~ A and E ~ department ~ EMERGENCY ~ 400
					attendances ~ attendance ~ PARENTS_PARTNER ~ BOYFRIEND ~ accompaniedBy[1].relationToPatient ~ PARENTS_PARTNER ~ 400
					attendances ~ attendance ~ "occurredAt": "2025-11-04T18:20:00Z", ~ ~ record.occurredAt ~ offset ~ 422
					attendances ~ attendance ~ "knownAs": "Daz", ~ ~ accompaniedBy[1] ~ description ~ 422
					discharges ~ discharge ~ "followUpRequired": true ~ "followUpRequired": false ~ followUpRequired ~ true ~ 422
					discharges ~ discharge ~ "GP" ~ "Dr Khan at the surgery" ~ followUpWith ~ HEALTH_VISITOR ~ 422
					discharges ~ discharge ~ 2025-11-21 ~ 2225-11-21 ~ followUpBy ~ ten years ~ 422
					self-discharges ~ self-discharge ~ CARE_OF_OTHER_CHILDREN ~ she was upset ~ reasonCode ~ no text ~ 422
					not-brought ~ not-brought ~ 2026-01-15T10:20 ~ 2025-12-18T10:20 ~ rebookedFor ~ new slot ~ 422
					not-brought ~ not-brought ~ 2025-09-18 ~ 1999-09-18 ~ child.dateOfBirth ~ adult ~ 422
					not-brought ~ not-brought ~ "MOTHER" ~ "CHILD" ~ family[0].relationToPatient ~ MOTHER ~ 422
					pregnancy-bookings ~ pregnancy-booking ~ "kinshipAsked": true ~ "kinshipAsked": false ~ kinshipRecorded ~ kinshipAsked ~ 422
					pregnancy-bookings ~ pregnancy-booking ~ 2025-10-21 ~ 2026-10-21 ~ expectedOn ~ wrong year ~ 422
					pregnancy-bookings ~ pregnancy-booking ~ "gestationWeeks": 9 ~ "gestationWeeks": 90 ~ gestationWeeks ~ 45 ~ 422
					pregnancy-bookings ~ pregnancy-booking ~ "PARTNER" ~ "FATHER" ~ family[0].relationToPatient ~ FATHER_OF_BABY ~ 422
					pregnancy-bookings ~ pregnancy-booking ~ "pregnancyId": "MAT-5512" ~ "pregnancyId": " " ~ pregnancyId ~ not blank ~ 422
					births ~ birth ~ "sex": "FEMALE" ~ "dateOfBirth": "2025-09-17" ~ child.dateOfBirth ~ bornOn ~ 422
					births ~ birth ~ "FATHER" ~ "MOTHER" ~ family[0].relationToPatient ~ FATHER ~ 422
					patient-details ~ patient-details-merged ~ 9990000034 ~ 9990000035 ~ prior[0].nhsNumber ~ modulus 11 ~ 422
					patient-details ~ patient-details-merged ~ "id": "H409981", "nhsNumber": "9990000034" ~ ~ prior[0] ~ had before ~ 422
					patient-details ~ patient-details-merged ~ H409981 ~ H410022 ~ prior[0] ~ given up ~ 422
					status-enquiries ~ status-enquiry ~ "social-care" ~ "the council" ~ askedOf ~ social-care ~ 422
					status-enquiries ~ status-enquiry ~ SAFE_TO_GO_HOME ~ Can they go? ~ question ~ KNOWN_TO_SERVICE ~ 400
					antenatal-contact-gaps ~ antenatal-contact-gap ~ SAMPLE_NOT_GIVEN ~ URINE ~ gap ~ SAMPLE_NOT_GIVEN ~ 400
					""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String kind, String file, String right, String wrong, String field,
			String remedy, int status) {
		int before = this.events.size();
		String body = AgencyClient.example("hospital/" + file + ".json").replace(right, (wrong != null) ? wrong : "");

		MvcTestResult answer = this.hospital.send("/hospital/" + kind, body);

		Refusals.assertNames(answer, status, field, remedy);
		if (wrong != null && wrong.contains(" ") && !wrong.contains("\"")) {
			assertThat(answer).bodyText().doesNotContain(wrong);
		}
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void statesWhoIsWhoAroundAnAdultPatient() {
		String adult = AgencyClient.example("hospital/attendance.json")
			.replace("2025-09-18", "1999-02-14")
			.replace("\"MOTHER\"", "\"CHILD\"")
			.replace("\"PARENTS_PARTNER\"", "\"FATHER_OF_BABY\"");

		assertThat(this.hospital.send("/hospital/attendances", adult)).hasStatus(HttpStatus.ACCEPTED);

		assertThat(this.events.last(HospitalAttended.class).getRelationships())
			.extracting(StatedRelationship::getFrom, StatedRelationship::getKind, StatedRelationship::getTo)
			.containsExactly(tuple("patient", RelationshipKind.PARENT_OF, "child-1"),
					tuple("father-1", RelationshipKind.ASSOCIATE_OF, "patient"));
	}

	@Test
	void keepsTheAddressOfWhoLivesWithAProtectedPatientProtected() {
		String secret = AgencyClient.example("hospital/attendance.json")
			.replace("\"gpPractice\": \"Y99001\"", "\"addressProtected\": true");

		this.hospital.send("/hospital/attendances", secret);

		assertThat(this.events.last(HospitalAttended.class).getPeople()).hasSize(3)
			.allSatisfy((person) -> assertThat(person.getAddressProtected()).isTrue());
	}

	@Test
	void takesATableOfAttendancesAsAnEmergencyDepartmentExportsIt() {
		int before = this.events.size();
		String table = """
				record.id,record.system,record.occurredAt,record.recordedAt,patient.id,patient.nhsNumber,patient.forenames,patient.surname,patient.dateOfBirth,department,complaint,leftUnseen
				ED-1,Symphony,2025-11-04 18:20,2025-11-04 19:02,H410022,9990000018,Ava,Marlow,18/09/2025,EMERGENCY,RESPIRATORY,false
				ED-2,Symphony,2025-11-05 02:10,2025-11-05 03:00,H410022,9990000019,Ava,Marlow,18/09/2025,EMERGENCY,,
				""";

		MvcTestResult answer = this.hospital.send("/hospital/attendances", table, MediaType.parseMediaType("text/csv"),
				AgencyClient.token("hospital", "Y99H1"));

		assertThat(answer).hasStatus(HttpStatus.OK);
		assertThat(answer).bodyText().contains("receiptId").contains("patient.nhsNumber");
		assertThat(this.events.size()).isEqualTo(before + 1);
	}

	@Test
	void refusesAnotherAgencysToken() {
		MvcTestResult answer = this.hospital.send("/hospital/attendances",
				AgencyClient.example("hospital/attendance.json"), MediaType.APPLICATION_JSON,
				AgencyClient.token("gp", "Y99001"));

		assertThat(answer).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void describesItsEndpoints() {
		MvcTestResult description = this.hospital.fetch("/v3/api-docs");

		assertThat(description).hasStatus(HttpStatus.OK);
		assertThat(description).bodyText()
			.contains("/hospital/pregnancy-endings", "/hospital/fhir/Encounter", "/hospital/hl7", "application/hl7-v2");
	}

	private MvcTestResult send(String kind, String file) {
		return this.hospital.send("/hospital/" + kind, AgencyClient.example("hospital/" + file + ".json"));
	}

	/** Takes a person, or a list of persons, out of a record. */
	private static String without(String record, String field) {
		int at = record.indexOf("\"" + field + "\":");
		if (at < 0) {
			return record;
		}
		int end = record.indexOf(':', at) + 1;
		int depth = 0;
		do {
			char next = record.charAt(end++);
			depth += (next == '{' || next == '[') ? 1 : (next == '}' || next == ']') ? -1 : 0;
		}
		while (depth > 0 || (record.charAt(end) != ',' && record.charAt(end) != '}'));
		return record.substring(0, at) + (record.charAt(end) == ',' ? record.substring(end + 1)
				: record.substring(end).replaceFirst("^", "\"sharing\": null"));
	}

}
