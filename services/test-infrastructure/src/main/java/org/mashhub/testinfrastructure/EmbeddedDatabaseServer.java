package org.mashhub.testinfrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A child process of the tests' own. */
record EmbeddedDatabaseServer(EmbeddedPostgres server) implements DatabaseServer {

	static DatabaseServer start() {
		try {
			return new EmbeddedDatabaseServer(EmbeddedPostgres.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot start PostgreSQL", ex);
		}
	}

	@Override
	public String url(String database) {
		return "jdbc:postgresql://localhost:" + this.server.getPort() + "/" + database;
	}

	@Override
	public void close() {
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot stop PostgreSQL", ex);
		}
	}

}
