package org.mashhub.notification;

import java.net.URI;
import java.util.Map;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Nobody gets in unasked: clients with a token, people signed in; only health and static
 * files are open.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	@Bean
	@Order(1)
	SecurityFilterChain clients(HttpSecurity http) throws Exception {
		return http.securityMatcher("/api/**", "/actuator/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
				.permitAll()
				.requestMatchers("/actuator/**")
				.hasAuthority("SCOPE_hub:metrics")
				.anyRequest()
				.hasAuthority("SCOPE_hub:operate"))
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain people(HttpSecurity http, NotificationSettings settings,
			ClientRegistrationRepository registrations) throws Exception {
		OidcClientInitiatedLogoutSuccessHandler signedOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
		signedOut.setPostLogoutRedirectUri(base(settings) + "/signed-out");
		return http
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(HttpMethod.GET, "/webjars/**", "/assets/**", "/signed-out")
						.permitAll()
						.requestMatchers("/error")
						.permitAll()
						.anyRequest()
						.authenticated())
			.oauth2Login(Customizer.withDefaults())
			.logout((logout) -> logout.logoutSuccessHandler(signedOut))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(contentPolicy(settings.issuer()))))
			.build();
	}

	/**
	 * Every address is named here, so that starting does not need the identity provider.
	 */
	@Bean
	ClientRegistrationRepository clientRegistrations(NotificationSettings settings) {
		return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId("hub")
			.clientId("notification")
			.clientSecret(settings.clientSecret())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri(base(settings) + "/login/oauth2/code/{registrationId}")
			.scope("openid", "profile", "email")
			.issuerUri(settings.issuer().toString())
			.authorizationUri(settings.issuer() + "/oauth2/authorize")
			.tokenUri(settings.issuerInside() + "/oauth2/token")
			.jwkSetUri(settings.issuerInside() + "/oauth2/jwks")
			.userNameAttributeName("sub")
			.providerConfigurationMetadata(Map.of("end_session_endpoint", settings.issuer() + "/connect/logout"))
			.clientName("MASH Hub")
			.build());
	}

	@Bean
	JwtDecoder jwtDecoder(NotificationSettings settings) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(settings.issuerInside() + "/oauth2/jwks").build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(settings.issuer().toString()));
		return decoder;
	}

	private static String base(NotificationSettings settings) {
		return settings.url().toString().replaceAll("/+$", "");
	}

	/** Signing out is a form that leads on to the identity provider. */
	private static String contentPolicy(URI issuer) {
		return "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; "
				+ "frame-ancestors 'none'; form-action 'self' " + issuer.getScheme() + "://" + issuer.getRawAuthority();
	}

}
