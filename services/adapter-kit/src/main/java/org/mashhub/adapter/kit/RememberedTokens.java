package org.mashhub.adapter.kit;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Remembers for a minute that a token's signature was good: an agency sends every record
 * with the same token, and to verify the signature is the dearest part of a request. When
 * it ends is looked at each time; a signing key that is withdrawn counts a minute after
 * the verifying decoder has noticed, which keeps the keys for a while itself.
 */
class RememberedTokens implements JwtDecoder {

	static final Duration REMEMBERED = Duration.ofMinutes(1);

	private static final int AT_MOST = 1000;

	private final JwtDecoder verifying;

	private final OAuth2TokenValidator<Jwt> timely = new JwtTimestampValidator();

	private final Cache<String, Jwt> verified = Caffeine.newBuilder()
		.maximumSize(AT_MOST)
		.expireAfterWrite(REMEMBERED)
		.build();

	/**
	 * Creates a memory.
	 * @param verifying verifies the signature and all else
	 */
	RememberedTokens(JwtDecoder verifying) {
		this.verifying = verifying;
	}

	@Override
	public Jwt decode(String token) {
		Jwt known = this.verified.getIfPresent(token);
		if (known == null) {
			Jwt good = this.verifying.decode(token);
			this.verified.put(token, good);
			return good;
		}
		OAuth2TokenValidatorResult result = this.timely.validate(known);
		if (result.hasErrors()) {
			throw new JwtValidationException("the token is no longer valid", result.getErrors());
		}
		return known;
	}

}
