package org.mashhub.standalone.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of connections agrees with itself, and the linking is not worse. */
class ConnectionsCommandTest {

	@Test
	void comparesTheHubsConnectionsWithThoseOfPerfectLinkingAndWithTheTruth(@TempDir Path population) {
		Mash.commandLine()
			.execute("population", "generate", "--people", "1500", "--seed", "7", "--out", population.toString());

		JsonNode figures = measured(population);

		int perfect = figures.at("/perfect/connections").asInt();
		int hub = figures.at("/hub/connections").asInt();
		int agreed = figures.at("/agreed").asInt();
		assertThat(figures.at("/children").asInt()).isGreaterThan(100);
		assertThat((double) agreed / hub).isGreaterThan(0.98);
		assertThat((double) agreed / perfect).isGreaterThan(0.95);
		JsonNode mothers = figures.at("/byReason/MOTHER");
		assertThat(mothers.get("all").asInt()).isGreaterThan(100);
		assertThat(mothers.get("hub").asDouble() / mothers.get("all").asInt()).isGreaterThan(0.95);
		assertThat(figures.at("/alerts/A01").asInt()).isPositive();
		assertThat(figures.at("/questions").asInt()).isPositive();
		assertThat(figures.at("/byOrigin").valueStream().mapToInt((origin) -> origin.get("of").asInt()).sum())
			.isEqualTo(perfect);
		assertThat(figures.at("/byReason").valueStream().mapToInt((reason) -> reason.get("hub").asInt()).sum())
			.isEqualTo(figures.at("/hub/real").asInt());
	}

	@Test
	void saysWhatIsMissingWhereThereIsNoPopulation(@TempDir Path nothing) {
		assertThat(Mash.commandLine().execute("bench", "connections", nothing.toString())).isEqualTo(Mash.COULD_NOT);
	}

	private static JsonNode measured(Path population) {
		PrintStream before = System.out;
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
		try {
			assertThat(Mash.commandLine().execute("bench", "connections", population.toString(), "--json")).isZero();
		}
		finally {
			System.setOut(before);
		}
		return JsonMapper.shared().readTree(said.toString(StandardCharsets.UTF_8));
	}

}
