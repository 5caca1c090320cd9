package org.mashhub.adapter.hospital;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.v24.message.ACK;
import ca.uhn.hl7v2.util.Terser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.event.common.v1.DetailsChange;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.HospitalAdmitted;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.HospitalDepartment;
import org.mashhub.event.hospital.v1.HospitalDischarged;
import org.mashhub.event.hospital.v1.PatientDetailsChanged;
import org.mashhub.event.hospital.v1.SelfDischargedAgainstAdvice;
import org.mashhub.hub.v1.RecordRejected;

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
class HospitalHl7Test {

	private static final String ADMIT = AgencyClient.example("hospital/adt-a01-admit.hl7");

	private static final String ATTEND = AgencyClient.example("hospital/adt-a04-attend.hl7");

	private static final String SELF_DISCHARGE = AgencyClient.example("hospital/adt-a03-self-discharge.hl7");

	private static final String CANCEL = AgencyClient.example("hospital/adt-a11-cancel-admit.hl7");

	private static final String UPDATE = AgencyClient.example("hospital/adt-a31-update.hl7");

	private static final String MERGE = AgencyClient.example("hospital/adt-a40-merge.hl7");

	private static final MediaType ER7 = MediaType.parseMediaType("application/hl7-v2");

	private final RecordedEvents events;

	private final MockMvcTester http;

	HospitalHl7Test(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.http = http;
	}

	@Test
	void takesEveryExample() throws IOException {
		for (Resource example : new PathMatchingResourcePatternResolver()
			.getResources("classpath*:examples/hospital/*.hl7")) {
			assertThat(send(example.getContentAsByteArray())).as(example.getFilename()).hasStatus(HttpStatus.OK);
		}
	}

	@Test
	void publishesAnAdmissionAndAcknowledgesIt() throws Exception {
		MvcTestResult answer = send(ADMIT);

		assertThat(answer).hasStatus(HttpStatus.OK).hasContentType("application/hl7-v2;charset=UTF-8");
		HospitalAdmitted event = this.events.last(HospitalAdmitted.class);
		EventHeader header = event.getHeader();
		ACK acknowledgement = acknowledgement(answer);
		assertThat(acknowledgement.getMSA().getAcknowledgementCode().getValue()).isEqualTo("AA");
		assertThat(acknowledgement.getMSA().getMessageControlID().getValue()).isEqualTo("CF0001734");
		assertThat(acknowledgement.getMSA().getTextMessage().getValue()).contains(header.getReceiptId().toString());
		assertThat(acknowledgement.getMSH().getReceivingApplication().getNamespaceID().getValue())
			.isEqualTo("CAREFLOW");
		assertThat(header.getSourceRecordId()).isEqualTo("ADT/SPELL-77120/admission");
		assertThat(header.getSourceSystem()).isEqualTo("CAREFLOW");
		assertThat(header.getSourceVersion()).isEqualTo(Instant.parse("2025-11-04T21:30:00.120Z").toEpochMilli());
		assertThat(header.getOccurredAt()).isEqualTo(Instant.parse("2025-11-04T21:15:00Z"));
		assertThat(header.getOccurredPrecision()).isEqualTo(TimePrecision.EXACT);
		assertThat(event.getAdmissionId()).contains("SPELL-77120");
		assertThat(event.getComplaint()).isEqualTo(ComplaintCategory.RESPIRATORY);
		PersonMention patient = event.getPeople().getFirst();
		assertThat(patient.getRole()).isEqualTo(PersonRole.PATIENT);
		assertThat(patient.getSex()).isEqualTo(Sex.FEMALE);
		assertThat(patient.getIdentifiers()).extracting(Identifier::getScheme, Identifier::getValue)
			.containsExactly(tuple("NHS_NUMBER", "9990000018"), tuple("LOCAL", "H410022"));
		assertThat(patient.getIdentifiers().getFirst().getVerified()).isTrue();
		assertThat(patient.getNames()).extracting(PersonName::getUse).containsExactly(NameUse.USUAL, NameUse.FORMER);
		assertThat(patient.getNames().getFirst().getGiven()).containsExactly("Ava", "Rose");
		assertThat(patient.getAddress().orElseThrow().getLines()).containsExactly("4 Mill Row", "Fenbrook");
		assertThat(patient.getAddress().orElseThrow().getPostcode()).contains("ZZ99 3WZ");
		assertThat(patient.getContacts()).hasSize(1);
		assertThat(patient.getGpPractice()).contains("Y99001");
		assertThat(event.getPeople().getLast().getRole()).isEqualTo(PersonRole.MOTHER);
		assertThat(event.getRelationships()).hasSize(1);
	}

	@Test
	void publishesDetailsThatALaterMessageReplaces() {
		assertThat(send(UPDATE)).hasStatus(HttpStatus.OK);
		PatientDetailsChanged first = this.events.last(PatientDetailsChanged.class);
		assertThat(send(UPDATE.replace("20251203091000", "20251204091000").replace("Quarry Court", "Canal Terrace")))
			.hasStatus(HttpStatus.OK);
		PatientDetailsChanged second = this.events.last(PatientDetailsChanged.class);

		assertThat(first.getChange()).isEqualTo(DetailsChange.UPDATED);
		assertThat(first.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-03T09:10:00Z"));
		assertThat(first.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.PATIENT, PersonRole.MOTHER);
		assertThat(first.getRelationships()).hasSize(1);
		assertThat(first.getPeople().getFirst().getIdentifiers()).extracting(Identifier::getValue)
			.containsExactly("9990000018", "H410022");
		assertThat(second.getHeader().getSourceRecordId()).isEqualTo(first.getHeader().getSourceRecordId())
			.startsWith("ADT/patient/")
			.endsWith("/details")
			.doesNotContain("H410022");
		assertThat(second.getHeader().getSourceVersion()).isGreaterThan(first.getHeader().getSourceVersion());
	}

	@Test
	void publishesAMergeWithTheNumbersThatCountFirstAsARecordOfItsOwn() {
		assertThat(send(MERGE)).hasStatus(HttpStatus.OK);

		PatientDetailsChanged event = this.events.last(PatientDetailsChanged.class);
		assertThat(event.getChange()).isEqualTo(DetailsChange.MERGED);
		assertThat(event.getPeople()).singleElement()
			.satisfies((patient) -> assertThat(patient.getIdentifiers())
				.extracting(Identifier::getScheme, Identifier::getValue)
				.containsExactly(tuple("NHS_NUMBER", "9990000018"), tuple("LOCAL", "H410022"),
						tuple("LOCAL", "H409981"), tuple("NHS_NUMBER", "9990000034")));
		assertThat(event.getHeader().getSourceRecordId()).contains("/prior/").doesNotContain("H409981");
	}

	@Test
	void publishesAChangeOfTheNhsNumber() {
		assertThat(send(MERGE.replace("^A40^", "^A47^").replace("H409981^^^Y99H1^MR~", ""))).hasStatus(HttpStatus.OK);

		assertThat(this.events.last(PatientDetailsChanged.class).getChange()).isEqualTo(DetailsChange.NUMBER_CHANGED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '@', textBlock = """
			MRG|H409981^^^Y99H1^MR~9990000034^^^NHS^NH @ ZZZ|1 @ AE @ 101 @ MRG-1 @ 422
			9990000034 @ 9990000035 @ AE @ 102 @ MRG-1 @ 422
			9990000018^^^NHS^NH~H410022^^^Y99H1^MR @ X1^^^LAB^XX @ AE @ 101 @ PID-3 @ 422
			""")
	void refusesAMergeThatDoesNotSayOfWhichNumbers(String right, String wrong, String code, String error, String field,
			int status) throws Exception {
		int before = this.events.size();

		assertNames(send(MERGE.replace(right, wrong)), HttpStatus.valueOf(status), code, error, field);
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void publishesAnAttendanceWithoutThoseWhoAreOnlyNextOfKin() {
		assertThat(send(ATTEND)).hasStatus(HttpStatus.OK);

		HospitalAttended event = this.events.last(HospitalAttended.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("ADT/ED-88123/attendance");
		assertThat(event.getDepartment()).isEqualTo(HospitalDepartment.EMERGENCY);
		assertThat(event.getComplaint()).isEqualTo(ComplaintCategory.RESPIRATORY);
		assertThat(event.getPeople()).singleElement()
			.satisfies((person) -> assertThat(person.getRole()).isEqualTo(PersonRole.PATIENT));
	}

	@Test
	void publishesThatAChildWasTakenAwayAgainstAdvice() {
		assertThat(send(SELF_DISCHARGE)).hasStatus(HttpStatus.OK);

		SelfDischargedAgainstAdvice event = this.events.last(SelfDischargedAgainstAdvice.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("ADT/SPELL-77488/discharge");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-10T06:50:00Z"));
		assertThat(event.getAdmissionId()).contains("SPELL-77488");
	}

	@ParameterizedTest
	@CsvSource({ "1, HospitalDischarged", "3, HospitalDischarged", "9, HospitalDischarged", "'', HospitalDischarged",
			"\"\", HospitalDischarged", "6, SelfDischargedAgainstAdvice", "7, SelfDischargedAgainstAdvice",
			"1066301000000103, SelfDischargedAgainstAdvice" })
	void readsHowAStayEnded(String disposition, String type) {
		assertThat(send(SELF_DISCHARGE.replace("|2||||||||2025", "|" + disposition + "||||||||2025")))
			.hasStatus(HttpStatus.OK);

		assertThat(this.events.last().event().getSchema().getName()).isEqualTo(type);
	}

	@Test
	void tellsWhoLeftTheDepartmentUnseen() {
		send(SELF_DISCHARGE.replace("PV1|1|I", "PV1|1|E").replace("|2||||||||2025", "|1066301000000103||||||||2025"));

		HospitalAttended event = this.events.last(HospitalAttended.class);
		assertThat(event.getLeftUnseen()).isTrue();
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("ADT/SPELL-77488/attendance");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-09T19:05:00Z"));
	}

	@Test
	void withdrawsACancelledAdmissionByAHigherVersionOfTheSameRecord() {
		send(ADMIT);
		EventHeader admission = this.events.last(HospitalAdmitted.class).getHeader();

		assertThat(send(CANCEL)).hasStatus(HttpStatus.OK);

		HospitalAdmitted event = this.events.last(HospitalAdmitted.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo(admission.getSourceRecordId());
		assertThat(event.getHeader().getSourceVersion()).isGreaterThan(admission.getSourceVersion());
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.RETRACTED);
		assertThat(event.getPeople()).isEmpty();
	}

	@Test
	void withdrawsACancelledAttendanceOrWhateverItMayHaveBeen() {
		int before = this.events.size();

		send(CANCEL.replace("|I|PAU", "|E|PAU"));
		send(CANCEL.replace("|I|PAU", "|U|PAU"));

		assertThat(((BrokerSwitch.Log) this.events).published()
			.stream()
			.skip(before)
			.map((event) -> event.getSchema().getName()))
			.containsExactly("HospitalAttended", "HospitalAdmitted", "HospitalAttended");
	}

	@Test
	void withdrawsACancelledDischarge() {
		send(CANCEL.replace("A11", "A13"));

		HospitalDischarged event = this.events.last(HospitalDischarged.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("ADT/SPELL-77120/discharge");
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.RETRACTED);
	}

	@Test
	void givesTheSameMessageSentTwiceTheSameEventId() {
		send(ADMIT);
		EventHeader first = this.events.last(HospitalAdmitted.class).getHeader();

		send(ADMIT);

		EventHeader second = this.events.last(HospitalAdmitted.class).getHeader();
		assertThat(second.getEventId()).isEqualTo(first.getEventId());
		assertThat(second.getReceiptId()).isNotEqualTo(first.getReceiptId());
	}

	@Test
	void numbersAVisitThatHasNoNumberByItsMessage() {
		send(ADMIT.replace("SPELL-77120", ""));

		HospitalAdmitted event = this.events.last(HospitalAdmitted.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("ADT/CF0001734/admission");
		assertThat(event.getAdmissionId()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.8", "2.9", "3.0", "",
			"2.4^GBR" })
	void readsEveryVersion(String version) {
		assertThat(send(ADMIT.replace("|P|2.4|", "|P|" + version + "|"))).hasStatus(HttpStatus.OK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/hl7-v2", "x-application/hl7-v2+er7", "text/plain",
			"application/hl7-v2;charset=utf-8" })
	void readsEveryNameOfTheFormat(String type) {
		MvcTestResult answer = this.http.post()
			.uri("/hospital/hl7")
			.header("Content-Type", type)
			.content(ADMIT)
			.with(AgencyClient.token("hospital", "Y99H1"))
			.exchange();

		assertThat(answer).hasStatus(HttpStatus.OK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\r\n", "\n\n" })
	void readsAnyEndOfASegment(String end) {
		assertThat(send(ADMIT.replace("\n", end))).hasStatus(HttpStatus.OK);
	}

	@Test
	void readsAMessageInTheFrameOfItsTransport() {
		assertThat(send("\u000b" + ADMIT.replace("\n", "\r") + "\u001c\r")).hasStatus(HttpStatus.OK);
		assertThat(send("\ufeff" + ADMIT)).hasStatus(HttpStatus.OK);
	}

	@Test
	void readsEscapesAndRepetitions() {
		send(ADMIT.replace("Marlow^Ava^Rose^^Miss^^L", "O\\T\\Hara^Zo\u00eb^^^Miss^^L~O\\T\\Hara^Zo^^^^^N"));

		PersonMention patient = this.events.last(HospitalAdmitted.class).getPeople().getFirst();
		assertThat(patient.getNames().getFirst().getFamily()).contains("O&Hara");
		assertThat(patient.getNames().getFirst().getGiven()).containsExactly("Zo\u00eb");
		assertThat(patient.getNames()).extracting(PersonName::getUse)
			.containsExactly(NameUse.USUAL, NameUse.NICKNAME, NameUse.FORMER);
	}

	@Test
	void readsTheCharacterSetThatTheMessageNames() {
		String named = ADMIT.replace("|||AL|NE", "|||AL|NE||8859/1").replace("Ava^Rose", "Zo\u00eb");

		assertThat(send(named.getBytes(StandardCharsets.ISO_8859_1))).hasStatus(HttpStatus.OK);

		assertThat(this.events.last(HospitalAdmitted.class).getPeople().getFirst().getNames().getFirst().getGiven())
			.containsExactly("Zo\u00eb");
	}

	@Test
	void passesOverSegmentsThatItDoesNotNeed() {
		String more = ADMIT
				+ "OBX|1||a||5\nOBX|2|QQ|a||5\nIN1|1|x\nZZZ|^~~&\\|\nNOT A SEGMENT\n|x\nNK1|2|Pike^Darren|FTH\n";

		assertThat(send(more)).hasStatus(HttpStatus.OK);

		assertThat(this.events.last(HospitalAdmitted.class).getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.PATIENT, PersonRole.MOTHER, PersonRole.FATHER);
	}

	@Test
	void leavesOutAPhoneNumberThatIsNone() {
		assertThat(send(ADMIT.replace("07700 900233", "ask at no. 6"))).hasStatus(HttpStatus.OK);

		assertThat(this.events.last(HospitalAdmitted.class).getPeople().getFirst().getContacts()).isEmpty();
	}

	@Test
	void takesAPostcodeFromAbroadForNone() {
		send(ADMIT.replace("^ZZ99 3WZ^GBR^H", "^75001^FRA^H"));

		assertThat(this.events.last(HospitalAdmitted.class)
			.getPeople()
			.getFirst()
			.getAddress()
			.orElseThrow()
			.getPostcode()).isEmpty();
	}

	@Test
	void protectsWhomTheHospitalProtects() {
		send(ADMIT.replace("PD1|||Fenbrook Surgery^^Y99001", "PD1|||Fenbrook Surgery^^Y99001|||||||||Y"));

		assertThat(this.events.last(HospitalAdmitted.class).getPeople())
			.allSatisfy((person) -> assertThat(person.getAddressProtected()).isTrue());
		assertThat(this.events.last(HospitalAdmitted.class).getPeople().getFirst().getRestrictedRecord()).isTrue();
	}

	@Test
	void takesATimeWithoutOffsetAsUkTime() {
		send(ADMIT.replace("20251104211500+0000", "20250704211500"));

		assertThat(this.events.last(HospitalAdmitted.class).getHeader().getOccurredAt())
			.isEqualTo(Instant.parse("2025-07-04T20:15:00Z"));
	}

	@Test
	void keepsNothingInADryRunOrOfATestMessage() throws Exception {
		int before = this.events.size();

		MvcTestResult dry = this.http.post()
			.uri("/hospital/hl7")
			.contentType(ER7)
			.header("Mash-Dry-Run", "true")
			.content(ADMIT.replace("|P|2.4", "|T|2.4"))
			.with(AgencyClient.token("hospital", "Y99H1"))
			.exchange();
		MvcTestResult test = send(ADMIT.replace("|P|2.4", "|T|2.4"));

		assertThat(dry).hasStatus(HttpStatus.OK);
		assertThat(acknowledgement(dry).getMSA().getTextMessage().getValue()).contains("nothing was kept");
		assertNames(test, HttpStatus.BAD_REQUEST, "AR", "202", "MSH-11");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "A08", "A24", "A02", "A99" })
	void saysHonestlyThatItKeepsNothingOfOtherEvents(String event) throws Exception {
		int before = this.events.size();

		MvcTestResult answer = send(ADMIT.replace("ADT^A01^ADT_A01", "ADT^" + event));

		assertNames(answer, HttpStatus.BAD_REQUEST, "AR", "201", "MSH-9");
		assertThat(answer).bodyText().contains("nothing was kept");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '@', textBlock = """
			9990000018 @ 9990000019 @ PID-3 @ 102 @ AE @ 422
			|20250918| @ |18250918| @ PID-7 @ 102 @ AE @ 422
			|20250918| @ |18 Sept 2025| @ PID-7 @ 102 @ AE @ 422
			|20250918| @ |20259918| @ PID-7 @ 102 @ AE @ 422
			^ZZ99 3WZ^GBR @ ^Fen Street^GBR @ PID-11 @ 102 @ AE @ 422
			|20251104211500+0000 @ |yesterday @ PV1-44 @ 102 @ AE @ 422
			|20251104211500+0000 @ |29991104211500 @ PV1-44 @ 102 @ AE @ 422
			|20251104213000.120+0000|| @ ||| @ MSH-7 @ 101 @ AE @ 422
			|20251104213000.120+0000|| @ |20251104|| @ MSH-7 @ 101 @ AE @ 422
			|20251104213000.120+0000|| @ |29991104213000|| @ MSH-7 @ 102 @ AE @ 422
			|CAREFLOW| @ || @ MSH-3 @ 102 @ AE @ 422
			PID|1| @ ZID|1| @ PID @ 101 @ AE @ 422
			PV1|1| @ ZV1|1| @ PV1 @ 101 @ AE @ 422
			ADT^A01^ADT_A01 @ ORU^R01 @ MSH-9 @ 200 @ AR @ 400
			ADT^A01^ADT_A01 @ ADT @ MSH-9 @ 201 @ AR @ 400
			MSH|^~\\& @ MSH|^!\\& @ MSH @ 100 @ AR @ 400
			MSH| @ FHS|^~\\&|x#MSH| @ MSH @ 100 @ AR @ 400
			EVN|A01 @ MSH|^~\\&|x#EVN|A01 @ MSH @ 100 @ AR @ 400
			EVN|A01 @ PID|2||1#EVN|A01 @ PID @ 100 @ AR @ 400
			|||AL|NE @ |||AL|NE||KLINGON @ MSH-18 @ 100 @ AR @ 400
			""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String right, String wrong, String field, String code,
			String acknowledgement, int status) throws Exception {
		int before = this.events.size();

		MvcTestResult answer = send(
				ADMIT.replace(right.replace("\\\\", "\\"), wrong.replace("\\\\", "\\").replace('#', '\n')));

		assertNames(answer, HttpStatus.valueOf(status), acknowledgement, code, field);
		assertThat(answer).bodyText()
			.doesNotContain("9990000019", "Marlow", "Fen Street", "18 Sept", "yesterday", "KLINGON");
		assertThat(this.events.size()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "8, PV1-36", "HOME, ''", "02, PV1-36", "LOCAL, PV1-36", "4, PV1-36", "5, PV1-36" })
	void doesNotGuessAtADispositionAndSaysNothingOfADeath(String disposition, String field) throws Exception {
		MvcTestResult answer = send(SELF_DISCHARGE.replace("|2||||||||2025", "|" + disposition + "||||||||2025"));

		if (field.isEmpty()) {
			assertThat(answer).hasStatus(HttpStatus.OK);
		}
		else {
			assertNames(answer, HttpStatus.UNPROCESSABLE_CONTENT, "AE", "103", field);
		}
	}

	@Test
	void needsTheNumberOfTheVisitThatIsCancelled() throws Exception {
		assertNames(send(CANCEL.replace("SPELL-77120", "")), HttpStatus.UNPROCESSABLE_CONTENT, "AE", "101", "PV1-19");
	}

	@Test
	void refusesAnAnnouncedVisitAsAnAttendance() throws Exception {
		assertNames(send(ATTEND.replace("PV1|1|E", "PV1|1|P")), HttpStatus.UNPROCESSABLE_CONTENT, "AE", "103", "PV1-2");
	}

	@Test
	void refusesAnEncodingThatIsNotTheOneNamed() throws Exception {
		MvcTestResult answer = send(ADMIT.replace("Ava", "Zo\u00eb").getBytes(StandardCharsets.ISO_8859_1));

		assertNames(answer, HttpStatus.BAD_REQUEST, "AR", "100", "MSH-18");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "hello", "{}", "<ADT_A01/>", "MSH", "MSH|", "MSH|^~\\&", "MSH|^~\\&|",
			"MSH|^~\\&|||||||ADT^A01", "MSH|^~\\&|A|B|||20251104213000||ADT^A01|1|P|2.4\nPID|1\nPV1|1",
			"MSH|^~\\&|A|B|||20251104213000||ADT^A01|1|P|2.4\nPID|~~~|^^^|&&&\nPV1|&^~\\",
			"MSH|^~\\&|A|B|||20251104213000||ADT^A01|1|P|2.4\nPID|||1||\\X\\^\\Xzz\\^\\\\^\\E\nPV1|1|I",
			"MSH|^~\\&|A|B|||20251104213000||ADT^A01|1|P|2.4\nPID\u0007|||1\nPV1|1|I" })
	void answersNonsenseWithARefusal(String body) {
		assertThat(send(body).getResponse().getStatus()).isBetween(200, 499);
	}

	@Test
	void boundsWhatItReads() throws Exception {
		String head = "MSH|^~\\&|A|B|||20251104213000||ADT^A01|1|P|2.4\nPID|||1||x\nPV1|1|I\n";

		assertNames(send(head + "NK1|1\nDG1|1\n".repeat(200)), HttpStatus.BAD_REQUEST, "AR", "100", "MSH");
		assertThat(send(head + "NK1|1\nZ01|1\n".repeat(40) + "OBX|\n".repeat(20_000)).getResponse().getStatus())
			.isEqualTo(200);
		assertThat(send(head.replace("PID|||1", "PID|||" + "~".repeat(200_000))).getResponse().getStatus())
			.isBetween(200, 499);
		assertThat(send(head.replace("PID|||1", "PID|||" + "\\".repeat(200_000))).getResponse().getStatus())
			.isBetween(200, 499);
		assertThat(send(head + "NK1|" + "x".repeat(300_000))).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
	}

	@Test
	void keepsARefusedMessageByteForByteAndSaysUnderWhichId() throws Exception {
		byte[] wrong = ADMIT.replace("Ava", "Zo\u00eb").getBytes(StandardCharsets.ISO_8859_1);
		int before = this.events.rejected().size();

		MvcTestResult answer = send(wrong);

		assertThat(this.events.rejected()).hasSize(before + 1);
		RecordRejected kept = (RecordRejected) this.events.rejected().getLast().event();
		assertThat(kept.getPath()).isEqualTo("/hospital/hl7");
		assertThat(kept.getContentType()).contains("application/hl7-v2");
		assertThat(kept.getOrganisationCode()).isEqualTo("Y99H1");
		assertThat(kept.getBody()).isEqualTo(ByteBuffer.wrap(wrong));
		assertThat(kept.getReason()).isEqualTo("hl7-100");
		assertThat(kept.getErrors()).singleElement().satisfies((error) -> {
			assertThat(error.getField()).isEqualTo("MSH-18");
			assertThat(error.getRemedy().orElseThrow()).contains("UTF-8");
		});
		assertThat(acknowledgement(answer).getMSA().getMessageControlID().getValue())
			.as("answered by its control id though it cannot be read")
			.isEqualTo("CF0001734");
		assertThat(first(new Terser(acknowledgement(answer)), "/ERR-7"))
			.isEqualTo("Kept for 30 days as " + kept.getRejectionId());
	}

	@ParameterizedTest
	@CsvSource({ "ADT^A01^ADT_A01, ORU^R01", "ADT^A01^ADT_A01, ADT^A08", "'', ''" })
	void keepsNothingOfWhatItNeverTakes(String right, String wrong) {
		int before = this.events.rejected().size();

		MvcTestResult answer = right.isEmpty() ? send(wrong) : send(ADMIT.replace(right, wrong));

		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST).bodyText().doesNotContain("Kept");
		assertThat(this.events.rejected()).hasSize(before);
	}

	@Test
	void keepsNothingThatADryRunRefuses() {
		int before = this.events.rejected().size();

		MvcTestResult dry = new AgencyClient(this.http, "hospital", "Y99H1").sendWithHeader("/hospital/hl7",
				ADMIT.replace("9990000018", "9990000019"), ER7, "Mash-Dry-Run", "true");

		assertThat(dry).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.events.rejected()).hasSize(before);
	}

	@Test
	void tellsTheSenderToKeepTheMessageWhileTheBrokerIsAway() throws Exception {
		BrokerSwitch.Log log = (BrokerSwitch.Log) this.events;
		log.away(true);
		try {
			MvcTestResult answer = send(ADMIT);

			assertThat(answer).hasStatus(HttpStatus.SERVICE_UNAVAILABLE).containsHeader("Retry-After");
			assertThat(acknowledgement(answer).getMSA().getAcknowledgementCode().getValue()).isEqualTo("AR");
			assertThat(answer).bodyText().contains("207", "send it again");
			assertThat(send(ADMIT.replace("9990000018", "9990000019"))).as("refused, though it cannot be kept")
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.doesNotContain("Kept");
		}
		finally {
			log.away(false);
		}
	}

	@Test
	void refusesAnotherAgencysTokenAndOtherMediaTypes() {
		assertThat(this.http.post()
			.uri("/hospital/hl7")
			.contentType(ER7)
			.content(ADMIT)
			.with(AgencyClient.token("gp", "Y99001"))
			.exchange()).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.http.post()
			.uri("/hospital/hl7")
			.contentType(MediaType.APPLICATION_XML)
			.content("<ADT_A01/>")
			.with(AgencyClient.token("hospital", "Y99H1"))
			.exchange()).hasStatus4xxClientError();
	}

	private MvcTestResult send(String message) {
		return send(message.getBytes(StandardCharsets.UTF_8));
	}

	private MvcTestResult send(byte[] message) {
		return this.http.post()
			.uri("/hospital/hl7")
			.contentType(ER7)
			.content(message)
			.with(AgencyClient.token("hospital", "Y99H1"))
			.exchange();
	}

	/** Reads the answer as another implementation of HL7 does. */
	private static ACK acknowledgement(MvcTestResult answer) throws Exception {
		try (DefaultHapiContext hapi = new DefaultHapiContext()) {
			return (ACK) hapi.getPipeParser().parse(answer.getResponse().getContentAsString());
		}
	}

	private static void assertNames(MvcTestResult answer, HttpStatus status, String code, String error, String field)
			throws Exception {
		assertThat(answer).hasStatus(status);
		ACK acknowledgement = acknowledgement(answer);
		assertThat(acknowledgement.getMSA().getAcknowledgementCode().getValue()).isEqualTo(code);
		String[] place = field.split("-", 2);
		Terser terser = new Terser(acknowledgement);
		assertThat(first(terser, "/ERR-1-1")).isEqualTo(place[0]);
		assertThat(first(terser, "/ERR-1-4")).isEqualTo(error);
		assertThat(first(terser, "/ERR-2-1")).isEqualTo(place[0]);
		if (place.length > 1) {
			assertThat(first(terser, "/ERR-1-3")).isEqualTo(place[1]);
			assertThat(first(terser, "/ERR-2-3")).isEqualTo(place[1]);
		}
		assertThat(first(terser, "/ERR-3-1")).isEqualTo(error);
		assertThat(first(terser, "/ERR-8")).startsWith(field);
	}

	private static String first(Terser terser, String path) throws HL7Exception {
		String value = terser.get(path);
		return (value != null) ? value : "";
	}

}
