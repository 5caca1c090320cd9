package org.mashhub.correlation.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.messaging.Contracts;

/**
 * Keeps an epoch out of its own shadow. Both would be one consumer group, and take each
 * other's entries: what the shadow takes is given out to nobody.
 */
final class StandingEpochs {

	private static final String APPLIED = Contracts.topicOf(ObservationApplied.class);

	/** More than a transaction leaves behind its last record. */
	private static final long NEWEST = 50;

	private static final Duration POLL = Duration.ofMillis(200);

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Map<String, Object> connection;

	private final Decoder decoder;

	/**
	 * Creates it.
	 * @param connection how the broker is reached
	 * @param decoder reads records
	 */
	StandingEpochs(Map<String, Object> connection, Decoder decoder) {
		this.connection = new HashMap<>(connection);
		this.connection.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		this.connection.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		this.decoder = decoder;
	}

	/**
	 * Refuses an epoch that gives out to everybody now, or has done so before it was ever
	 * in the shadow.
	 * @throws IllegalStateException saying what to do instead
	 */
	void refuseInShadow(String epoch) {
		if (newest().contains(epoch)) {
			throw new IllegalStateException("epoch " + epoch + " stands in this hub and cannot work in its own shadow: "
					+ "they would take each other's entries. Name the shadow otherwise: MASH_EPOCH "
					+ "(in docker-compose: MASH_NEXT_EPOCH).");
		}
		if (hasStoodBefore(epoch)) {
			throw new IllegalStateException("epoch " + epoch
					+ " has stood in this hub: in the shadow it would go on from "
					+ "where it stopped, and its topics would lack what it gave out before. Name the shadow otherwise: "
					+ "MASH_EPOCH (in docker-compose: MASH_NEXT_EPOCH).");
		}
	}

	/** Epochs of what was applied last in each part of the area log. */
	private Set<String> newest() {
		Set<String> epochs = new TreeSet<>();
		try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(this.connection, new ByteArrayDeserializer(),
				new ByteArrayDeserializer())) {
			List<TopicPartition> partitions = consumer.partitionsFor(APPLIED, PATIENCE)
				.stream()
				.map((info) -> new TopicPartition(APPLIED, info.partition()))
				.toList();
			consumer.assign(partitions);
			Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, PATIENCE);
			Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions, PATIENCE));
			left.forEach((partition, end) -> consumer.seek(partition,
					Math.max(first.getOrDefault(partition, 0L), end - NEWEST)));
			left.entrySet().removeIf((end) -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
			while (!left.isEmpty()) {
				for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
					if (record.value() != null && this.decoder.decode(APPLIED, record.headers(),
							record.value()) instanceof ObservationApplied applied) {
						epochs.add(applied.getProvenance().getEpoch());
					}
				}
				left.entrySet().removeIf((end) -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
			}
		}
		return epochs;
	}

	/** It has taken entries, and given nothing out to topics of its own. */
	private boolean hasStoodBefore(String epoch) {
		try (Admin admin = Admin.create(new HashMap<>(this.connection))) {
			return !admin.listConsumerGroupOffsets(CorrelationStreams.application(epoch))
				.partitionsToOffsetAndMetadata()
				.get()
				.isEmpty() && !admin.listTopics().names().get().contains(ShadowTopics.name(epoch, APPLIED));
		}
		catch (ExecutionException ex) {
			throw new KafkaException("cannot ask the broker about epoch " + epoch, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("interrupted while asking about epoch " + epoch, ex);
		}
	}

}
