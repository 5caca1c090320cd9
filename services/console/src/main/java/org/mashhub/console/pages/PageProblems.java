package org.mashhub.console.pages;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Pages answer with a page where the API answers with problem details. */
@ControllerAdvice(basePackageClasses = PageProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

	private static final Logger log = LoggerFactory.getLogger(PageProblems.class);

	@ExceptionHandler
	void page(ResponseStatusException exception, HttpServletResponse response) throws IOException {
		response.sendError(exception.getStatusCode().value());
	}

	/** The database is away: whether it has kept what was sent, nobody knows. */
	@ExceptionHandler({ DataAccessResourceFailureException.class, TransientDataAccessException.class,
			RecoverableDataAccessException.class, CannotCreateTransactionException.class,
			TransactionSystemException.class })
	ModelAndView databaseIsAway(Exception exception, HttpServletRequest request) {
		log.atWarn().addKeyValue("fault", exception.getClass().getSimpleName()).log("Cannot reach the database");
		return ErrorPages.page(HttpMethod.GET.matches(request.getMethod()) ? "away" : "awayUnsaved",
				HttpStatus.SERVICE_UNAVAILABLE, request);
	}

	/** A parameter is missing, or none of those that a page knows. */
	@ExceptionHandler({ BindException.class, ServletRequestBindingException.class })
	void page(Exception exception, HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.BAD_REQUEST.value());
	}

	@ExceptionHandler
	void page(MethodArgumentTypeMismatchException exception, HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.NOT_FOUND.value());
	}

}
