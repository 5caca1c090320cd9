package org.mashhub.console;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Takes the token itself for its scope. */
@TestConfiguration(proxyBeanMethods = false)
public class Tokens {

	@Bean
	@Primary
	JwtDecoder tokensOfTheTest() {
		return (token) -> Jwt.withTokenValue(token)
			.header("alg", "none")
			.subject("mash-cli")
			.claim("scope", token.replace('.', ':'))
			.build();
	}

}
