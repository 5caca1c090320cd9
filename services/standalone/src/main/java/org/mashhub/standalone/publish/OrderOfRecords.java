package org.mashhub.standalone.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.ReturningRecords;
import org.mashhub.standalone.CannotProceedException;

/**
 * Holds a table to what the hub can take without losing anything. The hub sees a part of
 * a file at a time, and has taken the first rows of a record when others come later; here
 * the whole file is known before anything goes out.
 */
final class OrderOfRecords {

	private OrderOfRecords() {
	}

	/**
	 * Refuses a table in which records come back.
	 * @throws IOException when it cannot be read
	 */
	static void check(Path file, @Nullable CsvMapping mapping) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			ReturningRecords found = ReturningRecords.of(in, (mapping != null) ? mapping : CsvMapping.NONE);
			if (found.count() > 0) {
				throw found.joinsRows() ? inParts(file, found) : saidOtherwise(file, found);
			}
		}
	}

	private static CannotProceedException inParts(Path file, ReturningRecords found) {
		return new CannotProceedException(
				file + " has records in several parts, of which the hub would keep the first alone: " + lines(found)
						+ ". Nothing was sent.",
				"Sort the file by the number of the record, so that its rows, at most 500, stand one after the other.");
	}

	private static CannotProceedException saidOtherwise(Path file, ReturningRecords found) {
		return new CannotProceedException(
				file + " says one version of a record in several ways, of which the hub would keep the first alone: "
						+ lines(found) + ". Nothing was sent.",
				"Give each record a number of its own, or a changed one a higher record.version or a later "
						+ "record.recordedAt. Where the rows are of one record, map them with [].");
	}

	private static String lines(ReturningRecords found) {
		String listed = found.first()
			.stream()
			.map((again) -> "line %d (first on line %d)".formatted(again.line(), again.before()))
			.collect(Collectors.joining(", "));
		long more = found.count() - found.first().size();
		return (more > 0) ? listed + " and %,d more".formatted(more) : listed;
	}

}
