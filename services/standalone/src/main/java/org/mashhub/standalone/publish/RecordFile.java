package org.mashhub.standalone.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.lines.TableText;
import org.mashhub.standalone.CannotProceedException;

/**
 * A file of records, read in parts that never cut a record in two. A file that ends in
 * {@code .csv} is a table, one that ends in {@code .json} a single record, any other has
 * a record a line.
 */
final class RecordFile implements AutoCloseable {

	private static final int RECORDS = 2000;

	private static final int CHARACTERS = 2_000_000;

	private final Kind kind;

	private final InputStream in;

	private final @Nullable TableText table;

	private final @Nullable BufferedReader text;

	private long line;

	private boolean ended;

	RecordFile(Path file, @Nullable String keyHeading) {
		String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		this.kind = name.endsWith(".csv") ? Kind.TABLE : name.endsWith(".json") ? Kind.SINGLE : Kind.LINES;
		try {
			this.in = Files.newInputStream(file);
			this.table = (this.kind == Kind.TABLE) ? new TableText(this.in, keyHeading) : null;
			this.text = (this.kind == Kind.TABLE) ? null : new BufferedReader(reader(this.in));
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read " + file, "Check its name and that you may read it.", ex);
		}
	}

	private static Reader reader(InputStream in) {
		return new java.io.InputStreamReader(in, StandardCharsets.UTF_8);
	}

	Kind kind() {
		return this.kind;
	}

	/** Reads the next part, leaving out records that begin before a line. */
	Optional<Chunk> next(long fromLine) throws IOException {
		if (this.table != null) {
			TableText.Part part = this.table.next(RECORDS, CHARACTERS, fromLine);
			return part.rows().isEmpty() ? Optional.empty()
					: Optional.of(new Chunk(part.text(), part.rows(), part.rowsOfText()));
		}
		if (this.kind == Kind.SINGLE) {
			return single(fromLine);
		}
		return lines(fromLine);
	}

	private Optional<Chunk> single(long fromLine) throws IOException {
		if (this.ended || fromLine > 1 || this.text == null) {
			return Optional.empty();
		}
		this.ended = true;
		StringBuilder body = new StringBuilder();
		char[] buffer = new char[8192];
		int read;
		while ((read = this.text.read(buffer)) > 0) {
			body.append(buffer, 0, read);
		}
		return Optional.of(new Chunk(body.toString(), List.of(1L), List.of(1L)));
	}

	private Optional<Chunk> lines(long fromLine) throws IOException {
		StringBuilder body = new StringBuilder();
		List<Long> lines = new ArrayList<>();
		List<Long> records = new ArrayList<>();
		while (lines.size() < RECORDS && body.length() < CHARACTERS && !this.ended && this.text != null) {
			String read = this.text.readLine();
			this.line++;
			if (read == null) {
				this.ended = true;
			}
			else if (!read.isBlank() && this.line >= fromLine) {
				body.append(read).append('\n');
				lines.add(this.line);
				records.add((long) lines.size());
			}
		}
		return lines.isEmpty() ? Optional.empty() : Optional.of(new Chunk(body.toString(), lines, records));
	}

	@Override
	public void close() {
		try {
			this.in.close();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** What a file is. */
	enum Kind {

		TABLE("text/csv"), LINES("application/x-ndjson"), SINGLE("application/json");

		private final String mediaType;

		Kind(String mediaType) {
			this.mediaType = mediaType;
		}

		String mediaType() {
			return this.mediaType;
		}

	}

}
