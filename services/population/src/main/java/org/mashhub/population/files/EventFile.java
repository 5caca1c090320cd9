package org.mashhub.population.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

import org.mashhub.population.chance.Dice;

/**
 * Writes events of many topics into one file, in the order in which they are to be
 * published: an Avro object container whose records name the topic and the key, and hold
 * the event's own Avro bytes.
 */
public final class EventFile implements AutoCloseable {

	/** Schema of the file's records. */
	static final Schema ENVELOPE = new Schema.Parser()
		.parse("""
				{ "type": "record", "name": "PublishedEvent", "namespace": "org.mashhub.population",
				  "doc": "An event as it is to be published.", "fields": [
				  { "name": "at", "type": { "type": "long", "logicalType": "timestamp-millis" },
				    "doc": "When the hub accepts it; never earlier than that of the record before." },
				  { "name": "topic", "type": "string", "doc": "Topic of its contract." },
				  { "name": "key", "type": "string", "doc": "Key of the record: agency and number of the source record." },
				  { "name": "value", "type": "bytes", "doc": "The event in Avro binary form, without header or schema id." } ] }
				""");

	private static final int BLOCK = 1 << 19;

	private final DataFileWriter<GenericRecord> file;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);

	private BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(this.bytes, null);

	/**
	 * Opens a new file in place of whatever was there.
	 * @param file where
	 * @param seed seed of the population, written into the file; the same seed gives the
	 * same bytes
	 */
	public EventFile(Path file, long seed) {
		this.file = new DataFileWriter<>(new GenericDatumWriter<>(ENVELOPE));
		try {
			this.file.setCodec(CodecFactory.deflateCodec(1));
			this.file.setSyncInterval(BLOCK);
			this.file.setMeta("mash.seed", seed);
			// By default the marker between blocks is random.
			ByteBuffer marker = ByteBuffer.allocate(16).putLong(Dice.mix(seed, 1)).putLong(Dice.mix(seed, 2));
			this.file.create(ENVELOPE, Files.newOutputStream(file), marker.array());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write " + file.getFileName(), ex);
		}
	}

	/**
	 * Adds an event.
	 * @param at when the hub accepts it, in milliseconds since 1970
	 * @param topic its topic
	 * @param key its key
	 * @param value its Avro bytes
	 */
	public void add(long at, String topic, String key, byte[] value) {
		try {
			this.bytes.reset();
			this.encoder = EncoderFactory.get().binaryEncoder(this.bytes, this.encoder);
			this.encoder.writeLong(at);
			this.encoder.writeString(topic);
			this.encoder.writeString(key);
			this.encoder.writeBytes(value);
			this.encoder.flush();
			this.file.appendEncoded(ByteBuffer.wrap(this.bytes.toByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot write an event", ex);
		}
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot finish the file of events", ex);
		}
	}

}
