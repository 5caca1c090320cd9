package org.mashhub.adapter.gp;

import java.io.ByteArrayInputStream;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * An entry of a Bundle as if it had come alone, so that the entry, and not the whole
 * Bundle, is what its sender is asked to mend.
 */
class EntryRequest extends HttpServletRequestWrapper {

	private final byte[] body;

	EntryRequest(HttpServletRequest bundle, byte[] body) {
		super(bundle);
		this.body = body;
	}

	@Override
	public String getRequestURI() {
		return getContextPath() + "/gp/fhir";
	}

	@Override
	public String getContentType() {
		return GpEndpoint.FHIR_JSON;
	}

	@Override
	public ServletInputStream getInputStream() {
		ByteArrayInputStream in = new ByteArrayInputStream(this.body);
		return new ServletInputStream() {

			@Override
			public int read() {
				return in.read();
			}

			@Override
			public int read(byte[] buffer, int offset, int length) {
				return in.read(buffer, offset, length);
			}

			@Override
			public boolean isFinished() {
				return in.available() == 0;
			}

			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public void setReadListener(ReadListener listener) {
				throw new UnsupportedOperationException("an entry is read at once");
			}

		};
	}

}
