package org.mashhub.population;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import org.mashhub.population.agencies.EventTypes;

/** Reads the events of a population, in the order in which they are to be published. */
public final class PopulationEvents implements Iterator<PublishedEvent>, AutoCloseable {

	private final DataFileReader<GenericRecord> file;

	private final Map<String, SpecificDatumReader<SpecificRecord>> readers = new HashMap<>();

	private final Map<String, String> topics = new HashMap<>();

	private @Nullable GenericRecord reused;

	private @Nullable BinaryDecoder decoder;

	/**
	 * Opens the events of a population.
	 * @param directory where the population lies
	 */
	public PopulationEvents(Path directory) {
		try {
			this.file = new DataFileReader<>(directory.resolve(Population.EVENTS).toFile(), new GenericDatumReader<>());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot read the events of a population", ex);
		}
	}

	@Override
	public boolean hasNext() {
		return this.file.hasNext();
	}

	@Override
	public PublishedEvent next() {
		if (!hasNext()) {
			throw new NoSuchElementException("there are no more events");
		}
		GenericRecord read = read();
		this.reused = read;
		String topic = this.topics.computeIfAbsent(read.get(1).toString(), (name) -> name);
		ByteBuffer value = ((ByteBuffer) read.get(3)).asReadOnlyBuffer();
		return new PublishedEvent(Instant.ofEpochMilli((Long) read.get(0)), topic, read.get(2).toString(), value);
	}

	/**
	 * An event as the generated class of its contract.
	 * @param event an event of this file
	 * @return the record
	 * @throws IllegalArgumentException when this build has no contract for its topic
	 */
	public SpecificRecord decode(PublishedEvent event) {
		SpecificDatumReader<SpecificRecord> reader = this.readers.computeIfAbsent(event.topic(),
				(topic) -> new SpecificDatumReader<>(EventTypes.ofTopic(topic)));
		ByteBuffer value = event.value();
		byte[] bytes = new byte[value.remaining()];
		value.duplicate().get(bytes);
		try {
			this.decoder = DecoderFactory.get().binaryDecoder(bytes, this.decoder);
			return reader.read(null, this.decoder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("an event on " + event.topic() + " cannot be read", ex);
		}
	}

	@Override
	public void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("cannot close the events of a population", ex);
		}
	}

	private GenericRecord read() {
		try {
			return this.file.next(this.reused);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the file of events is damaged", ex);
		}
	}

}
