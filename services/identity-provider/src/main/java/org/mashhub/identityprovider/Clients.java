package org.mashhub.identityprovider;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.mashhub.identityprovider.IdentityProviderSettings.Client;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Turns the configured clients into registered ones, their secrets hashed. */
final class Clients {

	static final String AGENCY = "hub.agency";

	static final String ORGANISATION = "hub.organisation";

	private static final String CODE_PATH = "/login/oauth2/code/";

	private static final Duration CODE_LIFE = Duration.ofMinutes(2);

	private Clients() {
	}

	static RegisteredClientRepository register(IdentityProviderSettings settings, PasswordEncoder secrets) {
		List<RegisteredClient> registered = settings.clients()
			.stream()
			.map((client) -> register(client, secrets.encode(client.secret()), settings.tokenLife()))
			.toList();
		return new InMemoryRegisteredClientRepository(registered);
	}

	private static RegisteredClient register(Client client, String secretHash, Duration tokenLife) {
		RegisteredClient.Builder builder = RegisteredClient.withId(client.id())
			.clientId(client.id())
			.clientName(client.id())
			.clientSecret(secretHash)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
			.scopes((scopes) -> scopes.addAll(client.scopes()))
			.tokenSettings(TokenSettings.builder()
				.accessTokenTimeToLive(tokenLife)
				.authorizationCodeTimeToLive(CODE_LIFE)
				.build())
			.clientSettings(clientSettings(client));
		if (client.redirectUris().isEmpty()) {
			builder.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
		}
		else {
			builder.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE);
			client.redirectUris().forEach((uri) -> {
				builder.redirectUri(uri.toString());
				builder.postLogoutRedirectUri(uri.resolve("/").toString());
				builder.postLogoutRedirectUri(uri.resolve("/signed-out").toString());
				below(uri).ifPresent((base) -> builder.postLogoutRedirectUri(base + "signed-out"));
			});
		}
		return builder.build();
	}

	/** Where the client is, be it below another path than the root. */
	private static Optional<String> below(URI uri) {
		int end = uri.toString().indexOf(CODE_PATH);
		return (end >= 0) ? Optional.of(uri.toString().substring(0, end + 1)) : Optional.empty();
	}

	private static ClientSettings clientSettings(Client client) {
		ClientSettings.Builder settings = ClientSettings.builder()
			.requireProofKey(true)
			.requireAuthorizationConsent(false);
		if (client.agency() != null) {
			settings.setting(AGENCY, client.agency());
		}
		if (client.organisation() != null) {
			settings.setting(ORGANISATION, client.organisation());
		}
		return settings.build();
	}

	/** The origin of an address, as a content security policy names it. */
	static String originOf(URI uri) {
		return uri.getScheme() + "://" + uri.getRawAuthority();
	}

}
