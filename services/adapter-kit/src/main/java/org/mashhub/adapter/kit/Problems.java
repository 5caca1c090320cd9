package org.mashhub.adapter.kit;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Makes the problem details (RFC 9457) that senders get, and counts them. Each says what
 * to do; none repeats anything that was received but the name of a field.
 */
class Problems {

	private final JsonMapper json;

	private final AdapterMetrics metrics;

	private final Agencies agencies;

	private final RefusedBodies bodies;

	Problems(JsonMapper json, AdapterMetrics metrics, Agencies agencies, RefusedBodies bodies) {
		this.json = json;
		this.metrics = metrics;
		this.agencies = agencies;
		this.bodies = bodies;
	}

	ProblemDetail refuse(HttpServletRequest request, Refusal refusal) {
		return refuse(request, refusal.status(), refusal.reason(), refusal.title(), refusal.remedy(), refusal.errors());
	}

	/** Refuses a record and keeps it, so that its sender can mend it. */
	ProblemDetail reject(HttpServletRequest request, Refusal refusal) {
		ProblemDetail problem = refuse(request, refusal);
		this.bodies.keep(request, refusal).ifPresent((id) -> problem.setProperty("rejectionId", id));
		return problem;
	}

	ProblemDetail refuse(HttpServletRequest request, HttpStatus status, String reason, String title, String remedy,
			List<FieldProblem> errors) {
		this.metrics.refused(this.agencies.of(request), reason);
		ProblemDetail problem = ProblemDetail.forStatus(status);
		problem.setType(URI.create("urn:mashhub:problem:" + reason));
		problem.setTitle(title);
		problem.setProperty("remedy", remedy);
		problem.setProperty("errors", errors);
		return problem;
	}

	/** What is said where nothing is known but the status. */
	ProblemDetail ofStatus(HttpServletRequest request, HttpStatus status) {
		if (status.is5xxServerError()) {
			return refuse(request, status, "failed", "The hub failed on this request",
					"Keep the record and report it. It may be sent again: sending it twice does no harm.", List.of());
		}
		if (status == HttpStatus.NOT_FOUND) {
			return refuse(request, status, "no-such-endpoint", "There is no such endpoint",
					"See the endpoints at /v3/api-docs.", List.of());
		}
		return refuse(request, status, "unreadable-request", "The request cannot be read",
				"Check its method, its headers and the end of its body; see /v3/api-docs.", List.of());
	}

	void write(HttpServletResponse response, ProblemDetail problem, Map<String, String> headers) throws IOException {
		response.setStatus(problem.getStatus());
		headers.forEach(response::setHeader);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(problem));
	}

}
