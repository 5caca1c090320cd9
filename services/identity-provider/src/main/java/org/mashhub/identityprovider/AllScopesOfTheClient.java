package org.mashhub.identityprovider;

import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * A client that names no scope gets all of its own (RFC 6749 section 3.3), so that a
 * plain curl is enough.
 */
class AllScopesOfTheClient implements AuthenticationConverter {

	private final AuthenticationConverter asAsked = new OAuth2ClientCredentialsAuthenticationConverter();

	@Override
	public @Nullable Authentication convert(HttpServletRequest request) {
		Authentication asked = this.asAsked.convert(request);
		if (asked instanceof OAuth2ClientCredentialsAuthenticationToken token && token.getScopes().isEmpty()
				&& token.getPrincipal() instanceof OAuth2ClientAuthenticationToken caller) {
			RegisteredClient client = caller.getRegisteredClient();
			Set<String> all = (client != null) ? client.getScopes() : Set.of();
			return new OAuth2ClientCredentialsAuthenticationToken(caller, all, token.getAdditionalParameters());
		}
		return asked;
	}

}
