package org.mashhub.standalone;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.GenericContainer;

import org.mashhub.standalone.infrastructure.Broker;
import org.mashhub.standalone.infrastructure.Database;
import org.mashhub.standalone.infrastructure.Registry;
import org.mashhub.testinfrastructure.Containers;

/**
 * Containers on the hub's ports. What they keep ends with them: one that is started again
 * is another.
 */
record ContainerSource() implements InfrastructureSource {

	@Override
	public Broker broker(Home home, Ports ports) {
		return new ContainerBroker(new Run(() -> Containers.kafka(ports.broker())), ports.broker());
	}

	@Override
	public Registry registry(Home home, Ports ports) {
		return new ContainerRegistry(new Run(() -> Containers.registry(ports.registry())), ports.registry());
	}

	@Override
	public Database database(Home home, Ports ports, Secrets secrets) {
		return new ContainerDatabase(new Run(() -> Containers.postgres(ports.postgres(), secrets.database())),
				ports.postgres(), secrets.database());
	}

	private record ContainerBroker(Run run, int port) implements Broker {

		@Override
		public void start() {
			this.run.start();
		}

		@Override
		public void close() {
			this.run.stop();
		}

		@Override
		public String bootstrapServers() {
			return "127.0.0.1:" + this.port;
		}

	}

	private record ContainerRegistry(Run run, int port) implements Registry {

		@Override
		public void start() {
			this.run.start();
		}

		@Override
		public void close() {
			this.run.stop();
		}

		@Override
		public boolean endOrphan() {
			return false;
		}

		@Override
		public String url() {
			return "http://127.0.0.1:" + this.port + "/apis/ccompat/v7";
		}

	}

	private record ContainerDatabase(Run run, int port, String password) implements Database {

		@Override
		public void start() {
			this.run.start();
		}

		@Override
		public void createDatabases(List<String> names) {
			try (Connection connection = DriverManager.getConnection(url("postgres"), USER, this.password);
					Statement statement = connection.createStatement()) {
				for (String name : names) {
					statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
				}
			}
			catch (SQLException ex) {
				throw new IllegalStateException("cannot create the databases", ex);
			}
		}

		@Override
		public void close() {
			this.run.stop();
		}

		@Override
		public boolean endOrphan() {
			return false;
		}

		@Override
		public String url(String database) {
			return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
		}

	}

	/** The container that runs, if any. */
	private static final class Run {

		private final Supplier<GenericContainer<?>> next;

		private @Nullable GenericContainer<?> container;

		Run(Supplier<GenericContainer<?>> next) {
			this.next = next;
		}

		synchronized void start() {
			if (this.container == null) {
				GenericContainer<?> starting = this.next.get();
				starting.start();
				this.container = starting;
			}
		}

		synchronized void stop() {
			GenericContainer<?> running = this.container;
			if (running != null) {
				this.container = null;
				running.stop();
			}
		}

	}

}
