package org.mashhub.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.mashhub.testinfrastructure.DatabaseServer;

import org.springframework.test.context.DynamicPropertyRegistry;

/** A real PostgreSQL for the tests of this JVM, and a database of its own for each. */
public final class TestDatabase {

	private static final DatabaseServer SERVER = DatabaseServer.start();

	private TestDatabase() {
	}

	/**
	 * Gives a context a new database.
	 * @param registry where the context looks
	 */
	public static void use(DynamicPropertyRegistry registry) {
		String name = "console_" + UUID.randomUUID().toString().replace("-", "");
		try (Connection connection = SERVER.connect(); Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("cannot create a database", ex);
		}
		registry.add("spring.datasource.url", () -> SERVER.url(name));
		registry.add("spring.datasource.username", () -> DatabaseServer.USER);
		registry.add("spring.datasource.password", () -> DatabaseServer.PASSWORD);
	}

}
