package org.mashhub.standalone;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.scenario.DemoFeeds;

import static org.assertj.core.api.Assertions.assertThat;

/** The examples of declarations that the adapters ship. */
class DemoFeedsTest {

	static List<String> agencies() {
		return List.copyOf(DemoOrganisations.BY_AGENCY.keySet());
	}

	@ParameterizedTest
	@MethodSource("agencies")
	void nameEveryEventOfTheirAgencyOnce(String agency) {
		List<String> declared = new JsonMapper().readTree(DemoFeeds.of(agency))
			.path("feeds")
			.valueStream()
			.map((feed) -> feed.path("eventType").asString())
			.toList();

		assertThat(declared).containsExactlyInAnyOrderElementsOf(Contracts.all()
			.stream()
			.filter((contract) -> contract.topic().startsWith(agency + "."))
			.map((contract) -> contract.schema().getName())
			.toList());
	}

}
