package org.mashhub.adapter.kit.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Text as people's programs write it: UTF-8 or UTF-16 with a byte order mark, UTF-8
 * without one, or Windows-1252, also where one file mixes the last two. Whatever is not
 * UTF-8 is read as Windows-1252, byte by byte.
 */
final class ForgivingReader extends Reader {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final int BUFFER = 1 << 15;

	private static final int LONGEST_MARK = 3;

	private final InputStream in;

	private final CharsetDecoder decoder;

	private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();

	private final CharBuffer chars = CharBuffer.allocate(2 * BUFFER).flip();

	private boolean ended;

	ForgivingReader(InputStream in) throws IOException {
		PushbackInputStream peeking = new PushbackInputStream(in, LONGEST_MARK);
		this.in = peeking;
		this.decoder = charset(peeking).newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	private static Charset charset(PushbackInputStream peeking) throws IOException {
		byte[] mark = peeking.readNBytes(LONGEST_MARK);
		if (mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
			return StandardCharsets.UTF_8;
		}
		Charset found = StandardCharsets.UTF_8;
		int skip = 0;
		if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
			found = StandardCharsets.UTF_16LE;
			skip = 2;
		}
		else if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
			found = StandardCharsets.UTF_16BE;
			skip = 2;
		}
		peeking.unread(mark, skip, mark.length - skip);
		return found;
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		while (!this.chars.hasRemaining()) {
			if (this.ended) {
				return -1;
			}
			decode();
		}
		int count = Math.min(length, this.chars.remaining());
		this.chars.get(target, offset, count);
		return count;
	}

	private void decode() throws IOException {
		this.bytes.compact();
		int read = this.in.read(this.bytes.array(), this.bytes.position(), this.bytes.remaining());
		boolean last = read < 0;
		this.bytes.position(this.bytes.position() + Math.max(0, read)).flip();
		this.chars.clear();
		while (true) {
			CoderResult result = this.decoder.decode(this.bytes, this.chars, last);
			if (!result.isError()) {
				break;
			}
			// Each byte that is not UTF-8 stands for itself in Windows-1252.
			for (int at = 0; at < result.length(); at++) {
				this.chars.put(WINDOWS_1252.decode(ByteBuffer.wrap(new byte[] { this.bytes.get() })));
			}
			this.decoder.reset();
		}
		this.chars.flip();
		this.ended = last;
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

}
