package org.mashhub.console.pages;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says in words what went wrong and what to do. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements ErrorViewResolver {

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		String kind = switch (status) {
			case FORBIDDEN -> "forbidden";
			case NOT_FOUND, BAD_REQUEST -> "notFound";
			default -> "broken";
		};
		return page(kind, status, request);
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
