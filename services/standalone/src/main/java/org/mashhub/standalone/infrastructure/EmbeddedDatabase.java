package org.mashhub.standalone.infrastructure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server as a child process on the loopback address. What it has
 * committed outlives it, also when it is killed, and nobody gets in without the password.
 */
public final class EmbeddedDatabase implements Database {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Path programs;

	private final Path directory;

	private final File log;

	private final int port;

	private final String password;

	private @Nullable EmbeddedPostgres server;

	/**
	 * Creates a server that is not started yet.
	 * @param programs where PostgreSQL's programs are unpacked once
	 * @param directory where its data are kept
	 * @param log file that takes its output
	 * @param port its port
	 * @param password password of its owner
	 */
	public EmbeddedDatabase(Path programs, Path directory, Path log, int port, String password) {
		this.programs = programs;
		this.directory = directory;
		this.log = log.toFile();
		this.port = port;
		this.password = password;
	}

	@Override
	public synchronized void start() {
		if (this.server != null) {
			return;
		}
		endOrphan();
		try {
			Files.createDirectories(this.programs);
			Files.createDirectories(this.directory);
			Path passwordFile = Files.createTempFile("mash", ".password");
			try {
				Files.writeString(passwordFile, this.password);
				this.server = builder(passwordFile).start();
			}
			finally {
				Files.delete(passwordFile);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot start the database", ex);
		}
	}

	@Override
	public void createDatabases(List<String> names) {
		try (Connection connection = running().getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			Set<String> existing = new HashSet<>();
			try (ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
				while (rows.next()) {
					existing.add(rows.getString(1));
				}
			}
			for (String name : names) {
				if (!existing.contains(name)) {
					statement.execute("CREATE DATABASE " + connection.createStatement().enquoteIdentifier(name, true));
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("cannot create the databases", ex);
		}
	}

	/** The port is not asked: whoever answers there may be somebody else's. */
	@Override
	public boolean endOrphan() {
		return Orphans.end(this.directory.resolve("postmaster.pid"), "postgres", this.directory.toString());
	}

	@Override
	public synchronized void close() {
		EmbeddedPostgres running = this.server;
		if (running != null) {
			this.server = null;
			try {
				running.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("cannot stop the database", ex);
			}
		}
	}

	@Override
	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	private EmbeddedPostgres running() {
		EmbeddedPostgres running = this.server;
		if (running == null) {
			throw new IllegalStateException("the database is not started");
		}
		return running;
	}

	private EmbeddedPostgres.Builder builder(Path passwordFile) {
		return EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(this.programs.toFile())
			.setDataDirectory(this.directory)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPort(this.port)
			.setPGStartupWait(PATIENCE)
			.setLocaleConfig("auth", "scram-sha-256")
			.setLocaleConfig("pwfile", passwordFile.toString())
			.setConnectConfig("password", this.password)
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("unix_socket_directories", "")
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("shared_buffers", "64MB")
			.setServerConfig("max_connections", "60")
			.setOutputRedirector(ProcessBuilder.Redirect.appendTo(this.log))
			.setErrorRedirector(ProcessBuilder.Redirect.appendTo(this.log));
	}

}
