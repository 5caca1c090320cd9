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
	 */
	void publish(long at, String topic, String key, byte[] value);

	/**
	 * Takes whom the event published last mentions.
	 * @param rows rows of the table of mentions
	 * @param count how many rows
	 */
	void mention(byte[] rows, int count);

}
