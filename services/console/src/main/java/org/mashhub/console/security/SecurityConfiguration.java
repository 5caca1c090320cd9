package org.mashhub.console.security;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.DispatcherType;
import org.mashhub.console.ConsoleSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may reach what: MASH officers the pages, clients with a token the API, everybody
 * health and styles; nobody anything else.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	static final String REGISTRATION = "hub";

	private static final String SIGN_IN = "/oauth2/authorization/" + REGISTRATION;

	@Bean
	@Order(1)
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
	@Order(2)
	SecurityFilterChain apiWithToken(HttpSecurity http, Problems problems) {
		RequestMatcher bearer = (request) -> {
			String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
			return authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
		};
		http.securityMatcher(new AndRequestMatcher(api(), bearer))
			.authorizeHttpRequests(
					(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
						.permitAll()
						.requestMatchers(HttpMethod.GET, "/api/**")
						.hasAuthority("SCOPE_hub:read")
						.requestMatchers(HttpMethod.POST, "/api/**")
						.hasAuthority("SCOPE_hub:operate")
						.anyRequest()
						.denyAll())
			.csrf((csrf) -> csrf.disable())
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.oauth2ResourceServer((resource) -> resource.jwt(Customizer.withDefaults())
				.authenticationEntryPoint(problems)
				.accessDeniedHandler(problems));
		return http.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pages(HttpSecurity http, ConsoleSettings settings, ClientRegistrationRepository registrations,
			Problems problems) {
		OidcClientInitiatedLogoutSuccessHandler signedOut = new OidcClientInitiatedLogoutSuccessHandler(registrations);
		signedOut.setPostLogoutRedirectUri("{baseUrl}/signed-out");
		http.authorizeHttpRequests((requests) -> requests
			.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
			.permitAll()
			.requestMatchers("/webjars/**", "/console/**", "/signed-out", "/sign-in-failed", "/error")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/api/read-model/**")
			.hasRole("MASH_MANAGER")
			.anyRequest()
			.hasAnyRole("MASH_OFFICER", "MASH_MANAGER"))
			.oauth2Login((login) -> login.loginPage(SIGN_IN).failureUrl("/sign-in-failed"))
			.logout((logout) -> logout.logoutUrl("/sign-out").logoutSuccessHandler(signedOut))
			.exceptionHandling((handling) -> handling
				.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
						(request) -> request.getHeader("HX-Request") != null)
				.defaultAuthenticationEntryPointFor(problems, api())
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint(SIGN_IN), (request) -> true)
				.defaultAccessDeniedHandlerFor(problems, api())
				.defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), (request) -> true))
			.requestCache((cache) -> cache.requestCache(withoutMark()))
			.headers((headers) -> headers
				.contentSecurityPolicy((policy) -> policy.policyDirectives(contentPolicy(settings.issuer())))
				.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(
						(policy) -> policy.policy("camera=(), geolocation=(), microphone=(), payment=()")));
		return http.build();
	}

	@Bean
	HttpFirewall readableRequests() {
		return new ReadableRequests();
	}

	@Bean
	RequestRejectedHandler unreadableRequests(Problems problems) {
		return (request, response, exception) -> {
			if (Problems.isOfPrograms(request)) {
				problems.unreadable(response, exception);
			}
			else {
				response.sendError(HttpStatus.BAD_REQUEST.value());
			}
		};
	}

	/**
	 * Named endpoints, so that the console starts while the identity provider is away.
	 */
	@Bean
	ClientRegistrationRepository registrations(ConsoleSettings settings) {
		String issuer = settings.issuer().toString();
		String inside = settings.issuerInside().toString();
		return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
			.clientId(settings.clientId())
			.clientSecret(settings.clientSecret())
			.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
			.scope("openid", "profile", "email")
			.authorizationUri(issuer + "/oauth2/authorize")
			.tokenUri(inside + "/oauth2/token")
			.userInfoUri(inside + "/userinfo")
			.jwkSetUri(inside + "/oauth2/jwks")
			.issuerUri(issuer)
			.userNameAttributeName("sub")
			.providerConfigurationMetadata(Map.of("end_session_endpoint", issuer + "/connect/logout"))
			.clientName("MASH Hub")
			.build());
	}

	@Bean
	JwtDecoder jwtDecoder(ConsoleSettings settings) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(settings.issuerInside() + "/oauth2/jwks").build();
		decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(settings.issuer().toString()));
		return decoder;
	}

	@Bean
	GrantedAuthoritiesMapper rolesOfTheIdToken() {
		return SecurityConfiguration::withRoles;
	}

	private static Collection<? extends GrantedAuthority> withRoles(Collection<? extends GrantedAuthority> given) {
		Set<GrantedAuthority> all = new LinkedHashSet<>(given);
		for (GrantedAuthority authority : given) {
			if (authority instanceof OidcUserAuthority user) {
				List<String> roles = user.getIdToken().getClaimAsStringList("roles");
				if (roles != null) {
					roles.forEach((role) -> all.add(new SimpleGrantedAuthority("ROLE_" + role)));
				}
			}
		}
		return all;
	}

	/** Comes back to the page that was asked for, without a mark in its address. */
	@SuppressWarnings("NullAway") // null is how the mark is switched off
	private static HttpSessionRequestCache withoutMark() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache();
		cache.setMatchingRequestParameterName(null);
		cache.setRequestMatcher((request) -> "GET".equals(request.getMethod()) && !api().matches(request)
				&& request.getHeader("HX-Request") == null);
		return cache;
	}

	private static RequestMatcher api() {
		return PathPatternRequestMatcher.withDefaults().matcher("/api/**");
	}

	/**
	 * Own scripts and styles only; forms may lead to the identity provider (sign out).
	 */
	private static String contentPolicy(URI issuer) {
		return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
				+ "base-uri 'none'; frame-ancestors 'none'; form-action 'self' " + issuer.getScheme() + "://"
				+ issuer.getRawAuthority();
	}

}
