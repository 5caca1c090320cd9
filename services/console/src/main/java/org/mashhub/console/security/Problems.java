package org.mashhub.console.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.mashhub.console.PlainText;
import org.mashhub.console.security.ReadableRequests.UnreadableRequestException;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;

/**
 * Says as problem details (RFC 9457) who may not use the API, what of a request cannot be
 * read, and what would help.
 */
@Component
class Problems implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final String ADDRESS = "The address cannot be read: percent-encode UTF-8, and % itself as %25, and "
			+ PlainText.REMEDY + ", also semicolons and doubled slashes.";

	private final JsonMapper json;

	Problems(JsonMapper json) {
		this.json = json;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
			throws IOException {
		response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
		write(response, HttpStatus.UNAUTHORIZED,
				"Send a valid access token of the hub's identity provider as a bearer token.");
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException {
		write(response, HttpStatus.FORBIDDEN,
				"Reading wants the scope hub:read, acting wants hub:operate, or the role of a MASH officer.");
	}

	void unreadable(HttpServletResponse response, RequestRejectedException exception) throws IOException {
		write(response, HttpStatus.BAD_REQUEST,
				(exception instanceof UnreadableRequestException unreadable) ? unreadable.explanation() : ADDRESS);
	}

	String unreadableAddress() {
		return this.json.writeValueAsString(ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, ADDRESS));
	}

	/** Whether whoever asks reads problem details rather than a page. */
	static boolean isOfPrograms(HttpServletRequest request) {
		return request.getRequestURI().startsWith("/api/");
	}

	private void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
		response.setStatus(status.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.getOutputStream().write(this.json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail)));
	}

}
