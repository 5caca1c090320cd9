package org.mashhub.console.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.RawAvroDeserializer;
import org.mashhub.messaging.Contracts;

import org.springframework.stereotype.Component;

/** Feeds the read model as the broker would: topics with offsets, read in batches. */
@Component
public class Feeding {

	private final ReadModelFeed feed;

	private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

	private final List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();

	private final Map<String, Long> ends = new HashMap<>();

	Feeding(ReadModelFeed feed) {
		this.feed = feed;
		List<TopicPartition> all = List.of(ReadModelFeed.topics())
			.stream()
			.map((topic) -> new TopicPartition(topic, 0))
			.toList();
		this.consumer.assign(all);
	}

	/**
	 * Publishes a record and lets the feed read it.
	 * @param key its key
	 * @param value the record
	 */
	public void publish(String key, SpecificRecord value) {
		publish(Contracts.topicOf(value.getClass()), key, RawAvroDeserializer.bytes(value));
	}

	/**
	 * Publishes bytes and lets the feed read them.
	 * @param topic the topic
	 * @param key their key
	 * @param bytes the bytes; null to erase the key
	 */
	public void publish(String topic, String key, byte @Nullable [] bytes) {
		long offset = this.ends.merge(topic, 1L, Long::sum) - 1;
		@SuppressWarnings("NullAway")
		ConsumerRecord<String, byte[]> next = new ConsumerRecord<>(topic, 0, offset, key, bytes);
		this.log.add(next);
		poll(List.of(next));
	}

	/** Reads everything that was ever published again, in one batch. */
	public void readAllAgain() {
		poll(List.copyOf(this.log));
	}

	/**
	 * Reads a batch twice: the first time the feed may go back to its places instead, and
	 * a second time must change nothing.
	 */
	private void poll(List<ConsumerRecord<String, byte[]>> records) {
		this.feed.on(records, this.consumer);
		this.feed.on(records, this.consumer);
	}

}
