package org.mashhub.notification.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.AvroSerializer;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.Provisioner;
import org.mashhub.notification.NotificationService;
import org.mashhub.notification.recipient.SampleAlert;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service on a real broker: what it handles, quarantines and waits for. */
@SpringBootTest(classes = NotificationService.class, properties = "spring.config.name=notification")
@DirtiesContext
class HubListenersIT {

	private static final int BROKER_PORT = freePort();

	private static final KafkaRaftServer BROKER = broker();

	private static final AtomicBoolean REGISTRY_AWAY = new AtomicBoolean();

	private static final AtomicInteger REFUSALS = new AtomicInteger();

	private static final HttpServer REGISTRY = registry();

	private static final EmbeddedPostgres POSTGRES = postgres();

	private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
			Map.of("bootstrap.servers", "127.0.0.1:" + BROKER_PORT), new ByteArraySerializer(),
			new ByteArraySerializer());

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
		registry.add("spring.datasource.username", () -> "postgres");
		registry.add("spring.mail.port", HubListenersIT::freePort);
		registry.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:" + BROKER_PORT);
		registry.add("spring.kafka.properties.[schema.registry.url]", HubListenersIT::registryUrl);
		registry.add("hub.notification.client-secret", () -> "secret");
	}

	@AfterAll
	static void stop() {
		PRODUCER.close();
		REGISTRY.stop(0);
		Runtime.getRuntime().addShutdownHook(new Thread(BROKER::shutdown));
	}

	@Test
	void recordsWhomItTells() throws Exception {
		Alert alert = SampleAlert.red().build();

		publish(alert, true);

		await().atMost(Duration.ofSeconds(30))
			.until(() -> read(NotificationRecorded.class).stream()
				.filter((record) -> record.getAlertId().filter(alert.getAlertId()::equals).isPresent())
				.count() == 2);
	}

	@Test
	void quarantinesWhatIsNoRecordAndGoesOn() throws Exception {
		byte[] bytes = "no record".getBytes(StandardCharsets.UTF_8);
		Instant clock = Instant.parse("2031-01-01T00:00:00Z");
		send(Contracts.topicOf(Alert.class), bytes);
		send(Contracts.topicOf(ObservationApplied.class), bytes);
		Alert alert = SampleAlert.amber().build();

		publish(alert, true);
		publish(ObservationApplied.newBuilder()
			.setProvenance(SampleAlert.provenance(clock))
			.setOffset(1)
			.setPartition(0)
			.setKind(ObservationKind.TICK)
			.setOutcome(AppliedOutcome.APPLIED)
			.build(), true);

		await().atMost(Duration.ofSeconds(30)).until(() -> known(alert) && clockIs(clock));
		assertThat(read(QuarantinedRecord.class)).filteredOn((record) -> record.getReason().startsWith("undecodable"))
			.hasSize(2)
			.allSatisfy((record) -> assertThat(record.getValue()).hasValue(ByteBuffer.wrap(bytes)));
	}

	@Test
	void quarantinesWhatFailsByItselfAgainAndAgain() throws Exception {
		Alert poison = SampleAlert.amber().setText("\0").build();
		Alert next = SampleAlert.amber().build();

		publish(poison, true);
		publish(next, true);

		await().atMost(Duration.ofSeconds(30)).until(() -> known(next));
		assertThat(known(poison)).isFalse();
		assertThat(read(QuarantinedRecord.class))
			.filteredOn((record) -> record.getReason().startsWith("cannot be handled"))
			.hasSize(1);
	}

	@Test
	void waitsForTheRegistry() throws Exception {
		Alert alert = SampleAlert.amber().build();
		REGISTRY_AWAY.set(true);

		publish(alert, false);
		await().atMost(Duration.ofSeconds(30)).until(() -> REFUSALS.get() >= 4);
		assertThat(known(alert)).isFalse();
		REGISTRY_AWAY.set(false);

		await().atMost(Duration.ofSeconds(30)).until(() -> known(alert));
	}

	private boolean known(Alert alert) {
		return this.jdbc.sql("SELECT count(*) FROM alert WHERE alert_id = :id")
			.param("id", alert.getAlertId())
			.query(Integer.class)
			.single() == 1;
	}

	private boolean clockIs(Instant clock) {
		return this.jdbc.sql("SELECT count(*) FROM area_clock WHERE clock = :clock")
			.param("clock", Timestamp.from(clock))
			.query(Integer.class)
			.single() == 1;
	}

	/** Without its fingerprint, a record can be read with the registry's help only. */
	private static void publish(SpecificRecord record, boolean withFingerprint) throws Exception {
		String topic = Contracts.topicOf(record.getClass());
		try (AvroSerializer serializer = new AvroSerializer()) {
			serializer.configure(Map.of("schema.registry.url", registryUrl()), false);
			Headers headers = new RecordHeaders();
			boolean away = REGISTRY_AWAY.getAndSet(false);
			byte[] value = withFingerprint ? serializer.serialize(topic, headers, record)
					: serializer.serialize(topic, record);
			REGISTRY_AWAY.set(away);
			PRODUCER.send(new ProducerRecord<byte[], byte[]>(topic, 0, key(), value, headers)).get();
		}
	}

	private static byte[] key() {
		return Uuid.randomUuid().toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void send(String topic, byte[] value) throws ExecutionException, InterruptedException {
		PRODUCER.send(new ProducerRecord<>(topic, key(), value)).get();
	}

	private static <T extends SpecificRecord> List<T> read(Class<T> type) {
		Map<String, Object> settings = Map.of("bootstrap.servers", "127.0.0.1:" + BROKER_PORT, "group.id",
				Uuid.randomUuid().toString(), "auto.offset.reset", "earliest");
		List<T> found = new ArrayList<>();
		try (AvroDeserializer deserializer = new AvroDeserializer();
				KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
						new ByteArrayDeserializer())) {
			deserializer.configure(Map.of("schema.registry.url", registryUrl()), false);
			consumer.subscribe(List.of(Contracts.topicOf(type)));
			Instant end = Instant.now().plusSeconds(3);
			while (Instant.now().isBefore(end)) {
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
					found.add(type.cast(deserializer.deserialize(record.topic(), record.headers(), record.value())));
				}
			}
		}
		return found;
	}

	private static String registryUrl() {
		return "http://127.0.0.1:" + REGISTRY.getAddress().getPort();
	}

	/**
	 * As much of a registry as is needed: an id for each contract, and the contract for
	 * each id.
	 */
	private static HttpServer registry() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/", HubListenersIT::answer);
			server.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void answer(HttpExchange exchange) throws IOException {
		if (REGISTRY_AWAY.get()) {
			REFUSALS.incrementAndGet();
			exchange.sendResponseHeaders(503, -1);
			exchange.close();
			return;
		}
		String path = exchange.getRequestURI().getPath();
		String last = path.substring(path.lastIndexOf('/') + 1);
		List<Contract> contracts = Contracts.all();
		String body;
		if (path.startsWith("/schemas/ids/")) {
			String schema = contracts.get(Integer.parseInt(last)).schema().toString();
			body = "{\"schema\":\"" + schema.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
		}
		else {
			int id = contracts.stream().map(Contract::subject).toList().indexOf(last);
			body = "{\"id\":" + id + "}";
		}
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
		exchange.close();
	}

	private static KafkaRaftServer broker() {
		try {
			Path directory = Files.createTempDirectory("notification-broker");
			int controllerPort = freePort();
			Properties settings = new Properties();
			settings.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "controller.quorum.voters",
					"1@127.0.0.1:" + controllerPort, "controller.listener.names", "CONTROLLER", "listeners",
					"PLAINTEXT://127.0.0.1:" + BROKER_PORT + ",CONTROLLER://127.0.0.1:" + controllerPort,
					"advertised.listeners", "PLAINTEXT://127.0.0.1:" + BROKER_PORT, "listener.security.protocol.map",
					"PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT", "log.dirs", directory.toString()));
			settings.putAll(Map.of("offsets.topic.replication.factor", "1", "offsets.topic.num.partitions", "1",
					"group.initial.rebalance.delay.ms", "0", "inter.broker.listener.name", "PLAINTEXT"));
			new Formatter().setClusterId(Uuid.randomUuid().toString())
				.setNodeId(1)
				.setControllerListenerName("CONTROLLER")
				.setMetadataLogDirectory(directory.toString())
				.addDirectory(directory.toString())
				.setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
				.setUnstableFeatureVersionsEnabled(false)
				.setIgnoreFormatted(true)
				.run();
			KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
			server.startup();
			try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + BROKER_PORT))) {
				Provisioner.createTopics(admin, 1, 1, (short) 1);
			}
			return server;
		}
		catch (Exception ex) {
			throw new IllegalStateException("the broker does not start", ex);
		}
	}

	private static EmbeddedPostgres postgres() {
		try {
			return EmbeddedPostgres.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
