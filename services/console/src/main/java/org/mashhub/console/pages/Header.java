package org.mashhub.console.pages;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.ledger.Backlog;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page's header shows. */
@ControllerAdvice(basePackageClasses = Header.class)
class Header {

	private final Backlog backlog;

	Header(Backlog backlog) {
		this.backlog = backlog;
	}

	@ModelAttribute("signedInAs")
	@Nullable String signedInAs(@Nullable Principal principal) {
		if (principal instanceof Authentication authentication && authentication.getPrincipal() instanceof OidcUser user
				&& user.getFullName() != null) {
			return user.getFullName();
		}
		return (principal != null) ? principal.getName() : null;
	}

	@ModelAttribute("behind")
	Backlog.@Nullable Behind behind() {
		return this.backlog.behind().orElse(null);
	}

	@ModelAttribute("path")
	String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

}
