package org.mashhub.adapter.kit.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.mashhub.adapter.kit.EventLog;
import org.mashhub.adapter.kit.KeptRecords;

/**
 * A log that keeps what it was given, where the broker would be; each event is written
 * and read again, so that only what fits its contract gets in.
 */
public class RecordedEvents implements EventLog, KeptRecords {

	private static final String REJECTED = "hub.rejected.v1";

	private final List<Entry> entries = new ArrayList<>();

	private final List<Entry> rejected = new ArrayList<>();

	@Override
	public synchronized CompletableFuture<Void> append(String topic, String key, SpecificRecord event) {
		(topic.equals(REJECTED) ? this.rejected : this.entries).add(new Entry(topic, key, writtenAndRead(event)));
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public synchronized <T extends SpecificRecord> void read(Class<T> type, String keyPrefix, Reader<T> reader) {
		Stream.concat(this.entries.stream(), this.rejected.stream())
			.filter((entry) -> type.isInstance(entry.event()) && entry.key().startsWith(keyPrefix))
			.forEach((entry) -> reader.take(entry.key(), type.cast(writtenAndRead(entry.event()))));
	}

	private static SpecificRecord writtenAndRead(SpecificRecord event) {
		SpecificData model = SpecificData.getForClass(event.getClass());
		try {
			return new SpecificDatumReader<SpecificRecord>(event.getSchema(), event.getSchema(), model).read(null,
					DecoderFactory.get().binaryDecoder(written(event), null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * An event as the log holds it.
	 * @param event the event
	 * @return its Avro binary
	 */
	public static byte[] written(SpecificRecord event) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
		try {
			new SpecificDatumWriter<SpecificRecord>(event.getSchema(), SpecificData.getForClass(event.getClass()))
				.write(event, encoder);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The newest entry.
	 * @return it
	 */
	public synchronized Entry last() {
		return this.entries.getLast();
	}

	/**
	 * The newest event, as what it should be.
	 * @param <T> type of the event
	 * @param type type of the event
	 * @return it
	 */
	public <T extends SpecificRecord> T last(Class<T> type) {
		return type.cast(last().event());
	}

	/**
	 * What was refused and kept.
	 * @return entries of the topic of refused records, oldest first
	 */
	public synchronized List<Entry> rejected() {
		return List.copyOf(this.rejected);
	}

	/**
	 * Every entry.
	 * @return entries of all topics, oldest first
	 */
	public synchronized List<Entry> all() {
		return List.copyOf(this.entries);
	}

	/**
	 * How many events there are.
	 * @return their number
	 */
	public synchronized int size() {
		return this.entries.size();
	}

	/**
	 * One appended event.
	 *
	 * @param topic its topic
	 * @param key its key
	 * @param event the event
	 */
	public record Entry(String topic, String key, SpecificRecord event) {

	}

}
