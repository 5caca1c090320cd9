package org.mashhub.adapter.kit.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table cut into tables: each part has the heading line, whole rows, and every row of a
 * record whose rows follow each other. For senders of files that are too long for one
 * request.
 */
public final class TableText {

	private static final CSVFormat OUT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

	private final CSVParser parser;

	private final Iterator<CSVRecord> rows;

	private final List<String> headings;

	private final List<Integer> key = new ArrayList<>();

	private @Nullable CSVRecord ahead;

	private long aheadLine;

	/**
	 * Opens a table.
	 * @param in the file; the caller closes it
	 * @param keyHeadings headings of the columns whose values all rows of one record
	 * share; none when a row is a record
	 * @throws IOException when it cannot be read
	 */
	public TableText(InputStream in, List<String> keyHeadings) throws IOException {
		this.parser = CsvLines.parser(in);
		this.rows = this.parser.iterator();
		this.headings = this.rows.hasNext() ? this.rows.next().toList() : List.of();
		List<String> keys = keyHeadings.stream().map(CsvMapping::key).toList();
		for (int at = 0; at < this.headings.size(); at++) {
			if (keys.contains(CsvMapping.key(this.headings.get(at)))) {
				this.key.add(at);
			}
		}
	}

	/**
	 * What the columns are called.
	 * @return the heading line, cell by cell
	 */
	public List<String> headings() {
		return List.copyOf(this.headings);
	}

	/**
	 * The next part.
	 * @param most about how many rows
	 * @param characters about how many characters
	 * @param fromLine rows that begin on an earlier line of the file are left out
	 * @return the part, without rows at the end of the file
	 * @throws IOException when the file cannot be read on
	 */
	public Part next(int most, int characters, long fromLine) throws IOException {
		StringBuilder text = new StringBuilder(OUT.format(this.headings.toArray())).append('\n');
		List<Long> lines = new ArrayList<>();
		List<Long> linesOfText = new ArrayList<>();
		long line = 2;
		String last = null;
		while (advance()) {
			CSVRecord row = this.ahead;
			if (row == null || ((lines.size() >= most || text.length() >= characters) && !isSameRecord(row, last))) {
				break;
			}
			this.ahead = null;
			if (this.aheadLine >= fromLine) {
				String printed = OUT.format(row.toList().toArray());
				text.append(printed).append('\n');
				lines.add(this.aheadLine);
				linesOfText.add(line);
				line += 1 + printed.chars().filter((character) -> character == '\n').count();
				last = keyOf(row);
			}
		}
		return new Part(text.toString(), lines, linesOfText);
	}

	private boolean advance() throws IOException {
		if (this.ahead == null) {
			this.aheadLine = this.parser.getCurrentLineNumber() + 1;
			try {
				this.ahead = this.rows.hasNext() ? this.rows.next() : null;
			}
			catch (java.io.UncheckedIOException | IllegalStateException ex) {
				throw new IOException("the table cannot be read on from line " + this.aheadLine, ex);
			}
		}
		return this.ahead != null;
	}

	private boolean isSameRecord(CSVRecord row, @Nullable String last) {
		String own = keyOf(row);
		return own != null && own.chars().anyMatch((character) -> character > ' ') && own.equals(last);
	}

	private @Nullable String keyOf(CSVRecord row) {
		return this.key.isEmpty() ? null
				: String.join("\u0000", this.key.stream().map((at) -> (at < row.size()) ? row.get(at) : "").toList());
	}

	/**
	 * A part of a table.
	 *
	 * @param text the part, a table itself
	 * @param rows line of the file on which each row begins
	 * @param rowsOfText line of the part on which each row begins
	 */
	public record Part(String text, List<Long> rows, List<Long> rowsOfText) {

		public Part {
			rows = List.copyOf(rows);
			rowsOfText = List.copyOf(rowsOfText);
		}

	}

}
