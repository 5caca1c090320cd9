package org.mashhub.correlation.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.mashhub.hub.v1.Alert;
import org.mashhub.messaging.Contracts;

/**
 * Finds an alert in the topic of all alerts, by reading it: for what is asked a few times
 * after a switch of epochs, and hardly ever else.
 */
final class TopicOfAlerts {

	private static final Logger log = LoggerFactory.getLogger(TopicOfAlerts.class);

	private static final String TOPIC = Contracts.topicOf(Alert.class);

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Map<String, Object> connection;

	private final Decoder decoder;

	/**
	 * Creates it.
	 * @param connection how the broker is reached
	 * @param decoder reads records
	 */
	TopicOfAlerts(Map<String, Object> connection, Decoder decoder) {
		this.connection = new HashMap<>(connection);
		this.connection.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		this.connection.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		this.decoder = decoder;
	}

	/** The newest that was given out of an alert, as far as it is committed. */
	Optional<Alert> newest(UUID alert) {
		byte[] key = alert.toString().getBytes(StandardCharsets.UTF_8);
		ConsumerRecord<byte[], byte[]> last = last(key);
		if (last == null || last.value() == null) {
			return Optional.empty();
		}
		try {
			SpecificRecord record = this.decoder.decode(TOPIC, last.headers(), last.value());
			return (record instanceof Alert found) ? Optional.of(found) : Optional.empty();
		}
		catch (SerializationException ex) {
			// Nobody can read it, so nobody can have it before them.
			log.atWarn()
				.addKeyValue("partition", last.partition())
				.addKeyValue("offset", last.offset())
				.log("Cannot read an alert");
			return Optional.empty();
		}
	}

	private @Nullable ConsumerRecord<byte[], byte[]> last(byte[] key) {
		ConsumerRecord<byte[], byte[]> last = null;
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.connection, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(TOPIC, PATIENCE)
				.stream()
				.map((info) -> new TopicPartition(TOPIC, info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
			left.entrySet().removeIf((end) -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
			while (!left.isEmpty()) {
				// All records of a key are in one part, in their order.
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
					if (Arrays.equals(key, record.key())) {
						last = record;
					}
				}
				left.entrySet().removeIf((end) -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
			}
		}
		return last;
	}

}
