package org.mashhub.adapter.earlyhelp;

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
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.Sex;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.event.earlyhelp.v1.ConcernRaised;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentChanged;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentStatus;
import org.mashhub.event.earlyhelp.v1.EarlyHelpConcern;
import org.mashhub.event.earlyhelp.v1.SessionAttendanceRecorded;
import org.mashhub.event.earlyhelp.v1.StepUpRequested;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@AdapterTest
class EarlyHelpAdapterTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ORGANISATION = "harrow-vale-early-help";

	private final RecordedEvents events;

	private final AgencyEndpoints endpoints;

	private final AgencyClient service;

	EarlyHelpAdapterTest(RecordedEvents events, AgencyEndpoints endpoints, MockMvcTester http) {
		this.events = events;
		this.endpoints = endpoints;
		this.service = new AgencyClient(http, "early-help", ORGANISATION);
	}

	@Test
	void describesItselfAsItsDocumentSays() {
		OpenApiDocument.assertServed("early-help", this.service);
	}

	@Test
	void publishesAConcernWithTheMother() {
		assertThat(sendExample("concern")).hasStatus(HttpStatus.ACCEPTED);

		ConcernRaised event = this.events.last(ConcernRaised.class);
		assertThat(this.events.last().topic()).isEqualTo("early-help.concern-raised.v1");
		assertThat(this.events.last().key()).isEqualTo("early-help/CON-2026-0031");
		assertThat(event.getHeader().getAgency()).isEqualTo("early-help");
		assertThat(event.getHeader().getOrganisationCode()).isEqualTo(ORGANISATION);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.STANDARD);
		assertThat(event.getHeader().getFamilyInformed()).isEqualTo(FamilyInformed.YES);
		assertThat(event.getHeader().getLawfulBasis()).contains("Sch 1 para 18");
		assertThat(event.getKind()).isEqualTo(EarlyHelpConcern.PARENTING);
		assertThat(event.getSummary()).hasValueSatisfying((text) -> assertThat(text).contains("routines"));
		assertThat(event.getPeople()).extracting(PersonMention::getRef, PersonMention::getRole)
			.containsExactly(tuple("EH-20417", PersonRole.CHILD), tuple("EH-20418", PersonRole.MOTHER));
		assertThat(event.getPeople().getFirst().getIdentifiers()).extracting(Identifier::getScheme)
			.containsExactly("LA_CHILD_ID", "LOCAL");
		assertThat(event.getRelationships()).extracting("from", "kind", "to")
			.containsExactly(tuple("EH-20418", RelationshipKind.PARENT_OF, "EH-20417"));
	}

	@Test
	void describesAManWhomTheCentreDoesNotKnow() {
		sendExample("concern-unknown-adult");

		ConcernRaised event = this.events.last(ConcernRaised.class);
		assertThat(event.getKind()).isEqualTo(EarlyHelpConcern.UNKNOWN_ADULT);
		assertThat(event.getHeader().getHandling().getCode()).isEqualTo(HandlingCode.MASH_ONLY);
		PersonMention man = event.getPeople().getLast();
		assertThat(man.getRef()).isEqualTo("associate-1");
		assertThat(man.getUnidentified()).hasValueSatisfying((text) -> assertThat(text).contains("Daz"));
		assertThat(man.getBirth().orElseThrow().getEstimatedAge()).contains(25);
		assertThat(event.getRelationships()).isEmpty();
	}

	@Test
	void publishesAnAssessmentWithWhoLeadsAndWhoHelps() {
		assertThat(sendExample("assessment")).hasStatus(HttpStatus.ACCEPTED);

		EarlyHelpAssessmentChanged event = this.events.last(EarlyHelpAssessmentChanged.class);
		assertThat(this.events.last().topic()).isEqualTo("early-help.early-help-assessment-changed.v1");
		assertThat(event.getAssessmentId()).isEqualTo("EHA-5512");
		assertThat(event.getStatus()).isEqualTo(EarlyHelpAssessmentStatus.STARTED);
		assertThat(event.getEffectiveOn()).isEqualTo(LocalDate.of(2026, 2, 11));
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2026-02-11T00:00:00Z"));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
		assertThat(event.getDueOn()).contains(LocalDate.of(2026, 3, 25));
		assertThat(event.getLeadName()).contains("Joanne Pryce");
		assertThat(event.getLeadOrganisation()).contains("Fenbrook Children's Centre");
		assertThat(event.getLeadEmail()).contains("joanne.pryce@harrow-vale.example");
		assertThat(event.getMembers()).containsExactly("harrow-vale-community-health", "harrow-vale-homes");
	}

	@Test
	void publishesARecommendationThatNobodyLeadsYet() {
		sendExample("assessment-recommended");

		EarlyHelpAssessmentChanged event = this.events.last(EarlyHelpAssessmentChanged.class);
		assertThat(event.getStatus()).isEqualTo(EarlyHelpAssessmentStatus.RECOMMENDED);
		assertThat(event.getLeadName()).isEmpty();
		assertThat(event.getMembers()).isEmpty();
	}

	@Test
	void publishesThatAFamilyCameToASession() {
		assertThat(sendExample("session-attendance")).hasStatus(HttpStatus.ACCEPTED);

		SessionAttendanceRecorded event = this.events.last(SessionAttendanceRecorded.class);
		assertThat(this.events.last().topic()).isEqualTo("early-help.session-attendance-recorded.v1");
		assertThat(event.getSessionType()).contains("STAY_AND_PLAY");
		assertThat(event.getAttended()).isTrue();
		assertThat(event.getChildPresent()).contains(true);
		assertThat(event.getPeople().getLast().getAddress()).isEqualTo(event.getPeople().getFirst().getAddress());
	}

	@Test
	void publishesThatAFamilyDidNotCome() {
		sendExample("session-missed");

		SessionAttendanceRecorded event = this.events.last(SessionAttendanceRecorded.class);
		assertThat(event.getAttended()).isFalse();
		assertThat(event.getChildPresent()).isEmpty();
	}

	@Test
	void protectsTheAddressOfWhoeverLivesWithAProtectedChild() {
		this.service.send("/early-help/session-attendances", AgencyClient.example("early-help/session-attendance.json")
			.replace("\"address\": {", "\"addressProtected\": true, \"address\": {"));

		assertThat(this.events.last(SessionAttendanceRecorded.class).getPeople())
			.allSatisfy((person) -> assertThat(person.getAddressProtected()).isTrue());
	}

	@Test
	void publishesARequestToStepUp() {
		assertThat(sendExample("step-up-request")).hasStatus(HttpStatus.ACCEPTED);

		StepUpRequested event = this.events.last(StepUpRequested.class);
		assertThat(this.events.last().topic()).isEqualTo("early-help.step-up-requested.v1");
		assertThat(event.getRequestId()).isEqualTo("SU-2026-0007");
		assertThat(event.getRequestedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
		assertThat(event.getThresholdLevel()).contains(4);
		assertThat(event.getReasonCodes()).containsExactly("NEGLECT", "UNKNOWN_ADULTS_IN_HOME");
		assertThat(event.getSummary()).isPresent();
	}

	@Test
	void numbersARequestToStepUpByItsRecord() {
		this.service.send("/early-help/step-up-requests",
				AgencyClient.example("early-help/step-up-request.json")
					.replace("\"requestId\": \"SU-2026-0007\",", "")
					.replace("SU-2026-0007", "SU-9"));

		assertThat(this.events.last(StepUpRequested.class).getRequestId()).isEqualTo("SU-9");
	}

	@Test
	void readsARegisterAsACentreExportsIt() throws IOException {
		CsvMapping mapping = CsvMapping
			.read(new StringReader(AgencyClient.example("early-help/session-attendances-mapping.yml")));
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						AgencyClient.example("early-help/session-attendances.csv").getBytes(StandardCharsets.UTF_8)),
				SessionAttendanceNotice.class, mapping, 20_000);
		List<SessionAttendanceRecorded> attendances = new ArrayList<>();

		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			assertThat(this.service.send("/early-help/session-attendances",
					new String(line.get().json(), StandardCharsets.UTF_8)))
				.hasStatus(HttpStatus.ACCEPTED);
			attendances.add(this.events.last(SessionAttendanceRecorded.class));
		}

		assertThat(attendances).extracting((event) -> event.getHeader().getSourceRecordId())
			.containsExactly("REG-90001", "REG-90002", "REG-90003");
		assertThat(attendances).extracting(SessionAttendanceRecorded::getAttended).containsExactly(true, false, true);
		assertThat(attendances).extracting((event) -> event.getSessionType().orElseThrow())
			.containsExactly("STAY_AND_PLAY", "STAY_AND_PLAY", "BABY_MASSAGE");
		PersonMention ava = attendances.getFirst().getPeople().getFirst();
		assertThat(ava.getSex()).isEqualTo(Sex.FEMALE);
		assertThat(ava.getBirth().orElseThrow().getDate()).contains(LocalDate.of(2025, 9, 18));
		PersonMention ravi = attendances.get(1).getPeople().getFirst();
		assertThat(ravi.getBirth().orElseThrow().getMonth()).contains(2);
		assertThat(ravi.getAddress().orElseThrow().getLines()).containsExactly("Flat 2", "17 Quarry Court");
		assertThat(attendances.get(1).getPeople().getLast().getAddress()).isEqualTo(ravi.getAddress());
		assertThat(attendances.getLast().getRelationships()).extracting("kind")
			.containsExactly(RelationshipKind.GRANDPARENT_OF);
	}

	@Test
	void takesATableWhoseHeadingsAreFields() throws IOException {
		int before = this.events.size();
		String table = """
				record.id,record.system,record.recordedAt,child.id,child.surname,heldOn,attended
				REG-1,eStart,03/03/2026 12:10,EH-1,Marlow,03/03/2026,yes
				REG-2,eStart,03/03/2026 12:10,EH-2,Anand,03/03/2026,perhaps
				""";

		MvcTestResult answer = this.service.send("/early-help/session-attendances", table,
				MediaType.parseMediaType("text/csv"), AgencyClient.token("early-help", ORGANISATION));

		assertThat(answer).bodyText().contains("\"accepted\":1", "\"refused\":1", "attended").doesNotContain("perhaps");
		assertThat(this.events.size()).isEqualTo(before + 1);
	}

	@Test
	void acceptsEveryExampleThatItShips() throws IOException {
		Set<String> sent = new TreeSet<>();
		for (NoticeType<?> notice : this.endpoints.notices()) {
			for (String example : notice.examples()) {
				assertThat(this.service.send("/early-help/" + notice.collection(), AgencyClient.example(example)))
					.as(example)
					.hasStatus(HttpStatus.ACCEPTED);
				sent.add(example.substring(example.indexOf('/') + 1));
			}
		}
		assertThat(this.service.put("/early-help/feeds", AgencyClient.example("early-help/feeds.json"))).hasStatusOk();
		sent.add("feeds.json");
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath:examples/early-help/*.json"))
			.extracting(Resource::getFilename)
			.containsExactlyInAnyOrderElementsOf(sent);
	}

	@Test
	void withdrawsARecordOfEachKindWithoutNamingAnybodyAgain() {
		for (NoticeType<?> notice : this.endpoints.notices()) {
			ObjectNode record = (ObjectNode) JSON.readTree(AgencyClient.example(notice.examples().getFirst()));
			record.withObject("record").put("version", 9).put("state", "RETRACTED");
			record.remove(List.of("child", "family"));

			assertThat(this.service.send("/early-help/" + notice.collection(), record.toString()))
				.as(notice.collection())
				.hasStatus(HttpStatus.ACCEPTED);

			SpecificRecord event = this.events.last().event();
			assertThat(event.get(event.getSchema().getField("people").pos())).as(notice.collection())
				.isEqualTo(List.of());
			assertThat(((EventHeader) event.get(0)).getRecordState()).isEqualTo(RecordState.RETRACTED);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					concern ~ "PARENTING" ~ "BEDTIMES" ~ kind ~ UNKNOWN_ADULT ~ 400
					concern ~ LA900417 ~ LA-900417 ~ child.laChildId ~ letters and digits ~ 422
					concern ~ 2025-09-18 ~ 2025-09-31 ~ child.dateOfBirth ~ YYYY-MM-DD ~ 422
					concern ~ "id": "EH-20418", ~ "id": "EH-20417", ~ family[0] ~ once ~ 422
					concern ~ "child": ~ "toddler": ~ toddler ~ spelling ~ 400
					concern-unknown-adult ~ "description" ~ "address": null, "knownAs": " ", "phone" ~ family[0].phone ~ digits ~ 422
					assessment ~ "assessmentId": "EHA-5512", ~ ~ assessmentId ~ Send this field ~ 422
					assessment ~ "STARTED" ~ "BEGUN" ~ status ~ RECOMMENDED ~ 400
					assessment ~ joanne.pryce@harrow-vale.example ~ Joanne's ~ lead.email ~ one address ~ 422
					assessment ~ "name": "Joanne Pryce", ~ ~ lead.name ~ not blank ~ 422
					assessment ~ 2026-03-25 ~ 2099-03-25 ~ dueOn ~ ten years ~ 422
					assessment ~ "harrow-vale-homes" ~ " " ~ members[1] ~ not blank ~ 422
					session-attendance ~ STAY_AND_PLAY ~ Stay and play ~ sessionType ~ capitals ~ 422
					session-attendance ~ "attended": true, ~ ~ attended ~ Send this field ~ 422
					session-attendance ~ "attended": true ~ "attended": false ~ childPresent ~ attended true ~ 422
					session-attendance ~ "heldOn": "2026 ~ "heldOn": "2099 ~ heldOn ~ today ~ 422
					session-attendance ~ ZZ99 3WZ ~ Mill Row ~ child.address.postcode ~ inward part ~ 422
					session-attendance ~ "MOTHER" ~ "MUM" ~ family[0].relationToChild ~ MOTHER ~ 400
					step-up-request ~ "thresholdLevel": 4 ~ "thresholdLevel": 5 ~ thresholdLevel ~ 4 or less ~ 422
					step-up-request ~ "NEGLECT" ~ "home conditions" ~ reasonCodes[0] ~ capitals ~ 422
					step-up-request ~ "requestedOn": "2026-03-02", ~ ~ requestedOn ~ Send this field ~ 422
					""")
	void namesFieldAndRemedyAndNeverRepeatsTheValue(String example, String right, String wrong, String field,
			String remedy, int status) {
		int before = this.events.size();
		String record = AgencyClient.example("early-help/" + example + ".json");
		String changed = record.replace(right, (wrong != null) ? wrong : "");
		assertThat(changed).isNotEqualTo(record);

		MvcTestResult answer = this.service.send(endpointOf(example), changed);

		Refusals.assertNames(answer, status, field, remedy);
		if (wrong != null && !wrong.contains("\"")) {
			assertThat(answer).bodyText().doesNotContain(wrong);
		}
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void refusesARecordOfNoChild() {
		String concern = AgencyClient.example("early-help/concern.json").replaceAll("(?m)^ *\"child\":.*\\R", "");

		Refusals.assertNames(this.service.send("/early-help/concerns", concern), 422, "child", "withdrawn");
	}

	@Test
	void refusesAnotherAgencysToken() {
		assertThat(this.service.send("/early-help/concerns", AgencyClient.example("early-help/concern.json"),
				MediaType.APPLICATION_JSON, AgencyClient.token("education", "harrow-vale-schools")))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	private MvcTestResult sendExample(String example) {
		return this.service.send(endpointOf(example), AgencyClient.example("early-help/" + example + ".json"));
	}

	private String endpointOf(String example) {
		return this.endpoints.notices()
			.stream()
			.filter((notice) -> notice.examples().contains("early-help/" + example + ".json"))
			.map((notice) -> "/early-help/" + notice.collection())
			.findFirst()
			.orElseThrow();
	}

}
