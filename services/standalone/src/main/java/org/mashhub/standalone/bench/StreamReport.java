package org.mashhub.standalone.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of a population through Kafka, on the screen and in the page. */
public final class StreamReport {

	private final StreamFigures figures;

	/**
	 * Creates a report.
	 * @param figures what was measured
	 */
	public StreamReport(StreamFigures figures) {
		this.figures = figures;
	}

	/**
	 * For the screen.
	 * @return lines of a table
	 */
	public List<String> lines() {
		return rows().entrySet()
			.stream()
			.map((row) -> String.format(Locale.UK, "%-52s  %s", row.getKey(), row.getValue()))
			.toList();
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
		FiguresPage.replace(page, "stream", text.toString());
	}

	private Map<String, String> rows() {
		Map<String, String> rows = new LinkedHashMap<>();
		rows.put("Fictional people, areas",
				String.format(Locale.UK, "%,d in %d", this.figures.people(), this.figures.areas()));
		rows.put("Intake, agency topics to area log", rate(this.figures.intake()));
		rows.put("Correlation, area log to all outputs", rate(this.figures.correlation())
				+ String.format(Locale.UK, "; %,d records given out", this.figures.given()));
		rows.put("Heap of correlation's state", this.figures.stateMegabytes() + " MB");
		rows.put("Correlation stopped and started, deciding again",
				String.format(Locale.UK, "after %.1f s", this.figures.backSeconds()));
		Figures.Paced paced = this.figures.paced();
		rows.put("Agency topic to event applied at " + paced.perSecond() + "/s", times(paced.applied()));
		rows.put("Agency topic to area log, same run", times(paced.intoLog()));
		rows.put("Events dealt with while they came, same run",
				String.format(Locale.UK, "%.0f of %d/s over %d s", paced.keptUp(), paced.perSecond(), paced.seconds()));
		return rows;
	}

	private static String rate(Figures.Drained drained) {
		return String.format(Locale.UK, "%,.0f events/s (%,d events; second half %,.0f)", drained.perSecond(),
				drained.events(), drained.perSecondLater());
	}

	private static String times(Figures.Latency latency) {
		return String.format(Locale.UK, "p50 %.0f ms, p99 %.0f ms, max %.0f ms (%,d events)", latency.p50(),
				latency.p99(), latency.max(), latency.samples());
	}

}
