package org.mashhub.console.api;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells a client that the database is away, and when to ask again; also when it went away
 * in the middle and a transaction could not even be rolled back. Of what was to be kept
 * it says that nobody knows: a commit whose answer is lost may have been one.
 */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

	private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

	private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);

	private static final String NOTHING_LOST = "The console's database is away. Nothing is lost; ask again.";

	private static final String NOT_KNOWN = "The console's database is away, and it is not known whether it has kept "
			+ "this. Send it again with the same receiptId: then it counts once. Without one, look first whether it is there.";

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
