package org.mashhub.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real PostgreSQL for the tests of this JVM, and a database of its own for each. */
public final class TestDatabase {

	private static final EmbeddedPostgres SERVER = start();

	private TestDatabase() {
	}

	/**
	 * Gives a context a new database.
	 * @param registry where the context looks
	 */
	public static void use(DynamicPropertyRegistry registry) {
		String name = "console_" + UUID.randomUUID().toString().replace("-", "");
		new JdbcTemplate(SERVER.getPostgresDatabase()).execute("CREATE DATABASE " + name);
		registry.add("spring.datasource.url", () -> SERVER.getJdbcUrl("postgres", name));
		registry.add("spring.datasource.username", () -> "postgres");
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot start PostgreSQL", ex);
		}
	}

}
