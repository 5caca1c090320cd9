package org.mashhub.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The dashboards are what Grafana takes, and Prometheus understands every question in
 * them.
 */
class DashboardsTest {

	@Test
	void areThreeThatAskTheDataSourceThatIsProvisioned() {
		Object sources = Monitoring.yaml(Monitoring.FOLDER.resolve("grafana/provisioning/datasources/datasources.yml"));

		assertThat(sources.toString()).contains("uid=prometheus", "type=prometheus");
		assertThat(Monitoring.dashboards()).extracting((dashboard) -> dashboard.path("uid").asString())
			.containsExactly("correlation", "feeds", "people-told");
		assertThat(panels()).isNotEmpty().allSatisfy((panel) -> {
			assertThat(panel.path("title").asString()).isNotBlank();
			assertThat(panel.path("description").asString()).isNotBlank();
			assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("prometheus");
			assertThat(panel.path("targets").valueStream()).isNotEmpty().allSatisfy((target) -> {
				assertThat(target.path("expr").asString()).isNotBlank();
				assertThat(target.path("datasource").path("uid").asString()).isEqualTo("prometheus");
			});
		});
	}

	@Test
	void noPanelLiesOnAnother() {
		for (JsonNode dashboard : Monitoring.dashboards()) {
			List<Place> places = dashboard.path("panels").valueStream().map(Place::of).toList();
			for (Place one : places) {
				assertThat(one.x() + one.w()).isLessThanOrEqualTo(24);
				assertThat(places).filteredOn((other) -> other.id() != one.id())
					.noneMatch((other) -> other.overlaps(one));
			}
		}
	}

	@Test
	void everyRecordedSeriesIsRecorded() {
		List<String> recorded = Monitoring.recorded();
		List<String> used = new ArrayList<>(Monitoring.queries());
		used.addAll(Monitoring.ruleExpressions());

		assertThat(used.stream().flatMap((query) -> Monitoring.recordedIn(query).stream())).isNotEmpty()
			.allSatisfy((name) -> assertThat(recorded).contains(name));
	}

	@Test
	void prometheusUnderstandsEveryQuestion(@TempDir Path folder) throws IOException, InterruptedException {
		assumeTrue(Monitoring.hasPromtool(), "promtool is not installed");
		List<Map<String, String>> rules = new ArrayList<>();
		for (String query : Monitoring.queries()) {
			Map<String, String> rule = new LinkedHashMap<>();
			rule.put("record", "dashboard:query:" + rules.size());
			rule.put("expr", query.replace("$__rate_interval", "1m"));
			rules.add(rule);
		}
		Path file = folder.resolve("queries.yml");
		Files.writeString(file, new Yaml().dump(Map.of("groups", List.of(Map.of("name", "queries", "rules", rules)))));

		Process promtool = new ProcessBuilder("promtool", "check", "rules", file.toString()).redirectErrorStream(true)
			.start();
		String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

		assertThat(promtool.waitFor()).as(said).isZero();
		assertThat(said).contains(rules.size() + " rules found");
	}

	private static List<JsonNode> panels() {
		return Monitoring.dashboards().stream().flatMap((dashboard) -> dashboard.path("panels").valueStream()).toList();
	}

	private record Place(int id, int x, int y, int w, int h) {

		static Place of(JsonNode panel) {
			JsonNode grid = panel.path("gridPos");
			return new Place(panel.path("id").asInt(), grid.path("x").asInt(), grid.path("y").asInt(),
					grid.path("w").asInt(), grid.path("h").asInt());
		}

		boolean overlaps(Place other) {
			return this.x < other.x + other.w && other.x < this.x + this.w && this.y < other.y + other.h
					&& other.y < this.y + this.h;
		}

	}

}
