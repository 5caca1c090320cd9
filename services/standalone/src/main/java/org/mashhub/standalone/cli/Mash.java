package org.mashhub.standalone.cli;

import java.io.PrintWriter;
import java.util.UUID;

import org.mashhub.standalone.CannotProceedException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The one command that a person types. */
@Command(name = "mash", mixinStandardHelpOptions = true, version = "MASH Hub 0.1.0",
		synopsisSubcommandLabel = "COMMAND",
		description = { "The event-driven backbone of a Multi-Agency Safeguarding Hub.", "Start with: ./mash demo" },
		subcommands = { DemoCommand.class, UpCommand.class, RunCommand.class, DownCommand.class, StatusCommand.class,
				DoctorCommand.class, ReplayCommand.class, AlertsCommand.class, ChildCommand.class, TokenCommand.class,
				MailCommand.class, UsersCommand.class, QuarantineCommand.class, FeedsCommand.class, AuditCommand.class,
				PublishCommand.class, RejectedCommand.class, ResetCommand.class, TestCommand.class, BenchCommand.class,
				PopulationCommand.class, LinkCommand.class, EpochCommand.class },
		footer = { "",
				"Where things are: MASH_HOME (default .mash) holds all state; MASH_PORT_BASE (default 8800) moves",
				"all ports. Exit code: 0 done, 1 could not, 2 wrong usage, 3 no hub is running." })
public final class Mash implements Runnable {

	/** The command could not do what was asked. */
	static final int COULD_NOT = 1;

	/** No hub is running. */
	static final int NOT_RUNNING = 3;

	/**
	 * Runs one command.
	 * @param args what the person typed
	 */
	public static void main(String[] args) {
		System.setProperty("org.apache.avro.SERIALIZABLE_PACKAGES", "org.mashhub");
		System.exit(commandLine().execute(args));
	}

	/** The whole command line, ready to execute. */
	static CommandLine commandLine() {
		return new CommandLine(new Mash()).setCaseInsensitiveEnumValuesAllowed(true)
			.registerConverter(UUID.class, Mash::id)
			.setExecutionExceptionHandler((ex, commandLine, result) -> explain(ex, commandLine.getErr()));
	}

	private static UUID id(String typed) {
		try {
			return UUID.fromString(typed);
		}
		catch (IllegalArgumentException ex) {
			throw new CommandLine.TypeConversionException(
					"'" + typed + "' is not an id. Copy it whole, for example 1b4e28ba-2fa1-11d2-883f-0016d3cca427.");
		}
	}

	@Override
	public void run() {
		CommandLine.usage(this, System.out);
	}

	private static int explain(Exception failure, PrintWriter err) {
		if (failure instanceof CannotProceedException plain) {
			err.println("mash: " + plain.getMessage() + ". " + plain.remedy());
		}
		else {
			Throwable root = failure;
			while (root.getCause() != null) {
				root = root.getCause();
			}
			err.println("mash: something is wrong in the hub itself (" + root.getClass().getSimpleName()
					+ "). The log says more: log/hub.log in the hub's home (.mash).");
			LoggerFactory.getLogger(Mash.class).error("Command failed", failure);
		}
		err.flush();
		return COULD_NOT;
	}

}
