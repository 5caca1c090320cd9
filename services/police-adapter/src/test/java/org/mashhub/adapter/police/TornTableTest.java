package org.mashhub.adapter.police;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.event.police.v1.IncidentLogged;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** A table in which the rows of a record are apart, sent without looking through it. */
@AdapterTest
class TornTableTest {

	private static final JsonMapper JSON = new JsonMapper();

	private static final String MAPPING = AgencyClient.example("police/incidents-mapping.yml");

	private static final List<String> EXAMPLE = AgencyClient.example("police/incidents.csv").lines().toList();

	private static final String HEADING = EXAMPLE.get(0) + "\n";

	private static final String FIRST_PERSON = EXAMPLE.get(1) + "\n";

	private static final String SECOND_PERSON = EXAMPLE.get(2) + "\n";

	private static final String ANOTHER_RECORD = FIRST_PERSON.replace("LOG-2025-0311-0482", "LOG-2025-0311-0999");

	private final RecordedEvents events;

	private final AgencyClient police;

	TornTableTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.police = new AgencyClient(http, "police", "FENSHIRE-POLICE");
	}

	@Test
	void whatIsRefusedIsWholeAgainOnceTheRemedyIsFollowed() throws UnsupportedEncodingException {
		List<JsonNode> torn = send(HEADING + FIRST_PERSON + ANOTHER_RECORD + SECOND_PERSON);
		IncidentLogged part = (IncidentLogged) this.events.all().get(this.events.size() - 2).event();

		assertThat(torn).extracting((result) -> result.path("status").asInt(0)).containsExactly(202, 202, 422, 0);
		assertThat(torn.get(2).at("/errors/0/field").asString()).isEqualTo("Log No (record.id)");
		assertThat(torn.get(2).at("/errors/0/remedy").asString()).contains("whole record", "later record.recordedAt");
		assertThat(part.getPeople()).as("the first part has gone out").hasSize(1);

		send(HEADING + FIRST_PERSON + SECOND_PERSON + ANOTHER_RECORD);
		IncidentLogged sortedOnly = (IncidentLogged) this.events.all().get(this.events.size() - 2).event();
		assertThat(sortedOnly.getHeader().getSourceVersion()).as("sorting alone leaves the version, and no effect")
			.isEqualTo(part.getHeader().getSourceVersion());

		List<JsonNode> mended = send(
				(HEADING + FIRST_PERSON + SECOND_PERSON).replace("11/03/2025 23:05", "12/03/2025 09:00"));
		IncidentLogged whole = this.events.last(IncidentLogged.class);

		assertThat(mended.getFirst().path("status").asInt(0)).isEqualTo(202);
		assertThat(whole.getHeader().getSourceRecordId()).isEqualTo(part.getHeader().getSourceRecordId());
		assertThat(whole.getHeader().getSourceVersion()).isGreaterThan(part.getHeader().getSourceVersion());
		assertThat(whole.getPeople()).hasSize(2);
	}

	private List<JsonNode> send(String table) throws UnsupportedEncodingException {
		MvcTestResult answer = this.police.sendWithHeader("/police/incidents", table, MediaType.valueOf("text/csv"),
				CsvMapping.HEADER, Base64.getEncoder().encodeToString(MAPPING.getBytes(StandardCharsets.UTF_8)));
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsString().lines().map(JSON::readTree).toList();
	}

}
