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
import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.messaging.AvroDeserializer;
import org.mashhub.messaging.Contract;
import org.mashhub.messaging.Contracts;

/**
 * Reads what correlation gives out as it comes and the agency topics once it is closed,
 * and matches the two by receipt: from the broker's time stamp of the agency's record
 * until the alert is in a consumer's hands.
 */
final class AlertWatch implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(100);

	private final Map<UUID, Instant> logged = new HashMap<>();

	private final List<Arrival> alerts = Collections.synchronizedList(new ArrayList<>());

	private final List<Arrival> intoLog = Collections.synchronizedList(new ArrayList<>());

	private final List<Arrival> applied = Collections.synchronizedList(new ArrayList<>());

	private final String bootstrapServers;

	private final String registry;

	private final Map<TopicPartition, Long> began;

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
		this.began = endsOfAgencies();
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

	/** Until events were in the area log, by the broker's time stamp, likewise. */
	Figures.Latency intoLog(Instant from) {
		return latency(this.intoLog, from);
	}

	/** How many events were dealt with so far. */
	int appliedSoFar() {
		return this.applied.size();
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.outputs.join();
			readAgencies();
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

	private void watchOutputs() {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
			List<TopicPartition> partitions = partitions(consumer, List.of(Contracts.topicOf(Alert.class),
					Contracts.topicOf(ObservationApplied.class), Contracts.topicOf(Observation.class)));
			consumer.assign(partitions);
			consumer.seekToEnd(partitions);
			AvroDeserializer values = values();
			while (!this.closed) {
				ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
				Instant now = Instant.now();
				for (ConsumerRecord<byte[], byte[]> record : records) {
					arrived(record, values.deserialize(record.topic(), record.headers(), record.value()), now);
				}
			}
		}
	}

	private void arrived(ConsumerRecord<byte[], byte[]> record, @Nullable SpecificRecord value, Instant now) {
		switch (value) {
			case Alert alert -> this.alerts.add(new Arrival(alert.getProvenance().getReceiptId(), now));
			case ObservationApplied done -> this.applied.add(new Arrival(done.getProvenance().getReceiptId(), now));
			case Observation entry ->
				this.intoLog.add(new Arrival(entry.getReceiptId(), Instant.ofEpochMilli(record.timestamp())));
			case null, default -> {
			}
		}
	}

	/**
	 * When the broker took each record of the agencies: read once all is over, so that to
	 * read a hundred topics is no part of what is measured.
	 */
	private void readAgencies() {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
			List<TopicPartition> partitions = partitions(consumer, agencyTopics());
			consumer.assign(partitions);
			this.began.forEach(consumer::seek);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
			AvroDeserializer values = values();
			while (ends.entrySet().stream().anyMatch((end) -> consumer.position(end.getKey()) < end.getValue())) {
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
					SpecificRecord value = values.deserialize(record.topic(), record.headers(), record.value());
					if (value != null && value.get(0) instanceof EventHeader header) {
						this.logged.put(header.getReceiptId(), Instant.ofEpochMilli(record.timestamp()));
					}
				}
			}
		}
	}

	private Map<TopicPartition, Long> endsOfAgencies() {
		try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
			return consumer.endOffsets(partitions(consumer, agencyTopics()));
		}
	}

	private static List<String> agencyTopics() {
		return Contracts.all().stream().map(Contract::topic).filter((topic) -> !topic.startsWith("hub.")).toList();
	}

	private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer, List<String> topics) {
		return topics.stream()
			.flatMap((topic) -> consumer.partitionsFor(topic).stream())
			.map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
	}

	private KafkaConsumer<byte[], byte[]> consumer() {
		return new KafkaConsumer<>(
				Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers,
						ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
				new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	private AvroDeserializer values() {
		AvroDeserializer values = new AvroDeserializer();
		values.configure(Map.of("schema.registry.url", this.registry), false);
		return values;
	}

	/**
	 * Something that correlation gave out.
	 *
	 * @param receiptId receipt of the event that caused it
	 * @param at when a consumer had it
	 */
	private record Arrival(UUID receiptId, Instant at) {
	}

}
