package org.mashhub.adapter.kit.lines;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of any table as people write it, one by one: in UTF-8, UTF-16 or Windows-1252,
 * parted by comma, semicolon, tab or bar.
 */
public final class TableRows {

	/** More than any adapter takes for a record, and little enough to be held. */
	private static final int LONGEST_ROW = 1 << 20;

	private final WatchedReader watched;

	private final CSVParser parser;

	private final Iterator<CSVRecord> rows;

	private final List<String> headings;

	private long line = 1;

	/**
	 * Opens a table and reads its headings.
	 * @param in the file; the caller closes it
	 * @throws IOException when it cannot be read
	 */
	public TableRows(InputStream in) throws IOException {
		PushbackReader text = CsvLines.text(in);
		char separator = CsvLines.separator(text);
		this.watched = new WatchedReader(text, separator, LONGEST_ROW);
		this.parser = CsvLines.format(separator).parse(this.watched);
		this.rows = this.parser.iterator();
		CSVRecord first = next();
		this.headings = (first != null) ? first.toList() : List.of();
	}

	/**
	 * The lines of any text, in whatever character set.
	 * @param in the file; the caller closes it
	 * @return all lines
	 * @throws IOException when it cannot be read
	 */
	public static List<String> lines(InputStream in) throws IOException {
		return new BufferedReader(CsvLines.text(in)).lines().toList();
	}

	/**
	 * What the columns are called.
	 * @return the heading line, cell by cell
	 */
	public List<String> headings() {
		return List.copyOf(this.headings);
	}

	/** Line on which the row begins that was read last. */
	long line() {
		return this.line;
	}

	/**
	 * The next row.
	 * @return its cells; null at the end of the file
	 * @throws IOException when the file cannot be read on
	 */
	public @Nullable CSVRecord next() throws IOException {
		this.watched.begin();
		this.line = this.parser.getCurrentLineNumber() + 1;
		try {
			return this.rows.hasNext() ? this.rows.next() : null;
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			throw new IOException("the row that begins on line " + this.line + why(), ex);
		}
	}

	private String why() {
		if (this.watched.isUnclosed()) {
			return " has a quotation mark on line " + this.watched.unclosed()
					+ " that is not closed: close it, or write it twice in a value in quotation marks";
		}
		return this.watched.isTooLong() ? " is longer than the hub reads: is there a quotation mark that is not closed?"
				: " is no row of a table";
	}

}
