package org.mashhub.adapter.kit;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

import org.mashhub.tracing.Detail;
import org.mashhub.tracing.Step;
import org.mashhub.tracing.Traces;

/**
 * Begins the trace of what one request brings. A batch has none: it may hold millions of
 * records. The step is named by the kind of record, never by what stands in the address.
 */
class TraceFilter extends OncePerRequestFilter {

	private final Agencies agencies;

	private final Traces traces;

	TraceFilter(Agencies agencies, Traces traces) {
		this.agencies = agencies;
		this.traces = traces;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod()) || this.agencies.of(request).equals("none")
				|| BodyLimitFilter.isBatch(request.getContentType());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String agency = this.agencies.of(request);
		String kind = this.agencies.noticeOf(request).map((notice) -> "/" + notice.collection()).orElse("");
		try (Step step = this.traces.begin("POST /" + agency + kind)) {
			step.with(Detail.AGENCY, agency);
			try {
				chain.doFilter(request, response);
				step.with(Detail.STATUS, response.getStatus());
			}
			catch (IOException | ServletException | RuntimeException ex) {
				// The status is the container's to choose, and not chosen yet.
				step.failed(ex);
				throw ex;
			}
		}
	}

}
