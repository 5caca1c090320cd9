package org.mashhub.console.api;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.PlainText;
import org.mashhub.console.api.PlainTextReader.NoTextException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Tells a client which part of a request cannot be right and how it would be, without
 * repeating what it held. And that the database is away, and when to ask again; also when
 * it went away in the middle and a transaction could not even be rolled back. Of what was
 * to be kept it says that nobody knows: a commit whose answer is lost may have been one.
 */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

	private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

	/** What is repeated of a field's name: one that could be. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,40}");

	private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

	private static final String NOTHING_LOST = "The console's database is away. Nothing is lost; ask again.";

	private static final String NOT_KNOWN = "The console's database is away, and it is not known whether it has kept "
			+ "this. Send it again with the same receiptId: then it counts once. Without one, look first whether it is there.";

	@ExceptionHandler
	ProblemDetail unreadable(HttpMessageNotReadableException exception) {
		if (!(exception.getCause() instanceof JacksonException fault)) {
			return refused("The body is missing or cannot be read: send JSON in UTF-8, see /v3/api-docs.");
		}
		String field = fault.getPath()
			.stream()
			.map(JacksonException.Reference::getPropertyName)
			.filter(Objects::nonNull)
			.collect(Collectors.joining("."));
		String where = NAME.matcher(field).matches() ? "\"" + field + "\" in the body" : "The body";
		return refused(where + switch (fault) {
			case NoTextException noText -> " has a character that is no text: " + PlainText.REMEDY + ".";
			case MismatchedInputException mismatch -> " " + wanted(mismatch.getTargetType());
			default -> " is not well-formed JSON: see /v3/api-docs.";
		});
	}

	@ExceptionHandler
	ProblemDetail ofAnotherType(MethodArgumentTypeMismatchException exception) {
		return refused("\"" + exception.getName() + "\" " + wanted(exception.getRequiredType()));
	}

	@ExceptionHandler
	ProblemDetail invalid(MethodArgumentNotValidException exception) {
		Object target = exception.getTarget();
		return refused(exception.getFieldErrors()
			.stream()
			.map((error) -> "\"" + error.getField() + "\" "
					+ (error.isBindingFailure()
							? wanted((target != null) ? exception.getFieldType(error.getField()) : null)
							: error.getDefaultMessage() + "."))
			.sorted()
			.collect(Collectors.joining(" ")));
	}

	private static String wanted(@Nullable Class<?> type) {
		if (type != null && type.isEnum()) {
			return "is none of those known: send one of "
					+ Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "))
					+ ".";
		}
		return "is of another type: " + ((type == null) ? "see /v3/api-docs." : switch (type.getSimpleName()) {
			case "UUID" -> "send a UUID.";
			case "Integer", "int" -> "send a whole number.";
			case "String" -> "send a text in quotes.";
			default -> "see /v3/api-docs.";
		});
	}

	private static ProblemDetail refused(String detail) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, detail);
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, TransientDataAccessException.class,
			RecoverableDataAccessException.class, CannotCreateTransactionException.class,
			TransactionSystemException.class })
	ResponseEntity<ProblemDetail> databaseIsAway(Exception exception, HttpServletRequest request) {
		log.atWarn().addKeyValue("fault", exception.getClass().getSimpleName()).log("Cannot reach the database");
		return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
			.header(HttpHeaders.RETRY_AFTER, Long.toString(ASK_AGAIN_AFTER.toSeconds()))
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
					HttpMethod.GET.matches(request.getMethod()) ? NOTHING_LOST : NOT_KNOWN));
	}

}
