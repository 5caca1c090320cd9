package org.mashhub.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.mashhub.standalone.CannotProceedException;

/**
 * The page of the repository that has the figures, each benchmark's between two lines.
 */
final class FiguresPage {

	private FiguresPage() {
	}

	/**
	 * Replaces the figures of a benchmark; what people wrote around them stays.
	 * @param page {@code docs/benchmarks.md}
	 * @param benchmark its name
	 * @param markdown the figures
	 */
	static void replace(Path page, String benchmark, String markdown) {
		String begin = "<!-- figures of " + benchmark + ": begin, written by ./mash bench " + benchmark
				+ " --write -->";
		String end = "<!-- figures of " + benchmark + ": end -->";
		try {
			String text = Files.readString(page);
			int from = text.indexOf(begin);
			int to = text.indexOf(end);
			if (from < 0 || to < from) {
				throw new CannotProceedException("there is no place for the figures in " + page,
						"Put the two lines back that mark it: " + begin + " and " + end);
			}
			Files.writeString(page, text.substring(0, from + begin.length()) + "\n" + markdown + text.substring(to));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write " + page, ex);
		}
	}

	/** What every benchmark says of the machine. */
	static String measuredOn(String date, String commit, String command, double load, Figures.Machine machine) {
		return "Measured on " + date + " at commit " + commit + " with `" + command + "`; load average before: " + load
				+ ".  \nMachine: " + machine.cores() + " cores of " + machine.processor() + ", "
				+ machine.memoryGigabytes() + " GB, " + machine.system() + ", Java " + machine.jdk() + " (`"
				+ machine.options() + "`).\n\n";
	}

}
