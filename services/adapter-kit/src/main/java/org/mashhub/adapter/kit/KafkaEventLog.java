package org.mashhub.adapter.kit;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

import org.springframework.kafka.core.KafkaOperations;

/** The broker, every replica of it: an append returns when all have acknowledged. */
class KafkaEventLog implements EventLog {

	private final KafkaOperations<String, SpecificRecord> kafka;

	private final Duration patience;

	KafkaEventLog(KafkaOperations<String, SpecificRecord> kafka, Duration acknowledgement) {
		this.kafka = kafka;
		// The producer gives up first, so that no event is still on its way after a 503.
		this.patience = acknowledgement.plusSeconds(2);
	}

	@Override
	public void append(String topic, String key, SpecificRecord event) {
		try {
			this.kafka.send(new ProducerRecord<>(topic, key, event))
				.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new LogUnavailableException(ex);
		}
		catch (TimeoutException ex) {
			throw new LogUnavailableException(ex);
		}
		catch (ExecutionException ex) {
			throw failure(topic, ex);
		}
		catch (KafkaException | org.springframework.kafka.KafkaException ex) {
			throw failure(topic, ex);
		}
	}

	private static RuntimeException failure(String topic, Exception failure) {
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
