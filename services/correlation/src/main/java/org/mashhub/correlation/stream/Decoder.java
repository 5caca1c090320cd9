package org.mashhub.correlation.stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads records with the configured deserializer, waiting for the registry where it must.
 */
final class Decoder {

	private final Deserializer<?> deserializer;

	private final Patience patience;

	Decoder(Deserializer<?> deserializer, Patience patience) {
		this.deserializer = deserializer;
		this.patience = patience;
	}

	/**
	 * Reads one record.
	 * @throws SerializationException when the bytes can never be read
	 */
	SpecificRecord decode(String topic, Headers headers, byte[] value) {
		Object decoded = this.patience.until(() -> this.deserializer.deserialize(topic, headers, value));
		if (decoded instanceof SpecificRecord specific) {
			return specific;
		}
		throw new SerializationException("not a record of a contract known here");
	}

}
