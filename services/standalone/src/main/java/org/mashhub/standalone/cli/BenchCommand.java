package org.mashhub.standalone.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.bench.BackboneBench;
import org.mashhub.standalone.bench.Figures;
import org.mashhub.standalone.bench.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the hub. */
@Command(name = "bench", mixinStandardHelpOptions = true,
		description = {
				"Measure the hub on this machine: in a directory and on ports of its own, with fictional people.",
				"A hub that runs already is not touched, but it takes its share of the machine: stop it first." })
final class BenchCommand implements Callable<Integer> {

	private static final String BACKBONE = "backbone";

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private final AsJson json = new AsJson();

	@Parameters(paramLabel = "NAME", description = "What to measure: backbone.")
	private String name = "";

	@Option(names = "--events", paramLabel = "N", defaultValue = "100000",
			description = "Events of the backlog (default: ${DEFAULT-VALUE}).")
	private int events;

	@Option(names = "--people", paramLabel = "N", defaultValue = "25000",
			description = "Fictional people of the town (default: ${DEFAULT-VALUE}).")
	private int people;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "90",
			description = "How long the steady pace is measured (default: ${DEFAULT-VALUE}).")
	private int seconds;

	@Option(names = "--write", description = "Put the figures into docs/benchmarks.md.")
	private boolean write;

	@Override
	public Integer call() {
		if (!this.name.equals(BACKBONE)) {
			throw new CannotProceedException("there is no benchmark called '" + this.name + "'",
					"Known is: " + BACKBONE + ".");
		}
		if (this.events < 1000 || this.people < 100 || this.seconds < 1) {
			throw new CannotProceedException("too little to measure",
					"Take at least 1000 events, 100 people and 1 second.");
		}
		Path repository = Path.of(System.getProperty("mash.root", "."));
		String command = "./mash " + String.join(" ", this.spec.root().commandLine().getParseResult().originalArgs());
		Figures figures = new BackboneBench(System.err::println, repository, this.events, this.people,
				Duration.ofSeconds(this.seconds))
			.run(command);
		Report report = new Report(figures);
		if (this.json.isWanted()) {
			this.json.print(figures);
		}
		else {
			report.lines().forEach(System.out::println);
		}
		if (this.write) {
			report.write(repository.resolve("docs").resolve("benchmarks.md"));
		}
		return 0;
	}

}
