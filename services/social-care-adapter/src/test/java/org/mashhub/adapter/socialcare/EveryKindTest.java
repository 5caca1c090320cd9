package org.mashhub.adapter.socialcare;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;
import org.mashhub.adapter.kit.lines.CsvLines;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.NoticeLine;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.socialcare.v1.AssessmentCompleted;
import org.mashhub.event.socialcare.v1.ChildSeen;
import org.mashhub.event.socialcare.v1.ContactReceived;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every kind of record, and how tables become records. */
@AdapterTest
class EveryKindTest {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> PEOPLE = List.of("child", "children", "family", "present", "person");

	private final RecordedEvents events;

	private final AgencyClient council;

	private final AgencyEndpoints endpoints;

	EveryKindTest(RecordedEvents events, MockMvcTester http, AgencyEndpoints endpoints) {
		this.events = events;
		this.endpoints = endpoints;
		this.council = new AgencyClient(http, "social-care", "999");
	}

	@Test
	void acceptsEveryExample() throws IOException {
		List<String> sent = new ArrayList<>();

		for (NoticeType<?> kind : this.endpoints.notices()) {
			for (String example : kind.examples()) {
				assertThat(send(kind, AgencyClient.example(example))).as(example).hasStatus(HttpStatus.ACCEPTED);
				sent.add(example.substring("social-care/".length()));
			}
		}

		assertThat(sent).hasSize(31);
		assertThat(this.council.put("/social-care/feeds", AgencyClient.example("social-care/feeds.json")))
			.hasStatusOk();
		sent.add("feeds.json");
		assertThat(new PathMatchingResourcePatternResolver().getResources("classpath*:examples/social-care/*.json"))
			.extracting(Resource::getFilename)
			.containsExactlyInAnyOrderElementsOf(sent);
	}

	@Test
	void withdrawsEveryKindWithoutNamingAnybodyAgain() {
		for (NoticeType<?> kind : this.endpoints.notices()) {
			ObjectNode withdrawn = withoutPeople(kind);
			withdrawn.withObject("record").put("version", 9).put("state", "RETRACTED");

			assertThat(send(kind, withdrawn.toString())).as(kind.collection()).hasStatus(HttpStatus.ACCEPTED);

			SpecificRecord event = this.events.last().event();
			assertThat(event.get(0)).isInstanceOfSatisfying(EventHeader.class, (header) -> {
				assertThat(header.getRecordState()).isEqualTo(RecordState.RETRACTED);
				assertThat(header.getSourceVersion()).isEqualTo(9);
			});
			assertThat((List<?>) event.get(1)).as(kind.collection()).isEmpty();
		}
	}

	/** Cover may hold for all of a practitioner's work; nothing else is about nobody. */
	@Test
	void refusesEveryOtherKindThatStandsAndNamesNoChild() {
		for (NoticeType<?> kind : this.endpoints.notices()) {
			if (!kind.collection().equals("cover")) {
				MvcTestResult answer = send(kind, withoutPeople(kind).toString());

				Refusals.assertNames(answer, 422, kind.collection().startsWith("assessments") ? "children" : "child",
						"only a withdrawn record may name nobody");
			}
		}
	}

	/** Whatever a record says, it says it of the children whom it names. */
	@Test
	void namesTheChildInEveryEvent() {
		for (NoticeType<?> kind : this.endpoints.notices()) {
			send(kind, AgencyClient.example(kind.examples().getFirst()));

			assertThat((List<?>) this.events.last().event().get(1)).as(kind.collection())
				.first()
				.isInstanceOfSatisfying(PersonMention.class,
						(child) -> assertThat(child.getRef()).isEqualTo("LA900417"));
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void takesAnExtractOfTheStandardSafeguardingDataset(String table, Class<?> form, int expected) throws IOException {
		int before = this.events.size();

		for (String record : records(table, form)) {
			assertThat(this.council.send("/social-care/" + table, record)).as(record).hasStatus(HttpStatus.ACCEPTED);
		}

		assertThat(this.events.size() - before).isEqualTo(expected);
	}

	static List<Arguments> tables() {
		return List.of(Arguments.of("contacts", ContactNotice.class, 3),
				Arguments.of("assessments", AssessmentNotice.class, 2));
	}

	@Test
	void readsAContactFromATable() throws IOException {
		this.council.send("/social-care/contacts", records("contacts", ContactNotice.class).getFirst());

		ContactReceived event = this.events.last(ContactReceived.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("CON-2025-6601");
		assertThat(event.getReportedAt()).isEqualTo("2025-11-06T09:40:00Z");
		assertThat(event.getConcernCategories()).containsExactly("UNKNOWN_ADULTS", "NEGLECT");
		assertThat(event.getPeople()).singleElement().satisfies((child) -> {
			assertThat(child.getRef()).isEqualTo("LA900417");
			assertThat(child.getBirth().orElseThrow().getDate()).contains(LocalDate.of(2025, 9, 18));
		});
	}

	@Test
	void readsAnAssessmentFromOneRowAChild() throws IOException {
		this.council.send("/social-care/assessments", records("assessments", AssessmentNotice.class).getFirst());

		AssessmentCompleted event = this.events.last(AssessmentCompleted.class);
		assertThat(event.getHeader().getSourceRecordId()).isEqualTo("CFA-2025-6610-C");
		assertThat(event.getAssessmentId()).isEqualTo("CFA-2025-6610");
		assertThat(event.getChildren()).extracting("childRef").containsExactly("LA900417", "LA900418");
		assertThat(event.getChildren()).extracting("childSeen")
			.containsExactly(ChildSeen.NOT_RECORDED, ChildSeen.NOT_SEEN);
		assertThat(event.getChildren().getFirst().getFactorCodes()).containsExactly("2B", "3B", "16A");
	}

	private MvcTestResult send(NoticeType<?> kind, String body) {
		return this.council.send("/social-care/" + kind.collection(), body);
	}

	private static ObjectNode withoutPeople(NoticeType<?> kind) {
		ObjectNode record = (ObjectNode) JSON.readTree(AgencyClient.example(kind.examples().getFirst()));
		record.remove(PEOPLE);
		return record;
	}

	private static List<String> records(String table, Class<?> form) throws IOException {
		CsvLines lines = new CsvLines(
				new ByteArrayInputStream(
						AgencyClient.example("social-care/" + table + ".csv").getBytes(StandardCharsets.UTF_8)),
				form, CsvMapping.read(new StringReader(AgencyClient.example("social-care/" + table + "-mapping.yml"))),
				10_000);
		List<String> records = new ArrayList<>();
		for (Optional<NoticeLine> line = lines.next(); line.isPresent(); line = lines.next()) {
			records.add(new String(line.get().json(), StandardCharsets.UTF_8));
		}
		return records;
	}

}
