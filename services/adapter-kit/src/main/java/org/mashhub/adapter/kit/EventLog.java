package org.mashhub.adapter.kit;

import java.util.concurrent.CompletableFuture;

import org.apache.avro.specific.SpecificRecord;

/** Where events go: an adapter has no other memory. */
public interface EventLog {

	/**
	 * Appends an event.
	 * @param topic the event type's topic
	 * @param key key that orders the versions of one source record
	 * @param event the event
	 * @return done when the event cannot be lost any more; fails with
	 * {@link LogUnavailableException} when it was not acknowledged in time
	 */
	CompletableFuture<Void> append(String topic, String key, SpecificRecord event);

}
