package org.mashhub.standalone.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as people read them, on the screen and in the page of the repository. */
public final class Report {

	private final Figures figures;

	/**
	 * Creates a report.
	 * @param figures what was measured
	 */
	public Report(Figures figures) {
		this.figures = figures;
	}

	/**
	 * For the screen.
	 * @return lines of a table
	 */
	public List<String> lines() {
		int width = rows().stream().mapToInt((row) -> row.what().length()).max().orElse(0);
		return rows().stream()
			.map((row) -> String.format(Locale.UK, "%-" + width + "s  %s", row.what(), row.figure()))
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
		rows().forEach((row) -> text.append("| ").append(row.what()).append(" | ").append(row.figure()).append(" |\n"));
		FiguresPage.replace(page, "backbone", text.toString());
	}

	private List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		Figures.Adapters adapters = this.figures.adapters();
		rows.add(new Row("Adapters over HTTP, acknowledged by the broker",
				String.format(Locale.UK, "%,.0f events/s (%,d events, %d clients; answer p50 %.1f ms, p99 %.1f ms)",
						adapters.perSecond(), adapters.events(), adapters.clients(), adapters.answer().p50(),
						adapters.answer().p99())));
		rows.add(new Row("Intake, agency topics to area log", rate(this.figures.intake())));
		Figures.Correlation correlation = this.figures.correlation();
		rows.add(new Row("Correlation, area log to all outputs, one area",
				rate(correlation.drained())
						+ String.format(Locale.UK, "; %,d people, %,d records given out", correlation.people(),
								correlation.outputs().values().stream().mapToLong(Long::longValue).sum())));
		Figures.Paced latency = this.figures.latency();
		rows.add(new Row("Agency topic to alert topic at " + latency.perSecond() + "/s, whole hub",
				times(latency.alert(), "alerts") + " over " + latency.seconds() + " s"));
		rows.add(new Row("Agency topic to event applied, same run", times(latency.applied(), "events")));
		rows.add(new Row("Agency topic to area log, same run", times(latency.intoLog(), "events")));
		rows.add(new Row("Events dealt with while they came, same run",
				String.format(Locale.UK, "%.0f of %d/s", latency.keptUp(), latency.perSecond())));
		Figures.StartUp startUp = this.figures.startUp();
		rows.add(new Row("First start, empty home", String.format(Locale.UK,
				"ready in %.1f s, first alert after %.1f s", startUp.firstReady(), startUp.firstAlert())));
		rows.add(new Row("Second start", String.format(Locale.UK, "ready in %.1f s, first alert after %.1f s",
				startUp.secondReady(), startUp.secondAlert())));
		Figures.Memory memory = this.figures.memory();
		rows.add(new Row("Memory of the hub's JVM (broker and all services)", String.format(Locale.UK,
				"%d MB live heap, %d MB resident", memory.hubHeapLive(), memory.hubResident())));
		rows.add(new Row("Memory of registry and PostgreSQL", String.format(Locale.UK, "%d MB and %d MB resident",
				memory.registryResident(), memory.postgresResident())));
		rows.add(new Row("Heap of correlation's state after its backlog", correlation.stateMegabytes() + " MB"));
		return rows;
	}

	private static String rate(Figures.Drained drained) {
		return String.format(Locale.UK, "%,.0f events/s (%,d events; second half %,.0f)", drained.perSecond(),
				drained.events(), drained.perSecondLater());
	}

	private static String times(Figures.Latency latency, String of) {
		return String.format(Locale.UK, "p50 %.0f ms, p99 %.0f ms, max %.0f ms (%,d %s)", latency.p50(), latency.p99(),
				latency.max(), latency.samples(), of);
	}

	private record Row(String what, String figure) {
	}

}
