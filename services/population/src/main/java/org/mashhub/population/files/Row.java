package org.mashhub.population.files;

import java.nio.charset.StandardCharsets;

/**
 * Rows of a table as comma-separated values (RFC 4180, ended by a line feed). There are
 * millions of them, so one row is built in one buffer that is used again.
 */
public final class Row {

	private final StringBuilder text = new StringBuilder(512);

	private boolean begun;

	/**
	 * Adds a cell.
	 * @param cell its text; may be empty
	 * @return this
	 */
	public Row add(String cell) {
		separate();
		if (isPlain(cell)) {
			this.text.append(cell);
		}
		else {
			this.text.append('"').append(cell.replace("\"", "\"\"")).append('"');
		}
		return this;
	}

	/**
	 * Adds a cell with a whole number.
	 * @param cell the number
	 * @return this
	 */
	public Row add(long cell) {
		separate();
		this.text.append(cell);
		return this;
	}

	/**
	 * Adds many cells.
	 * @param cells their texts
	 * @return this
	 */
	public Row addAll(String... cells) {
		for (String cell : cells) {
			add(cell);
		}
		return this;
	}

	/**
	 * Ends the row.
	 * @return this
	 */
	public Row end() {
		this.text.append('\n');
		this.begun = false;
		return this;
	}

	/**
	 * Takes the rows built so far out.
	 * @return their bytes in UTF-8
	 */
	public byte[] take() {
		byte[] bytes = this.text.toString().getBytes(StandardCharsets.UTF_8);
		this.text.setLength(0);
		return bytes;
	}

	/**
	 * How much is in it.
	 * @return characters
	 */
	public int length() {
		return this.text.length();
	}

	private void separate() {
		if (this.begun) {
			this.text.append(',');
		}
		this.begun = true;
	}

	private static boolean isPlain(String cell) {
		for (int at = 0; at < cell.length(); at++) {
			char letter = cell.charAt(at);
			if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
				return false;
			}
		}
		return true;
	}

}
