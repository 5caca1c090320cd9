package org.mashhub.messaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Confluent's wire format into the generated class of the contract, resolving older
 * and newer writers. Where the record's fingerprint names a schema of this build, the
 * registry is not asked at all.
 */
public class AvroDeserializer implements Deserializer<SpecificRecord> {

	private final Map<Integer, SpecificDatumReader<SpecificRecord>> byId = new ConcurrentHashMap<>();

	private final Map<Long, SpecificDatumReader<SpecificRecord>> byFingerprint = new ConcurrentHashMap<>();

	private @Nullable SchemaRegistry registry;

	@Override
	public void configure(Map<String, ?> configs, boolean isKey) {
		this.registry = new SchemaRegistry(SerdeConfig.registryUrl(configs));
	}

	@Override
	public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] data) {
		return (data != null) ? decode(data, readerOf(data)) : null;
	}

	/**
	 * Reads one record.
	 * @throws UndecodableRecordException when the bytes can never be read
	 * @throws RegistryUnavailableException when the registry is needed and does not
	 * answer
	 */
	@Override
	public @Nullable SpecificRecord deserialize(String topic, @Nullable Headers headers, byte @Nullable [] data) {
		if (data == null) {
			return null;
		}
		SpecificDatumReader<SpecificRecord> known = (headers != null) ? ownReader(headers) : null;
		if (known != null) {
			checkMagic(data);
			return decode(data, known);
		}
		return decode(data, readerOf(data));
	}

	private @Nullable SpecificDatumReader<SpecificRecord> ownReader(Headers headers) {
		Header header = headers.lastHeader(AvroSerializer.FINGERPRINT_HEADER);
		if (header == null || header.value() == null || header.value().length != Long.BYTES) {
			return null;
		}
		long fingerprint = ByteBuffer.wrap(header.value()).getLong();
		SpecificDatumReader<SpecificRecord> reader = this.byFingerprint.get(fingerprint);
		if (reader == null) {
			Contract contract = Contracts.withFingerprint(fingerprint);
			if (contract == null) {
				return null;
			}
			reader = new SpecificDatumReader<>(contract.schema(), contract.schema(),
					SpecificData.getForClass(contract.type()));
			this.byFingerprint.put(fingerprint, reader);
		}
		return reader;
	}

	private SpecificDatumReader<SpecificRecord> readerOf(byte[] data) {
		checkMagic(data);
		return this.byId.computeIfAbsent(ByteBuffer.wrap(data, 1, Integer.BYTES).getInt(), this::readerFor);
	}

	private SpecificDatumReader<SpecificRecord> readerFor(int id) {
		if (this.registry == null) {
			throw new IllegalStateException("configure() was not called");
		}
		Optional<Schema> writer = this.registry.byId(id);
		if (writer.isEmpty()) {
			throw new UndecodableRecordException("the registry knows no schema with id " + id);
		}
		try {
			Class<?> type = Class.forName(writer.get().getFullName());
			return new SpecificDatumReader<>(writer.get(), SpecificData.get().getSchema(type),
					SpecificData.getForClass(type));
		}
		catch (ClassNotFoundException | RuntimeException ex) {
			throw new UndecodableRecordException(
					"this build cannot read " + writer.get().getFullName() + " (schema id " + id + ")", ex);
		}
	}

	private static void checkMagic(byte[] data) {
		if (data.length < 5 || data[0] != 0) {
			throw new UndecodableRecordException("not Confluent's wire format: " + data.length + " bytes");
		}
	}

	private static SpecificRecord decode(byte[] data, SpecificDatumReader<SpecificRecord> reader) {
		try {
			return reader.read(null, DecoderFactory.get().binaryDecoder(data, 5, data.length - 5, null));
		}
		catch (IOException | RuntimeException ex) {
			throw new UndecodableRecordException("the bytes do not fit their schema "
					+ ((reader.getSchema() != null) ? reader.getSchema().getFullName() : ""), ex);
		}
	}

}
