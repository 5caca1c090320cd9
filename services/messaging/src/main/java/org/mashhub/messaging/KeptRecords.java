package org.mashhub.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Records as a service keeps them in a database of its own (single-object encoding, Avro
 * specification 1.12). What an earlier release of a contract wrote is read by a later
 * one: an upgrade finds what waits to be told, and what has been.
 */
public final class KeptRecords {

	private static final SchemaStore WRITERS = writers();

	private KeptRecords() {
	}

	/**
	 * The bytes of a record.
	 * @param record the record
	 * @return bytes that name the version of its contract
	 */
	public static byte[] write(SpecificRecord record) {
		try {
			ByteBuffer encoded = new BinaryMessageEncoder<SpecificRecord>(model(record.getClass()), record.getSchema())
				.encode(record);
			byte[] bytes = new byte[encoded.remaining()];
			encoded.get(bytes);
			return bytes;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("writing to memory cannot fail", ex);
		}
	}

	/**
	 * The record of some bytes.
	 * @param bytes bytes that this or an earlier release has written
	 * @param contract what they are a record of
	 * @param <T> what they are a record of
	 * @return the record, in the form of this release
	 * @throws IllegalStateException when no release known here has written them
	 */
	public static <T extends SpecificRecord> T read(byte[] bytes, Class<T> contract) {
		try {
			return contract
				.cast(new BinaryMessageDecoder<>(model(contract), SpecificData.get().getSchema(contract), WRITERS)
					.decode(bytes));
		}
		catch (IOException | AvroRuntimeException ex) {
			throw new IllegalStateException("kept bytes cannot be read as " + contract.getSimpleName(), ex);
		}
	}

	private static GenericData model(Class<?> contract) {
		return SpecificData.getForClass(contract);
	}

	private static SchemaStore writers() {
		SchemaStore.Cache writers = new SchemaStore.Cache();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver(KeptRecords.class.getClassLoader())
				.getResources("classpath*:released/**/*.avsc")) {
				writers.addSchema(new Schema.Parser().parse(file.getContentAsString(UTF_8)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the released contracts on the class path", ex);
		}
		return writers;
	}

}
