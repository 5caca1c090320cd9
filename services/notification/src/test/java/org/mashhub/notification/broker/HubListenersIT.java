package org.mashhub.notification.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
import org.mashhub.testinfrastructure.BrokerServer;
import org.mashhub.testinfrastructure.DatabaseServer;
import org.mashhub.testinfrastructure.RealInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The service on a real broker: what it handles, quarantines and waits for. */
@SpringBootTest(classes = NotificationService.class, properties = "spring.config.name=notification")
@DirtiesContext
@RealInfrastructure
@ExtendWith(OutputCaptureExtension.class)
class HubListenersIT {

	private static final BrokerServer BROKER = broker();

	private static final AtomicBoolean REGISTRY_AWAY = new AtomicBoolean();

	private static final AtomicInteger REFUSALS = new AtomicInteger();

	private static final HttpServer REGISTRY = registry();

	private static final DatabaseServer POSTGRES = DatabaseServer.start();

	private static final KafkaProducer<byte[], byte[]> PRODUCER = new KafkaProducer<>(
			Map.of("bootstrap.servers", BROKER.bootstrapServers()), new ByteArraySerializer(),
			new ByteArraySerializer());

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void settings(DynamicPropertyRegistry registry) {
		registry.add("spring.datasource.url", () -> POSTGRES.url("postgres"));
		registry.add("spring.datasource.username", () -> DatabaseServer.USER);
		registry.add("spring.datasource.password", () -> DatabaseServer.PASSWORD);
		registry.add("spring.mail.port", HubListenersIT::freePort);
		registry.add("spring.kafka.bootstrap-servers", BROKER::bootstrapServers);
		registry.add("spring.kafka.properties.[schema.registry.url]", HubListenersIT::registryUrl);
		registry.add("hub.notification.client-secret", () -> "secret");
	}

	@AfterAll
	static void stop() {
		PRODUCER.close();
		REGISTRY.stop(0);
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
	void quarantinesWhatFailsByItselfAgainAndAgainAndLogsNothingOfIt(CapturedOutput output) throws Exception {
		Alert poison = SampleAlert.amber().setText("\0").build();
		Alert next = SampleAlert.amber().build();

		publish(poison, true);
		publish(next, true);

		await().atMost(Duration.ofSeconds(30)).until(() -> known(next));
		assertThat(known(poison)).isFalse();
		assertThat(read(QuarantinedRecord.class))
			.filteredOn((record) -> record.getReason().startsWith("cannot be handled"))
			.hasSize(1);
		// What the database says of it may repeat it.
		assertThat(output.getAll()).contains("A record could not be handled").doesNotContain("PSQLException");
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
		Map<String, Object> settings = Map.of("bootstrap.servers", BROKER.bootstrapServers(), "group.id",
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

	private static BrokerServer broker() {
		BrokerServer broker = BrokerServer.start();
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
			Provisioner.createTopics(admin, 1, 1, (short) 1);
		}
		return broker;
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
