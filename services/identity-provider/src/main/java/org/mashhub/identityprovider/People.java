package org.mashhub.identityprovider;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people who may sign in, their passwords hashed, and what tokens say of them. */
@Component
class People implements UserDetailsService {

	private final Map<String, Person> byName = new HashMap<>();

	private final SignInThrottle throttle;

	private final String lockedHash;

	People(IdentityProviderSettings settings, PasswordEncoder passwords, SignInThrottle throttle) {
		this.throttle = throttle;
		this.lockedHash = hash(passwords, UUID.randomUUID().toString());
		settings.users()
			.forEach((user) -> this.byName.put(user.username(),
					new Person(hash(passwords, user.password()),
							Map.of("name", user.name(), "email", user.email(), "roles", user.roles()),
							user.roles().toArray(String[]::new))));
	}

	@Override
	public UserDetails loadUserByUsername(String username) {
		if (this.throttle.refuses(username)) {
			return User.withUsername(username).password(this.lockedHash).roles("LOCKED").accountLocked(true).build();
		}
		Person person = this.byName.get(username);
		if (person == null) {
			throw new UsernameNotFoundException("no such person");
		}
		return User.withUsername(username).password(person.passwordHash()).roles(person.roles()).build();
	}

	Optional<Map<String, Object>> claimsOf(String username) {
		return Optional.ofNullable(this.byName.get(username)).map(Person::claims);
	}

	private static String hash(PasswordEncoder passwords, String password) {
		return Objects.requireNonNull(passwords.encode(password));
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Person(String passwordHash, Map<String, Object> claims, String[] roles) {
	}

}
