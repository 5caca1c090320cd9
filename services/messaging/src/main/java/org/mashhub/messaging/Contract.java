package org.mashhub.messaging;

import java.time.Duration;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One Avro record type that travels on a topic of its own. The contract file itself names
 * the topic, so that there is one place for both.
 *
 * @param topic name of the topic
 * @param compacted true when only the newest record of a key is kept; else all are kept
 * @param retention after which time a record is deleted, null when it is kept for ever
 * @param schema the schema in this build
 * @param type the generated class
 */
public record Contract(String topic, boolean compacted, @Nullable Duration retention, Schema schema,
		Class<? extends SpecificRecord> type) {

	/**
	 * The registry's subject for this contract.
	 * @return topic name strategy: topic and {@code -value}
	 */
	public String subject() {
		return this.topic + "-value";
	}

}
