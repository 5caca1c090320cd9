package org.mashhub.standalone.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A real Kafka broker and controller in this process, on the loopback address, whose data
 * outlive it, also when it is killed. The only class that touches Kafka's internals.
 */
public final class EmbeddedBroker implements Broker {

	private static final String CONTROLLER = "CONTROLLER";

	private static final int NODE = 1;

	private final Path directory;

	private final int port;

	private final int controllerPort;

	private @Nullable KafkaRaftServer server;

	/**
	 * Creates a broker that is not started yet.
	 * @param directory where its data are kept
	 * @param port port of the broker
	 * @param controllerPort port of the controller
	 */
	public EmbeddedBroker(Path directory, int port, int controllerPort) {
		this.directory = directory;
		this.port = port;
		this.controllerPort = controllerPort;
	}

	@Override
	public synchronized void start() {
		if (this.server != null) {
			return;
		}
		format();
		KafkaRaftServer starting = new KafkaRaftServer(KafkaConfig.fromProps(properties(), false), Time.SYSTEM);
		starting.startup();
		this.server = starting;
	}

	@Override
	public synchronized void close() {
		KafkaRaftServer running = this.server;
		if (running != null) {
			this.server = null;
			running.shutdown();
			running.awaitShutdown();
		}
	}

	@Override
	public String bootstrapServers() {
		return "127.0.0.1:" + this.port;
	}

	private void format() {
		if (Files.exists(this.directory.resolve("meta.properties"))) {
			return;
		}
		try {
			Files.createDirectories(this.directory);
			new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
				.setClusterId(Uuid.randomUuid().toString())
				.setNodeId(NODE)
				.setControllerListenerName(CONTROLLER)
				.setMetadataLogDirectory(this.directory.toString())
				.addDirectory(this.directory.toString())
				.setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
				.setUnstableFeatureVersionsEnabled(false)
				.setIgnoreFormatted(true)
				.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot prepare the broker's directory", ex);
		}
		catch (Exception ex) {
			throw new IllegalStateException("cannot prepare the broker's directory", ex);
		}
	}

	private Properties properties() {
		Properties properties = new Properties();
		properties.putAll(Map.ofEntries(Map.entry("process.roles", "broker,controller"),
				Map.entry("node.id", Integer.toString(NODE)),
				Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + this.controllerPort),
				Map.entry("controller.listener.names", CONTROLLER),
				Map.entry("listeners",
						"PLAINTEXT://127.0.0.1:" + this.port + ",CONTROLLER://127.0.0.1:" + this.controllerPort),
				Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + this.port),
				Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
				Map.entry("inter.broker.listener.name", "PLAINTEXT"), Map.entry("log.dirs", this.directory.toString()),
				Map.entry("auto.create.topics.enable", "false")));
		properties.putAll(oneOfEach());
		properties.putAll(smallAndLasting());
		return properties;
	}

	/** Kafka's own topics, for one broker and few clients. */
	private static Map<String, String> oneOfEach() {
		return Map.of("default.replication.factor", "1", "min.insync.replicas", "1", "offsets.topic.replication.factor",
				"1", "offsets.topic.num.partitions", "4", "transaction.state.log.replication.factor", "1",
				"transaction.state.log.min.isr", "1", "transaction.state.log.num.partitions", "4",
				"share.coordinator.state.topic.replication.factor", "1", "share.coordinator.state.topic.min.isr", "1",
				"share.coordinator.state.topic.num.partitions", "1");
	}

	/** Nothing expires, nobody waits, and the memory of a laptop is enough. */
	private static Map<String, String> smallAndLasting() {
		return Map.of("log.retention.ms", "-1", "offsets.retention.minutes", "52560000",
				"group.initial.rebalance.delay.ms", "0", "log.index.size.max.bytes", "1048576",
				"log.cleaner.dedupe.buffer.size", "16777216", "num.network.threads", "2", "num.io.threads", "4",
				"num.recovery.threads.per.data.dir", "2", "message.max.bytes", "4194304", "replica.fetch.max.bytes",
				"4194304");
	}

}
