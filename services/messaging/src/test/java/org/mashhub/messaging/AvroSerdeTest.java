package org.mashhub.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.mashhub.hub.v1.ClockSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The wire format, and what happens when the registry is away or does not know a schema.
 * The stand-in here gives one fixed answer; that our serdes work with a real registry,
 * and with serdes that are not ours, is tested where there is a real one.
 */
class AvroSerdeTest {

	private static final String TOPIC = "hub.scenario-clock.v1";

	private static final int ID = 0x01020304;

	private static final ClockSet RECORD = new ClockSet(UUID.fromString("019af0c2-0000-7000-8000-000000000001"),
			"scn-somewhere", Instant.parse("2025-09-12T10:00:00Z"));

	private final AtomicInteger status = new AtomicInteger(200);

	private final AtomicInteger asked = new AtomicInteger();

	private final HttpServer registry;

	AvroSerdeTest() throws IOException {
		this.registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	}

	@BeforeEach
	void start() {
		this.registry.createContext("/", (exchange) -> {
			try (exchange) {
				this.asked.incrementAndGet();
				byte[] answer = ("{\"id\":" + ID + "}").getBytes(StandardCharsets.UTF_8);
				exchange.getRequestBody().readAllBytes();
				exchange.sendResponseHeaders(this.status.get(), answer.length);
				exchange.getResponseBody().write(answer);
			}
		});
		this.registry.start();
	}

	@AfterEach
	void stop() {
		this.registry.stop(0);
	}

	@Test
	void writesMagicByteSchemaIdAndFingerprint() {
		Headers headers = new RecordHeaders();

		byte[] bytes = serializer().serialize(TOPIC, headers, RECORD);

		assertThat(bytes).startsWith(0, 1, 2, 3, 4);
		assertThat(headers.headers(AvroSerializer.FINGERPRINT_HEADER)).singleElement()
			.satisfies((header) -> assertThat(ByteBuffer.wrap(header.value()).getLong())
				.isEqualTo(SchemaNormalization.parsingFingerprint64(RECORD.getSchema())));
	}

	@Test
	void replacesTheFingerprintOfARecordThatIsWrittenAgain() {
		Headers headers = new RecordHeaders().add(AvroSerializer.FINGERPRINT_HEADER, new byte[8]);

		serializer().serialize(TOPIC, headers, RECORD);

		assertThat(headers.headers(AvroSerializer.FINGERPRINT_HEADER)).singleElement()
			.satisfies((header) -> assertThat(header.value()).isNotEqualTo(new byte[8]));
	}

	@Test
	void asksTheRegistryOncePerSchema() {
		AvroSerializer serializer = serializer();

		serializer.serialize(TOPIC, RECORD);
		serializer.serialize(TOPIC, RECORD);

		assertThat(this.asked).hasValue(1);
	}

	@Test
	void readsByFingerprintWithoutTheRegistry() {
		Headers headers = new RecordHeaders();
		byte[] bytes = serializer().serialize(TOPIC, headers, RECORD);
		stop();

		assertThat(deserializer().deserialize(TOPIC, headers, bytes)).isEqualTo(RECORD);
	}

	@Test
	void passesNothingAsNothing() {
		assertThat(serializer().serialize(TOPIC, new RecordHeaders(), null)).isNull();
		assertThat(deserializer().deserialize(TOPIC, new RecordHeaders(), (byte[]) null)).isNull();
	}

	@Test
	void cannotReadBytesThatAreNotInTheWireFormat() {
		AvroDeserializer deserializer = deserializer();

		for (byte[] bytes : new byte[][] { {}, { 0, 0, 0 }, "{\"a\":1}".getBytes(StandardCharsets.UTF_8) }) {
			assertThatExceptionOfType(UndecodableRecordException.class)
				.isThrownBy(() -> deserializer.deserialize(TOPIC, new RecordHeaders(), bytes));
		}
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void cannotReadBytesThatAreCutOffAndDoesNotRepeatThem() {
		Headers headers = new RecordHeaders();
		byte[] whole = bytes(headers);
		byte[] cut = Arrays.copyOf(whole, whole.length - 9);

		assertThatExceptionOfType(UndecodableRecordException.class)
			.isThrownBy(() -> deserializer().deserialize(TOPIC, headers, cut))
			.withMessageContaining("ClockSet")
			.withMessageNotContaining("scn-somewhere");
	}

	@Test
	void cannotReadASchemaThatTheRegistryDoesNotKnow() {
		byte[] bytes = bytes(new RecordHeaders());
		this.status.set(404);

		assertThatExceptionOfType(UndecodableRecordException.class)
			.isThrownBy(() -> deserializer().deserialize(TOPIC, new RecordHeaders(), bytes))
			.withMessageContaining(String.valueOf(ID));
	}

	@Test
	void waitsForASchemaThatIsNotRegisteredYet() {
		this.status.set(404);

		assertThatExceptionOfType(RegistryUnavailableException.class)
			.isThrownBy(() -> serializer().serialize(TOPIC, RECORD));
	}

	@Test
	void waitsForARegistryThatIsAwayOrUnwell() {
		byte[] bytes = bytes(new RecordHeaders());
		this.status.set(503);
		assertThatExceptionOfType(RegistryUnavailableException.class)
			.isThrownBy(() -> deserializer().deserialize(TOPIC, new RecordHeaders(), bytes));

		stop();

		assertThatExceptionOfType(RegistryUnavailableException.class)
			.isThrownBy(() -> deserializer().deserialize(TOPIC, new RecordHeaders(), bytes))
			.isInstanceOf(RetriableException.class);
		assertThatExceptionOfType(RegistryUnavailableException.class)
			.isThrownBy(() -> serializer().serialize(TOPIC, RECORD))
			.isInstanceOf(RetriableException.class);
	}

	@Test
	void goesOnWhenTheRegistryIsBack() {
		AvroSerializer serializer = serializer();
		this.status.set(503);
		assertThatExceptionOfType(RegistryUnavailableException.class)
			.isThrownBy(() -> serializer.serialize(TOPIC, RECORD));

		this.status.set(200);

		assertThat(serializer.serialize(TOPIC, RECORD)).startsWith(0, 1, 2, 3, 4);
	}

	@Test
	void wantsTheRegistrysAddress() {
		try (AvroSerializer serializer = new AvroSerializer()) {
			assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> serializer.configure(Map.of(), false))
				.withMessageContaining("schema.registry.url");
		}
	}

	private byte[] bytes(Headers headers) {
		byte[] bytes = serializer().serialize(TOPIC, headers, RECORD);
		assertThat(bytes).isNotNull();
		return (bytes != null) ? bytes : new byte[0];
	}

	private AvroSerializer serializer() {
		AvroSerializer serializer = new AvroSerializer();
		serializer.configure(Map.of("schema.registry.url", url()), false);
		return serializer;
	}

	private AvroDeserializer deserializer() {
		AvroDeserializer deserializer = new AvroDeserializer();
		deserializer.configure(Map.of("schema.registry.url", url()), false);
		return deserializer;
	}

	private String url() {
		return "http://127.0.0.1:" + this.registry.getAddress().getPort();
	}

}
