package org.mashhub.testinfrastructure;

/**
 * A real Kafka broker that a test has to itself, without topics. It ends with the tests'
 * process, so that nobody who is still closing waits for it.
 */
public interface BrokerServer {

	/**
	 * Starts one, where the tests of this process run.
	 * @return a broker that serves clients
	 */
	static BrokerServer start() {
		return Containers.wanted() ? ContainerBrokerServer.start() : EmbeddedBrokerServer.start();
	}

	/**
	 * Where clients connect.
	 * @return host and port
	 */
	String bootstrapServers();

}
