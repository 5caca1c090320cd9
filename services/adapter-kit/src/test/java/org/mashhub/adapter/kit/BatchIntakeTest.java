package org.mashhub.adapter.kit;

import java.io.UnsupportedEncodingException;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.sample.SampleService;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.hub.v1.RecordRejected;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@AdapterTest
@ContextConfiguration(classes = SampleService.class)
class BatchIntakeTest {

	private static final MediaType NDJSON = MediaType.parseMediaType(NoticeEndpoint.NDJSON);

	private static final MediaType CSV = MediaType.parseMediaType(NoticeEndpoint.CSV);

	private static final String GOOD = """
			{"record":{"id":"S-%d","system":"Sample","recordedAt":"2025-11-01T10:00:00Z"},"note":"A note"}
			""";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final RecordedEvents events;

	private final AgencyClient agency;

	BatchIntakeTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.agency = new AgencyClient(http, "sample", "ORG1");
	}

	@Test
	void takesEachLineAndNeverStopsAtABadOne() throws UnsupportedEncodingException {
		int before = this.events.size();

		List<JsonNode> results = send(
				GOOD.formatted(1) + "{\"record\":\n" + GOOD.formatted(2).replace("A note", " ") + GOOD.formatted(3),
				NDJSON);

		assertThat(this.events.size()).isEqualTo(before + 2);
		assertThat(results).extracting((result) -> result.path("status").asInt(0))
			.containsExactly(202, 400, 422, 202, 0);
		assertThat(results.get(2).at("/line").asInt()).isEqualTo(3);
		assertThat(results.get(2).at("/errors/0/field").asString()).isEqualTo("note");
		assertThat(results.get(2).at("/errors/0/remedy").asString()).contains("not blank");
		assertThat(results.getLast().path("accepted").asInt()).isEqualTo(2);
		assertThat(results.getLast().path("refused").asInt()).isEqualTo(2);
		assertThat(results.getLast().has("resumeAtLine")).isFalse();
	}

	@Test
	void keepsARefusedLineForMending() throws UnsupportedEncodingException {
		List<JsonNode> results = send(GOOD.formatted(1).replace("A note", " "), NDJSON);

		RecordedEvents.Entry kept = this.events.rejected().getLast();
		assertThat(kept.key()).isEqualTo("sample/ORG1/" + results.getFirst().path("rejectionId").asString());
		assertThat(kept.event()).isInstanceOfSatisfying(RecordRejected.class, (rejected) -> {
			assertThat(rejected.getPath()).isEqualTo("/sample/notes");
			assertThat(rejected.getSourceLine()).contains(1);
			assertThat(UTF_8.decode(rejected.getBody()).toString()).contains("\"S-1\"");
			assertThat(rejected.getErrors()).extracting((error) -> error.getField()).containsExactly("note");
		});
	}

	@Test
	void takesMoreRecordsThanItHoldsAtOnceInTheirOrder() throws UnsupportedEncodingException {
		StringBuilder many = new StringBuilder();
		for (int number = 1; number <= 1200; number++) {
			many.append(GOOD.formatted(number));
		}

		List<JsonNode> results = send(many.toString(), NDJSON);

		assertThat(results).hasSize(1201);
		assertThat(results.get(1199).path("line").asInt()).isEqualTo(1200);
		assertThat(results.getLast().path("accepted").asInt()).isEqualTo(1200);
	}

	@Test
	void takesATable() throws UnsupportedEncodingException {
		List<JsonNode> results = send("""
				record.id,record.system,record.recordedAt,note
				S-1,Sample,01/11/2025 10:00,A note
				S-2,Sample,31/11/2025 10:00,A note
				""", CSV);

		assertThat(results).extracting((result) -> result.path("status").asInt(0)).containsExactly(202, 400, 0);
		assertThat(results.get(1).at("/errors/0/field").asString()).isEqualTo("record.recordedAt");
		assertThat(this.events.last().key()).isEqualTo("sample/S-1");
	}

	@Test
	void takesATableInTheOrganisationsOwnWords() throws UnsupportedEncodingException {
		String mapping = "columns: { Ref: record.id, Written: record.recordedAt, Text: note }\n"
				+ "constants: { record.system: Ledger }";

		List<JsonNode> results = results(this.agency.sendWithHeader("/sample/notes",
				"Ref;Written;Text\nR-7;01/11/2025 10:00;Hello\nR-8;;Hello\n", CSV, CsvMapping.HEADER,
				Base64.getEncoder().encodeToString(mapping.getBytes(UTF_8))));

		assertThat(this.events.last().key()).isEqualTo("sample/R-7");
		assertThat(results.get(1).at("/errors/0/field").asString()).isEqualTo("Written (record.recordedAt)");
	}

	@Test
	void refusesWhatTheFileHasSaidOtherwiseUnderTheSameNumberAndVersion() throws UnsupportedEncodingException {
		int before = this.events.size();
		int kept = this.events.rejected().size();

		List<JsonNode> results = send("""
				record.id,record.system,record.recordedAt,note
				S-1,Sample,01/11/2025 10:00,A note
				S-2,Sample,01/11/2025 10:00,A note
				S-1,Sample,01/11/2025 10:00,Another note
				S-1,Sample,01/11/2025 10:00,A note
				S-1,Sample,01/11/2025 10:01,Another note
				""", CSV);

		assertThat(results).extracting((result) -> result.path("status").asInt(0))
			.as("another note of the same version would have no effect; the same note may, a later version has")
			.containsExactly(202, 202, 422, 202, 202, 0);
		assertThat(results.get(2).at("/errors/0/field").asString()).isEqualTo("record.id");
		assertThat(results.get(2).at("/errors/0/remedy").asString()).contains("one after the other", "was taken",
				"higher record.version", "later record.recordedAt");
		assertThat(this.events.size()).isEqualTo(before + 4);
		assertThat(results.get(2).has("rejectionId")).as("sent again as it is it would have no effect").isFalse();
		assertThat(this.events.rejected()).hasSize(kept);
	}

	@Test
	void takesTheSameInOtherWordsForTheSame() throws UnsupportedEncodingException {
		String line = GOOD.formatted(1).replace("\"Sample\"", "\"Sample\",\"version\":7");

		List<JsonNode> results = send(
				line + line.replace("10:00:00Z", "11:00:00+01:00") + line.replace("10:00:00Z", "11:00:00Z"), NDJSON);

		assertThat(results).extracting((result) -> result.path("status").asInt(0))
			.as("the same moment by another clock, and another moment")
			.containsExactly(202, 202, 422, 0);
	}

	@Test
	void saysInADryRunThatARecordComesBackAndNotThatItWasTaken() throws UnsupportedEncodingException {
		List<JsonNode> results = results(this.agency.sendWithHeader("/sample/notes",
				GOOD.formatted(1) + GOOD.formatted(1).replace("A note", "Another"), NDJSON, NoticeEndpoint.DRY_RUN,
				"true"));

		assertThat(results.get(1).path("status").asInt(0)).isEqualTo(422);
		assertThat(results.get(1).at("/errors/0/remedy").asString()).contains("one after the other")
			.doesNotContain("was taken");
	}

	@Test
	void refusesATableWhoseHeadingsMeanNothingAsAWhole() {
		MvcTestResult answer = this.agency.send("/sample/notes", "Ref,Text\n1,2\n", CSV,
				AgencyClient.token("sample", "ORG1"));

		assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].remedy").asString().contains("mapping");
	}

	@Test
	void saysInADryRunWhatWouldHappenAndPublishesNothing() throws UnsupportedEncodingException {
		int before = this.events.size();

		MvcTestResult one = this.agency.sendWithHeader("/sample/notes", GOOD.formatted(1), MediaType.APPLICATION_JSON,
				NoticeEndpoint.DRY_RUN, "true");
		MvcTestResult batch = this.agency.sendWithHeader("/sample/notes", GOOD.formatted(1) + "{}\n", NDJSON,
				NoticeEndpoint.DRY_RUN, "true");

		assertThat(one).hasStatusOk();
		assertThat(one).bodyJson().extractingPath("$.wouldPublish").isEqualTo("housing.household-moved.v1");
		List<JsonNode> results = results(batch);
		assertThat(results).extracting((result) -> result.path("status").asInt(0)).containsExactly(200, 422, 0);
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void describesTheBatch() {
		MvcTestResult answer = this.agency.fetch("/v3/api-docs");

		assertThat(answer).bodyJson()
			.extractingPath("$.paths['/sample/notes'].post.requestBody.content")
			.asMap()
			.containsKeys("application/json", NoticeEndpoint.NDJSON, NoticeEndpoint.CSV);
	}

	private List<JsonNode> send(String body, MediaType type) throws UnsupportedEncodingException {
		return results(this.agency.send("/sample/notes", body, type, AgencyClient.token("sample", "ORG1")));
	}

	private static List<JsonNode> results(MvcTestResult answer) throws UnsupportedEncodingException {
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsString().lines().map(JSON::readTree).toList();
	}

}
