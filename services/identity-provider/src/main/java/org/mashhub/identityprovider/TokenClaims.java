package org.mashhub.identityprovider;

import java.util.Optional;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the hub's tokens say: of a client its agency and organisation, of a person name,
 * email and roles.
 */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

	private final People people;

	TokenClaims(People people) {
		this.people = people;
	}

	@Override
	public void customize(JwtEncodingContext context) {
		if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
			RegisteredClient client = context.getRegisteredClient();
			copy(context, client, Clients.AGENCY, "agency");
			copy(context, client, Clients.ORGANISATION, "organisation");
		}
		else {
			Optional.<Authentication>ofNullable(context.getPrincipal())
				.flatMap((person) -> this.people.claimsOf(person.getName()))
				.ifPresent((claims) -> context.getClaims().claims((all) -> all.putAll(claims)));
		}
		if (!context.getAuthorizedScopes().isEmpty() && context.getTokenType().getValue().equals("access_token")) {
			context.getClaims().claim("scope", String.join(" ", context.getAuthorizedScopes()));
		}
	}

	private static void copy(JwtEncodingContext context, RegisteredClient client, String setting, String claim) {
		String value = client.getClientSettings().getSetting(setting);
		if (value != null) {
			context.getClaims().claim(claim, value);
		}
	}

}
