package org.mashhub.standalone.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of connected adults, on the screen and in the page. */
public final class ConnectionsReport {

	/** A share of fewer says nothing. */
	private static final int FEWEST = 50;

	private final ConnectionsFigures figures;

	/**
	 * Creates a report.
	 * @param figures what was measured
	 */
	public ConnectionsReport(ConnectionsFigures figures) {
		this.figures = figures;
	}

	/**
	 * For the screen.
	 * @return lines of a table
	 */
	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		rows().forEach((what, figure) -> lines.add(String.format(Locale.UK, "%-52s  %s", what, figure)));
		return lines;
	}

	/**
	 * Replaces the figures in the page; what people wrote around them stays.
	 * @param page {@code docs/benchmarks.md}
	 */
	public void write(Path page) {
		StringBuilder text = new StringBuilder(FiguresPage.measuredOn(this.figures.date(), this.figures.commit(),
				this.figures.command(), this.figures.load(), this.figures.machine()));
		text.append("| | |\n| --- | --- |\n");
		rows().forEach((what, figure) -> text.append("| ").append(what).append(" | ").append(figure).append(" |\n"));
		FiguresPage.replace(page, "connections", text.toString());
	}

	private Map<String, String> rows() {
		Map<String, String> rows = new LinkedHashMap<>();
		rows.put("Records, people mentioned, children", String.format(Locale.UK, "%,d, %,d, %,d",
				this.figures.records(), this.figures.mentions(), this.figures.children()));
		rows.put("Connected adults, everybody known", of(this.figures.perfect()));
		rows.put("Connected adults, as the hub links", of(this.figures.hub()));
		rows.put("Linking: precision", percent(this.figures.precision()));
		rows.put("Linking: recall", percent(this.figures.recall()));
		rows.put("Linking: recall, least by origin of the name", least());
		this.figures.byReason()
			.forEach((reason, real) -> rows.put("Really around: " + reason.toLowerCase(Locale.UK).replace('_', ' '),
					String.format(Locale.UK, "%,d; connected %s, everybody known %s", real.all(),
							percent((double) real.hub() / real.all()), percent((double) real.perfect() / real.all()))));
		rows.put("Alerts raised in all the years, by rule",
				this.figures.alerts()
					.entrySet()
					.stream()
					.map((rule) -> String.format(Locale.UK, "%s %,d", rule.getKey(), rule.getValue()))
					.collect(Collectors.joining(", ")));
		rows.put("Links to check that are open at the end", String.format(Locale.UK, "%,d", this.figures.questions()));
		return rows;
	}

	private String of(ConnectionsFigures.Found found) {
		int really = this.figures.byReason().values().stream().mapToInt(ConnectionsFigures.Real::all).sum();
		return String.format(Locale.UK, "%,d; %s of them were really around the child at some time, %s of all who were",
				found.connections(), percent((double) found.real() / found.connections()),
				percent((double) found.real() / really));
	}

	private String least() {
		return this.figures.byOrigin()
			.entrySet()
			.stream()
			.filter((origin) -> origin.getValue().of() >= FEWEST)
			.min((one, other) -> Double.compare(share(one.getValue()), share(other.getValue())))
			.map((origin) -> percent(share(origin.getValue())) + " ("
					+ origin.getKey().toLowerCase(Locale.UK).replace('_', ' ') + ", " + origin.getValue().of()
					+ " connections)")
			.orElse("too few to say");
	}

	private static double share(ConnectionsFigures.Share share) {
		return (double) share.found() / share.of();
	}

	private static String percent(double share) {
		return String.format(Locale.UK, "%.1f %%", 100 * share);
	}

}
