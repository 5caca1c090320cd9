package org.mashhub.standalone.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.mashhub.standalone.CannotProceedException;

/**
 * One request with records without end, made while they are sent, whose results are read
 * meanwhile: neither side may keep more than it is at. A plain socket, since Java's own
 * client reads no answer before it has sent the whole body.
 */
final class StreamedBatch {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Duration SILENCE = Duration.ofMinutes(1);

	private static final int CHUNK = 64 * 1024;

	private final URI uri;

	private final Map<String, String> headers;

	StreamedBatch(URI uri, Map<String, String> headers) {
		this.uri = uri;
		this.headers = Map.copyOf(headers);
	}

	/**
	 * Sends records until so many bytes are sent.
	 * @param bytes how many bytes
	 * @param line makes a record of its number
	 * @param watch told now and then how many bytes are sent
	 * @return how many records were sent, and how many of them accepted
	 */
	Outcome send(long bytes, LongFunction<String> line, LongConsumer watch) {
		try (Socket socket = new Socket(this.uri.getHost(), this.uri.getPort())) {
			socket.setSoTimeout((int) SILENCE.toMillis());
			FutureTask<Long> accepted = new FutureTask<>(() -> accepted(socket));
			Thread.ofVirtual().name("batch-results").start(accepted);
			long records = write(socket.getOutputStream(), bytes, line, watch);
			return new Outcome(records, accepted.get());
		}
		catch (IOException ex) {
			throw new CannotProceedException("the batch broke off: " + ex.getMessage(),
					"The log in the benchmark's home says why.", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CannotProceedException("interrupted", "Start it again when you like.", ex);
		}
		catch (ExecutionException ex) {
			throw new CannotProceedException("the results of the batch cannot be read: " + ex.getCause(),
					"The log in the benchmark's home says why.", ex);
		}
	}

	private long write(OutputStream out, long bytes, LongFunction<String> line, LongConsumer watch) throws IOException {
		StringBuilder head = new StringBuilder("POST " + this.uri.getPath() + " HTTP/1.1\r\nHost: "
				+ this.uri.getAuthority() + "\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n");
		this.headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
		long records = 0;
		long sent = 0;
		StringBuilder part = new StringBuilder();
		while (sent < bytes) {
			part.append(line.apply(records)).append('\n');
			records++;
			if (part.length() >= CHUNK) {
				sent += chunk(out, part);
				watch.accept(sent);
			}
		}
		if (!part.isEmpty()) {
			chunk(out, part);
		}
		out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		out.flush();
		return records;
	}

	private static long chunk(OutputStream out, StringBuilder part) throws IOException {
		byte[] body = part.toString().getBytes(StandardCharsets.UTF_8);
		part.setLength(0);
		out.write((Integer.toHexString(body.length).toLowerCase(Locale.ROOT) + "\r\n")
			.getBytes(StandardCharsets.US_ASCII));
		out.write(body);
		out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
		return body.length;
	}

	/** The adapter counts at the end of its answer, after every record's result. */
	private static long accepted(Socket socket) throws IOException {
		InputStream in = new BufferedInputStream(socket.getInputStream(), CHUNK);
		String status = line(in);
		if (!status.contains(" 200")) {
			throw new IOException("the adapter answered " + status);
		}
		String header = line(in);
		while (!header.isEmpty()) {
			header = line(in);
		}
		String last = "";
		try (BufferedReader results = new BufferedReader(
				new InputStreamReader(new Chunks(in), StandardCharsets.UTF_8))) {
			for (String result = results.readLine(); result != null; result = results.readLine()) {
				last = result;
			}
		}
		JsonNode summary = JSON.readTree(last);
		if (!summary.has("accepted")) {
			throw new IOException("there is no summary");
		}
		return summary.path("accepted").asLong();
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		int next = in.read();
		while (next >= 0 && next != '\n') {
			if (next != '\r') {
				line.append((char) next);
			}
			next = in.read();
		}
		return line.toString();
	}

	/** A body in chunks, put together. */
	private static final class Chunks extends InputStream {

		private final InputStream in;

		private int left;

		private boolean isFirst = true;

		private boolean isOver;

		Chunks(InputStream in) {
			this.in = in;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			if (this.left == 0 && !this.isOver) {
				if (!this.isFirst) {
					line(this.in);
				}
				this.isFirst = false;
				this.left = Integer.parseInt(line(this.in), 16);
				this.isOver = this.left == 0;
			}
			int read = this.isOver ? -1 : this.in.read(buffer, offset, Math.min(length, this.left));
			this.left -= Math.max(read, 0);
			return read;
		}

	}

	/**
	 * What became of the batch.
	 *
	 * @param records records sent
	 * @param accepted those of them that the broker has
	 */
	record Outcome(long records, long accepted) {
	}

}
