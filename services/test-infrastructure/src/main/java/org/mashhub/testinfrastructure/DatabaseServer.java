package org.mashhub.testinfrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A real PostgreSQL server that a test has to itself. */
public interface DatabaseServer extends AutoCloseable {

	/** Who owns every database. */
	String USER = "postgres";

	/** What the owner says. */
	String PASSWORD = "postgres";

	/**
	 * Starts one, where the tests of this process run.
	 * @return a server that answers
	 */
	static DatabaseServer start() {
		return Containers.wanted() ? ContainerDatabaseServer.start() : EmbeddedDatabaseServer.start();
	}

	/**
	 * Where clients connect.
	 * @param database name of the database; {@code postgres} is there from the start
	 * @return JDBC address without user and password
	 */
	String url(String database);

	/**
	 * Connects to the database that is there from the start.
	 * @return a connection of the caller's
	 * @throws SQLException when the server does not answer
	 */
	default Connection connect() throws SQLException {
		return DriverManager.getConnection(url("postgres"), USER, PASSWORD);
	}

	/** Ends it, and what it keeps. */
	@Override
	void close();

}
