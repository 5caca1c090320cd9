package org.mashhub.adapter.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.mashhub.hub.v1.RecordRejected;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contracts;

/**
 * What is kept of refused records, read from its topic whenever somebody asks: an adapter
 * has no memory of its own.
 */
class RejectedRecords {

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Map<String, Object> settings;

	/**
	 * Creates a reader.
	 * @param connection how to reach broker and registry
	 */
	RejectedRecords(Map<String, Object> connection) {
		this.settings = new HashMap<>(connection);
		this.settings.put("enable.auto.commit", false);
		this.settings.put("isolation.level", "read_committed");
	}

	/** An organisation's refused records that nothing has replaced yet, oldest first. */
	List<RecordRejected> open(Sender sender) {
		return newest(sender).values().stream().filter((record) -> record.getResolvedBy().isEmpty()).toList();
	}

	/** One of an organisation's refused records, as it was refused. */
	Optional<RecordRejected> find(Sender sender, UUID id) {
		return open(sender).stream().filter((record) -> record.getRejectionId().equals(id)).findFirst();
	}

	private Map<UUID, RecordRejected> newest(Sender sender) {
		String prefix = Rejections.key(sender);
		String topic = Contracts.topicOf(RecordRejected.class);
		Map<UUID, RecordRejected> found = new LinkedHashMap<>();
		AvroDeserializer values = new AvroDeserializer();
		values.configure(this.settings, false);
		try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(this.settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = new ArrayList<>();
			consumer.partitionsFor(topic, PATIENCE)
				.forEach((partition) -> partitions.add(new TopicPartition(topic, partition.partition())));
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				for (ConsumerRecord<String, byte[]> row : consumer.poll(POLL)) {
					if (row.key() != null && row.key().startsWith(prefix)
							&& values.deserialize(topic, row.headers(), row.value()) instanceof RecordRejected record) {
						found.put(record.getRejectionId(), record);
					}
				}
			}
		}
		return found;
	}

}
