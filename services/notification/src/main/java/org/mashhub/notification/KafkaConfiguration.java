package org.mashhub.notification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.Contracts;
import org.mashhub.tracing.TracingConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.kafka.KafkaException.Level;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.LoggingProducerListener;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.transaction.TransactionException;
import org.springframework.util.ClassUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What happens to a record that could not be handled: where the database, the registry or
 * the broker is away it waits in place, for ever; bytes that are no record, and a record
 * that fails again and again by itself, go to quarantine, and the rest goes on.
 */
@Configuration(proxyBeanMethods = false)
@Import(TracingConfiguration.class)
class KafkaConfiguration {

	private static final Logger log = LoggerFactory.getLogger(KafkaConfiguration.class);

	private static final String STAGE = "notification";

	@Bean
	DefaultErrorHandler errorHandler(KafkaTemplate<String, SpecificRecord> kafka) {
		DefaultErrorHandler handler = new DefaultErrorHandler(
				(record, exception) -> quarantine(kafka, record, exception), endless());
		handler.removeClassification(DeserializationException.class);
		handler.setBackOffFunction((record, exception) -> backOff(exception));
		// What a database says of a failure may repeat the data.
		handler.setLogLevel(Level.DEBUG);
		handler.setRetryListeners((record, exception, attempt) -> log.atWarn()
			.addKeyValue("topic", record.topic())
			.addKeyValue("partition", record.partition())
			.addKeyValue("offset", record.offset())
			.addKeyValue("attempt", attempt)
			.addKeyValue("reason", (exception != null) ? root(exception).getClass().getSimpleName() : null)
			.log("A record could not be handled"));
		return handler;
	}

	static BackOff backOff(Exception exception) {
		if (waiting(exception)) {
			return endless();
		}
		return (cause(exception, DeserializationException.class) != null) ? new FixedBackOff(0, 0) : bounded();
	}

	/** Also what a batch of clocks does as a whole: there is no record in it to blame. */
	private static BackOff endless() {
		ExponentialBackOff endless = new ExponentialBackOff(200, 2);
		endless.setMaxInterval(5_000);
		return endless;
	}

	private static BackOff bounded() {
		ExponentialBackOff bounded = new ExponentialBackOff(200, 2);
		bounded.setMaxAttempts(4);
		return bounded;
	}

	/** True when the record is not at fault. */
	private static boolean waiting(@Nullable Throwable exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			boolean away = switch (cause) {
				case DataIntegrityViolationException broken -> false;
				case InvalidDataAccessApiUsageException broken -> false;
				case InvalidDataAccessResourceUsageException broken -> false;
				case DataAccessException database -> true;
				case TransactionException database -> true;
				case SQLTransientException database -> true;
				case SQLRecoverableException database -> true;
				case RetriableException kafkaOrRegistry -> true;
				case IOException network -> true;
				default -> false;
			};
			if (away) {
				return true;
			}
		}
		return false;
	}

	private static <T extends Throwable> @Nullable T cause(@Nullable Throwable exception, Class<T> type) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return type.cast(cause);
			}
		}
		return null;
	}

	private static void quarantine(KafkaTemplate<String, SpecificRecord> kafka, ConsumerRecord<?, ?> record,
			Exception exception) {
		DeserializationException undecodable = cause(exception, DeserializationException.class);
		Throwable root = root(exception);
		QuarantinedRecord quarantined = QuarantinedRecord.newBuilder()
			.setStage(STAGE)
			.setTopic(record.topic())
			.setPartition(record.partition())
			.setOffset(record.offset())
			.setKey((record.key() != null) ? ByteBuffer.wrap(record.key().toString().getBytes(StandardCharsets.UTF_8))
					: null)
			.setValue(bytes(kafka, record, undecodable))
			.setReason(
					((undecodable != null) ? "undecodable: " : "cannot be handled: ") + root.getClass().getSimpleName())
			.setAt(Instant.ofEpochMilli(record.timestamp()))
			.build();
		String key = record.topic() + "-" + record.partition() + "-" + record.offset();
		try {
			kafka.send(Contracts.topicOf(QuarantinedRecord.class), key, quarantined).get(60, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new KafkaException("interrupted while quarantining " + key, ex);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new KafkaException("cannot quarantine " + key, ex);
		}
		log.atError()
			.addKeyValue("topic", record.topic())
			.addKeyValue("partition", record.partition())
			.addKeyValue("offset", record.offset())
			.addKeyValue("reason", root.getClass().getSimpleName())
			.log("Quarantined a record");
	}

	private static @Nullable ByteBuffer bytes(KafkaTemplate<String, SpecificRecord> kafka, ConsumerRecord<?, ?> record,
			@Nullable DeserializationException undecodable) {
		if (undecodable != null) {
			return ByteBuffer.wrap(undecodable.getData());
		}
		if (record.value() instanceof SpecificRecord value) {
			Map<String, Object> properties = kafka.getProducerFactory().getConfigurationProperties();
			try (Serializer<SpecificRecord> serializer = serializer(properties)) {
				serializer.configure(properties, false);
				return ByteBuffer.wrap(serializer.serialize(record.topic(), value));
			}
		}
		return null;
	}

	@SuppressWarnings("unchecked")
	private static Serializer<SpecificRecord> serializer(Map<String, Object> properties) {
		Object named = properties.get(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG);
		return (Serializer<SpecificRecord>) ((named instanceof Class<?> type) ? BeanUtils.instantiateClass(type)
				: BeanUtils.instantiateClass(ClassUtils.resolveClassName(String.valueOf(named), null)));
	}

	private static Throwable root(Throwable exception) {
		Throwable root = exception;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

	/** A send that fails is logged by its topic: key and value are about people. */
	@Bean
	ProducerListener<Object, Object> producerListener() {
		LoggingProducerListener<Object, Object> listener = new LoggingProducerListener<>();
		listener.setIncludeContents(false);
		return listener;
	}

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
