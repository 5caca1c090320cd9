package org.mashhub.adapter.kit.lines;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Stops where one row would fill the memory, and where a quotation mark that opens a cell
 * is not closed. The parser by itself would take all rows after such a mark into that
 * cell, up to the next mark or the end of the file, and say nothing of it.
 *
 * <p>
 * A mark was not closed where the file ends within a cell, or where a cell of several
 * lines goes on after the mark that ends it: that mark was to open another cell. The
 * reader runs ahead of the parser, so it hands out what stands before such a place and
 * stops when it is asked for more; by then the parser is in the row that is wrong.
 */
final class WatchedReader extends FilterReader {

	private static final char MARK = '"';

	private final long limit;

	private final char separator;

	private long sinceRow;

	private boolean tooLong;

	private Place place = Place.BEFORE_CELL;

	private long line = 1;

	private char last;

	/** Line on which the cell in quotation marks began that was read last. */
	private long opened;

	/** Where that is not closed; 0 as long as all are. */
	private long unclosed;

	WatchedReader(Reader in, char separator, int limit) {
		super(in);
		this.separator = separator;
		this.limit = limit;
	}

	/** Begins a row. */
	void begin() {
		this.sinceRow = 0;
	}

	boolean isTooLong() {
		return this.tooLong;
	}

	/** Whether reading stopped at a quotation mark that is not closed. */
	boolean isUnclosed() {
		return this.unclosed != 0;
	}

	/** Line with the quotation mark that is not closed. */
	long unclosed() {
		return this.unclosed;
	}

	@Override
	public int read() throws IOException {
		char[] one = new char[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0];
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		if (isUnclosed()) {
			throw new IOException("a quotation mark is not closed");
		}
		if (this.sinceRow > this.limit) {
			this.tooLong = true;
			throw new IOException("the row is longer than allowed");
		}
		int read = super.read(target, offset, length);
		if (read < 0 && this.place == Place.QUOTED) {
			this.unclosed = this.opened;
			throw new IOException("a quotation mark is not closed");
		}
		int good = watched(target, offset, Math.max(0, read));
		this.sinceRow += good;
		return (read > 0 && good == 0) ? read(target, offset, length) : Math.min(read, good);
	}

	/** How many of the characters stand before a mark that is not closed. */
	private int watched(char[] text, int offset, int length) {
		for (int at = 0; at < length; at++) {
			char character = text[offset + at];
			this.place = after(character);
			if (isUnclosed()) {
				return at;
			}
			if (character == '\r' || (character == '\n' && this.last != '\r')) {
				this.line++;
			}
			this.last = character;
		}
		return length;
	}

	private Place after(char character) {
		if (this.place == Place.QUOTED) {
			return (character == MARK) ? Place.AFTER_MARK : Place.QUOTED;
		}
		if (character == this.separator || character == '\n' || character == '\r') {
			return Place.BEFORE_CELL;
		}
		return switch (this.place) {
			case BEFORE_CELL -> beforeCell(character);
			case AFTER_MARK -> (character == MARK) ? Place.QUOTED : afterCell(character);
			case AFTER_CELL -> afterCell(character);
			case PLAIN, QUOTED -> this.place;
		};
	}

	private Place beforeCell(char character) {
		if (character == MARK) {
			this.opened = this.line;
			return Place.QUOTED;
		}
		return Character.isWhitespace(character) ? Place.BEFORE_CELL : Place.PLAIN;
	}

	/** What follows a nickname in quotation marks on one line is part of the name. */
	private Place afterCell(char character) {
		if (!Character.isWhitespace(character) && this.opened < this.line) {
			this.unclosed = this.opened;
		}
		return Place.AFTER_CELL;
	}

	/** Where in a row the reader is. */
	private enum Place {

		/** At the beginning of a cell. */
		BEFORE_CELL,

		/** In a cell without quotation marks. */
		PLAIN,

		/** In a cell in quotation marks. */
		QUOTED,

		/** After a mark that ends a cell, or is the first half of one that is meant. */
		AFTER_MARK,

		/** Between the mark that ends a cell and the next separator. */
		AFTER_CELL

	}

}
