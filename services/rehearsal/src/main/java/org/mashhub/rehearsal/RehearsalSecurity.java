package org.mashhub.rehearsal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Who may set scenarios up and read the demo's mailbox: never an agency. */
@Configuration(proxyBeanMethods = false)
class RehearsalSecurity {

	private static final int AFTER_THE_ADAPTERS = 200;

	@Bean
	@Order(AFTER_THE_ADAPTERS)
	SecurityFilterChain rehearsalSecurityChain(HttpSecurity http) {
		return http.securityMatcher("/scenario/**", "/mailbox")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/scenario/**")
				.hasAuthority("SCOPE_hub:scenario")
				.anyRequest()
				.hasAuthority("SCOPE_hub:operate"))
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.build();
	}

}
