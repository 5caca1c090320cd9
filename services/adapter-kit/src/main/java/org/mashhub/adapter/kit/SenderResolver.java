package org.mashhub.adapter.kit;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the sender from the access token and two headers. */
class SenderResolver implements HandlerMethodArgumentResolver {

	/** Attribute of a request under which its sender is kept once it is known. */
	static final String SENDER = Sender.class.getName();

	private static final Pattern FICTIONAL_AREA = Pattern.compile("scn-[a-z0-9-]{1,60}");

	private final Agencies agencies;

	SenderResolver(Agencies agencies) {
		this.agencies = agencies;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Sender.class;
	}

	@Override
	public Sender resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		String agency = this.agencies.of(servletRequest(request));
		if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)
				|| !agency.equals(token.getToken().getClaimAsString("agency"))) {
			throw new AccessDeniedException("the token is not this agency's");
		}
		Sender sender = new Sender(agency, organisation(token.getToken()), areaHint(request.getHeader("Mash-Area")),
				historic(request.getHeader("Mash-Historic")));
		request.setAttribute(SENDER, sender, RequestAttributes.SCOPE_REQUEST);
		return sender;
	}

	private static HttpServletRequest servletRequest(NativeWebRequest request) {
		HttpServletRequest found = request.getNativeRequest(HttpServletRequest.class);
		if (found == null) {
			throw new IllegalStateException("not a servlet request");
		}
		return found;
	}

	private static String organisation(Jwt token) {
		String organisation = token.getClaimAsString("organisation");
		if (organisation == null || organisation.isBlank()) {
			throw new AccessDeniedException("the token names no organisation");
		}
		return organisation;
	}

	private static @Nullable String areaHint(@Nullable String header) {
		if (header == null || header.isBlank()) {
			return null;
		}
		if (!FICTIONAL_AREA.matcher(header).matches()) {
			throw new NoticeRefusedException(List.of(new FieldProblem("Mash-Area", "does not name a fictional area",
					"Leave the header out: the hub itself finds the area of a real record. "
							+ "For a scenario send a code that begins with scn-.")));
		}
		return header;
	}

	private static boolean historic(@Nullable String header) {
		if (header == null || header.equals("false")) {
			return false;
		}
		if (header.equals("true")) {
			return true;
		}
		throw new NoticeRefusedException(List.of(new FieldProblem("Mash-Historic", "is neither true nor false",
				"Send true with a load of history, else leave the header out.")));
	}

}
