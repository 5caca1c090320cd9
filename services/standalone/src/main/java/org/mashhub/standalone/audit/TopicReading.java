package org.mashhub.standalone.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.mashhub.standalone.CannotProceedException;

/** Reads topics from their start to where they end now, as far as it is committed. */
final class TopicReading implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final KafkaConsumer<String, byte[]> consumer;

	private final Set<TopicPartition> partitions;

	/**
	 * Opens topics; those that do not exist have no records.
	 * @param bootstrapServers the broker
	 * @param topics the topics
	 */
	TopicReading(String bootstrapServers, Collection<String> topics) {
		this(bootstrapServers, Map.of(), topics);
	}

	/**
	 * Opens topics of a broker that wants to know who reads.
	 * @param bootstrapServers the broker
	 * @param login settings of a principal
	 * @param topics the topics
	 */
	TopicReading(String bootstrapServers, Map<String, Object> login, Collection<String> topics) {
		Map<String, Object> settings = new HashMap<>(login);
		settings.putAll(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
				ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
				false, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
				ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000));
		this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
		try {
			Map<String, List<PartitionInfo>> known = this.consumer.listTopics(PATIENCE);
			this.partitions = Set.copyOf(topics.stream()
				.flatMap((topic) -> known.getOrDefault(topic, List.of()).stream())
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList());
			this.consumer.assign(this.partitions);
			this.consumer.seekToBeginning(this.partitions);
		}
		catch (KafkaException ex) {
			this.consumer.close();
			throw new CannotProceedException("the broker does not answer at " + bootstrapServers,
					"./mash status shows whether the hub is up.", ex);
		}
	}

	/** How many records there are at most. */
	long atMost() {
		Map<TopicPartition, Long> first = this.consumer.beginningOffsets(this.partitions, PATIENCE);
		return ends().entrySet()
			.stream()
			.mapToLong((end) -> end.getValue() - first.getOrDefault(end.getKey(), 0L))
			.sum();
	}

	/** Where each partition ends now. */
	Map<TopicPartition, Long> ends() {
		return this.partitions.isEmpty() ? Map.of() : this.consumer.endOffsets(this.partitions, PATIENCE);
	}

	/** Reads on to given ends. */
	void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<String, byte[]>> each) {
		Map<TopicPartition, Long> left = new HashMap<>(ends);
		left.entrySet().removeIf((end) -> this.consumer.position(end.getKey(), PATIENCE) >= end.getValue());
		while (!left.isEmpty()) {
			for (ConsumerRecord<String, byte[]> record : this.consumer.poll(POLL)) {
				each.accept(record);
			}
			left.entrySet().removeIf((end) -> this.consumer.position(end.getKey(), PATIENCE) >= end.getValue());
		}
	}

	/** Goes back to the start. */
	void again() {
		this.consumer.seekToBeginning(this.partitions);
	}

	@Override
	public void close() {
		this.consumer.close();
	}

}
