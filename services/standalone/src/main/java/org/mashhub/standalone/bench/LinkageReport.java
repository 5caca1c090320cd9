package org.mashhub.standalone.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of the linking in lines for people. */
public final class LinkageReport {

	private LinkageReport() {
	}

	/**
	 * Writes figures.
	 * @param figures the figures
	 * @return lines
	 */
	public static List<String> lines(LinkageFigures figures) {
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.UK, "%,d records of %,d people, %,d true pairs; model learned in %.1f s",
				figures.records(), figures.people(), figures.truePairs(), figures.learnedSeconds()));
		lines.add("                             precision  recall     F1         F1 of B\u00b3");
		lines.add(quality("decided by the hub alone", figures.decided()));
		lines.add(quality("with officers' answers", figures.withReview()));
		lines.add(String.format(Locale.UK, "%.1f questions to officers for 1,000 records", figures.questions()));
		lines.add(String.format(Locale.UK, "%,d records/s on one thread, %,d MB of state", figures.recordsPerSecond(),
				figures.heapMegabytes()));
		lines.add("Weights: of pairs so sure, so many were of one person");
		for (LinkageFigures.Calibration bin : figures.calibration()) {
			lines.add(String.format(Locale.UK, "  from %3d bits  %,9d pairs  expected %6.2f %%  found %6.2f %%",
					bin.fromBits(), bin.pairs(), 100 * bin.expected(), 100 * bin.found()));
		}
		for (LinkageFigures.Group group : figures.groups()) {
			lines.add(String.format(Locale.UK, "  %s %s: %,d records, %.2f %% of links missed, %.2f %% wrong",
					group.column(), group.value(), group.records(), 100 * group.missed(), 100 * group.wrong()));
		}
		return lines;
	}

	private static String quality(String name, LinkageFigures.Quality quality) {
		return String.format(Locale.UK, "  %-26s %.4f     %.4f     %.4f     %.4f", name, quality.precision(),
				quality.recall(), quality.f1(), quality.cubed());
	}

}
