package org.mashhub.notification.outbox;

import java.util.concurrent.CompletableFuture;

import org.apache.avro.specific.SpecificRecord;
import org.mashhub.messaging.Contracts;

import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Publishes to the broker. */
@Component
class KafkaPublisher implements Publisher {

	private final KafkaTemplate<String, SpecificRecord> kafka;

	KafkaPublisher(KafkaTemplate<String, SpecificRecord> kafka) {
		this.kafka = kafka;
	}

	@Override
	public CompletableFuture<?> publish(String key, SpecificRecord record) {
		return this.kafka.send(Contracts.topicOf(record.getClass()), key, record);
	}

}
