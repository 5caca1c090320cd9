package org.mashhub.standalone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Fictional people to try the hub on. */
@Command(name = "population", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = "Make a fictional area to test the linking on; docs/population.md says what is in it.",
		subcommands = PopulationGenerateCommand.class)
final class PopulationCommand implements Runnable {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		CommandLine.usage(this.spec.commandLine(), System.out);
	}

}
