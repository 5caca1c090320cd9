package org.mashhub.standalone.cli;

import java.util.Locale;
import java.util.concurrent.Callable;

import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Shows what each organisation sends, and who is silent. */
@Command(name = "feeds", mixinStandardHelpOptions = true,
		description = "List what each organisation sends and has declared, the silent ones first.")
final class FeedsCommand implements Callable<Integer> {

	private static final String ROW = "%-24s %-28s %-34s %-16s %-14s %9s %7s %7s %7s %7s  %s%n";

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Override
	public Integer call() {
		try (HubClient hub = this.here.client()) {
			JsonNode answer = hub.read("/api/feeds");
			if (this.json.isWanted()) {
				this.json.print(answer);
				return 0;
			}
			if (answer.path("feeds").isEmpty()) {
				System.out.println("Nothing was sent or declared yet.");
				return 0;
			}
			System.out.printf(ROW, "agency", "org", "kind", "last received", "declared", "accepted", "logged",
					"applied", "aside", "waiting", "state");
			answer.path("feeds").forEach(FeedsCommand::print);
			if (!answer.path("open").isEmpty()) {
				System.out.println("Waiting, the oldest first:");
			}
			answer.path("open")
				.forEach((open) -> System.out.printf("  %s  %s  %-12s %s%n", minute(open.path("since")),
						open.path("receiptId").asString(""),
						"for " + open.path("waitsFor").asString("").toLowerCase(Locale.ROOT),
						open.path("eventType").asString("")));
		}
		return 0;
	}

	private static void print(JsonNode feed) {
		System.out.printf(ROW, feed.path("agency").asString(""), feed.path("organisation").asString(""),
				feed.path("eventType").asString(""), minute(feed.path("lastReceived")), declared(feed),
				feed.path("accepted").asLong(), feed.path("logged").asLong(), feed.path("applied").asLong(),
				feed.path("quarantined").asLong(), feed.path("waiting").asLong(), state(feed));
	}

	private static String declared(JsonNode feed) {
		if (!feed.path("declaredAt").isString()) {
			return "no";
		}
		return feed.path("expectedEveryHours").isNumber() ? "every " + feed.path("expectedEveryHours").asInt() + " h"
				: "irregular";
	}

	private static String state(JsonNode feed) {
		return switch (feed.path("state").asString("")) {
			case "SILENT" -> "silent since " + minute(feed.path("silentSince"));
			case "NOT_DECLARED" -> "not declared";
			case "ALIVE" -> "alive";
			case "IRREGULAR" -> "comes irregularly";
			case "ENDED" -> "ended";
			default -> feed.path("state").asString("");
		};
	}

	private static String minute(JsonNode time) {
		return time.isString() ? UkTime.minute(time) : "never";
	}

}
