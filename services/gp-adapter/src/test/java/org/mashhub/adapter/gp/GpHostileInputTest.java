package org.mashhub.adapter.gp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is sent, it is the sender who is told to mend it. */
@AdapterTest
class GpHostileInputTest {

	private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

	private static final String NO_SHOW = AgencyClient.example("gp/appointment-noshow.json");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> HOSTILE = List.of("null", "[]", "{}", "[[]]", "-1", "1e400", "true", "\"\"",
			"\"\\u0000\"", "{\"reference\":\"#patient\"}", "[null]", "[{\"extension\":[{}]}]");

	private final RecordedEvents events;

	private final MockMvcTester http;

	GpHostileInputTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.http = http;
	}

	@ParameterizedTest
	@ValueSource(strings = { "appointment-rebooked", "flag", "immunization-recommendation-overdue",
			"immunization-declined", "patient-deceased", "patient-registered", "bundle-message" })
	void neverFailsItselfWhateverStandsInPlaceOfAnElement(String example) {
		String body = AgencyClient.example("gp/" + example + ".json");
		for (String hostile : HOSTILE) {
			for (String mutant : mutants(body, hostile)) {
				MvcTestResult answer = post("/gp/fhir", mutant.getBytes(StandardCharsets.UTF_8), FHIR);

				assertThat(answer.getResponse().getStatus()).as(mutant).isLessThan(500);
				assertThat(answer).bodyText().as(mutant).doesNotContain("\"status\":500");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-16", "UTF-32", "ISO-8859-1", "windows-1252" })
	void refusesAnotherEncodingThanUtf8(String encoding) {
		byte[] body = NO_SHOW.replace("Kelly", "Kell\u00e9").getBytes(Charset.forName(encoding));

		MvcTestResult answer = post("/gp/fhir/Appointment", body, FHIR);

		assertThat(answer).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(answer).bodyJson().extractingPath("$.errors[0].remedy").asString().contains("UTF-8");
	}

	@Test
	void readsUtf8WithAMarkAsSpreadsheetToolsWriteIt() {
		assertThat(post("/gp/fhir/Appointment", ("\ufeff" + NO_SHOW).getBytes(StandardCharsets.UTF_8), FHIR))
			.hasStatus(HttpStatus.ACCEPTED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 60, 450, 100_000 })
	void refusesDeepNesting(int depth) {
		String nested = "{\"extension\":[".repeat(depth) + "]}".repeat(depth);
		String body = NO_SHOW.replaceFirst("\"status\": \"noshow\"",
				"\"status\": \"noshow\", \"extension\": [" + nested + "]");

		assertThat(post("/gp/fhir/Appointment", body.getBytes(StandardCharsets.UTF_8), FHIR)).hasStatus4xxClientError();
		assertThat(post("/gp/fhir", (body.replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8),
				MediaType.parseMediaType("application/fhir+ndjson")))
			.hasStatusOk()
			.bodyText()
			.contains("\"refused\":1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e999999999", "-1e999999999", "1E400", "123456789012345678901234567890" })
	void refusesNumbersOutOfAllProportion(String number) {
		String body = NO_SHOW.replaceFirst("\"status\": \"noshow\"",
				"\"status\": \"noshow\", \"minutesDuration\": " + number);

		assertThat(post("/gp/fhir/Appointment", body.getBytes(StandardCharsets.UTF_8), FHIR))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(post("/gp/fhir", (body.replace("\n", " ") + "\n").getBytes(StandardCharsets.UTF_8),
				MediaType.parseMediaType("application/fhir+ndjson")))
			.hasStatusOk()
			.bodyText()
			.contains("\"refused\":1");
	}

	@ParameterizedTest
	@CsvSource({ "\\u0000", "\\u001b", "\\ud800" })
	void refusesCharactersThatAreNoText(String character) {
		assertThat(post("/gp/fhir/Appointment", NO_SHOW.replace("Kelly", character).getBytes(StandardCharsets.UTF_8),
				FHIR))
			.hasStatus(HttpStatus.BAD_REQUEST);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/fhir+xml", "application/xml", "text/xml", "text/csv", "text/plain",
			"application/octet-stream" })
	void refusesAnotherFormatThanJson(String type) {
		byte[] body = "<Appointment xmlns=\"http://hl7.org/fhir\"/>".getBytes(StandardCharsets.UTF_8);

		assertThat(post("/gp/fhir", body, MediaType.parseMediaType(type))).hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE)
			.bodyJson()
			.extractingPath("$.remedy")
			.asString()
			.contains("application/fhir+json");
		if (!type.equals("text/csv")) {
			assertThat(post("/gp/fhir/Appointment", body, MediaType.parseMediaType(type)))
				.hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "null", "[]", "7", "\"text\"", "{}", "{} {}", "{\"resourceType\":7}",
			"{\"resourceType\":\"Appointment\"} trailing",
			"{\"resourceType\":\"Appointment\",\"id\":\"a\",\"id\":\"b\"}" })
	void refusesWhatIsNoResource(String body) {
		int before = this.events.size();

		MvcTestResult answer = post("/gp/fhir", body.getBytes(StandardCharsets.UTF_8), FHIR);

		assertThat(answer).hasStatus4xxClientError().hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
		assertThat(this.events.size()).isEqualTo(before);
	}

	@Test
	void refusesABodyBeyondTheLimit() {
		byte[] body = NO_SHOW.replace("Kelly", "K".repeat(300_000)).getBytes(StandardCharsets.UTF_8);

		assertThat(post("/gp/fhir", body, FHIR)).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
	}

	/** The body once for each of its elements, with something else in its place. */
	private static List<String> mutants(String body, String hostile) {
		List<String> mutants = new ArrayList<>();
		JsonNode root = JSON.readTree(body);
		visit(root, (undo) -> mutants.add(JSON.writeValueAsString(root)), new RawValue(hostile));
		return mutants;
	}

	private static void visit(JsonNode node, Consumer<JsonNode> mutated, RawValue hostile) {
		if (node instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				JsonNode original = object.get(name);
				object.putRawValue(name, hostile);
				mutated.accept(original);
				object.set(name, original);
				visit(original, mutated, hostile);
			}
		}
		else if (node instanceof ArrayNode array) {
			array.forEach((item) -> visit(item, mutated, hostile));
		}
	}

	private MvcTestResult post(String path, byte[] body, MediaType type) {
		return this.http.post()
			.uri(path)
			.contentType(type)
			.content(body)
			.with(AgencyClient.token("gp", "Y99001"))
			.exchange();
	}

}
