package org.mashhub.standalone.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.mashhub.standalone.CannotProceedException;

/**
 * Watches a backlog being worked off by counting committed records on the topic that they
 * end up on, by the broker's own time stamps.
 */
final class Drain implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(500);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final KafkaConsumer<byte[], byte[]> consumer;

	/**
	 * Watches from now on.
	 * @param bootstrapServers the broker
	 * @param topic the topic
	 */
	Drain(String bootstrapServers, String topic) {
		this.consumer = consumer(bootstrapServers);
		List<TopicPartition> partitions = partitions(this.consumer, topic);
		this.consumer.assign(partitions);
		this.consumer.seekToEnd(partitions);
		partitions.forEach(this.consumer::position);
	}

	/**
	 * Waits until all is done.
	 * @param events how many records are expected
	 * @return the rates
	 */
	Figures.Drained await(long events) {
		long seen = 0;
		long first = 0;
		long half = 0;
		long last = 0;
		long patience = System.nanoTime() + PATIENCE.toNanos();
		while (seen < events) {
			for (ConsumerRecord<byte[], byte[]> record : this.consumer.poll(POLL)) {
				seen++;
				first = (seen == 1) ? record.timestamp() : first;
				half = (seen == events / 2) ? record.timestamp() : half;
				last = record.timestamp();
				patience = System.nanoTime() + PATIENCE.toNanos();
			}
			if (System.nanoTime() > patience) {
				throw new CannotProceedException("the backlog is not worked off: " + seen + " of " + events,
						"The log in the benchmark's home says why.");
			}
		}
		return new Figures.Drained(seen, rate(seen, first, last), rate(seen - events / 2, half, last));
	}

	@Override
	public void close() {
		this.consumer.close();
	}

	/** Committed records on each topic. */
	static Map<String, Long> count(String bootstrapServers, Collection<String> topics) {
		Map<String, Long> counts = new HashMap<>();
		try (KafkaConsumer<byte[], byte[]> counting = consumer(bootstrapServers)) {
			for (String topic : topics) {
				List<TopicPartition> partitions = partitions(counting, topic);
				counting.assign(partitions);
				counting.seekToBeginning(partitions);
				Map<TopicPartition, Long> ends = counting.endOffsets(partitions);
				long count = 0;
				while (ends.entrySet().stream().anyMatch((end) -> counting.position(end.getKey()) < end.getValue())) {
					count += counting.poll(POLL).count();
				}
				counts.put(topic, count);
			}
		}
		return counts;
	}

	private static double rate(long records, long from, long to) {
		return Math.round(records * (double) TimeUnit.SECONDS.toMillis(1) / Math.max(1, to - from));
	}

	private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
		return new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers, ConsumerConfig.ISOLATION_LEVEL_CONFIG,
						"read_committed", ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65536,
						ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5000),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, String topic) {
		return consumer.partitionsFor(topic)
			.stream()
			.map((partition) -> new TopicPartition(topic, partition.partition()))
			.toList();
	}

}
