package org.mashhub.standalone.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;

/**
 * Reads the agency topics and what correlation gives out as it comes, and matches the two
 * by receipt: from the broker's time stamp of the agency's record until the alert is in a
 * consumer's hands.
 */
final class AlertWatch implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(100);

	private final Map<UUID, Instant> logged = new HashMap<>();

	private final List<Arrival> alerts = Collections.synchronizedList(new ArrayList<>());

	private final List<Arrival> applied = Collections.synchronizedList(new ArrayList<>());

	private final String bootstrapServers;

	private final String registry;

	private final Thread agencies;

	private final Thread outputs;

	private volatile boolean closed;

	/**
	 * Watches from now on.
	 * @param bootstrapServers the broker
	 * @param registry the schema registry
	 */
	AlertWatch(String bootstrapServers, String registry) {
		this.bootstrapServers = bootstrapServers;
		this.registry = registry;
		this.agencies = Thread.ofPlatform().daemon().name("watch-agencies").start(this::watchAgencies);
		this.outputs = Thread.ofPlatform().daemon().name("watch-outputs").start(this::watchOutputs);
	}

	/**
	 * Until alerts were there, for what agencies published from a time on; once closed.
	 */
	Figures.Latency alerts(Instant from) {
		return latency(this.alerts, from);
	}

	/** Until events were dealt with, alert or not, likewise. */
	Figures.Latency applied(Instant from) {
		return latency(this.applied, from);
	}

	/** How many events were dealt with so far. */
	int appliedSoFar() {
		return this.applied.size();
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.agencies.join();
			this.outputs.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private Figures.Latency latency(List<Arrival> arrivals, Instant from) {
		Latencies latencies = new Latencies(arrivals.size());
		for (Arrival arrival : arrivals) {
			Instant published = this.logged.get(arrival.receiptId());
			if (published != null && !published.isBefore(from)) {
				latencies.add(Duration.between(published, arrival.at()).toNanos());
			}
		}
		return latencies.figures();
	}

	private void watchAgencies() {
		List<String> topics = Contracts.all()
			.stream()
			.map(Contract::topic)
			.filter((topic) -> !topic.startsWith("hub."))
			.toList();
		watch(topics, (record, value, now) -> {
			if (value.get(0) instanceof EventHeader header) {
				this.logged.put(header.getReceiptId(), Instant.ofEpochMilli(record.timestamp()));
			}
		});
	}

	private void watchOutputs() {
		watch(List.of(Contracts.topicOf(Alert.class), Contracts.topicOf(ObservationApplied.class)),
				(record, value, now) -> {
					if (value instanceof Alert alert) {
						this.alerts.add(new Arrival(alert.getProvenance().getReceiptId(), now));
					}
					else if (value instanceof ObservationApplied done) {
						this.applied.add(new Arrival(done.getProvenance().getReceiptId(), now));
					}
				});
	}

	private void watch(List<String> topics, Seen seen) {
		AvroDeserializer values = new AvroDeserializer();
		values.configure(Map.of("schema.registry.url", this.registry), false);
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers,
						ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
				new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = topics.stream()
				.flatMap((topic) -> consumer.partitionsFor(topic).stream())
				.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
				.toList();
			consumer.assign(partitions);
			consumer.seekToEnd(partitions);
			while (!this.closed) {
				ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
				Instant now = Instant.now();
				for (ConsumerRecord<byte[], byte[]> record : records) {
					SpecificRecord value = values.deserialize(record.topic(), record.headers(), record.value());
					if (value != null) {
						seen.record(record, value, now);
					}
				}
			}
		}
	}

	/**
	 * Something that correlation gave out.
	 *
	 * @param receiptId receipt of the event that caused it
	 * @param at when a consumer had it
	 */
	private record Arrival(UUID receiptId, Instant at) {
	}

	/** Takes one record. */
	@FunctionalInterface
	private interface Seen {

		void record(ConsumerRecord<byte[], byte[]> record, SpecificRecord value, Instant now);

	}

}
