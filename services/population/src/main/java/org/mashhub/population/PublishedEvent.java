package org.mashhub.population;

import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * An event of a population, ready to be published.
 *
 * @param at when the hub accepts it
 * @param topic topic of its contract
 * @param key key of the record
 * @param value the event in Avro binary form; only to be read, and valid until the next
 * event is read
 */
public record PublishedEvent(Instant at, String topic, String key, ByteBuffer value) {

}
