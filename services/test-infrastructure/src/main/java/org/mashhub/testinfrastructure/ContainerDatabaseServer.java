package org.mashhub.testinfrastructure;

import org.testcontainers.containers.GenericContainer;

/** PostgreSQL's image. */
record ContainerDatabaseServer(GenericContainer<?> container, int port) implements DatabaseServer {

	static DatabaseServer start() {
		int port = FreePort.find();
		GenericContainer<?> container = Containers.postgres(port, PASSWORD);
		container.start();
		return new ContainerDatabaseServer(container, port);
	}

	@Override
	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	@Override
	public void close() {
		this.container.close();
	}

}
