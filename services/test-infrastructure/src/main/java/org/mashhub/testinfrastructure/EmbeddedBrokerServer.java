package org.mashhub.testinfrastructure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Broker and controller in the tests' process. */
record EmbeddedBrokerServer(String bootstrapServers) implements BrokerServer {

	static BrokerServer start() {
		int port = FreePort.find();
		try {
			Path directory = Files.createTempDirectory("test-broker");
			new Formatter().setClusterId(Uuid.randomUuid().toString())
				.setNodeId(1)
				.setControllerListenerName("CONTROLLER")
				.setMetadataLogDirectory(directory.toString())
				.addDirectory(directory.toString())
				.setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
				.setUnstableFeatureVersionsEnabled(false)
				.setIgnoreFormatted(true)
				.run();
			KafkaRaftServer server = new KafkaRaftServer(
					KafkaConfig.fromProps(settings(directory, port, FreePort.find())), Time.SYSTEM);
			server.startup();
			Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
			return new EmbeddedBrokerServer("127.0.0.1:" + port);
		}
		catch (Exception ex) {
			throw new IllegalStateException("the broker does not start", ex);
		}
	}

	private static Properties settings(Path directory, int port, int controllerPort) {
		Properties settings = new Properties();
		settings.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "controller.quorum.voters",
				"1@127.0.0.1:" + controllerPort, "controller.listener.names", "CONTROLLER", "listeners",
				"PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort, "advertised.listeners",
				"PLAINTEXT://127.0.0.1:" + port, "listener.security.protocol.map",
				"PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT", "log.dirs", directory.toString()));
		settings.putAll(Map.of("offsets.topic.replication.factor", "1", "offsets.topic.num.partitions", "1",
				"group.initial.rebalance.delay.ms", "0", "inter.broker.listener.name", "PLAINTEXT"));
		return settings;
	}

}
