package org.mashhub.adapter.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads at most the largest body allowed, whatever the sender says its length is, and
 * only after the sender's token was checked.
 */
class BodyLimitFilter extends OncePerRequestFilter {

	private final int limit;

	private final Agencies agencies;

	private final Problems problems;

	BodyLimitFilter(DataSize limit, Agencies agencies, Problems problems) {
		this.limit = Math.toIntExact(limit.toBytes());
		this.agencies = agencies;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.agencies.of(request).equals("none") || isBatch(request.getContentType());
	}

	/** A batch is read record by record, each bounded by itself. */
	static boolean isBatch(@Nullable String contentType) {
		return contentType != null
				&& (contentType.startsWith(NoticeEndpoint.NDJSON) || contentType.startsWith(NoticeEndpoint.CSV));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		byte[] body;
		try {
			body = (request.getContentLengthLong() <= this.limit) ? request.getInputStream().readNBytes(this.limit + 1)
					: new byte[this.limit + 1];
		}
		catch (IOException ex) {
			// It breaks off, or its parts are malformed.
			this.problems.write(response, this.problems.ofStatus(request, HttpStatus.BAD_REQUEST), Map.of());
			return;
		}
		if (body.length > this.limit) {
			this.problems.write(response,
					this.problems.refuse(request, HttpStatus.CONTENT_TOO_LARGE, "too-large",
							"The body is larger than the hub reads",
							"Send one record a request, in at most " + this.limit + " bytes.", List.of()),
					Map.of());
			return;
		}
		chain.doFilter(new BufferedRequest(request, body), response);
	}

	private static final class BufferedRequest extends HttpServletRequestWrapper {

		private final byte[] body;

		private BufferedRequest(HttpServletRequest request, byte[] body) {
			super(request);
			this.body = body;
		}

		@Override
		public ServletInputStream getInputStream() {
			return new BufferedBody(this.body);
		}

	}

	private static final class BufferedBody extends ServletInputStream {

		private final ByteArrayInputStream in;

		private BufferedBody(byte[] body) {
			this.in = new ByteArrayInputStream(body);
		}

		@Override
		public int read() {
			return this.in.read();
		}

		@Override
		public int read(byte[] buffer, int offset, int length) {
			return this.in.read(buffer, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.in.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new UnsupportedOperationException("the body has been read already");
		}

	}

}
