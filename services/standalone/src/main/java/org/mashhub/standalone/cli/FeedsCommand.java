package org.mashhub.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Shows what each organisation sends, and who is silent. */
@Command(name = "feeds", mixinStandardHelpOptions = true,
		description = "List what each organisation sends and has declared, the silent ones first.",
		subcommands = FeedsCommand.DeclareCommand.class)
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

	/** Declares. */
	@Command(name = "declare", mixinStandardHelpOptions = true,
			description = { "Declare all that an agency's organisation publishes, and how often something comes.",
					"What was declared before and is not in the file is over." },
			footer = { "",
					"./mash feeds declare police services/police-adapter/src/main/resources/examples/police/feeds.json" })
	static final class DeclareCommand implements Callable<Integer> {

		@Mixin
		private final Here here = new Here();

		@Mixin
		private final AsJson json = new AsJson();

		@Parameters(index = "0", paramLabel = "AGENCY", description = "Whose feeds.")
		private String agency = "";

		@Parameters(index = "1", paramLabel = "FILE", description = "What it publishes, as JSON.")
		private Path file = Path.of("");

		@Option(names = "--area", paramLabel = "AREA", description = "A fictional area instead of the real ones.")
		private @Nullable String area;

		@Override
		public Integer call() {
			String body = body();
			try (HubClient hub = this.here.client()) {
				JsonNode declared = hub.declareFeeds(this.agency, body, this.area);
				if (this.json.isWanted()) {
					this.json.print(declared);
					return 0;
				}
				declared.path("feeds").forEach((feed) -> print(feed, "declared since"));
				declared.path("ended").forEach((feed) -> print(feed, "over since"));
			}
			return 0;
		}

		private String body() {
			try {
				return Files.readString(this.file);
			}
			catch (IOException ex) {
				throw new CannotProceedException("cannot read " + this.file, "Check its name.", ex);
			}
		}

		private static void print(JsonNode feed, String since) {
			System.out.printf("  %-34s %-18s %s %s%n", feed.path("eventType").asString(""),
					feed.path("longestSilence").asString("irregular"), since, minute(feed.path("declaredAt")));
		}

	}

	private static String minute(JsonNode time) {
		return time.isString() ? UkTime.minute(time) : "never";
	}

}
