package org.mashhub.standalone;

import org.mashhub.standalone.infrastructure.Broker;
import org.mashhub.standalone.infrastructure.Database;
import org.mashhub.standalone.infrastructure.Registry;

/**
 * Where a hub's broker, registry and database come from. What it gives is not started
 * yet, and will answer on the hub's ports.
 */
interface InfrastructureSource {

	Broker broker(Home home, Ports ports);

	Registry registry(Home home, Ports ports);

	Database database(Home home, Ports ports, Secrets secrets);

}
