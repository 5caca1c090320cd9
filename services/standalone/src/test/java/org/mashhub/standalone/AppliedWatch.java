package org.mashhub.standalone;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contracts;

/**
 * Reads what correlation has applied as it comes, and so knows when it goes on after a
 * fault: asked of the broker, since the console may be what is away.
 */
final class AppliedWatch implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(50);

	private final Map<String, Object> connection;

	private final AvroDeserializer values = new AvroDeserializer();

	private final Thread thread;

	private volatile boolean closed;

	private volatile long armed = Long.MAX_VALUE;

	private volatile long seen = Long.MAX_VALUE;

	AppliedWatch(ComposedHub hub) {
		this.connection = new HashMap<>(hub.principal("operator"));
		this.connection.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, hub.brokers());
		this.connection.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		this.connection.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
		this.values.configure(Map.of("schema.registry.url", hub.registry()), false);
		this.thread = Thread.ofPlatform().daemon().name("watch-applied").start(this::watch);
	}

	/** From now on the first entry counts. */
	void arm() {
		this.seen = Long.MAX_VALUE;
		this.armed = System.nanoTime();
	}

	/** How long it was from then until an entry had been applied. */
	Optional<Duration> firstAfter() {
		long first = this.seen;
		return (first == Long.MAX_VALUE) ? Optional.empty() : Optional.of(Duration.ofNanos(first - this.armed));
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void watch() {
		String topic = Contracts.topicOf(ObservationApplied.class);
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.connection, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(topic)
				.stream()
				.map((info) -> new TopicPartition(topic, info.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToEnd(partitions);
			while (!this.closed) {
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
					ObservationApplied applied = (ObservationApplied) Objects
						.requireNonNull(this.values.deserialize(topic, record.headers(), record.value()));
					// Real areas tick by themselves; the story is what is waited for.
					if (applied.getProvenance().getArea().startsWith("scn-") && this.armed != Long.MAX_VALUE
							&& this.seen == Long.MAX_VALUE) {
						this.seen = System.nanoTime();
					}
				}
			}
		}
	}

}
