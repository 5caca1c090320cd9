package org.mashhub.adapter.gp;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * FHIR and CloudEvents have names of their own for formats that the kit takes already:
 * lines of JSON, and JSON. Calls them by the names that the kit knows.
 */
class FhirMediaTypes extends OncePerRequestFilter {

	static final String FHIR_NDJSON = "application/fhir+ndjson";

	static final String CLOUD_EVENT = "application/cloudevents+json";

	private static final Map<String, String> PLAIN = Map.of(FHIR_NDJSON, "application/x-ndjson", CLOUD_EVENT,
			MediaType.APPLICATION_JSON_VALUE);

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String plain = plain(request.getContentType());
		chain.doFilter((plain != null) ? new Renamed(request, plain) : request, response);
	}

	private static @Nullable String plain(@Nullable String contentType) {
		return (contentType != null) ? PLAIN.get(contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) : null;
	}

	private static final class Renamed extends HttpServletRequestWrapper {

		private final String contentType;

		private Renamed(HttpServletRequest request, String contentType) {
			super(request);
			this.contentType = contentType;
		}

		@Override
		public String getContentType() {
			return this.contentType;
		}

		@Override
		public @Nullable String getHeader(String name) {
			return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? this.contentType : super.getHeader(name);
		}

		@Override
		public Enumeration<String> getHeaders(String name) {
			return HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) ? Collections.enumeration(List.of(this.contentType))
					: super.getHeaders(name);
		}

	}

}
