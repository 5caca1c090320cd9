package org.mashhub.console.security;

import java.util.Map;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.PlainText;

import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Lets no request in of which a parameter cannot be read, or is no text: whoever handles
 * one need not ask.
 */
class ReadableRequests extends StrictHttpFirewall {

	private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

	/** What is repeated of a name: one that could be a parameter's. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,40}");

	private static final String ENCODE = "cannot be read: percent-encode UTF-8, and % itself as %25.";

	private static final String NO_TEXT = "has a character that is no text: " + PlainText.REMEDY + ".";

	@Override
	public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
		FirewalledRequest firewalled = super.getFirewalledRequest(request);
		// The page that says what was wrong is asked for with the same parameters.
		if (request.getDispatcherType() == DispatcherType.REQUEST) {
			requireReadable(request);
		}
		return firewalled;
	}

	private static void requireReadable(HttpServletRequest request) {
		String query = request.getQueryString();
		for (String parameter : (query != null) ? query.split("&") : new String[0]) {
			if (BROKEN.matcher(parameter).find()) {
				int end = parameter.indexOf('=');
				throw new UnreadableRequestException((end < 0) ? parameter : parameter.substring(0, end), ENCODE);
			}
		}
		parameters(request).forEach((name, values) -> {
			if (!PlainText.isPlain(name)) {
				throw new UnreadableRequestException(null, NO_TEXT);
			}
			for (String value : values) {
				if (!PlainText.isPlain(value)) {
					throw new UnreadableRequestException(name, NO_TEXT);
				}
			}
		});
	}

	private static Map<String, String[]> parameters(HttpServletRequest request) {
		try {
			return request.getParameterMap();
		}
		catch (IllegalStateException ex) {
			throw new UnreadableRequestException(null, ENCODE);
		}
	}

	/** It says which parameter and what to do, and nothing that was sent. */
	static final class UnreadableRequestException extends RequestRejectedException {

		private static final long serialVersionUID = 1L;

		private final String explanation;

		private UnreadableRequestException(@Nullable String name, String problem) {
			this(((name != null && NAME.matcher(name).matches()) ? "The parameter \"" + name + "\" " : "A parameter ")
					+ problem);
		}

		private UnreadableRequestException(String explanation) {
			super(explanation);
			this.explanation = explanation;
		}

		String explanation() {
			return this.explanation;
		}

	}

}
