package org.mashhub.adapter.housing.snapshot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.LogUnavailableException;
import org.mashhub.hub.v1.HousingSnapshot;
import org.mashhub.hub.v1.HousingTenancy;
import org.mashhub.messaging.Contracts;

/**
 * Reads the compacted topics from their beginning to where they end when it begins. What
 * cannot be read in time is never taken for empty: then every tenancy would seem new.
 */
class KafkaSnapshotLog implements SnapshotLog {

	private static final Duration POLL = Duration.ofMillis(200);

	private final Supplier<Consumer<String, byte[]>> consumers;

	private final Deserializer<SpecificRecord> values;

	private final Duration patience;

	/**
	 * Creates a log.
	 * @param consumers opens a consumer that belongs to no group
	 * @param values reads values
	 * @param patience how long nothing may come
	 */
	KafkaSnapshotLog(Supplier<Consumer<String, byte[]>> consumers, Deserializer<SpecificRecord> values,
			Duration patience) {
		this.consumers = consumers;
		this.values = values;
		this.patience = patience;
	}

	@Override
	public Optional<HousingSnapshot> newest(Scope scope) {
		AtomicReference<@Nullable HousingSnapshot> newest = new AtomicReference<>();
		read(Contracts.topicOf(HousingSnapshot.class), (key, value) -> {
			if (key.equals(scope.key()) && value.get() instanceof HousingSnapshot snapshot) {
				newest.set(snapshot);
			}
		});
		return Optional.ofNullable(newest.get());
	}

	@Override
	public void tenancies(Scope scope, java.util.function.Consumer<HousingTenancy> each) {
		String beginning = scope.key() + "/";
		read(Contracts.topicOf(HousingTenancy.class), (key, value) -> {
			if (key.startsWith(beginning) && value.get() instanceof HousingTenancy tenancy) {
				each.accept(tenancy);
			}
		});
	}

	private void read(String topic, Row row) {
		try (Consumer<String, byte[]> consumer = this.consumers.get()) {
			List<TopicPartition> partitions = partitions(consumer, topic);
			consumer.assign(partitions);
			consumer.seekToBeginning(partitions);
			Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, this.patience);
			long waitingSince = System.nanoTime();
			while (ends.entrySet()
				.stream()
				.anyMatch((end) -> consumer.position(end.getKey(), this.patience) < end.getValue())) {
				for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
					row.take(record.key(), () -> this.values.deserialize(topic, record.headers(), record.value()));
					waitingSince = System.nanoTime();
				}
				if (System.nanoTime() - waitingSince > this.patience.toNanos()) {
					throw new TimeoutException("nothing came from " + topic);
				}
			}
		}
		catch (KafkaException ex) {
			throw new LogUnavailableException(ex);
		}
	}

	private List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
		List<PartitionInfo> found = consumer.partitionsFor(topic, this.patience);
		if (found == null || found.isEmpty()) {
			throw new TimeoutException("there is no topic " + topic);
		}
		List<TopicPartition> partitions = new ArrayList<>();
		found.forEach((partition) -> partitions.add(new TopicPartition(topic, partition.partition())));
		return partitions;
	}

	/** Takes a row; its value is read only when asked for. */
	@FunctionalInterface
	private interface Row {

		void take(String key, Supplier<@Nullable SpecificRecord> value);

	}

}
