package org.mashhub.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.identity.ModelFile;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.bench.LinkageBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works on the linking model. */
@Command(name = "link", mixinStandardHelpOptions = true,
		description = "Learn the model by which the hub works out who is who, and have its decisions explained.",
		subcommands = LinkExplainCommand.class)
final class LinkCommand {

	/** Learns a model from tables. */
	@Command(name = "train", mixinStandardHelpOptions = true, description = {
			"Learn a linking model from tables of people, without being told who is who.",
			"The same tables give the same model. A new model is a new epoch: measure it with ./mash bench linkage." })
	Integer train(
			@Parameters(arity = "1..*", paramLabel = "TABLE",
					description = "Tables (CSV) with headings.") List<Path> tables,
			@Option(names = "--map", paramLabel = "FILE",
					description = "Which column holds what; else the usual headings are known.") @Nullable Path map,
			@Option(names = "--version-name", paramLabel = "NAME", required = true,
					description = "Name of the model, stamped on every decision.") String version,
			@Option(names = "--records", paramLabel = "N",
					description = "How many records the model is to be used for (default: as many as there are).") @Nullable Long records,
			@Option(names = "--out", paramLabel = "FILE", required = true,
					description = "Where to write the model.") Path out) {
		try {
			Files.writeString(out,
					ModelFile.write(LinkageBench.train(version, tables, map, records, System.err::println)));
		}
		catch (IllegalArgumentException ex) {
			throw new CannotProceedException("no model was learned: " + ex.getMessage(),
					"Take a table in which people appear more than once.");
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot write " + out, String.valueOf(ex.getMessage()));
		}
		System.out.println("Learned " + version + ": " + out);
		return 0;
	}

}
