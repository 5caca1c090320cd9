package org.mashhub.correlation.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;
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

	/** Less than a transaction may stay open. */
	private static final Duration PATIENCE = Duration.ofSeconds(6);

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

	/**
	 * The newest that was given out of an alert, as far as it is committed. Where that
	 * cannot be found out in time it is as if there were none: what somebody has done
	 * about it counts for nothing, as they see, and the log is not held up.
	 */
	Optional<Alert> newest(UUID alert) {
		try {
			ConsumerRecord<byte[], byte[]> last = last(alert.toString().getBytes(StandardCharsets.UTF_8));
			return (last != null && last.value() != null
					&& this.decoder.decode(TOPIC, last.headers(), last.value()) instanceof Alert found)
							? Optional.of(found) : Optional.empty();
		}
		catch (KafkaException ex) {
			log.atError()
				.addKeyValue("reason", ex.getClass().getSimpleName())
				.log("Cannot look up an alert of a former epoch: what was done about it is left out");
			return Optional.empty();
		}
	}

	private @Nullable ConsumerRecord<byte[], byte[]> last(byte[] key) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		ConsumerRecord<byte[], byte[]> last = null;
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.connection, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			// All records of a key are in one part, in their order.
			TopicPartition part = new TopicPartition(TOPIC,
					Utils.toPositive(Utils.murmur2(key)) % consumer.partitionsFor(TOPIC, PATIENCE).size());
			consumer.assign(List.of(part));
			consumer.seekToBeginning(List.of(part));
			long end = consumer.endOffsets(List.of(part), PATIENCE).getOrDefault(part, 0L);
			while (consumer.position(part, PATIENCE) < end) {
				if (System.nanoTime() > until) {
					throw new TimeoutException("the topic of alerts is not read in " + PATIENCE);
				}
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
					if (Arrays.equals(key, record.key())) {
						last = record;
					}
				}
			}
		}
		return last;
	}

}
