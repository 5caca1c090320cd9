package org.mashhub.provisioning;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Every principal's password, from a file that only the provisioning job is given. */
final class Passwords {

	private static final int SHORTEST = 16;

	private final Properties byPrincipal;

	private Passwords(Properties byPrincipal) {
		this.byPrincipal = byPrincipal;
	}

	/** Reads a file of lines such as {@code console=…}. */
	static Passwords in(Path file) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the principals' passwords in " + file, ex);
		}
		return new Passwords(properties);
	}

	/** The password of a principal, which must have one that nobody guesses. */
	String of(String principal) {
		String password = this.byPrincipal.getProperty(principal, "");
		if (password.length() < SHORTEST) {
			throw new IllegalStateException("the principal " + principal + " has no password of " + SHORTEST
					+ " characters or more in the file of passwords");
		}
		return password;
	}

	/** Leaves everything out. */
	@Override
	public String toString() {
		return "Passwords[hidden]";
	}

}
