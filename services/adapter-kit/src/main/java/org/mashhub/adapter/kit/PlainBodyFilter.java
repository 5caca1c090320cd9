package org.mashhub.adapter.kit;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are packed: what a small body may become when it is unpacked has no
 * bound, and read as it stands it would be called malformed.
 */
class PlainBodyFilter extends OncePerRequestFilter {

	private final Agencies agencies;

	private final Problems problems;

	PlainBodyFilter(Agencies agencies, Problems problems) {
		this.agencies = agencies;
		this.problems = problems;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		return encoding == null || encoding.equalsIgnoreCase("identity") || this.agencies.of(request).equals("none");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.problems.write(response,
				this.problems.refuse(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "content-encoding",
						"The body is packed, and the hub unpacks none",
						"Send it as it is, without the header Content-Encoding.", List.of()),
				Map.of(HttpHeaders.ACCEPT_ENCODING, "identity"));
	}

}
