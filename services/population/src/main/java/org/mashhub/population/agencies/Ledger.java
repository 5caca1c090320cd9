package org.mashhub.population.agencies;

/** Takes what agencies publish, in the order of its publication. */
public interface Ledger {

	/**
	 * Takes one event.
	 * @param at when the hub accepts it, in milliseconds since 1970; never earlier than
	 * that of the event before
	 * @param topic its topic
	 * @param key its key
	 * @param value its Avro bytes
	 * @param mentions rows of the table of mentions, one for everybody whom it mentions
	 */
	void publish(long at, String topic, String key, byte[] value, byte[] mentions);

}
