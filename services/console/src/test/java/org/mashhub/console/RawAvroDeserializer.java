package org.mashhub.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;
import org.mashhub.messaging.UndecodableRecordException;

/** Stands in for the registry's wire format: the topic says which contract it is. */
public class RawAvroDeserializer implements Deserializer<SpecificRecord> {

	@Override
	public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] data) {
		if (data == null) {
			return null;
		}
		Contract contract = Contracts.all()
			.stream()
			.filter((each) -> each.topic().equals(topic))
			.findFirst()
			.orElseThrow();
		try {
			return new SpecificDatumReader<SpecificRecord>(contract.schema(), contract.schema(),
					SpecificData.getForClass(contract.type()))
				.read(null, DecoderFactory.get().binaryDecoder(data, null));
		}
		catch (IOException | RuntimeException ex) {
			throw new UndecodableRecordException("not a " + contract.topic(), ex);
		}
	}

	/**
	 * The bytes of a record.
	 * @param value the record
	 * @return its bytes
	 */
	public static byte[] bytes(SpecificRecord value) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
		try {
			new SpecificDatumWriter<SpecificRecord>(value.getSchema(), SpecificData.getForClass(value.getClass()))
				.write(value, encoder);
			encoder.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
