package org.mashhub.adapter.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

import org.springframework.kafka.core.KafkaOperations;

/**
 * The broker, every replica of it: an append is done when all have acknowledged. What
 * follows on it runs on a thread of its own: the producer's would wait for itself if it
 * sent something to a topic that it has not met yet.
 */
class KafkaEventLog implements EventLog {

	private final KafkaOperations<String, SpecificRecord> kafka;

	private final Duration patience;

	KafkaEventLog(KafkaOperations<String, SpecificRecord> kafka, Duration acknowledgement) {
		this.kafka = kafka;
		// The producer gives up first, so that no event is still on its way after a 503.
		this.patience = acknowledgement.plusSeconds(2);
	}

	@Override
	public CompletableFuture<Void> append(String topic, String key, SpecificRecord event) {
		try {
			return this.kafka.send(new ProducerRecord<>(topic, key, event))
				.orTimeout(this.patience.toMillis(), TimeUnit.MILLISECONDS)
				.handleAsync((sent, failure) -> {
					if (failure != null) {
						throw failure(topic, failure);
					}
					return null;
				}, Thread::startVirtualThread);
		}
		catch (KafkaException | org.springframework.kafka.KafkaException ex) {
			return CompletableFuture.failedFuture(failure(topic, ex));
		}
	}

	private static RuntimeException failure(String topic, Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof RetriableException) {
				return new LogUnavailableException(failure);
			}
			if (cause instanceof SerializationException) {
				return new IllegalStateException("an event does not fit the contract of " + topic, failure);
			}
		}
		return new LogUnavailableException(failure);
	}

}
