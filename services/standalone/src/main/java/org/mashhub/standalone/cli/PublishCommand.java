package org.mashhub.standalone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.publish.FilePublisher;

/** Sends a file of records as an agency's system would. */
@Command(name = "publish", mixinStandardHelpOptions = true,
		description = {
				"Send a file of records to an adapter: a table (.csv, .tsv, or any with --map), one record (.json),",
				"HL7 v2 messages (.hl7), or a record a line.",
				"Goes on where it was after an interruption; nothing takes effect twice." },
		footer = { "", "./mash publish housing/moves moves.csv --map moves.yml --dry-run",
				"./mash publish police/incidents history.csv --map incidents.yml --historic" })
final class PublishCommand implements Callable<Integer> {

	private static final int SHOWN = 20;

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Parameters(index = "0", paramLabel = "AGENCY[/KIND]",
			description = "Whose records, and which: police/incidents. The kind may be left out where there is but one.")
	private String target = "";

	@Parameters(index = "1", paramLabel = "FILE", description = "The file.")
	private Path file = Path.of("");

	@Option(names = "--map", paramLabel = "FILE", description = "What the headings and codes of a table mean.")
	private @Nullable Path mapping;

	@Option(names = "--historic",
			description = "Years of history at go-live: facts count, alerts come as a backlog, nobody is paged.")
	private boolean historic;

	@Option(names = "--dry-run", description = "Say line by line what would happen, and publish nothing.")
	private boolean dryRun;

	@Option(names = "--area", paramLabel = "AREA", description = "A fictional area instead of the real one.")
	private @Nullable String area;

	@Override
	public Integer call() {
		if (!Files.isReadable(this.file)) {
			throw new CannotProceedException("there is no file " + this.file, "Check its name.");
		}
		try (HubClient hub = this.here.client()) {
			String agency = this.target.contains("/") ? this.target.substring(0, this.target.indexOf('/'))
					: this.target;
			String path = Endpoints.of(hub, agency).find(this.target);
			Printing printing = new Printing();
			FilePublisher.Outcome outcome = new FilePublisher(hub, this.here.home().root())
				.send(new FilePublisher.Order(agency, path, this.file, this.mapping, this.historic, this.dryRun,
						this.area), printing);
			if (this.json.isWanted()) {
				this.json.print(Map.of("path", path, "accepted", outcome.accepted(), "refused", outcome.refused(),
						"dryRun", this.dryRun));
			}
			else {
				printing.end(agency, outcome);
			}
			return (outcome.refused() == 0) ? 0 : Mash.COULD_NOT;
		}
	}

	/** Shows the first results one by one and counts the rest. */
	private final class Printing implements FilePublisher.Listener {

		private int good;

		private int bad;

		private int kept;

		private long next = 10_000;

		@Override
		public void goesOn(long line) {
			if (!PublishCommand.this.json.isWanted()) {
				System.out.println("Goes on at line " + line + ", where it was interrupted.");
			}
		}

		@Override
		public void result(long line, boolean isGood, JsonNode result) {
			if (PublishCommand.this.json.isWanted()) {
				return;
			}
			this.kept += (result.has("rejectionId") || result.path("kept").asBoolean(false)) ? 1 : 0;
			if (isGood && PublishCommand.this.dryRun && ++this.good <= SHOWN) {
				String topic = result.path("wouldPublish").asString("");
				System.out.printf("  line %d  good%s%n", line,
						topic.isEmpty() ? "" : ": would be published on " + topic);
			}
			if (!isGood && ++this.bad <= SHOWN) {
				System.out.printf("  line %d  refused%n", line);
				List<JsonNode> errors = List.copyOf(result.path("errors").values());
				errors.forEach((error) -> System.out.printf("    %s %s. %s%n", error.path("field").asString(""),
						error.path("problem").asString(""), error.path("remedy").asString("")));
			}
			if ((isGood ? this.good : this.bad) == SHOWN + 1 && (!isGood || PublishCommand.this.dryRun)) {
				System.out.println("  … further ones are counted only");
			}
		}

		@Override
		public void sent(long accepted, long refused) {
			if (!PublishCommand.this.json.isWanted() && accepted + refused >= this.next) {
				System.out.printf("  %,d accepted, %,d refused so far%n", accepted, refused);
				this.next = accepted + refused + 10_000;
			}
		}

		void end(String agency, FilePublisher.Outcome outcome) {
			System.out.printf("%,d %s, %,d refused.%n", outcome.accepted(),
					PublishCommand.this.dryRun ? "would be accepted" : "accepted", outcome.refused());
			if (this.kept > 0) {
				System.out.println("What was refused is kept for 30 days: ./mash rejected list " + agency);
			}
			else if (this.bad > 0 && !PublishCommand.this.dryRun) {
				System.out.println("What was refused is not kept: mend it where it comes from, and send it again.");
			}
		}

	}

}
