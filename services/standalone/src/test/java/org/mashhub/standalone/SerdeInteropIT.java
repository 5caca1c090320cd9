package org.mashhub.standalone;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.mashhub.hub.v1.Observation;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.AvroSerializer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The wire format is Confluent's, as an implementation that is not ours understands it:
 * byte 0, four bytes of the registry's id, Avro.
 */
@ExtendWith(HubExtension.class)
class SerdeInteropIT {

	/** A topic of its own, for its schemas are registered on the way. */
	private static final String TOPIC = "interop.observations";

	private final List<Observation> records = new Golden("first-light").log();

	private final Ports ports;

	SerdeInteropIT(RunningHub hub) {
		this.ports = hub.hub().ports();
	}

	@Test
	void whatOursWritesTheirsReads() {
		try (AvroSerializer ours = new AvroSerializer();
				AvroKafkaDeserializer<SpecificRecord> theirs = new AvroKafkaDeserializer<>()) {
			ours.configure(ourSettings(), false);
			theirs.configure(theirSettings(), false);

			assertThat(this.records).isNotEmpty().allSatisfy((record) -> {
				byte[] bytes = Objects.requireNonNull(ours.serialize(TOPIC, record));
				SpecificRecord read = theirs.deserialize(TOPIC, new RecordHeaders(), bytes);
				assertThat(read).isInstanceOf(Observation.class);
				assertThat(Golden.json(read)).isEqualTo(Golden.json(record));
			});
		}
	}

	@Test
	void whatTheirsWritesOursReads() {
		try (AvroKafkaSerializer<SpecificRecord> theirs = new AvroKafkaSerializer<>();
				AvroDeserializer ours = new AvroDeserializer()) {
			theirs.configure(theirSettings(), false);
			ours.configure(ourSettings(), false);

			assertThat(this.records).isNotEmpty().allSatisfy((record) -> {
				byte[] bytes = theirs.serialize(TOPIC + ".theirs", new RecordHeaders(), record);
				assertThat(bytes[0]).isZero();
				assertThat(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt()).isPositive();
				SpecificRecord read = Objects.requireNonNull(ours.deserialize(TOPIC + ".theirs", bytes));
				assertThat(read).isInstanceOf(Observation.class);
				assertThat(Golden.json(read)).isEqualTo(Golden.json(record));
			});
		}
	}

	private Map<String, Object> ourSettings() {
		return Map.of("schema.registry.url", "http://127.0.0.1:" + this.ports.registry() + "/apis/ccompat/v7",
				"auto.register.schemas", true);
	}

	private Map<String, Object> theirSettings() {
		Map<String, Object> settings = new HashMap<>();
		settings.put("apicurio.registry.url", "http://127.0.0.1:" + this.ports.registry() + "/apis/registry/v3");
		settings.put("apicurio.registry.auto-register", true);
		// Our reader follows no references between schemas: a contract is one schema.
		settings.put("apicurio.registry.dereference-schema", true);
		settings.put("apicurio.registry.artifact-resolver-strategy",
				"io.apicurio.registry.serde.strategy.TopicIdStrategy");
		settings.put("apicurio.registry.id-handler", "io.apicurio.registry.serde.Default4ByteIdHandler");
		settings.put("apicurio.registry.use-id", "contentId");
		settings.put("apicurio.registry.avro-datum-provider",
				"io.apicurio.registry.serde.avro.DefaultAvroDatumProvider");
		settings.put("apicurio.registry.use-specific-avro-reader", true);
		return settings;
	}

}
