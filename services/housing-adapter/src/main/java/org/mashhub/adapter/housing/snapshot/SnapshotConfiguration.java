package org.mashhub.adapter.housing.snapshot;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AdapterProperties;
import org.mashhub.messaging.AvroDeserializer;

/** Wires the taking of tables to the broker. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnapshotProperties.class)
class SnapshotConfiguration {

	@Bean
	KafkaSnapshotLog kafkaSnapshotLog(KafkaProperties kafka, AdapterProperties properties) {
		Map<String, Object> consumer = new HashMap<>(kafka.buildConsumerProperties());
		consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		consumer.remove(ConsumerConfig.GROUP_ID_CONFIG);
		AvroDeserializer values = new AvroDeserializer();
		// Adapters write only; what they need to read is where they write.
		values.configure(kafka.getProducer().getProperties(), false);
		return new KafkaSnapshotLog(
				() -> new KafkaConsumer<>(consumer, new StringDeserializer(), new ByteArrayDeserializer()), values,
				properties.acknowledgement().multipliedBy(2));
	}

}
