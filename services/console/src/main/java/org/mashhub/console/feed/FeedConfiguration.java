package org.mashhub.console.feed;

import java.time.Duration;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.mashhub.tracing.TracingConfiguration;

import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * The feed reads bytes and decodes them itself, so that a registry that is away is waited
 * for while bytes that can never be read are set aside.
 */
@Configuration(proxyBeanMethods = false)
@Import(TracingConfiguration.class)
@EnableKafka
class FeedConfiguration {

	private static final long FIRST_WAIT = 500;

	private static final long LONGEST_WAIT = 15_000;

	private static final long IDLE_CHECK = 500;

	private static final Duration UNHURRIED = Duration.ofMillis(500);

	private static final Duration UNHURRIED_POLL = Duration.ofMillis(100);

	@Bean
	FeedPositions readModelPositions(JdbcClient jdbc) {
		return new FeedPositions(jdbc, "feed");
	}

	@Bean
	FeedPositions ledgerPositions(JdbcClient jdbc) {
		return new FeedPositions(jdbc, "ledger");
	}

	@Bean
	Deserializer<SpecificRecord> contractDeserializer(KafkaProperties kafka) throws ClassNotFoundException {
		Map<String, Object> settings = kafka.buildConsumerProperties();
		Object named = settings.get(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
		Class<?> type = (named instanceof Class<?> known) ? known : Class.forName(String.valueOf(named));
		@SuppressWarnings("unchecked")
		Deserializer<SpecificRecord> deserializer = (Deserializer<SpecificRecord>) Utils.newInstance(type);
		deserializer.configure(settings, false);
		return deserializer;
	}

	@Bean
	ConcurrentKafkaListenerContainerFactory<String, byte[]> feedContainerFactory(KafkaProperties kafka) {
		Map<String, Object> settings = kafka.buildConsumerProperties();
		settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
		ConcurrentKafkaListenerContainerFactory<String, byte[]> factory = new ConcurrentKafkaListenerContainerFactory<>();
		factory.setConsumerFactory(new DefaultKafkaConsumerFactory<>(settings));
		factory.setBatchListener(true);
		factory.getContainerProperties().setAckMode(AckMode.BATCH);
		factory.getContainerProperties().setIdleEventInterval(IDLE_CHECK);
		ExponentialBackOff withoutEnd = new ExponentialBackOff(FIRST_WAIT, 2);
		withoutEnd.setMaxInterval(LONGEST_WAIT);
		factory.setCommonErrorHandler(new DefaultErrorHandler(withoutEnd));
		return factory;
	}

	/**
	 * For a reader of very many topics whom nobody waits for: it looks twice a second,
	 * and leaves no request at the broker that every record of every topic would wake.
	 */
	@Bean
	ConcurrentKafkaListenerContainerFactory<String, byte[]> unhurriedContainerFactory(KafkaProperties kafka) {
		ConcurrentKafkaListenerContainerFactory<String, byte[]> factory = feedContainerFactory(kafka);
		factory.getContainerProperties().setPollTimeout(UNHURRIED_POLL.toMillis());
		factory.getContainerProperties().setIdleBetweenPolls(UNHURRIED.toMillis());
		return factory;
	}

}
