package org.mashhub.adapter.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;

/**
 * Lets each agency publish its own events and nothing else; whatever no chain speaks for
 * is denied. Another chain for other paths may stand between the two.
 */
@Configuration(proxyBeanMethods = false)
class AdapterSecurity {

	private static final String RETRY_AFTER_SECONDS = "5";

	private static final int BEFORE_OTHERS = 100;

	/** What the firewall allows by default. */
	private static final Pattern NO_CONTROLS = Pattern.compile("[\\p{IsAssigned}&&[[^\\p{IsControl}]||[\\t]]]*");

	/**
	 * The request is measured as a whole; each filter by itself costs more than it tells.
	 */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	/**
	 * As strict as it is by itself; but a token, which is long and read for every record,
	 * is plain, and a regular expression takes ten times as long to say so.
	 */
	@Bean
	HttpFirewall plainHeadersAtOnce() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderValues((value) -> isPlain(value) || NO_CONTROLS.matcher(value).matches());
		return firewall;
	}

	private static boolean isPlain(String value) {
		for (int i = 0; i < value.length(); i++) {
			if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
				return false;
			}
		}
		return true;
	}

	@Bean
	@Order(BEFORE_OTHERS)
	SecurityFilterChain adapterSecurityChain(HttpSecurity http, Agencies agencies, Problems problems,
			JwtDecoder tokens) {
		List<String> paths = new ArrayList<>(List.of("/v3/api-docs", "/v3/api-docs/**", "/actuator", "/actuator/**"));
		agencies.endpoints().forEach((agency) -> paths.add(agency.pathPrefix() + "/**"));
		http.securityMatcher(paths.toArray(String[]::new)).authorizeHttpRequests((requests) -> {
			agencies.endpoints()
				.forEach((agency) -> requests.requestMatchers(agency.pathPrefix() + "/**")
					.hasAuthority(agency.authority()));
			requests.requestMatchers("/v3/api-docs", "/v3/api-docs/**")
				.hasAnyAuthority(agencies.endpoints().stream().map(AgencyEndpoints::authority).toArray(String[]::new));
			requests.requestMatchers("/actuator/health", "/actuator/health/**").permitAll();
			requests.requestMatchers("/actuator/prometheus").hasAuthority("SCOPE_hub:metrics");
			requests.anyRequest().denyAll();
		});
		return stateless(http, problems, new RememberedTokens(tokens), (request) -> denied(problems, request)).build();
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SecurityFilterChain adapterDenyAllChain(HttpSecurity http, Problems problems, JwtDecoder tokens) {
		http.authorizeHttpRequests((requests) -> requests.anyRequest().denyAll());
		return stateless(http, problems, tokens, (request) -> problems.ofStatus(request, HttpStatus.NOT_FOUND)).build();
	}

	/** The answer to a valid token that may not do what it asks for. */
	static ProblemDetail denied(Problems problems, HttpServletRequest request) {
		return problems.refuse(request, HttpStatus.FORBIDDEN, "not-allowed", "The access token does not allow this",
				"Use a token with the scope publish: and the agency's code, whose claims agency and organisation are "
						+ "those of the sender.",
				List.of());
	}

	/**
	 * Tokens come in a header that no browser sends by itself, so nothing can be forged
	 * across sites.
	 * @param denied what is said to a good token
	 */
	private static HttpSecurity stateless(HttpSecurity http, Problems problems, JwtDecoder tokens,
			Function<HttpServletRequest, ProblemDetail> denied) {
		AuthenticationEntryPoint wrongToken = (request, response, ex) -> problems.write(response,
				problems
					.refuse(request, HttpStatus.UNAUTHORIZED, "no-valid-token", "The request has no valid access token",
							"Get a token from the identity provider with the client credentials grant and send it as "
									+ "Authorization: Bearer.",
							List.of()),
				Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
		// Whether the token is good cannot be said while the identity provider is away.
		AuthenticationEntryPoint nobodyKnows = (request, response, ex) -> problems.write(response,
				problems.refuse(request, HttpStatus.SERVICE_UNAVAILABLE, "tokens-unavailable",
						"The hub cannot verify access tokens at the moment",
						"Keep the record and send it again after the time in Retry-After; the token may be good.",
						List.of()),
				Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
		AuthenticationEntryPoint unauthenticated = (request, response, ex) -> {
			if (isOfError(request)) {
				problems.write(response, ofError(problems, request), Map.of());
			}
			else {
				((ex instanceof AuthenticationServiceException) ? nobodyKnows : wrongToken).commence(request, response,
						ex);
			}
		};
		AccessDeniedHandler forbidden = (request, response, ex) -> problems.write(response,
				isOfError(request) ? ofError(problems, request) : denied.apply(request), Map.of());
		return http.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.exceptionHandling(
					(errors) -> errors.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
			.oauth2ResourceServer((server) -> server.jwt((jwt) -> jwt.decoder(tokens))
				.bearerTokenResolver(new HeaderTokens())
				.authenticationEntryPoint(unauthenticated)
				.accessDeniedHandler(forbidden)
				.withObjectPostProcessor(answering(unauthenticated)));
	}

	/**
	 * Whether the container asks for its page of errors, which nobody may see: that is no
	 * fault of the token, and what went wrong has a status already.
	 */
	private static boolean isOfError(HttpServletRequest request) {
		return request.getDispatcherType() == DispatcherType.ERROR;
	}

	private static ProblemDetail ofError(Problems problems, HttpServletRequest request) {
		HttpStatus status = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code)
				? HttpStatus.resolve(code) : null;
		return problems.ofStatus(request,
				(status != null && status.isError()) ? status : HttpStatus.INTERNAL_SERVER_ERROR);
	}

	/**
	 * The filter throws on what is no fault of the token, and the container's page of
	 * errors, which nobody may see, would make a 401 of it.
	 */
	private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answering(AuthenticationEntryPoint answer) {
		AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(answer);
		handler.setRethrowAuthenticationServiceException(false);
		return new ObjectPostProcessor<>() {

			@Override
			public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
				filter.setAuthenticationFailureHandler(handler);
				return filter;
			}

		};
	}

}
