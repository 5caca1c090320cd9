package org.mashhub.adapter.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;

import org.springframework.kafka.core.KafkaOperations;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.tracing.Detail;
import org.mashhub.tracing.Step;
import org.mashhub.tracing.Traces;

/**
 * The broker, every replica of it: an append is done when all have acknowledged. What
 * follows on it runs on a thread of its own: the producer's would wait for itself if it
 * sent something to a topic that it has not met yet.
 */
class KafkaEventLog implements EventLog {

	private final KafkaOperations<String, SpecificRecord> kafka;

	private final Duration patience;

	private final Traces traces;

	KafkaEventLog(KafkaOperations<String, SpecificRecord> kafka, Duration acknowledgement, Traces traces) {
		this.kafka = kafka;
		this.traces = traces;
		// The producer gives up first, so that no event is still on its way after a 503.
		this.patience = acknowledgement.plusSeconds(2);
	}

	@Override
	public CompletableFuture<Void> append(String topic, String key, SpecificRecord event) {
		ProducerRecord<String, SpecificRecord> record = new ProducerRecord<>(topic, key, event);
		Step sending = this.traces.aside("send");
		sending.into(record.headers());
		if (sending != Step.NONE) {
			describe(sending, topic, event);
		}
		try {
			return this.kafka.send(record)
				.orTimeout(this.patience.toMillis(), TimeUnit.MILLISECONDS)
				.handleAsync((sent, failure) -> {
					if (failure != null) {
						throw ended(sending, failure(topic, failure));
					}
					sending.close();
					return null;
				}, Thread::startVirtualThread);
		}
		catch (KafkaException | org.springframework.kafka.KafkaException ex) {
			return CompletableFuture.failedFuture(ended(sending, failure(topic, ex)));
		}
		catch (RuntimeException ex) {
			throw ended(sending, ex);
		}
	}

	private static void describe(Step sending, String topic, SpecificRecord event) {
		sending.with(Detail.TOPIC, topic).with(Detail.EVENT_TYPE, event.getSchema().getFullName());
		Schema.Field header = event.getSchema().getField("header");
		if (header != null && event.get(header.pos()) instanceof EventHeader ids) {
			sending.with(Detail.EVENT_ID, ids.getEventId()).with(Detail.RECEIPT_ID, ids.getReceiptId());
		}
	}

	private static RuntimeException ended(Step sending, RuntimeException failure) {
		sending.failed(failure);
		sending.close();
		return failure;
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
