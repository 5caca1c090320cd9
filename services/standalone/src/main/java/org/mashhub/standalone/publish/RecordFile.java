package org.mashhub.standalone.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.lines.CsvMapping;
import org.mashhub.adapter.kit.lines.TableText;
import org.mashhub.standalone.CannotProceedException;

/**
 * A file of records, read in parts that never cut a record in two. A file that ends in
 * {@code .csv} or {@code .tsv}, or has a mapping, is a table, one that ends in
 * {@code .json} a single record, one that ends in {@code .hl7} has HL7 v2 messages one
 * after the other, any other has a record a line.
 */
final class RecordFile implements AutoCloseable {

	private static final int RECORDS = 2000;

	private static final int CHARACTERS = 2_000_000;

	/** As they look when bytes are read one by one. */
	private static final Pattern WRAPPING = Pattern
		.compile("^\u00ef\u00bb\u00bf|[\u000b\u001c]|^(FHS|BHS|BTS|FTS)\\|.*$");

	private final Kind kind;

	private final InputStream in;

	private final @Nullable TableText table;

	private final @Nullable BufferedReader text;

	private long line;

	private boolean ended;

	/** Header of the message that begins on the line that was read last. */
	private String begun = "";

	RecordFile(Path file, @Nullable CsvMapping mapping) {
		String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
		this.kind = (mapping != null) ? Kind.TABLE : Kind.of(name);
		try {
			this.in = Files.newInputStream(file);
			this.table = (this.kind == Kind.TABLE)
					? new TableText(this.in, (mapping != null) ? mapping : CsvMapping.NONE) : null;
			this.text = (this.kind == Kind.TABLE) ? null
					: new BufferedReader(new InputStreamReader(this.in, this.kind.charset()));
		}
		catch (IOException ex) {
			throw new CannotProceedException("cannot read " + file, "Check its name and that you may read it.", ex);
		}
	}

	/** What the columns of a table are called; none where it is no table. */
	List<String> headings() {
		return (this.table != null) ? this.table.headings() : List.of();
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
		if (this.kind == Kind.MESSAGES) {
			return message(fromLine);
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

	/**
	 * The next message, up to where another begins or the file ends. What only wraps
	 * messages is left out: the frame of MLLP, and the envelope of a batch.
	 */
	private Optional<Chunk> message(long fromLine) throws IOException {
		while (!this.ended) {
			StringBuilder body = new StringBuilder(this.begun);
			long beganAt = Math.max(1, this.line);
			this.begun = "";
			readToNextMessage(body);
			if (!body.isEmpty() && beganAt >= fromLine) {
				return Optional.of(new Chunk(body.toString(), List.of(beganAt), List.of(1L)));
			}
		}
		return Optional.empty();
	}

	private void readToNextMessage(StringBuilder body) throws IOException {
		while (this.text != null) {
			String read = this.text.readLine();
			this.line++;
			if (read == null) {
				this.ended = true;
				return;
			}
			String segment = WRAPPING.matcher(read).replaceAll("");
			if (segment.startsWith("MSH")) {
				this.begun = segment + '\r';
				return;
			}
			if (!segment.isBlank()) {
				body.append(segment).append('\r');
			}
		}
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

		TABLE("text/csv", StandardCharsets.UTF_8), LINES("application/x-ndjson", StandardCharsets.UTF_8),
		SINGLE("application/json", StandardCharsets.UTF_8),
		/** Each says itself how it is encoded: its bytes must not change. */
		MESSAGES("application/hl7-v2", StandardCharsets.ISO_8859_1);

		private final String mediaType;

		private final Charset charset;

		Kind(String mediaType, Charset charset) {
			this.mediaType = mediaType;
			this.charset = charset;
		}

		static Kind of(String name) {
			if (name.endsWith(".csv") || name.endsWith(".tsv")) {
				return TABLE;
			}
			if (name.endsWith(".hl7")) {
				return MESSAGES;
			}
			return name.endsWith(".json") ? SINGLE : LINES;
		}

		String mediaType() {
			return this.mediaType;
		}

		Charset charset() {
			return this.charset;
		}

		/** Whether each part is a request that has one answer. */
		boolean isOneByOne() {
			return this == SINGLE || this == MESSAGES;
		}

	}

}
