package org.mashhub.provisioning;

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
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import org.mashhub.hub.v1.AreaEntry;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.AvroSerializer;
import org.mashhub.messaging.Contracts;

/**
 * The area table as its topic has it: small, read whole whenever it is asked for, so that
 * there is no copy to grow stale.
 */
public final class AreaTable implements AutoCloseable {

	private static final String TOPIC = Contracts.topicOf(AreaEntry.class);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final Map<String, Object> connection;

	private @Nullable KafkaProducer<String, SpecificRecord> producer;

	/**
	 * Creates a table; no connection is made yet.
	 * @param connection how to reach broker and registry, as settings of Kafka clients
	 * and serdes
	 */
	public AreaTable(Map<String, Object> connection) {
		this.connection = Map.copyOf(connection);
	}

	/**
	 * The whole table as it is now.
	 * @return entries by the area's code
	 */
	public Map<String, AreaEntry> read() {
		Map<String, Object> settings = new HashMap<>(this.connection);
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

	/**
	 * Adds an area.
	 * @param entry the area
	 */
	public void publish(AreaEntry entry) {
		send(TOPIC, entry.getArea(), entry);
	}

	/**
	 * Writes a record, returning when the broker has it.
	 * @param topic its topic
	 * @param key its key
	 * @param record the record
	 * @throws KafkaException when the broker does not say so; it may have it all the same
	 */
	public void send(String topic, String key, SpecificRecord record) {
		try {
			producer().send(new ProducerRecord<>(topic, key, record)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("interrupted while writing to " + topic, ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("the broker did not acknowledge a record on " + topic, ex);
		}
	}

	@Override
	public synchronized void close() {
		if (this.producer != null) {
			this.producer.close(PATIENCE);
			this.producer = null;
		}
	}

	/**
	 * The partition that the fewest areas lie on.
	 * @param areas the areas that exist
	 * @param partitions how many partitions there are
	 * @return number of a partition
	 */
	public static int leastUsed(Map<String, AreaEntry> areas, int partitions) {
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

	private synchronized KafkaProducer<String, SpecificRecord> producer() {
		if (this.producer == null) {
			Map<String, Object> settings = new HashMap<>(this.connection);
			settings.put(ProducerConfig.ACKS_CONFIG, "all");
			settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
			Serializer<SpecificRecord> values = serializer(settings);
			values.configure(settings, false);
			this.producer = new KafkaProducer<>(settings, new StringSerializer(), values);
		}
		return this.producer;
	}

	@SuppressWarnings("unchecked")
	private static Serializer<SpecificRecord> serializer(Map<String, Object> settings) {
		Object named = settings.getOrDefault(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, AvroSerializer.class);
		try {
			Class<?> type = (named instanceof Class<?> known) ? known : Class.forName(String.valueOf(named));
			return (Serializer<SpecificRecord>) Utils.newInstance(type);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException("cannot create the configured serializer " + named, ex);
		}
	}

}
