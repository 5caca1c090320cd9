package org.mashhub.identityprovider;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcUserInfoAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * Who may reach what: the protocol's endpoints, the sign-in page, health; nothing else.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	/**
	 * Secrets are long and random and passwords few, so that start-up need not wait for a
	 * high cost.
	 */
	private static final int HASH_COST = 8;

	@Bean
	@Order(1)
	SecurityFilterChain protocol(HttpSecurity http, People people) {
		http.oauth2AuthorizationServer((server) -> {
			http.securityMatcher(server.getEndpointsMatcher());
			server.tokenEndpoint((token) -> token
				.accessTokenRequestConverters((converters) -> converters.addFirst(new AllScopesOfTheClient())));
			server.oidc((oidc) -> oidc
				.userInfoEndpoint((endpoint) -> endpoint.userInfoMapper((context) -> userInfo(context, people))));
		})
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.oauth2ResourceServer((resource) -> resource.jwt(Customizer.withDefaults()))
			.exceptionHandling((handling) -> handling.defaultAuthenticationEntryPointFor(
					new LoginUrlAuthenticationEntryPoint("/sign-in"),
					new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain actuator(HttpSecurity http) {
		http.securityMatcher("/actuator/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health/**")
				.permitAll()
				.requestMatchers("/actuator/prometheus")
				.hasAuthority("SCOPE_hub:metrics")
				.anyRequest()
				.denyAll())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.oauth2ResourceServer((resource) -> resource.jwt(Customizer.withDefaults()));
		return http.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pages(HttpSecurity http, IdentityProviderSettings settings) {
		http.authorizeHttpRequests(
				(requests) -> requests.requestMatchers("/sign-in", "/error", "/identity-provider/*.css")
					.permitAll()
					.requestMatchers("/")
					.authenticated()
					.anyRequest()
					.denyAll())
			.formLogin((form) -> form.loginPage("/sign-in").failureHandler(SecurityConfiguration::signInFailed))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(contentPolicy(settings))));
		return http.build();
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(HASH_COST);
	}

	@Bean
	RegisteredClientRepository clients(IdentityProviderSettings settings, PasswordEncoder secrets) {
		return Clients.register(settings, secrets);
	}

	@Bean
	AuthorizationServerSettings authorizationServerSettings(IdentityProviderSettings settings) {
		return AuthorizationServerSettings.builder().issuer(settings.issuer().toString()).build();
	}

	@Bean
	JWKSource<SecurityContext> signingKeys(IdentityProviderSettings settings) {
		JWKSet keys = SigningKeys.readOrCreate(settings.signingKeyFile());
		return new ImmutableJWKSet<>(keys);
	}

	@Bean
	JwtDecoder jwtDecoder(JWKSource<SecurityContext> signingKeys) {
		return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKeys);
	}

	private static OidcUserInfo userInfo(OidcUserInfoAuthenticationContext context, People people) {
		String username = context.getAuthorization().getPrincipalName();
		OidcUserInfo.Builder info = OidcUserInfo.builder().subject(username);
		info.claims((claims) -> claims.putAll(people.claimsOf(username).orElse(Map.of())));
		return info.build();
	}

	private static void signInFailed(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		response.sendRedirect((exception instanceof LockedException) ? "/sign-in?wait" : "/sign-in?error");
	}

	/**
	 * Nothing but own styles; forms may lead on to the clients, since browsers apply
	 * {@code form-action} to the redirect that follows a sign-in.
	 */
	private static String contentPolicy(IdentityProviderSettings settings) {
		String clients = settings.clients()
			.stream()
			.flatMap((client) -> client.redirectUris().stream())
			.map(Clients::originOf)
			.distinct()
			.sorted()
			.collect(Collectors.joining(" "));
		return "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self' "
				+ clients;
	}

}
