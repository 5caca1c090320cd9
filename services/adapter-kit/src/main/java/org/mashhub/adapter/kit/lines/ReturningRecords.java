package org.mashhub.adapter.kit.lines;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.TextHash;

/**
 * The records of a table that come back further down, found by looking through the whole
 * file before any of it is sent. The hub takes the first part for the record and nothing
 * of the second, for both have one number and one version: people would be lost.
 *
 * <p>
 * Where a record has several rows, a number comes back when its rows are not one after
 * the other, whatever the time of writing in them; only another {@code record.version}
 * makes another record of it. Where a row is a record, it comes back when the same number
 * and version, or without one the same time of writing, says something else.
 *
 * @param joinsRows whether a record may have several rows
 * @param first the first of them
 * @param count how many there are
 */
public record ReturningRecords(boolean joinsRows, List<Again> first, long count) {

	private static final int LISTED = 20;

	public ReturningRecords {
		first = List.copyOf(first);
	}

	/**
	 * Looks through a table.
	 * @param in the file; the caller closes it
	 * @param mapping what the headings mean
	 * @return the records that come back
	 * @throws IOException when it cannot be read, or has more than twelve million records
	 */
	public static ReturningRecords of(InputStream in, CsvMapping mapping) throws IOException {
		TableRows rows = new TableRows(in);
		return new Search(rows, new TableHead(rows.headings(), mapping)).run();
	}

	/**
	 * A record that comes back.
	 *
	 * @param line line on which it does
	 * @param before line on which it began first
	 */
	public record Again(long line, long before) {

	}

	/** One look through a file. */
	private static final class Search {

		private final TableRows rows;

		private final TableHead head;

		private final boolean joinsRows;

		private final TableHead.Field id;

		private final TableHead.Field system;

		private final TableHead.Field version;

		private final TableHead.Field recorded;

		private final SeenRecords seen = new SeenRecords();

		private final List<Again> first = new ArrayList<>();

		private long count;

		/** The record whose rows are being read, and how many there were. */
		private @Nullable Named current;

		private int rowsOfCurrent;

		Search(TableRows rows, TableHead head) {
			this.rows = rows;
			this.head = head;
			this.joinsRows = head.joinsRows();
			this.id = head.field(CsvLines.ID);
			this.system = head.field(CsvLines.SYSTEM);
			this.version = head.field(CsvLines.VERSION);
			this.recorded = head.field(CsvLines.RECORDED);
		}

		ReturningRecords run() throws IOException {
			for (CSVRecord row = this.rows.next(); row != null; row = this.rows.next()) {
				look(row, this.rows.line());
			}
			return new ReturningRecords(this.joinsRows, this.first, this.count);
		}

		private void look(CSVRecord row, long line) throws IOException {
			Named number = new Named(this.system.in(row), this.id.in(row), this.version.in(row));
			if (number.id().isEmpty()) {
				this.current = null;
				return;
			}
			if (this.joinsRows) {
				if (this.current != null && number.continues(this.current)
						&& this.rowsOfCurrent < CsvLines.MOST_ROWS_A_RECORD) {
					this.rowsOfCurrent++;
					return;
				}
				this.current = number;
				this.rowsOfCurrent = 1;
			}
			String written = (this.joinsRows || !number.version().isEmpty()) ? "" : this.recorded.in(row);
			long key = TextHash.of(number.system() + '\0' + number.id() + '\0' + number.version() + '\0' + written);
			long content = this.joinsRows ? line : TextHash.of(this.head.content(row));
			if (!this.seen.add(key, content, line) && this.seen.contentOf(key) != content) {
				this.count++;
				if (this.first.size() < LISTED) {
					this.first.add(new Again(line, this.seen.lineOf(key)));
				}
			}
			if (this.seen.isFull()) {
				throw new IOException("it has more than %,d records, too many to look through at once"
					.formatted(this.seen.size() - 1));
			}
		}

	}

	/** What a record is called in its file. */
	private record Named(String system, String id, String version) {

		/** Whether it is a further row of a record. */
		boolean continues(Named record) {
			return this.id.equals(record.id) && this.system.equals(record.system)
					&& (this.version.isEmpty() || this.version.equals(record.version));
		}

	}

}
