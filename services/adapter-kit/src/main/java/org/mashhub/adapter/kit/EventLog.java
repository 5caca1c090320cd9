package org.mashhub.adapter.kit;

import org.apache.avro.specific.SpecificRecord;

/** Where events go: an adapter has no other memory. */
public interface EventLog {

	/**
	 * Appends an event and waits until it cannot be lost any more.
	 * @param topic the event type's topic
	 * @param key key that orders the versions of one source record
	 * @param event the event
	 * @throws LogUnavailableException when it was not acknowledged in time
	 */
	void append(String topic, String key, SpecificRecord event);

}
