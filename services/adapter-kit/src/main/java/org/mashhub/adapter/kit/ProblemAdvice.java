package org.mashhub.adapter.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
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

	private static final String CORRECT_AND_SEND_AGAIN = "Correct the fields named in errors and send the record again.";

	/** What may be repeated of a field's name, which the sender chose. */
	private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,39}");

	private final Problems problems;

	private final Duration retryAfter;

	ProblemAdvice(Problems problems, AdapterProperties properties) {
		this.problems = problems;
		this.retryAfter = properties.retryAfter();
	}

	@ExceptionHandler
	ProblemDetail invalid(MethodArgumentNotValidException ex, HttpServletRequest request) {
		List<FieldProblem> errors = new ArrayList<>();
		for (ObjectError error : ex.getBindingResult().getAllErrors()) {
			String field = (error instanceof FieldError fieldError) ? fieldError.getField() : "";
			String message = error.getDefaultMessage();
			errors.add(FieldProblem.ofMessage(field, (message != null) ? message : "is not valid"));
		}
		errors.sort(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::problem));
		return this.problems.refuse(request, HttpStatus.UNPROCESSABLE_CONTENT, "invalid-record",
				"The record cannot be right", CORRECT_AND_SEND_AGAIN, errors);
	}

	@ExceptionHandler
	ProblemDetail refused(NoticeRefusedException ex, HttpServletRequest request) {
		return this.problems.refuse(request, HttpStatus.UNPROCESSABLE_CONTENT, "invalid-record",
				"The record cannot be right", CORRECT_AND_SEND_AGAIN, ex.problems());
	}

	@ExceptionHandler
	ProblemDetail unreadable(UnreadableNoticeException ex, HttpServletRequest request) {
		return unreadable(request, ex.problems());
	}

	@ExceptionHandler
	ProblemDetail unreadable(HttpMessageNotReadableException ex, HttpServletRequest request) {
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			if (cause instanceof JacksonException failure) {
				return unreadable(request, List.of(explain(failure)));
			}
		}
		return unreadable(request, List.of(new FieldProblem("", "the body is missing", "Send the record as JSON.")));
	}

	@ExceptionHandler
	ProblemDetail foreign(ForeignOrganisationException ex, HttpServletRequest request) {
		return this.problems.refuse(request, HttpStatus.FORBIDDEN, "foreign-organisation",
				"The record names another organisation than the access token",
				"Send each organisation's records with its own access token.",
				List.of(new FieldProblem(ex.field(), "names another organisation than the access token",
						"Leave it out, or use that organisation's own client.")));
	}

	@ExceptionHandler
	ProblemDetail header(MethodArgumentTypeMismatchException ex, HttpServletRequest request) {
		return this.problems.refuse(request, HttpStatus.UNPROCESSABLE_CONTENT, "invalid-record",
				"The record cannot be right", CORRECT_AND_SEND_AGAIN,
				List.of(new FieldProblem(ex.getName(), "has an unknown code", expected(ex.getRequiredType()))));
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
		return this.problems.refuse(request, HttpStatus.NOT_FOUND, "no-such-endpoint", "There is no such endpoint",
				"See the endpoints at /v3/api-docs.", List.of());
	}

	@ExceptionHandler
	ResponseEntity<ProblemDetail> unavailable(LogUnavailableException ex, HttpServletRequest request) {
		LOG.atWarn()
			.addKeyValue("cause", (ex.getCause() != null) ? ex.getCause().getClass().getSimpleName() : "none")
			.log("Event not acknowledged, sender was told to retry");
		ProblemDetail problem = this.problems.refuse(request, HttpStatus.SERVICE_UNAVAILABLE, "log-unavailable",
				"The hub cannot keep the record safe at the moment",
				"Keep the record and send it again after the time in Retry-After; sending it twice does no harm.",
				List.of());
		return ResponseEntity.status(problem.getStatus())
			.header(HttpHeaders.RETRY_AFTER, Long.toString(this.retryAfter.toSeconds()))
			.body(problem);
	}

	private ProblemDetail unreadable(HttpServletRequest request, List<FieldProblem> errors) {
		return this.problems.refuse(request, HttpStatus.BAD_REQUEST, "unreadable-body", "The body cannot be read",
				CORRECT_AND_SEND_AGAIN, errors);
	}

	private static FieldProblem explain(JacksonException failure) {
		String field = path(failure);
		return switch (failure) {
			case UnrecognizedPropertyException unknown -> new FieldProblem(field, "is not a field of this notice",
					"Leave it out, or correct its spelling; see /v3/api-docs.");
			case MismatchedInputException mismatch ->
				new FieldProblem(field, "has the wrong type or an unknown code", expected(mismatch.getTargetType()));
			case StreamReadException malformed -> new FieldProblem(field,
					"the body is not well-formed JSON" + position(malformed), "Send one JSON object in UTF-8.");
			default -> new FieldProblem(field, "cannot be read", "See /v3/api-docs for what is expected.");
		};
	}

	private static String position(StreamReadException malformed) {
		return (malformed.getLocation() != null)
				? ", line " + malformed.getLocation().getLineNr() + ", column " + malformed.getLocation().getColumnNr()
				: "";
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == null) {
			return "See /v3/api-docs for what is expected.";
		}
		if (type.isEnum()) {
			return "Send one of: " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name())
				.collect(Collectors.joining(", ")) + ".";
		}
		return switch (type.getSimpleName()) {
			case "String" -> "Send a text in quotes.";
			case "LocalDate" -> "Send a date as YYYY-MM-DD.";
			case "OffsetDateTime" -> "Send a time with its offset, for example 2026-01-31T14:05:00Z.";
			case "Integer", "Long", "int", "long" -> "Send a whole number.";
			case "Boolean", "boolean" -> "Send true or false.";
			case "List" -> "Send a list in square brackets.";
			default -> "Send an object in braces.";
		};
	}

	private static String path(JacksonException failure) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference step : failure.getPath()) {
			String name = step.getPropertyName();
			if (name == null) {
				path.append('[').append(step.getIndex()).append(']');
			}
			else {
				path.append((path.length() > 0) ? "." : "")
					.append(PLAIN_NAME.matcher(name).matches() ? name : "(a field with an unusual name)");
			}
		}
		return path.toString();
	}

}
