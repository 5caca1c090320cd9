package org.mashhub.identityprovider;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the identity provider is told at start-up. Secrets and passwords come from outside
 * the repository and are kept hashed in memory.
 *
 * @param issuer address under which everybody reaches this provider
 * @param signingKeyFile JWK set with the signing key; created when it is missing
 * @param tokenLife how long an access token is good for
 * @param clients programs that may ask for tokens
 * @param users people who may sign in
 * @param signIn how wrong passwords are slowed down
 */
@ConfigurationProperties("hub.identity-provider")
@Validated
public record IdentityProviderSettings(@NotNull URI issuer, @NotNull Path signingKeyFile,
		@DefaultValue("1h") Duration tokenLife, @NotEmpty List<@Valid Client> clients,
		@DefaultValue List<@Valid User> users, @Valid @DefaultValue SignIn signIn) {

	public IdentityProviderSettings {
		clients = (clients != null) ? List.copyOf(clients) : List.of();
		users = (users != null) ? List.copyOf(users) : List.of();
	}

	/**
	 * A program. With redirect URIs it signs people in (authorization code with PKCE),
	 * without it acts for itself (client credentials).
	 *
	 * @param id client id
	 * @param secret client secret; at most 72 bytes, as bcrypt reads no more
	 * @param scopes what it may ask for; all of it when it asks for nothing in particular
	 * @param agency kind of agency, for the agencies' clients
	 * @param organisation organisation code, for the agencies' clients
	 * @param redirectUris where people come back to after they have signed in
	 */
	public record Client(@NotBlank String id, @NotBlank @Size(min = 16, max = 72) String secret,
			@NotEmpty List<@NotBlank String> scopes, @Nullable String agency, @Nullable String organisation,
			@DefaultValue List<URI> redirectUris) {

		public Client {
			scopes = (scopes != null) ? List.copyOf(scopes) : List.of();
			redirectUris = (redirectUris != null) ? List.copyOf(redirectUris) : List.of();
		}

		/** Leaves the secret out. */
		@Override
		public String toString() {
			return "Client[id=" + this.id + "]";
		}
	}

	/**
	 * A person who may sign in.
	 *
	 * @param username what they type; also the subject of their tokens
	 * @param password their password
	 * @param name name to show
	 * @param email work email
	 * @param roles what they are in the hub
	 */
	public record User(@NotBlank String username, @NotBlank @Size(min = 8, max = 72) String password,
			@NotBlank String name, @Email @NotBlank String email,
			@NotEmpty List<@Pattern(regexp = "[A-Z][A-Z_]*") String> roles) {

		public User {
			roles = (roles != null) ? List.copyOf(roles) : List.of();
		}

		/** Leaves everything personal out. */
		@Override
		public String toString() {
			return "User[roles=" + this.roles + "]";
		}
	}

	/**
	 * Slowing down of guesses.
	 *
	 * @param failuresAllowed wrong passwords in a row before the wait begins
	 * @param pause how long the name is then refused
	 */
	public record SignIn(@DefaultValue("5") @Positive int failuresAllowed, @DefaultValue("1m") Duration pause) {
	}

}
