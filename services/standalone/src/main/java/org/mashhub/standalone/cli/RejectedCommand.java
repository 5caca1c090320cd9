package org.mashhub.standalone.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;

/** What adapters have refused. */
@Command(name = "rejected", mixinStandardHelpOptions = true,
		description = "List, show, mend and send again what adapters have refused in the last 30 days.",
		subcommands = { RejectedCommand.ListCommand.class, RejectedCommand.ShowCommand.class,
				RejectedCommand.ResendCommand.class })
final class RejectedCommand implements Runnable {

	@Override
	public void run() {
		CommandLine.usage(this, System.out);
	}

	private static JsonNode read(HubClient hub, String agency, String path) {
		Answer answer = hub.getAs(agency, hub.addresses().edge().resolve("/" + agency + "/rejected" + path));
		if (answer.status() == 404) {
			throw new CannotProceedException(agency + " has no such refused record",
					"./mash rejected list " + agency + " shows those that are not mended yet.");
		}
		if (!answer.isGood()) {
			throw new CannotProceedException("the adapter does not show what it refused: " + answer.problem(),
					"./mash status shows whether all parts are up.");
		}
		return answer.json();
	}

	private static void printErrors(JsonNode record) {
		record.path("errors")
			.forEach((error) -> System.out.printf("    %s %s. %s%n", error.path("field").asString(""),
					error.path("problem").asString(""), error.path("remedy").asString("")));
	}

	/** Lists. */
	@Command(name = "list", mixinStandardHelpOptions = true, description = "List an agency's refused records.")
	static final class ListCommand implements Callable<Integer> {

		@Mixin
		private final Here here = new Here();

		@Mixin
		private final AsJson json = new AsJson();

		@Parameters(paramLabel = "AGENCY", description = "Whose.")
		private String agency = "";

		@Override
		public Integer call() {
			try (HubClient hub = this.here.client()) {
				JsonNode records = read(hub, this.agency, "");
				if (this.json.isWanted()) {
					this.json.print(records);
					return 0;
				}
				if (records.isEmpty()) {
					System.out.println("Nothing that " + this.agency + " sent is waiting to be mended.");
				}
				records.forEach((record) -> {
					System.out.printf("  %s  %s  %s%s%n", record.path("id").asString(""),
							UkTime.minute(record.path("at")), record.path("path").asString(""),
							record.has("line") ? ", line " + record.path("line").asInt() : "");
					printErrors(record);
				});
			}
			return 0;
		}

	}

	/** Shows. */
	@Command(name = "show", mixinStandardHelpOptions = true, description = "Show a refused record as it was sent.")
	static final class ShowCommand implements Callable<Integer> {

		@Mixin
		private final Here here = new Here();

		@Mixin
		private final AsJson json = new AsJson();

		@Parameters(index = "0", paramLabel = "AGENCY", description = "Whose.")
		private String agency = "";

		@Parameters(index = "1", paramLabel = "ID", description = "Which.")
		private UUID id = new UUID(0, 0);

		@Override
		public Integer call() {
			try (HubClient hub = this.here.client()) {
				JsonNode record = read(hub, this.agency, "/" + this.id);
				if (this.json.isWanted()) {
					this.json.print(record);
					return 0;
				}
				System.out.println("Sent to " + record.path("path").asString("") + ", refused "
						+ UkTime.minute(record.path("at")) + ":");
				printErrors(record);
				System.out.println(record.path("body").asString(record.path("bodyBase64").asString("")));
			}
			return 0;
		}

	}

	/** Sends again. */
	@Command(name = "resend", mixinStandardHelpOptions = true,
			description = "Send a refused record again, mended; it then leaves the list.")
	static final class ResendCommand implements Callable<Integer> {

		@Mixin
		private final Here here = new Here();

		@Mixin
		private final AsJson json = new AsJson();

		@Parameters(index = "0", paramLabel = "AGENCY", description = "Whose.")
		private String agency = "";

		@Parameters(index = "1", paramLabel = "ID", description = "Which.")
		private UUID id = new UUID(0, 0);

		@Option(names = "--file", paramLabel = "FILE",
				description = "The mended record; without it the same bytes are sent again.")
		private @Nullable Path file;

		@Override
		public Integer call() {
			try (HubClient hub = this.here.client()) {
				JsonNode record = read(hub, this.agency, "/" + this.id);
				Answer answer = hub.sendWhenPossible(this.agency, record.path("path").asString(""), body(record),
						Map.of("Content-Type", record.path("contentType").asString("application/json")));
				if (!answer.isGood()) {
					throw new CannotProceedException("it was refused again: " + answer.problem(),
							"Mend what it says in a file and name it with --file.");
				}
				URI mended = hub.addresses().edge().resolve("/" + this.agency + "/rejected/" + this.id + "/mended");
				hub.post(this.agency, mended,
						HubClient.toJson(Map.of("receiptId", answer.json().path("receiptId").asString(""))), Map.of());
				if (this.json.isWanted()) {
					this.json.print(answer.json());
				}
				else {
					System.out.println("Accepted, receipt " + answer.json().path("receiptId").asString(""));
				}
			}
			return 0;
		}

		private String body(JsonNode record) {
			if (this.file == null) {
				return record.has("body") ? record.path("body").asString("")
						: new String(Base64.getDecoder().decode(record.path("bodyBase64").asString("")),
								java.nio.charset.StandardCharsets.ISO_8859_1);
			}
			try {
				return Files.readString(this.file);
			}
			catch (IOException ex) {
				throw new CannotProceedException("cannot read " + this.file, "Check its name.", ex);
			}
		}

	}

}
