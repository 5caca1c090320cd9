package org.mashhub.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import org.mashhub.standalone.publish.RefusedRecords;

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

	private static void printErrors(JsonNode record) {
		record.path("errors")
			.forEach((error) -> System.out.printf("    %s %s. %s%n", error.path("field").asString(""),
					error.path("problem").asString(""), error.path("remedy").asString("")));
	}

	/** Lists. */
	@Command(name = "list", mixinStandardHelpOptions = true,
			description = "List an agency's refused records: the newest 1,000.")
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
				Answer newest = new RefusedRecords(hub, this.agency).newest();
				JsonNode records = newest.json();
				if (newest.next().isPresent()) {
					System.err.printf("There are more: these are the newest %,d. Mend them, then list again.%n",
							records.size());
				}
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

		@Option(names = "--out", paramLabel = "FILE", description = "Write what was sent to a file, byte for byte.")
		private @Nullable Path out;

		@Override
		public Integer call() {
			try (HubClient hub = this.here.client()) {
				JsonNode record = new RefusedRecords(hub, this.agency).show(this.id);
				if (this.out != null) {
					write(this.out, RefusedRecords.body(record));
				}
				if (this.json.isWanted()) {
					this.json.print(record);
					return 0;
				}
				System.out.println("Sent to " + record.path("path").asString("") + ", refused "
						+ UkTime.minute(record.path("at")) + ":");
				printErrors(record);
				if (this.out == null) {
					record.path("body")
						.asString("It is not text in UTF-8: --out FILE writes it to a file as it was sent.")
						.lines()
						.forEach(System.out::println);
				}
			}
			return 0;
		}

		private static void write(Path file, byte[] body) {
			try {
				Files.write(file, body);
			}
			catch (IOException ex) {
				throw new CannotProceedException("cannot write " + file, "Check its name.", ex);
			}
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
				List<UUID> receipts = new RefusedRecords(hub, this.agency).resend(this.id, mended());
				if (this.json.isWanted()) {
					this.json.print(Map.of("receiptIds", receipts));
				}
				else {
					receipts.forEach((receipt) -> System.out.println("Accepted, receipt " + receipt));
				}
			}
			return 0;
		}

		private byte @Nullable [] mended() {
			if (this.file == null) {
				return null;
			}
			try {
				return Files.readAllBytes(this.file);
			}
			catch (IOException ex) {
				throw new CannotProceedException("cannot read " + this.file, "Check its name.", ex);
			}
		}

	}

}
