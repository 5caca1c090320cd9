package org.mashhub.standalone;

import org.mashhub.standalone.infrastructure.Broker;
import org.mashhub.standalone.infrastructure.Database;
import org.mashhub.standalone.infrastructure.EmbeddedBroker;
import org.mashhub.standalone.infrastructure.EmbeddedDatabase;
import org.mashhub.standalone.infrastructure.EmbeddedRegistry;
import org.mashhub.standalone.infrastructure.Registry;

/** This process and its children. */
record EmbeddedSource() implements InfrastructureSource {

	@Override
	public Broker broker(Home home, Ports ports) {
		return new EmbeddedBroker(home.broker(), ports.broker(), ports.controller());
	}

	@Override
	public Registry registry(Home home, Ports ports) {
		return new EmbeddedRegistry(Distribution.registry(), home.registry(), home.log().resolve("registry.log"),
				ports.registry(), ports.registryManagement());
	}

	@Override
	public Database database(Home home, Ports ports, Secrets secrets) {
		return new EmbeddedDatabase(Distribution.postgres(), home.database(), home.log().resolve("postgres.log"),
				ports.postgres(), secrets.database());
	}

}
