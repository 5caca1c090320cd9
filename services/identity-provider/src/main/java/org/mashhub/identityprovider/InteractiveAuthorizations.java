package org.mashhub.identityprovider;

import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/**
 * Remembers people's sign-ins only: a client's own token carries all there is to know,
 * and programs ask for tokens without end.
 */
@Component
class InteractiveAuthorizations implements OAuth2AuthorizationService {

	private final OAuth2AuthorizationService inMemory = new InMemoryOAuth2AuthorizationService();

	@Override
	public void save(OAuth2Authorization authorization) {
		if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
			this.inMemory.save(authorization);
		}
	}

	@Override
	public void remove(OAuth2Authorization authorization) {
		this.inMemory.remove(authorization);
	}

	@Override
	public @Nullable OAuth2Authorization findById(String id) {
		return this.inMemory.findById(id);
	}

	@Override
	public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType tokenType) {
		return this.inMemory.findByToken(token, tokenType);
	}

}
