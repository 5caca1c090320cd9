package org.mashhub.adapter.kit;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Turns what can go wrong with a request into problem details. Runs after any other
 * advice, which may know better.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

	private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

	private final Problems problems;

	private final Agencies agencies;

	private final Duration retryAfter;

	ProblemAdvice(Problems problems, Agencies agencies, AdapterProperties properties) {
		this.problems = problems;
		this.agencies = agencies;
		this.retryAfter = properties.retryAfter();
	}

	@ExceptionHandler
	ProblemDetail refused(NoticeRefusedException ex, HttpServletRequest request) {
		return this.problems.reject(request, Refusal.of(ex));
	}

	@ExceptionHandler
	ProblemDetail unreadable(UnreadableNoticeException ex, HttpServletRequest request) {
		return this.problems.reject(request, Refusal.of(ex));
	}

	@ExceptionHandler
	ProblemDetail unreadable(HttpMessageNotReadableException ex, HttpServletRequest request) {
		return this.problems.refuse(request, Refusal.unreadable(List
			.of(new FieldProblem("", "the body is missing or cannot be read", "Send the record in the body."))));
	}

	@ExceptionHandler
	ProblemDetail foreign(ForeignOrganisationException ex, HttpServletRequest request) {
		return this.problems.reject(request, Refusal.of(ex));
	}

	@ExceptionHandler
	ProblemDetail header(MethodArgumentTypeMismatchException ex, HttpServletRequest request) {
		return this.problems.refuse(request, Refusal.invalid(List
			.of(new FieldProblem(ex.getName(), "has an unknown code", NoticeReader.expected(ex.getRequiredType())))));
	}

	@ExceptionHandler
	ProblemDetail denied(AccessDeniedException ex, HttpServletRequest request) {
		return AdapterSecurity.denied(this.problems, request);
	}

	@ExceptionHandler
	ProblemDetail mediaType(HttpMediaTypeNotSupportedException ex, HttpServletRequest request) {
		return this.problems.refuse(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type",
				"The body is not of a media type that this endpoint reads",
				"Send the header Content-Type with one of: " + ex.getSupportedMediaTypes() + ".", List.of());
	}

	@ExceptionHandler
	ProblemDetail notAcceptable(HttpMediaTypeNotAcceptableException ex, HttpServletRequest request) {
		return this.problems.refuse(request, HttpStatus.NOT_ACCEPTABLE, "not-acceptable",
				"The answer is not available in the media type asked for",
				"Send the header Accept: application/json, or none.", List.of());
	}

	@ExceptionHandler
	ProblemDetail method(HttpRequestMethodNotSupportedException ex, HttpServletRequest request) {
		return this.problems.refuse(request, HttpStatus.METHOD_NOT_ALLOWED, "method",
				"This endpoint does not know that method", "Use POST; a correction is a POST of a higher version.",
				List.of());
	}

	@ExceptionHandler
	ProblemDetail notFound(NoResourceFoundException ex, HttpServletRequest request) {
		return this.problems.ofStatus(request, HttpStatus.NOT_FOUND);
	}

	@ExceptionHandler
	ProblemDetail notFound(NoSuchRecordException ex, HttpServletRequest request) {
		return this.problems.refuse(request, HttpStatus.NOT_FOUND, "no-such-record",
				"Nothing of this organisation is kept under this id",
				"List what is kept; refused records are kept for 30 days, and until they are mended.", List.of());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unavailable(LogUnavailableException ex, HttpServletRequest request) {
		LOG.atWarn()
			.addKeyValue("cause", (ex.getCause() != null) ? ex.getCause().getClass().getSimpleName() : "none")
			.log("Event not acknowledged, sender was told to retry");
		ProblemDetail problem = this.problems.refuse(request, Refusal.of(ex));
		return ResponseEntity.status(problem.getStatus())
			.header(HttpHeaders.RETRY_AFTER, Long.toString(this.retryAfter.toSeconds()))
			.body(problem);
	}

	/**
	 * What nobody foresaw, and what Spring refuses by itself. Left to the container it
	 * would become a page of errors, which no token may see. What failed is logged
	 * without its message, which may repeat what was sent.
	 */
	@ExceptionHandler
	void failed(Exception ex, HttpServletRequest request, HttpServletResponse response) throws Exception {
		if (response.isCommitted() || ex instanceof AuthenticationException
				|| this.agencies.of(request).equals("none")) {
			throw ex;
		}
		HttpStatus status = status(ex);
		if (status.is5xxServerError()) {
			LOG.atError()
				.addKeyValue("cause", ex.getClass().getSimpleName())
				.addKeyValue("at", place(ex))
				.log("Failed on a request of an agency");
		}
		response.resetBuffer();
		this.problems.write(response, this.problems.ofStatus(request, status), Map.of());
	}

	/**
	 * A body that breaks off, or whose parts are malformed, cannot be read to its end.
	 */
	private static HttpStatus status(Exception ex) {
		HttpStatus status = switch (ex) {
			case ErrorResponse known -> HttpStatus.resolve(known.getStatusCode().value());
			case IOException broken -> HttpStatus.BAD_REQUEST;
			default -> null;
		};
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static String place(Exception ex) {
		return Arrays.stream(ex.getStackTrace())
			.filter((frame) -> frame.getClassName().startsWith("org.mashhub."))
			.findFirst()
			.map(StackTraceElement::toString)
			.orElse("unknown");
	}

}
