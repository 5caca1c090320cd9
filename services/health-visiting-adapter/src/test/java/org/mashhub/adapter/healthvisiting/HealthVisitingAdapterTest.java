package org.mashhub.adapter.healthvisiting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.OpenApiDocument;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.healthvisiting.v1.AdviceUnderstood;
import org.mashhub.event.healthvisiting.v1.AppointmentNotBrought;
import org.mashhub.event.healthvisiting.v1.AssertionKind;
import org.mashhub.event.healthvisiting.v1.AssertionRecorded;
import org.mashhub.event.healthvisiting.v1.BirthVisitRecorded;
import org.mashhub.event.healthvisiting.v1.ChildConcernKind;
import org.mashhub.event.healthvisiting.v1.ChildConcernRaised;
import org.mashhub.event.healthvisiting.v1.ChildSeen;
import org.mashhub.event.healthvisiting.v1.HandoverCompleted;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;
import org.mashhub.event.healthvisiting.v1.InformationAnswer;
import org.mashhub.event.healthvisiting.v1.InformationProvided;
import org.mashhub.event.healthvisiting.v1.NoAccessReason;
import org.mashhub.event.healthvisiting.v1.NoAccessVisitRecorded;
import org.mashhub.event.healthvisiting.v1.PractitionerChanged;
import org.mashhub.event.healthvisiting.v1.SafeSleepAssessed;
import org.mashhub.event.healthvisiting.v1.ServiceLevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class HealthVisitingAdapterTest {

	private static final String HOME_VISIT = AgencyClient.example("health-visiting/home-visit.json");

	private static final String BIRTH_VISIT = AgencyClient.example("health-visiting/birth-visit.json");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RecordedEvents events;

	private final AgencyEndpoints endpoints;

	private final AgencyClient trust;

	HealthVisitingAdapterTest(RecordedEvents events, AgencyEndpoints endpoints, MockMvcTester http) {
		this.events = events;
		this.endpoints = endpoints;
		this.trust = new AgencyClient(http, "health-visiting", "RYK");
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("health-visiting", this.trust);
	}

	@Test
	void publishesABirthVisitWithMotherAndPartner() {
		assertThat(this.trust.send("/health-visiting/birth-visits", BIRTH_VISIT)).hasStatus(HttpStatus.ACCEPTED);

		BirthVisitRecorded event = this.events.last(BirthVisitRecorded.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.birth-visit-recorded.v1");
		assertThat(event.getChildSeen()).isEqualTo(ChildSeen.SEEN_AWAKE);
		assertThat(event.getGestationWeeks()).contains(36);
		assertThat(event.getFeeding()).contains("FORMULA");
		assertThat(event.getHeader().getFamilyInformed()).isEqualTo(FamilyInformed.YES);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("C-5001", PersonRole.CHILD), tuple("M-5002", PersonRole.MOTHER),
					tuple("partner-1", PersonRole.PARTNER));
		PersonMention baby = event.getPeople().getFirst();
		assertThat(baby.getBirth().orElseThrow().getDate()).contains(LocalDate.of(2025, 9, 18));
		assertThat(baby.getGpPractice()).contains("Y99001");
		assertThat(baby.getIdentifiers().getFirst().getScheme()).isEqualTo("NHS_NUMBER");
		assertThat(baby.getIdentifiers().getFirst().getVerified()).isTrue();
		assertThat(event.getPeople().get(1).getAddress()).isEqualTo(baby.getAddress());
		assertThat(event.getPeople().get(2).getAddress()).isEmpty();
		assertThat(event.getRelationships()).extracting("from", "kind", "to", "status")
			.containsExactly(tuple("M-5002", RelationshipKind.PARENT_OF, "C-5001", RelationshipStatus.RECORDED),
					tuple("partner-1", RelationshipKind.PARTNER_OF, "M-5002", RelationshipStatus.CLAIMED));
	}

	@Test
	void publishesACorrectedHomeVisit() {
		assertThat(this.trust.send("/health-visiting/home-visits", HOME_VISIT)).hasStatus(HttpStatus.ACCEPTED);

		HomeVisitRecorded event = this.events.last(HomeVisitRecorded.class);
		assertThat(this.events.last().key()).isEqualTo("health-visiting/HV-2025-1106-03");
		assertThat(event.getHeader().getRecordState()).isEqualTo(RecordState.CORRECTED);
		assertThat(event.getHeader().getSourceVersion()).isEqualTo(2);
		assertThat(event.getChildSeen()).isEqualTo(ChildSeen.SEEN_ASLEEP);
		assertThat(event.getConditionsGrade()).contains(4);
		assertThat(event.getConditionsTool()).contains("GCP2");
		assertThat(event.getConcern()).contains(true);
		assertThat(event.getRelationships()).extracting("kind")
			.containsExactly(RelationshipKind.PARENT_OF, RelationshipKind.GRANDPARENT_OF);
	}

	@Test
	void describesMenWhomNobodyCouldName() {
		this.trust.send("/health-visiting/home-visits",
				AgencyClient.example("health-visiting/home-visit-unknown-man.json"));

		HomeVisitRecorded event = this.events.last(HomeVisitRecorded.class);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getPeople()).extracting(PersonMention::getRef)
			.containsExactly("C-5001", "visitor-1", "household-member-1");
		assertThat(event.getPeople().getFirst().getAddressProtected()).isTrue();
		assertThat(event.getPeople().get(1).getUnidentified())
			.hasValueSatisfying((text) -> assertThat(text).contains("Daz"));
		assertThat(event.getRelationships()).extracting("from", "kind")
			.containsExactly(tuple("household-member-1", RelationshipKind.LIVES_WITH));
	}

	@Test
	void protectsTheAddressOfWhoeverLivesWithAProtectedChild() {
		this.trust.send("/health-visiting/home-visits", HOME_VISIT.replace("\"sex\": \"FEMALE\",\n    \"address\"",
				"\"addressProtected\": true,\n    \"address\""));

		PersonMention mother = this.events.last(HomeVisitRecorded.class).getPeople().get(1);
		assertThat(mother.getAddress()).isPresent();
		assertThat(mother.getAddressProtected()).isTrue();
	}

	@Test
	void publishesAVisitWithoutAccessAndWhoWasAtTheWindow() {
		assertThat(sendExample("no-access-visit")).hasStatus(HttpStatus.ACCEPTED);

		NoAccessVisitRecorded event = this.events.last(NoAccessVisitRecorded.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.no-access-visit-recorded.v1");
		assertThat(this.events.last().key()).isEqualTo("health-visiting/HV-2025-1204-02");
		assertThat(event.getReason()).isEqualTo(NoAccessReason.REFUSED);
		assertThat(event.getAnnounced()).contains(true);
		assertThat(event.getSummary()).hasValueSatisfying((text) -> assertThat(text).contains("card"));
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("C-5001", "visitor-1");
		assertThat(event.getPeople().getLast().getUnidentified()).isPresent();
		assertThat(event.getRelationships()).isEmpty();
	}

	@Test
	void publishesThatAChildWasNotBroughtAtTheStartOfTheSlot() {
		assertThat(sendExample("not-brought")).hasStatus(HttpStatus.ACCEPTED);

		AppointmentNotBrought event = this.events.last(AppointmentNotBrought.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.appointment-not-brought.v1");
		assertThat(event.getAppointmentAt()).isEqualTo(Instant.parse("2025-12-11T09:40:00Z"));
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(event.getAppointmentAt());
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.EXACT);
		assertThat(event.getServiceType()).contains("DEVELOPMENT_REVIEW");
		assertThat(event.getProvider()).contains("Y99001");
		assertThat(event.getRebookedFor()).contains(Instant.parse("2026-01-08T09:40:00Z"));
		assertThat(event.getPeople()).singleElement()
			.satisfies((child) -> assertThat(child.getRole()).isEqualTo(PersonRole.CHILD));
	}

	@Test
	void publishesAChangeOfPractitioner() {
		assertThat(sendExample("practitioner-change")).hasStatus(HttpStatus.ACCEPTED);

		PractitionerChanged event = this.events.last(PractitionerChanged.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.practitioner-changed.v1");
		assertThat(event.getFromPractitioner()).contains("Grace Holt");
		assertThat(event.getToPractitioner()).contains("Samira Khan");
		assertThat(event.getRole()).isEqualTo("HEALTH_VISITOR");
		assertThat(event.getReasonCode()).contains("ORGRST");
		assertThat(event.getServiceLevel()).isEqualTo(ServiceLevel.TARGETED);
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2026, 1, 5));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
	}

	@Test
	void takesAChangeOfPractitionerOfWhichLittleIsKnown() {
		String change = AgencyClient.example("health-visiting/practitioner-change.json")
			.replaceAll("\"(toPractitioner|role|reasonCode|serviceLevel)\": \"[^\"]*\",\\s*", "");

		assertThat(this.trust.send("/health-visiting/practitioner-changes", change)).hasStatus(HttpStatus.ACCEPTED);

		PractitionerChanged event = this.events.last(PractitionerChanged.class);
		assertThat(event.getToPractitioner()).isEmpty();
		assertThat(event.getRole()).isEqualTo("HEALTH_VISITOR");
		assertThat(event.getServiceLevel()).isEqualTo(ServiceLevel.NOT_RECORDED);
	}

	@Test
	void publishesAHandoverWithWhatIsStillToBeDone() {
		assertThat(sendExample("handover")).hasStatus(HttpStatus.ACCEPTED);

		HandoverCompleted event = this.events.last(HandoverCompleted.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.handover-completed.v1");
		assertThat(event.getVerbal()).isTrue();
		assertThat(event.getFromPractitioner()).contains("Grace Holt");
		assertThat(event.getToPractitioner()).contains("Samira Khan");
		assertThat(event.getHandedOverOn()).isEqualTo(LocalDate.of(2026, 1, 9));
		assertThat(event.getOutstandingTasks()).containsExactly("SAFE_SLEEP_ASSESSMENT", "DEVELOPMENT_REVIEW");
	}

	@Test
	void publishesASafeSleepAssessment() {
		assertThat(sendExample("safe-sleep-assessment")).hasStatus(HttpStatus.ACCEPTED);

		SafeSleepAssessed event = this.events.last(SafeSleepAssessed.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.safe-sleep-assessed.v1");
		assertThat(event.getDone()).isTrue();
		assertThat(event.getRiskFactors()).containsExactly("BED_SHARING", "SMOKING", "PREMATURE");
		assertThat(event.getAdviceUnderstood()).isEqualTo(AdviceUnderstood.UNCLEAR);
	}

	@Test
	void publishesThatASafeSleepAssessmentWasDueAndNotDone() {
		sendExample("safe-sleep-not-done");

		SafeSleepAssessed event = this.events.last(SafeSleepAssessed.class);
		assertThat(event.getDone()).isFalse();
		assertThat(event.getAdviceUnderstood()).isEqualTo(AdviceUnderstood.NOT_RECORDED);
	}

	@Test
	void publishesAConcernAboutAChild() {
		assertThat(sendExample("child-concern")).hasStatus(HttpStatus.ACCEPTED);

		ChildConcernRaised event = this.events.last(ChildConcernRaised.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.child-concern-raised.v1");
		assertThat(event.getKind()).isEqualTo(ChildConcernKind.WEIGHT);
		assertThat(event.getSummary()).isPresent();
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("M-5002", RelationshipKind.PARENT_OF, "C-5001"));
	}

	@Test
	void publishesWhatSomebodySaidAsUnverified() {
		assertThat(sendExample("assertion")).hasStatus(HttpStatus.ACCEPTED);

		AssertionRecorded event = this.events.last(AssertionRecorded.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.assertion-recorded.v1");
		assertThat(event.getAssertionId()).isEqualTo("AS-0116-01");
		assertThat(event.getKind()).isEqualTo(AssertionKind.CHARGES_DROPPED);
		assertThat(event.getAboutRef()).contains("partner-1");
		assertThat(event.getSaidByRef()).contains("M-5002");
		assertThat(event.getVerified()).isFalse();
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		assertThat(event.getRelationships()).extracting("from", "kind", "to", "status")
			.containsExactly(tuple("M-5002", RelationshipKind.PARENT_OF, "C-5001", RelationshipStatus.RECORDED),
					tuple("partner-1", RelationshipKind.PARTNER_OF, "M-5002", RelationshipStatus.CLAIMED));
	}

	@Test
	void numbersAnAssertionByItsRecord() {
		this.trust.send("/health-visiting/assertions", AgencyClient.example("health-visiting/assertion.json")
			.replaceAll("\"(id\": \"AS-0116-01|about\": \"partner-1|saidBy\": \"M-5002)\",\\s*", ""));

		AssertionRecorded event = this.events.last(AssertionRecorded.class);
		assertThat(event.getAssertionId()).isEqualTo("HV-2026-0116-01");
		assertThat(event.getAboutRef()).isEmpty();
		assertThat(event.getSaidByRef()).isEmpty();
	}

	@Test
	void publishesAnAnswerToARequestForInformation() {
		assertThat(sendExample("information-answer")).hasStatus(HttpStatus.ACCEPTED);

		InformationProvided event = this.events.last(InformationProvided.class);
		assertThat(this.events.last().topic()).isEqualTo("health-visiting.information-provided.v1");
		assertThat(event.getRequestId()).isEqualTo("IR-2026-0044");
		assertThat(event.getAnswer()).isEqualTo(InformationAnswer.ANSWERED);
		assertThat(event.getAnsweredOn()).isEqualTo(LocalDate.of(2026, 1, 19));
		assertThat(event.getRefusalReason()).isEmpty();
	}

	@Test
	void publishesARefusalToAnswerWithItsReason() {
		sendExample("information-refused");

		InformationProvided event = this.events.last(InformationProvided.class);
		assertThat(event.getAnswer()).isEqualTo(InformationAnswer.REFUSED);
		assertThat(event.getRefusalReason()).contains("NO_LAWFUL_BASIS");
		assertThat(event.getPeople()).extracting(PersonMention::getRole)
			.containsExactly(PersonRole.CHILD, PersonRole.ASSOCIATE);
	}

	@Test
	void readsAReportOfVisitsWithoutAccess() throws IOException {
		CsvMapping mapping = CsvMapping
			.read(new StringReader(AgencyClient.example("health-visiting/no-access-visits-mapping.yml")));
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						AgencyClient.example("health-visiting/no-access-visits.csv").getBytes(StandardCharsets.UTF_8)),
				NoAccessVisitNotice.class, mapping, 20_000);
		List<NoAccessVisitRecorded> visits = new ArrayList<>();

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(this.trust.send("/health-visiting/no-access-visits",
					new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
			visits.add(this.events.last(NoAccessVisitRecorded.class));
		}

		assertThat(visits).extracting(NoAccessVisitRecorded::getReason)
			.containsExactly(NoAccessReason.NO_REPLY, NoAccessReason.REFUSED);
		assertThat(visits).extracting((visit) -> visit.getPeople().size()).containsExactly(1, 2);
		assertThat(visits.getLast().getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-04T10:00:00Z"));
		assertThat(visits.getLast().getPeople().getLast().getUnidentified())
			.hasValueSatisfying((text) -> assertThat(text).contains("window"));
	}

	@Test
	void acceptsEveryExampleThatItShips() throws IOException {
		Set<String> sent = new TreeSet<>();
		for (NoticeType<?> notice : this.endpoints.notices()) {
			for (String example : notice.examples()) {
				assertThat(this.trust.send("/health-visiting/" + notice.collection(), AgencyClient.example(example)))
					.as(example)
					.hasStatus(HttpStatus.ACCEPTED);
				sent.add(example.substring(example.indexOf('/') + 1));
			}
		}
		assertThat(this.trust.put("/health-visiting/feeds", AgencyClient.example("health-visiting/feeds.json")))
			.hasStatusOk();
		sent.add("feeds.json");
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath:examples/health-visiting/*.json"))
			.extracting(Resource::getFilename)
			.containsExactlyInAnyOrderElementsOf(sent);
	}

	@Test
	void withdrawsARecordOfEachKindWithoutNamingAnybodyAgain() {
		for (NoticeType<?> notice : this.endpoints.notices()) {
			ObjectNode record = (ObjectNode) JSON.readTree(AgencyClient.example(notice.examples().getFirst()));
			record.withObject("record").put("version", 9).put("state", "RETRACTED");
			record.remove(List.of("child", "baby", "mother", "present", "others"));

			assertThat(this.trust.send("/health-visiting/" + notice.collection(), record.toString()))
				.as(notice.collection())
				.hasStatus(HttpStatus.ACCEPTED);

			SpecificRecord event = this.events.last().event();
			assertThat(event.get(event.getSchema().getField("people").pos())).as(notice.collection())
				.isEqualTo(List.of());
			assertThat(((EventHeader) event.get(0)).getRecordState()).isEqualTo(RecordState.RETRACTED);
		}
	}

	@Test
	void withdrawsAVisitWithoutNamingAnybodyAgain() {
		String withdrawn = """
				{ "record": { "id": "HV-2025-1106-03", "version": 3, "state": "ENTERED_IN_ERROR",
				"system": "SystmOne", "occurredAt": "2025-11-06T14:00:00Z", "recordedAt": "2025-11-08T09:00:00Z" },
				"visit": { "childSeen": "NOT_RECORDED" } }
				""";

		assertThat(this.trust.send("/health-visiting/home-visits", withdrawn)).hasStatus(HttpStatus.ACCEPTED);
		assertThat(this.events.last(HomeVisitRecorded.class).getPeople()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			999 000 0018 ~ 999 000 0019 ~ child.nhsNumber ~ check digit ~ 422
			"grade": 4 ~ "grade": 6 ~ visit.conditions.grade ~ 5 or less ~ 422
			"tool": "GCP2" ~ "tool": " " ~ visit.conditions.tool ~ not blank ~ 422
			GRANDPARENT ~ Nan ~ present[1].relationToChild ~ GRANDPARENT ~ 400
			"child": ~ "toddler": ~ toddler ~ spelling ~ 400
			"forenames": "Jean" ~ "livesHere": true ~ present[1] ~ description ~ 422
			2025-09-18 ~ 2025-09-31 ~ child.dateOfBirth ~ YYYY-MM-DD ~ 422
			"occurredAt" ~ "occurredPrecision": "EXACT", "recordedOn" ~ record.recordedOn ~ spelling ~ 400
			""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String right, String wrong, String field, String remedy,
			int status) {
		var answer = this.trust.send("/health-visiting/home-visits", HOME_VISIT.replace(right, wrong));

		Refusals.assertNames(answer, status, field, remedy);
		if (!wrong.contains("\"")) {
			assertThat(answer).bodyText().doesNotContain(wrong);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~', textBlock = """
			no-access-visit ~ "REFUSED" ~ "LOCKED" ~ visit.reason ~ NO_REPLY ~ 400
			no-access-visit ~ "reason": "REFUSED", ~ ~ visit.reason ~ Send this field ~ 422
			not-brought ~ DEVELOPMENT_REVIEW ~ Kelly's review ~ appointment.serviceType ~ capitals ~ 422
			not-brought ~ "Y99001" ~ "clinic" ~ appointment.provider ~ digits ~ 422
			not-brought ~ 2026-01-08 ~ 2099-01-08 ~ appointment.rebookedFor ~ ten years ~ 422
			not-brought ~ 2025-12-11T09:40 ~ 2099-12-11T09:40 ~ appointment.startsAt ~ today ~ 422
			practitioner-change ~ ORGRST ~ MOVED ~ reasonCode ~ ORGRST ~ 422
			practitioner-change ~ TARGETED ~ PLUS ~ serviceLevel ~ UNIVERSAL ~ 400
			practitioner-change ~ "effectiveOn": "2026-01 ~ "effectiveOn": "2026-13 ~ effectiveOn ~ YYYY-MM-DD ~ 400
			handover ~ "verbal": true, ~ ~ verbal ~ Send this field ~ 422
			handover ~ DEVELOPMENT_REVIEW ~ ring the mum ~ outstandingTasks[1] ~ capitals ~ 422
			safe-sleep-assessment ~ BED_SHARING ~ COLD ~ riskFactors[0] ~ SOFA_SHARING ~ 422
			safe-sleep-assessment ~ "done": true ~ "done": false ~ riskFactors ~ done true ~ 422
			child-concern ~ "WEIGHT" ~ "THIN" ~ kind ~ FEEDING ~ 400
			assertion ~ "about": "partner-1" ~ "about": "partner-2" ~ assertion.about ~ role and position ~ 422
			assertion ~ "saidBy": "M-5002" ~ "saidBy": "mum" ~ assertion.saidBy ~ role and position ~ 422
			assertion ~ "kind": ~ "verified": true, "kind": ~ assertion.verified ~ Leave it out ~ 400
			information-answer ~ "requestId": "IR-2026-0044", ~ ~ requestId ~ Send this field ~ 422
			information-refused ~ "REFUSED" ~ "ANSWERED" ~ refusalReason ~ REFUSED ~ 422
			information-refused ~ "refusalReason": "NO_LAWFUL_BASIS", ~ ~ refusalReason ~ reason as a code ~ 422
			information-refused ~ NO_LAWFUL_BASIS ~ none ~ refusalReason ~ capitals ~ 422
			""")
	void refusesWhatCannotBeRight(String example, String right, String wrong, String field, String remedy, int status) {
		int before = this.events.size();
		String record = AgencyClient.example("health-visiting/" + example + ".json");
		String changed = record.replace(right, (wrong != null) ? wrong : "");
		assertThat(changed).isNotEqualTo(record);

		MvcTestResult answer = this.trust.send(endpointOf(example), changed);

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void refusesAVisitToNoChild() {
		String visit = HOME_VISIT.replaceAll("(?s)\"child\": \\{.*?\\},\\s*\"present\"", "\"present\"");

		Refusals.assertNames(this.trust.send("/health-visiting/home-visits", visit), 422, "child", "withdrawn");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.trust.send("/health-visiting/home-visits", HOME_VISIT, MediaType.APPLICATION_JSON,
				AgencyClient.token("gp", "Y99001")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private MvcTestResult sendExample(String example) {
		return this.trust.send(endpointOf(example), AgencyClient.example("health-visiting/" + example + ".json"));
	}

	private String endpointOf(String example) {
		return this.endpoints.notices()
			.stream()
			.filter((notice) -> notice.examples().contains("health-visiting/" + example + ".json"))
			.map((notice) -> "/health-visiting/" + notice.collection())
			.findFirst()
			.orElseThrow();
	}

}
