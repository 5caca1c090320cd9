package org.mashhub.standalone.cli;

import java.util.concurrent.Callable;

import org.mashhub.standalone.client.HubClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

/** Lists what could not be processed. */
@Command(name = "quarantine", mixinStandardHelpOptions = true,
		description = "List the records that could not be processed; their bytes are kept.")
final class QuarantineCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Mixin
	private final AsJson json = new AsJson();

	@Override
	public Integer call() {
		try (HubClient hub = this.here.client()) {
			JsonNode records = hub.read("/api/quarantine");
			if (this.json.isWanted()) {
				this.json.print(records);
				return 0;
			}
			if (records.isEmpty()) {
				System.out.println("Nothing is in quarantine.");
			}
			records.forEach((record) -> System.out.printf("  %s  %-12s %s/%s@%s  %s%n",
					UkTime.minute(record.path("at")), record.path("stage").asString(""),
					record.path("topic").asString(""), record.path("partition").asString(""),
					record.path("offset").asString(""), record.path("reason").asString("")));
		}
		return 0;
	}

}
