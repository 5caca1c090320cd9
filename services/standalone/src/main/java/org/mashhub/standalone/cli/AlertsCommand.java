package org.mashhub.standalone.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Lists alerts. */
@Command(name = "alerts", mixinStandardHelpOptions = true, description = "List alerts, the soonest deadline first.")
final class AlertsCommand implements Callable<Integer> {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Option(names = "--follow", description = "Go on, printing each alert as it is raised or revised, until Ctrl-C.")
	private boolean follow;

	@Option(names = "--area", paramLabel = "AREA", description = "One area only.")
	private @Nullable String area;

	@Override
	public Integer call() {
		String path = "/api/alerts"
				+ ((this.area != null) ? "?area=" + URLEncoder.encode(this.area, StandardCharsets.UTF_8) : "");
		try (HubClient hub = this.here.client()) {
			Map<String, Integer> seen = new HashMap<>();
			JsonNode alerts = list(hub, path);
			if (this.json.isWanted() && !this.follow) {
				this.json.print(alerts);
				return 0;
			}
			if (alerts.isEmpty() && !this.follow) {
				System.out.println("No alert is open.");
			}
			printNew(alerts, seen);
			while (this.follow) {
				HubClient.pause(PAUSE);
				printNew(list(hub, path), seen);
			}
		}
		return 0;
	}

	private static JsonNode list(HubClient hub, String path) {
		JsonNode answer = hub.read(path);
		return answer.isArray() ? answer : answer.path("alerts");
	}

	private void printNew(JsonNode alerts, Map<String, Integer> seen) {
		for (JsonNode alert : alerts) {
			int revision = alert.path("revision").asInt(0);
			Integer before = seen.put(alert.path("alertId").asString(), revision);
			if (before == null || before != revision) {
				print(alert);
			}
		}
	}

	private void print(JsonNode alert) {
		if (this.json.isWanted()) {
			System.out.println(alert);
			return;
		}
		System.out.printf("%-6s by %s  %-4s %-34s %-16s %-8s %s%n", alert.path("colour").asString(""),
				UkTime.minute(alert.path("dueAt")), alert.path("rule").asString(""),
				alert.path("ruleName").asString(""), alert.path("childLabel").asString(""),
				alert.path("state").asString(""), alert.path("alertId").asString(""));
	}

}
