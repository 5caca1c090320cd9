package org.mashhub.testinfrastructure;

/** Kafka's image. */
record ContainerBrokerServer(String bootstrapServers) implements BrokerServer {

	static BrokerServer start() {
		int port = FreePort.find();
		Containers.kafka(port).start();
		return new ContainerBrokerServer("127.0.0.1:" + port);
	}

}
