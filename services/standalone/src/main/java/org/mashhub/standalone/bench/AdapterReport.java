package org.mashhub.standalone.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of the adapters as people read them, on the screen and in the page. */
public final class AdapterReport {

	private final AdapterFigures figures;

	/**
	 * Creates a report.
	 * @param figures what was measured
	 */
	public AdapterReport(AdapterFigures figures) {
		this.figures = figures;
	}

	/**
	 * For the screen.
	 * @return lines
	 */
	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		for (AdapterFigures.Rate rate : this.figures.rates()) {
			lines.add(String.format(Locale.UK, "%-44s %,7.0f/s   bare %,7.0f/s   ratio %.2f", rate.path(),
					rate.perSecond(), rate.barePerSecond(), rate.ratio()));
		}
		AdapterFigures.Batch batch = this.figures.batch();
		if (batch != null) {
			lines.add(inWords(batch));
		}
		return lines;
	}

	/**
	 * Replaces the figures in the page.
	 * @param page {@code docs/benchmarks.md}
	 */
	public void write(Path page) {
		StringBuilder text = new StringBuilder(FiguresPage.measuredOn(this.figures.date(), this.figures.commit(),
				this.figures.command(), this.figures.load(), this.figures.machine()));
		text.append("| Endpoint | Bytes | Records/s | Bare, records/s | Ratio |\n| --- | --- | --- | --- | --- |\n");
		for (AdapterFigures.Rate rate : this.figures.rates()) {
			text.append(String.format(Locale.UK, "| `%s` | %,d | %,.0f | %,.0f | %.2f |%n", rate.path(), rate.bytes(),
					rate.perSecond(), rate.barePerSecond(), rate.ratio()));
		}
		text.append(String.format(Locale.UK, "%nEach measured for %d s with %d senders, after warming up.%n",
				this.figures.seconds(), this.figures.clients()));
		AdapterFigures.Batch batch = this.figures.batch();
		if (batch != null) {
			text.append('\n').append(inWords(batch)).append('\n');
		}
		FiguresPage.replace(page, "adapters", text.toString());
	}

	private static String inWords(AdapterFigures.Batch batch) {
		return String.format(Locale.UK,
				"One batch of %,d bytes to %s: %,d records sent, %,d accepted, %,.0f/s. Live heap of the process (adapters, "
						+ "broker and sender) %d MB before, %d MB after the first tenth, %d MB at the end, at most %d MB; "
						+ "resident %d MB before, at most %d MB.",
				batch.bytes(), batch.path(), batch.records(), batch.accepted(), batch.perSecond(), batch.heapBefore(),
				batch.heapEarly(), batch.heapLate(), batch.heapMost(), batch.residentBefore(), batch.residentMost());
	}

}
