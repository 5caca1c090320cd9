package org.mashhub.notification.outbox;

import java.util.concurrent.CompletableFuture;

import org.apache.avro.specific.SpecificRecord;

/** Puts a record on the topic of its contract. */
public interface Publisher {

	/**
	 * Publishes a record.
	 * @param key key of the record
	 * @param record the record
	 * @return done when the broker has acknowledged it
	 */
	CompletableFuture<?> publish(String key, SpecificRecord record);

}
