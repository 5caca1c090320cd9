package org.mashhub.standalone;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;

/** Reads and writes contracts of this build where there is no registry. */
final class OfflineSerde {

	private static final List<Contract> CONTRACTS = Contracts.all();

	private OfflineSerde() {
	}

	static Serializer<SpecificRecord> serializer() {
		return (topic, record) -> write(record);
	}

	static Deserializer<SpecificRecord> deserializer() {
		return (topic, bytes) -> read(bytes);
	}

	private static byte[] write(SpecificRecord record) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
		try {
			bytes.write(CONTRACTS.stream().map(Contract::schema).toList().indexOf(record.getSchema()));
			new SpecificDatumWriter<>(record.getSchema()).write(record, encoder);
			encoder.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write a record", ex);
		}
		return bytes.toByteArray();
	}

	private static SpecificRecord read(byte[] bytes) {
		try {
			return new SpecificDatumReader<SpecificRecord>(CONTRACTS.get(bytes[0]).schema()).read(null,
					DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read a record", ex);
		}
	}

}
