package org.mashhub.adapter.kit.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table cut into tables: each part has the heading line, whole rows, and every row of a
 * record whose rows follow each other. For senders of files that are too long for one
 * request.
 */
public final class TableText {

	private static final CSVFormat OUT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

	private final TableRows rows;

	/** The number that all rows of one record share; null when a row is a record. */
	private final TableHead.@Nullable Field key;

	private @Nullable CSVRecord ahead;

	/**
	 * Opens a table.
	 * @param in the file; the caller closes it
	 * @param mapping what the headings mean
	 * @throws IOException when it cannot be read
	 */
	public TableText(InputStream in, CsvMapping mapping) throws IOException {
		this.rows = new TableRows(in);
		TableHead head = new TableHead(this.rows.headings(), mapping);
		this.key = head.joinsRows() ? head.field(CsvLines.ID) : null;
	}

	/**
	 * What the columns are called.
	 * @return the heading line, cell by cell
	 */
	public List<String> headings() {
		return this.rows.headings();
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
		StringBuilder text = new StringBuilder(OUT.format(this.rows.headings().toArray())).append('\n');
		List<Long> lines = new ArrayList<>();
		List<Long> linesOfText = new ArrayList<>();
		long line = 2;
		String last = null;
		while (true) {
			CSVRecord row = (this.ahead != null) ? this.ahead : this.rows.next();
			this.ahead = row;
			if (row == null || ((lines.size() >= most || text.length() >= characters) && !isSameRecord(row, last))) {
				break;
			}
			this.ahead = null;
			if (this.rows.line() >= fromLine) {
				String printed = OUT.format(row.toList().toArray());
				text.append(printed).append('\n');
				lines.add(this.rows.line());
				linesOfText.add(line);
				line += 1 + printed.chars().filter((character) -> character == '\n').count();
				last = keyOf(row);
			}
		}
		return new Part(text.toString(), lines, linesOfText);
	}

	private boolean isSameRecord(CSVRecord row, @Nullable String last) {
		String own = keyOf(row);
		return !own.isEmpty() && own.equals(last);
	}

	private String keyOf(CSVRecord row) {
		return (this.key != null) ? this.key.in(row) : "";
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
