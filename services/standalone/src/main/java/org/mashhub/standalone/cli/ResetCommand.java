package org.mashhub.standalone.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.Home;
import org.mashhub.standalone.Hub;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes everything the hub keeps. */
@Command(name = "reset", mixinStandardHelpOptions = true,
		description = "Delete everything the hub keeps: events, alerts, mail, secrets.")
final class ResetCommand implements Callable<Integer> {

	@Mixin
	private final Here here = new Here();

	@Option(names = "--yes", description = "Do not ask.")
	private boolean yes;

	@Override
	public Integer call() throws IOException {
		Home home = this.here.home();
		if (!Files.isDirectory(home.root())) {
			System.out.println("There is nothing to delete: " + home.root() + " does not exist.");
			return 0;
		}
		if (home.runningHub().isPresent()) {
			throw new CannotProceedException("a hub is running from " + home.root(), "Stop it first: ./mash down.");
		}
		if (!Files.exists(home.secrets())) {
			throw new CannotProceedException(home.root() + " does not look like a hub's state",
					"Delete it yourself if you are sure.");
		}
		if (!this.yes && !agreed(home)) {
			System.out.println("Nothing was deleted.");
			return Mash.COULD_NOT;
		}
		Hub.endOrphans(home, this.here.ports());
		for (Path part : List.of(home.broker(), home.registry(), home.database(), home.mail(), home.correlation(),
				home.temporary(), home.log())) {
			delete(part);
		}
		delete(home.root());
		System.out.println("Deleted " + home.root() + ".");
		return 0;
	}

	private static boolean agreed(Home home) {
		Console console = Objects.requireNonNull(System.console());
		if (!console.isTerminal()) {
			throw new CannotProceedException("nobody is here to ask", "Say --yes if you are sure.");
		}
		String answer = console.readLine("Delete everything in %s? Type yes: ", home.root());
		return "yes".equals(answer);
	}

	private static void delete(Path root) throws IOException {
		if (!Files.exists(root)) {
			return;
		}
		try (Stream<Path> files = Files.walk(root)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		}
	}

}
