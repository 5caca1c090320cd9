package org.mashhub.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record in Confluent's wire format: byte 0, four bytes of schema id, Avro
 * binary; and names the schema's fingerprint in a header, so that the record outlives the
 * registry's ids. Configured with {@code schema.registry.url} and
 * {@code auto.register.schemas} (default false), as Confluent's own is, which drops in by
 * configuration.
 */
public class AvroSerializer implements Serializer<SpecificRecord> {

	/** Header with the schema's CRC-64-AVRO fingerprint, eight bytes, big endian. */
	public static final String FINGERPRINT_HEADER = "avro-fingerprint";

	private final Map<String, Map<Schema, Integer>> ids = new ConcurrentHashMap<>();

	private final Map<Schema, byte[]> fingerprints = new ConcurrentHashMap<>();

	private final Map<Schema, SpecificDatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();

	private @Nullable SchemaRegistry registry;

	private boolean register;

	@Override
	public void configure(Map<String, ?> configs, boolean isKey) {
		this.registry = new SchemaRegistry(SerdeConfig.registryUrl(configs));
		this.register = SerdeConfig.flag(configs, "auto.register.schemas");
	}

	@Override
	public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord data) {
		return (data != null) ? encode(topic, data) : null;
	}

	@Override
	public byte @Nullable [] serialize(String topic, Headers headers, @Nullable SpecificRecord data) {
		if (data == null) {
			return null;
		}
		headers.remove(FINGERPRINT_HEADER);
		headers.add(FINGERPRINT_HEADER, this.fingerprints.computeIfAbsent(data.getSchema(),
				(schema) -> ByteBuffer.allocate(Long.BYTES).putLong(Contracts.fingerprint(schema)).array()));
		return encode(topic, data);
	}

	private byte[] encode(String topic, SpecificRecord data) {
		Schema schema = data.getSchema();
		int id = this.ids.computeIfAbsent(topic + "-value", (subject) -> new ConcurrentHashMap<>())
			.computeIfAbsent(schema, (unknown) -> idOf(topic + "-value", unknown));
		try {
			ByteArrayOutputStream out = new ByteArrayOutputStream(512);
			out.write(0);
			out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
			BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
			this.writers.computeIfAbsent(schema, (unknown) -> new SpecificDatumWriter<>(unknown)).write(data, encoder);
			encoder.flush();
			return out.toByteArray();
		}
		catch (IOException | RuntimeException ex) {
			throw new SerializationException("cannot write a " + schema.getFullName() + " for " + topic, ex);
		}
	}

	private int idOf(String subject, Schema schema) {
		if (this.registry == null) {
			throw new IllegalStateException("configure() was not called");
		}
		if (this.register) {
			return this.registry.register(subject, schema);
		}
		return this.registry.lookup(subject, schema)
			.orElseThrow(() -> new RegistryUnavailableException(
					schema.getFullName() + " is not registered under " + subject + " yet"));
	}

}
