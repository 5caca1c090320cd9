package org.mashhub.standalone.infrastructure;

import java.util.List;

/** A PostgreSQL server of a hub's own, wherever it runs. */
public interface Database extends AutoCloseable {

	/** The user who owns every database. */
	String USER = "postgres";

	/** Starts it, returning when it answers. */
	void start();

	/**
	 * Creates the databases that are missing.
	 * @param names plain lower-case names
	 */
	void createDatabases(List<String> names);

	/** Stops it in good order; it can be started again. */
	@Override
	void close();

	/**
	 * Ends what a killed hub left behind.
	 * @return true when there was something
	 */
	boolean endOrphan();

	/**
	 * Where clients connect, also before it is started.
	 * @param database name of the database
	 * @return JDBC address without user and password
	 */
	String url(String database);

}
