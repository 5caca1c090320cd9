package org.mashhub.console.pages;

import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says in words what went wrong and what to do, also of what no controller has seen: with
 * a page, and to clients of the API with problem details.
 */
@Controller
class ErrorPages implements ErrorController {

	@RequestMapping("/error")
	Object error(HttpServletRequest request) {
		HttpStatus status = status(request);
		return isOfPrograms(request) ? problem(status) : page(kind(status), status, request);
	}

	private static HttpStatus status(HttpServletRequest request) {
		HttpStatus status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.resolve(code) : HttpStatus.NOT_FOUND;
		return (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static boolean isOfPrograms(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
				&& (path.startsWith("/api/") || path.startsWith("/actuator/") || path.startsWith("/v3/"));
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatus status) {
		String detail = switch (status) {
			case BAD_REQUEST -> "The request cannot be right: see /v3/api-docs.";
			case UNAUTHORIZED -> "Send a valid access token of the hub's identity provider as a bearer token.";
			case FORBIDDEN -> "The access token or the role does not allow this.";
			case NOT_FOUND -> "There is nothing at this address: see /v3/api-docs.";
			case METHOD_NOT_ALLOWED -> "Nothing at this address takes this method: see /v3/api-docs.";
			default -> status.is4xxClientError() ? "The request cannot be right: see /v3/api-docs."
					: "The console failed. Ask again; if you were sending something, with the same receiptId.";
		};
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemDetail.forStatusAndDetail(status, detail));
	}

	private static String kind(HttpStatus status) {
		return switch (status) {
			case BAD_REQUEST -> "badRequest";
			case FORBIDDEN -> "forbidden";
			case NOT_FOUND -> "notFound";
			default -> "broken";
		};
	}

	/** A page that says one thing. */
	static ModelAndView page(String kind, HttpStatus status, HttpServletRequest request) {
		ModelAndView view = new ModelAndView("console/notice",
				Map.of("heading", kind + ".title", "body", kind + ".body", "path", ""));
		view.setStatus(status);
		if (request.getUserPrincipal() != null) {
			view.addObject("signedInAs", request.getUserPrincipal().getName());
		}
		return view;
	}

}
