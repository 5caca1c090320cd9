package org.mashhub.console.feed;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read.
 *
 * @param source the record in bytes
 * @param value what it says; null when its content was erased
 */
record Decoded(ConsumerRecord<String, byte[]> source, @Nullable SpecificRecord value) {

	String topic() {
		return this.source.topic();
	}

	String key() {
		String key = this.source.key();
		return (key != null) ? key : "";
	}

	long offset() {
		return this.source.offset();
	}
}
