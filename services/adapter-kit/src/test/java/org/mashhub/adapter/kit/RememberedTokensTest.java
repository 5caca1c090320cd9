package org.mashhub.adapter.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RememberedTokensTest {

	private final AtomicInteger verified = new AtomicInteger();

	@Test
	void verifiesATokenOnce() {
		JwtDecoder tokens = new RememberedTokens((token) -> endingIn(token, Duration.ofMinutes(5)));

		assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
		assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
		assertThat(tokens.decode("other").getTokenValue()).isEqualTo("other");
		assertThat(this.verified).hasValue(2);
	}

	@Test
	void refusesARememberedTokenThatHasEnded() {
		JwtDecoder tokens = new RememberedTokens((token) -> endingIn(token, Duration.ofHours(-1)));
		tokens.decode("one");

		assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> tokens.decode("one"));
	}

	@Test
	void remembersNoRefusal() {
		JwtDecoder tokens = new RememberedTokens((token) -> {
			if (this.verified.get() == 0) {
				this.verified.incrementAndGet();
				throw new BadJwtException("signed by nobody");
			}
			return endingIn(token, Duration.ofMinutes(5));
		});

		assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("one"));
		assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
	}

	private Jwt endingIn(String token, Duration time) {
		this.verified.incrementAndGet();
		Instant end = Instant.now().plus(time);
		return Jwt.withTokenValue(token)
			.header("alg", "RS256")
			.subject("police")
			.issuedAt(end.minus(Duration.ofHours(2)))
			.expiresAt(end)
			.build();
	}

}
