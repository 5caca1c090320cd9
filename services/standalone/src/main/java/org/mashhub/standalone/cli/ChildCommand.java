package org.mashhub.standalone.cli;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows the picture of one child. */
@Command(name = "child", mixinStandardHelpOptions = true,
		description = "Show what the hub holds around one child. The view is recorded in the audit.")
final class ChildCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Parameters(paramLabel = "ID", description = "The child's id, as alerts give it.")
	private UUID id = new UUID(0, 0);

	@Override
	public Integer call() {
		try (HubClient hub = this.here.client()) {
			JsonNode answer = hub.read("/api/children/" + this.id);
			if (this.json.isWanted()) {
				this.json.print(answer);
				return 0;
			}
			print(answer.has("child") ? answer.path("child") : answer, answer.path("chronology"));
		}
		return 0;
	}

	private static void print(JsonNode child, JsonNode chronology) {
		System.out
			.println(child.path("displayName").asString("") + ", born " + child.path("birthDate").asString("unknown"));
		System.out.println("In the hub because: " + child.path("admittedBecause").asString(""));
		child.path("statuses")
			.forEach((status) -> System.out
				.println("Status: " + status.path("status").asString("") + " since " + status.path("since").asString("")
						+ (status.path("until").isString() ? " until " + status.path("until").asString() : "")));
		child.path("notKnown").forEach((line) -> System.out.println("Not known: " + line.asString("")));
		System.out.println("Adults:");
		child.path("connections").forEach((connection) -> {
			System.out.println("  " + connection.path("label").asString("") + ": "
					+ connection.path("relation").asString("") + " ("
					+ connection.path("certainty").asString("").toLowerCase(Locale.UK).replace('_', ' ') + ")");
			connection.path("path")
				.forEach((step) -> System.out.println("      " + step.path("words").asString(step.toString())));
		});
		JsonNode entries = chronology.isArray() ? chronology : chronology.path("entries");
		if (!entries.isEmpty()) {
			System.out.println("Chronology:");
			entries.forEach((entry) -> System.out.printf("  %-10s  %-16s %s%n", UkTime.day(entry.path("occurredAt")),
					entry.path("agency").asString(""), entry.path("headline").asString("")));
		}
	}

}
