package org.mashhub.population.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with one table as comma-separated values. */
public final class TableFile implements AutoCloseable {

	private static final int BUFFER = 1 << 18;

	private static final int FULL = 1 << 14;

	private final OutputStream out;

	private final Row row = new Row();

	/**
	 * Opens a new file in place of whatever was there.
	 * @param file where
	 * @param heading names of the columns
	 */
	public TableFile(Path file, String... heading) {
		try {
			this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write " + file.getFileName(), ex);
		}
		this.row.addAll(heading).end();
	}

	/**
	 * Begins the next row, once the last was ended.
	 * @return the row, to be filled and ended
	 */
	public Row next() {
		if (this.row.length() > FULL) {
			write(this.row.take());
		}
		return this.row;
	}

	/**
	 * Adds whole rows.
	 * @param rows their bytes
	 */
	public void add(byte[] rows) {
		write(this.row.take());
		write(rows);
	}

	@Override
	public void close() {
		try {
			this.out.write(this.row.take());
			this.out.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write a table", ex);
		}
	}

	private void write(byte[] rows) {
		try {
			this.out.write(rows);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write a table", ex);
		}
	}

}
