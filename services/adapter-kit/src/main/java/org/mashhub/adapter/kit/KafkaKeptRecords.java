package org.mashhub.adapter.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contracts;

/** Reads a topic from its start whenever somebody asks, and holds little of it. */
class KafkaKeptRecords implements KeptRecords {

	private static final int MOST_AT_ONCE = 1 << 20;

	private static final Duration POLL = Duration.ofMillis(200);

	private final Map<String, Object> settings;

	private final Duration patience;

	/** One for all that is read: each has a client of the registry, with its thread. */
	private final AvroDeserializer values = new AvroDeserializer();

	/**
	 * Creates a reader.
	 * @param connection how to reach broker and registry
	 * @param patience how long the broker may take to answer
	 */
	KafkaKeptRecords(Map<String, Object> connection, Duration patience) {
		this.settings = new HashMap<>(connection);
		this.settings.put("enable.auto.commit", false);
		this.settings.put("isolation.level", "read_committed");
		// Else one answer of the broker could fill an adapter's memory.
		this.settings.put("fetch.max.bytes", MOST_AT_ONCE);
		this.settings.put("max.partition.fetch.bytes", MOST_AT_ONCE);
		this.values.configure(this.settings, false);
		this.patience = patience;
	}

	@Override
	public <T extends SpecificRecord> void read(Class<T> type, String keyPrefix, Reader<T> reader) {
		try {
			readAll(type, keyPrefix, reader);
		}
		catch (RetriableException ex) {
			throw new LogUnavailableException(ex);
		}
	}

	private <T extends SpecificRecord> void readAll(Class<T> type, String keyPrefix, Reader<T> reader) {
		String topic = Contracts.topicOf(type);
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(this.settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = new ArrayList<>();
			consumer.partitionsFor(topic, this.patience)
				.forEach((partition) -> partitions.add(new TopicPartition(topic, partition.partition())));
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, this.patience);
			long deadline = System.nanoTime() + this.patience.toNanos();
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				ConsumerRecords<String, byte[]> rows = consumer.poll(POLL);
				if (!rows.isEmpty()) {
					deadline = System.nanoTime() + this.patience.toNanos();
				}
				else if (System.nanoTime() > deadline) {
					throw new TimeoutException("the broker gave nothing more of " + topic);
				}
				for (ConsumerRecord<String, byte[]> row : rows) {
					if (row.key() != null && row.key().startsWith(keyPrefix)) {
						reader.take(row.key(), type.cast(decoded(topic, row)));
					}
				}
			}
		}
	}

	/** One at a time: what decodes keeps a state of its own. */
	private @Nullable SpecificRecord decoded(String topic, ConsumerRecord<String, byte[]> row) {
		synchronized (this.values) {
			return this.values.deserialize(topic, row.headers(), row.value());
		}
	}

}
