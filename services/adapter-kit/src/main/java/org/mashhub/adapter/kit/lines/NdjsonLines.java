package org.mashhub.adapter.kit.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.mashhub.adapter.kit.FieldProblem;

/**
 * A JSON object a line. Empty lines are passed over, longer ones than allowed refused.
 */
public final class NdjsonLines implements NoticeLines {

	private static final int BUFFER = 1 << 16;

	private final InputStream in;

	private final int limit;

	private final byte[] buffer = new byte[BUFFER];

	private int from;

	private int to;

	private long number;

	private boolean ended;

	/**
	 * Creates a reader.
	 * @param in the file; the caller closes it
	 * @param limit longest line in bytes
	 */
	public NdjsonLines(InputStream in, int limit) {
		this.in = in;
		this.limit = limit;
	}

	@Override
	public Optional<NoticeLine> next() throws IOException {
		while (!this.ended) {
			this.number++;
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			long length = readLine(line);
			if (length > this.limit) {
				return Optional.of(NoticeLine.unreadable(this.number,
						new FieldProblem("", "the line is longer than the hub reads",
								"Send one record a line, each in at most " + this.limit
										+ " bytes; check for a missing line break.")));
			}
			byte[] bytes = withoutMark(line.toByteArray());
			if (!isBlank(bytes)) {
				return Optional.of(NoticeLine.of(this.number, bytes));
			}
		}
		return Optional.empty();
	}

	/** Keeps at most one byte more than the limit, so that memory stays bounded. */
	private long readLine(ByteArrayOutputStream line) throws IOException {
		long length = 0;
		while (true) {
			if (this.from == this.to) {
				this.from = 0;
				this.to = this.in.read(this.buffer);
				if (this.to < 0) {
					this.to = 0;
					this.ended = true;
					return length;
				}
			}
			int end = this.from;
			while (end < this.to && this.buffer[end] != '\n') {
				end++;
			}
			int room = (int) Math.max(0, Math.min(end - this.from, this.limit + 1L - length));
			line.write(this.buffer, this.from, room);
			length += end - this.from;
			boolean found = end < this.to;
			this.from = found ? end + 1 : end;
			if (found) {
				return length;
			}
		}
	}

	private byte[] withoutMark(byte[] line) {
		boolean marked = this.number == 1 && line.length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB
				&& line[2] == (byte) 0xBF;
		return marked ? java.util.Arrays.copyOfRange(line, 3, line.length) : line;
	}

	private static boolean isBlank(byte[] line) {
		for (byte one : line) {
			if (one != ' ' && one != '\t' && one != '\r') {
				return false;
			}
		}
		return true;
	}

}
