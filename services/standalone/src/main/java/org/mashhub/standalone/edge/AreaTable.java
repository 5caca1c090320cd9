package org.mashhub.standalone.edge;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contracts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.stereotype.Component;

/**
 * The area table as its topic has it: small, read whole whenever it is asked for, so that
 * there is no copy to grow stale.
 */
@Component
class AreaTable {

	private static final String TOPIC = Contracts.topicOf(AreaEntry.class);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final KafkaAdmin admin;

	private final KafkaOperations<String, SpecificRecord> kafka;

	private final String registry;

	AreaTable(KafkaAdmin admin, KafkaOperations<String, SpecificRecord> kafka,
			@Value("${spring.kafka.producer.properties.[schema.registry.url]}") String registry) {
		this.admin = admin;
		this.kafka = kafka;
		this.registry = registry;
	}

	Map<String, AreaEntry> read() {
		Map<String, Object> settings = new HashMap<>(this.admin.getConfigurationProperties());
		settings.put("schema.registry.url", this.registry);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		AvroDeserializer values = new AvroDeserializer();
		values.configure(settings, false);
		Map<String, AreaEntry> areas = new TreeMap<>();
		try (KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(settings, new StringDeserializer(),
				(topic, bytes) -> (bytes != null) ? values.deserialize(topic, bytes) : null)) {
			TopicPartition partition = new TopicPartition(TOPIC, 0);
			consumer.assign(List.of(partition));
			consumer.seekToBeginning(List.of(partition));
			long end = Optional.ofNullable(consumer.endOffsets(List.of(partition), PATIENCE).get(partition)).orElse(0L);
			while (consumer.position(partition, PATIENCE) < end) {
				for (ConsumerRecord<String, Object> row : consumer.poll(POLL)) {
					if (row.value() instanceof AreaEntry entry) {
						areas.put(row.key(), entry);
					}
				}
			}
		}
		return areas;
	}

	void publish(AreaEntry entry) {
		send(TOPIC, entry.getArea(), entry);
	}

	void send(String topic, String key, SpecificRecord record) {
		try {
			this.kafka.send(topic, key, record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted while writing to " + topic, ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new IllegalStateException("the broker did not acknowledge a record on " + topic, ex);
		}
	}

	/** The partition that the fewest areas lie on. */
	static int leastUsed(Map<String, AreaEntry> areas, int partitions) {
		int[] used = new int[partitions];
		areas.values().forEach((entry) -> used[entry.getPartition() % partitions]++);
		int least = 0;
		for (int partition = 1; partition < partitions; partition++) {
			if (used[partition] < used[least]) {
				least = partition;
			}
		}
		return least;
	}

}
