package org.mashhub.identityprovider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Refuses a name for a while after several wrong passwords in a row, whether or not the
 * name exists. It remembers a bounded number of names.
 */
@Component
class SignInThrottle {

	private static final int NAMES_REMEMBERED = 10_000;

	private final Map<String, Failures> failures = new LinkedHashMap<>();

	private final int failuresAllowed;

	private final Duration pause;

	private final InstantSource clock;

	SignInThrottle(IdentityProviderSettings settings, InstantSource clock) {
		this.failuresAllowed = settings.signIn().failuresAllowed();
		this.pause = settings.signIn().pause();
		this.clock = clock;
	}

	synchronized boolean refuses(String name) {
		Failures known = this.failures.get(key(name));
		return known != null && known.count() >= this.failuresAllowed
				&& this.clock.instant().isBefore(known.last().plus(this.pause));
	}

	@EventListener
	synchronized void failed(AuthenticationFailureBadCredentialsEvent event) {
		if (!isPassword(event.getAuthentication())) {
			return;
		}
		String key = key(event.getAuthentication().getName());
		Failures known = this.failures.remove(key);
		if (known == null && this.failures.size() >= NAMES_REMEMBERED) {
			this.failures.remove(this.failures.keySet().iterator().next());
		}
		this.failures.put(key, new Failures((known != null) ? known.count() + 1 : 1, this.clock.instant()));
	}

	@EventListener
	synchronized void succeeded(AuthenticationSuccessEvent event) {
		if (isPassword(event.getAuthentication())) {
			this.failures.remove(key(event.getAuthentication().getName()));
		}
	}

	private static boolean isPassword(Authentication authentication) {
		return authentication instanceof UsernamePasswordAuthenticationToken;
	}

	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	private record Failures(int count, Instant last) {
	}

}
