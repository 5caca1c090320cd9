package org.mashhub.standalone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contracts;

/** Reads whole topics of a running hub, as far as they are committed. */
final class TopicReader {

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Map<String, Object> connection;

	private final AvroDeserializer values = new AvroDeserializer();

	TopicReader(Ports ports) {
		this(ports, Map.of());
	}

	/** Reads what a principal may read. */
	TopicReader(Ports ports, Map<String, Object> principal) {
		this.connection = new HashMap<>(principal);
		this.connection.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + ports.broker());
		this.values.configure(
				Map.of("schema.registry.url", "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7"), false);
	}

	/** Every record of a contract, in the order of partitions and offsets. */
	<T extends SpecificRecord> List<Read<T>> read(Class<T> type) {
		return readBytes(Contracts.topicOf(type)).stream()
			.filter((record) -> record.value() != null)
			.map((record) -> new Read<>(record.partition(), record.offset(), record.key(),
					type.cast(Objects
						.requireNonNull(this.values.deserialize(record.topic(), record.headers(), record.value())))))
			.toList();
	}

	/** The values of a contract's records, in the order of partitions and offsets. */
	<T extends SpecificRecord> Stream<T> values(Class<T> type) {
		return read(type).stream().map(Read::value);
	}

	/** Every record as the broker has it. */
	List<ConsumerRecord<String, byte @Nullable []>> readBytes(String topic) {
		return readBytes(List.of(topic));
	}

	/** Every record of several topics as the broker has it, one topic after the other. */
	List<ConsumerRecord<String, byte @Nullable []>> readBytes(Collection<String> topics) {
		Map<String, Object> settings = new HashMap<>(this.connection);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		List<ConsumerRecord<String, byte @Nullable []>> records = new ArrayList<>();
		try (KafkaConsumer<String, byte @Nullable []> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = topics.stream()
				.flatMap((topic) -> consumer.partitionsFor(topic, PATIENCE).stream())
				.map((info) -> new TopicPartition(info.topic(), info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
			while (ends.entrySet()
				.stream()
				.anyMatch((end) -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
				consumer.poll(POLL).forEach(records::add);
			}
		}
		records.sort(Comparator.<ConsumerRecord<String, byte @Nullable []>, String>comparing((record) -> record.topic())
			.thenComparingInt((record) -> record.partition())
			.thenComparingLong((record) -> record.offset()));
		return records;
	}

	/**
	 * A record with its place.
	 *
	 * @param <T> its contract
	 * @param partition its partition
	 * @param offset its offset
	 * @param key its key
	 * @param value its content
	 */
	record Read<T>(int partition, long offset, String key, T value) {
	}

}
