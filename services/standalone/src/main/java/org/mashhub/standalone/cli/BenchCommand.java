package org.mashhub.standalone.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.identity.FellegiSunterModel;
import org.mashhub.correlation.identity.ModelFile;
import org.mashhub.population.PopulationSettings;
import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.DemoOrganisations;
import org.mashhub.standalone.bench.AdapterBench;
import org.mashhub.standalone.bench.AdapterFigures;
import org.mashhub.standalone.bench.AdapterReport;
import org.mashhub.standalone.bench.BackboneBench;
import org.mashhub.standalone.bench.ConnectionsBench;
import org.mashhub.standalone.bench.ConnectionsFigures;
import org.mashhub.standalone.bench.ConnectionsReport;
import org.mashhub.standalone.bench.Figures;
import org.mashhub.standalone.bench.LinkageBench;
import org.mashhub.standalone.bench.LinkageFigures;
import org.mashhub.standalone.bench.LinkageReport;
import org.mashhub.standalone.bench.Report;
import org.mashhub.standalone.bench.StreamBench;
import org.mashhub.standalone.bench.StreamFigures;
import org.mashhub.standalone.bench.StreamReport;
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

	private static final String ADAPTERS = "adapters";

	private static final String LINKAGE = "linkage";

	private static final String STREAM = "stream";

	private static final String CONNECTIONS = "connections";

	private static final Path PAGE = Path.of("docs", "benchmarks.md");

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private final AsJson json = new AsJson();

	@Parameters(index = "0", paramLabel = "NAME",
			description = "What to measure: backbone, adapters, linkage, stream or connections.")
	private String name = "";

	@Parameters(index = "1..*", paramLabel = "TABLE",
			description = { "linkage: tables (CSV) of people, with a column that says who is the same person;",
					"connections: directory of a population (./mash population generate)." })
	private List<Path> tables = List.of();

	@Option(names = "--map", paramLabel = "FILE",
			description = { "linkage: which column holds what, a line each: given = first_name.",
					"Without it the usual headings are known." })
	private @Nullable Path map;

	@Option(names = "--model", paramLabel = "FILE",
			description = "linkage: a model learned before; else one is learned from the tables, unlabelled.")
	private @Nullable Path model;

	@Option(names = "--same-at", paramLabel = "BITS", defaultValue = "0", description = {
			"linkage: odds in bits from which records are one person (default: ${DEFAULT-VALUE}, as likely as not,",
			"as others measure; the hub decides at 8 without an officer)." })
	private double sameAt;

	@Option(names = "--review-at", paramLabel = "BITS", defaultValue = "-2",
			description = "linkage: odds in bits from which an officer is asked (default: ${DEFAULT-VALUE}).")
	private double reviewAt;

	@Option(names = "--seed", paramLabel = "N", defaultValue = "1",
			description = "linkage: seed of the order of the rows; stream: of the people (default: ${DEFAULT-VALUE}).")
	private long seed;

	@Option(names = "--events", paramLabel = "N",
			description = "Events of the backlog (default: backbone 100000, stream all).")
	private @Nullable Integer events;

	@Option(names = "--people", paramLabel = "N",
			description = "Fictional people (default: backbone 25000, stream 20000).")
	private @Nullable Integer people;

	@Option(names = "--areas", paramLabel = "N", defaultValue = "1",
			description = "stream: areas that the people live in (default: ${DEFAULT-VALUE}).")
	private int areas;

	@Option(names = "--pace", paramLabel = "N", defaultValue = "200",
			description = "stream: events a second of the steady pace (default: ${DEFAULT-VALUE}).")
	private int pace;

	@Option(names = "--seconds", paramLabel = "N",
			description = "How long the steady pace, or each adapter, is measured (default: 90, of adapters 10).")
	private @Nullable Integer seconds;

	@Option(names = "--agency", paramLabel = "AGENCY", description = "adapters: which to measure (default: all).")
	private List<String> agencies = List.of();

	@Option(names = "--batch-bytes", paramLabel = "N", defaultValue = "2000000000",
			description = "adapters: length of the batch, 0 for none (default: ${DEFAULT-VALUE}).")
	private long batchBytes;

	@Option(names = "--write", description = "Put the figures into docs/benchmarks.md.")
	private boolean write;

	@Override
	public Integer call() {
		return switch (this.name) {
			case BACKBONE -> backbone();
			case ADAPTERS -> adapters();
			case LINKAGE -> linkage();
			case STREAM -> stream();
			case CONNECTIONS -> connections();
			default -> throw new CannotProceedException("there is no benchmark called '" + this.name + "'",
					"Known are: " + String.join(", ", BACKBONE, ADAPTERS, LINKAGE, STREAM, CONNECTIONS) + ".");
		};
	}

	private int linkage() {
		if (this.tables.isEmpty()) {
			throw new CannotProceedException("no table was named", "./mash bench linkage people.csv [--map FILE]");
		}
		try {
			LinkageFigures figures = new LinkageBench(System.err::println, this.seed,
					new FellegiSunterModel.Thresholds(Math.min(this.reviewAt, this.sameAt), this.reviewAt, this.sameAt))
				.run(this.tables, this.map, read(this.model));
			if (this.json.isWanted()) {
				this.json.print(figures);
			}
			else {
				LinkageReport.lines(figures).forEach(System.out::println);
			}
			return 0;
		}
		catch (IllegalArgumentException ex) {
			throw new CannotProceedException("cannot measure: " + ex.getMessage(), "See ./mash bench --help.");
		}
	}

	private int connections() {
		if (this.tables.size() != 1) {
			throw new CannotProceedException("no population was named, or several",
					"./mash bench connections DIR, with what ./mash population generate has written there");
		}
		ConnectionsFigures figures = new ConnectionsBench(System.err::println, repository()).run(this.tables.getFirst(),
				typed());
		ConnectionsReport report = new ConnectionsReport(figures);
		return tell(figures, report.lines(), report::write);
	}

	private static org.mashhub.correlation.identity.@Nullable Parameters read(@Nullable Path file) {
		if (file == null) {
			return null;
		}
		try (Reader reader = Files.newBufferedReader(file)) {
			return ModelFile.read(reader);
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read " + file, String.valueOf(ex.getMessage()));
		}
	}

	private int adapters() {
		List<String> known = List.copyOf(DemoOrganisations.BY_AGENCY.keySet());
		List<String> wanted = this.agencies.isEmpty() ? known : this.agencies;
		int each = (this.seconds != null) ? this.seconds : 10;
		if (!known.containsAll(wanted) || each < 2 || this.batchBytes < 0) {
			throw new CannotProceedException("too little to measure, or an agency that nobody knows",
					"Take at least 2 seconds, and of the agencies: " + String.join(", ", known) + ".");
		}
		AdapterFigures figures = new AdapterBench(System.err::println, repository(), wanted, Duration.ofSeconds(each),
				this.batchBytes)
			.run(typed());
		AdapterReport report = new AdapterReport(figures);
		return tell(figures, report.lines(), report::write);
	}

	private int backbone() {
		int steady = (this.seconds != null) ? this.seconds : 90;
		int backlog = (this.events != null) ? this.events : 100_000;
		int town = (this.people != null) ? this.people : 25_000;
		if (backlog < 1000 || town < 100 || steady < 1) {
			throw new CannotProceedException("too little to measure",
					"Take at least 1000 events, 100 people and 1 second.");
		}
		Figures figures = new BackboneBench(System.err::println, repository(), backlog, town,
				Duration.ofSeconds(steady))
			.run(typed());
		Report report = new Report(figures);
		return tell(figures, report.lines(), report::write);
	}

	private int stream() {
		int steady = (this.seconds != null) ? this.seconds : 60;
		int population = (this.people != null) ? this.people : 20_000;
		if (this.areas < 1 || population / this.areas < PopulationSettings.FEWEST
				|| population / this.areas > PopulationSettings.MOST || this.pace < 1 || steady < 20) {
			throw new CannotProceedException("too little to measure, or too much",
					"Take 1,000 to 1,000,000 people an area, and at least 20 seconds of one event or more.");
		}
		StreamFigures figures = new StreamBench(System.err::println, repository(), new StreamBench.Setup(population,
				this.areas, this.seed, (this.events != null) ? this.events : 0, this.pace, Duration.ofSeconds(steady)))
			.run(typed());
		StreamReport report = new StreamReport(figures);
		return tell(figures, report.lines(), report::write);
	}

	private int tell(Object figures, List<String> lines, Consumer<Path> writer) {
		if (this.json.isWanted()) {
			this.json.print(figures);
		}
		else {
			lines.forEach(System.out::println);
		}
		if (this.write) {
			writer.accept(repository().resolve(PAGE));
		}
		return 0;
	}

	private static Path repository() {
		return Path.of(System.getProperty("mash.root", "."));
	}

	private String typed() {
		return "./mash " + String.join(" ", this.spec.root().commandLine().getParseResult().originalArgs());
	}

}
