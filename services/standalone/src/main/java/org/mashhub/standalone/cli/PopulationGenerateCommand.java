package org.mashhub.standalone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.mashhub.population.Population;
import org.mashhub.population.PopulationReport;
import org.mashhub.population.PopulationSettings;
import org.mashhub.standalone.CannotProceedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a fictional area. */
@Command(name = "generate", mixinStandardHelpOptions = true,
		description = { "Write a fictional safeguarding area over ten years: the events that twelve agencies publish,",
				"whom they mention, and the truth. The same people and seed give the same files.",
				"A million people need MASH_JAVA_OPTIONS=-Xmx2g." })
final class PopulationGenerateCommand implements Callable<Integer> {

	@Mixin
	private final AsJson json = new AsJson();

	@Option(names = "--people", paramLabel = "N", defaultValue = "300000",
			description = "How many people live there at one time or another, 1000 to 1000000 (default: ${DEFAULT-VALUE}).")
	private int people;

	@Option(names = "--seed", paramLabel = "N", defaultValue = "42",
			description = "Another seed gives other people (default: ${DEFAULT-VALUE}).")
	private long seed;

	@Option(names = "--out", paramLabel = "DIR", required = true,
			description = "Where the files are to lie; those of an earlier population are replaced.")
	private Path out = Path.of(".");

	@Option(names = "--area", paramLabel = "CODE", description = "Fictional area that every event is to name.")
	private @Nullable String area;

	@Override
	public Integer call() {
		if (this.people < PopulationSettings.FEWEST || this.people > PopulationSettings.MOST) {
			throw new CannotProceedException("there is no population of " + this.people + " people",
					"Take " + PopulationSettings.FEWEST + " to " + PopulationSettings.MOST + ".");
		}
		PopulationSettings standard = PopulationSettings.of(this.people, this.seed);
		PopulationSettings settings = new PopulationSettings(standard.people(), standard.seed(), standard.begin(),
				standard.years(), this.area);
		long began = System.nanoTime();
		PopulationReport report = new Population(settings, System.err::println).generate(this.out);
		Duration took = Duration.ofNanos(System.nanoTime() - began);
		Map<String, Long> files = sizes();
		if (this.json.isWanted()) {
			this.json.print(new Made(report, files, took.toMillis()));
		}
		else {
			print(report, files, took);
		}
		return 0;
	}

	private static void print(PopulationReport report, Map<String, Long> files, Duration took) {
		System.out.printf(Locale.UK, "%,d people, of whom %,d live there at the end, %,d of them children.%n",
				report.people(), report.present(), report.children());
		System.out.printf(Locale.UK, "%,d children in need, %,d of them with a child protection plan.%n",
				report.childrenInNeed(), report.childrenOnPlans());
		System.out.printf(Locale.UK, "%,d events, which mention somebody %,d times.%n", report.events(),
				report.mentions());
		report.eventsByAgency()
			.forEach((agency, events) -> System.out.printf(Locale.UK, "  %-24s %,12d%n", agency, events));
		files.forEach((file, bytes) -> System.out.printf(Locale.UK, "%-26s %,12d KB%n", file, bytes / 1024));
		System.out.printf(Locale.UK, "Written in %.1f s.%n", took.toMillis() / 1000.0);
	}

	/** What is printed as JSON. */
	private record Made(PopulationReport population, Map<String, Long> bytes, long milliseconds) {
	}

	private Map<String, Long> sizes() {
		Map<String, Long> sizes = new LinkedHashMap<>();
		Stream
			.of(Population.EVENTS, Population.MENTIONS, Population.PEOPLE, Population.HOUSEHOLDS, Population.RELATIONS,
					Population.CHILDREN_ADULTS)
			.forEach((file) -> sizes.put(file, size(this.out.resolve(file))));
		return sizes;
	}

	private static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read " + file.getFileName(), ex);
		}
	}

}
