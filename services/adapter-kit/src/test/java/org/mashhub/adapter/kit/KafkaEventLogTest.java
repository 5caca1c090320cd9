package org.mashhub.adapter.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.mock.MockProducerFactory;

import org.mashhub.event.common.v1.ContactKind;
import org.mashhub.event.common.v1.ContactPoint;
import org.mashhub.tracing.Traces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KafkaEventLogTest {

	private final MockProducer<String, SpecificRecord> producer = new MockProducer<>(false, null,
			new StringSerializer(), (topic, event) -> new byte[0]);

	private final KafkaEventLog log = new KafkaEventLog(
			new KafkaTemplate<>(new MockProducerFactory<>(() -> this.producer)), Duration.ofSeconds(5), Traces.off());

	private final ContactPoint event = ContactPoint.newBuilder()
		.setKind(ContactKind.PHONE)
		.setValue("01632 960001")
		.build();

	@Test
	void neverLetsWhatFollowsRunOnTheProducersThread() {
		CompletableFuture<Thread> follower = this.log.append("topic", "key", this.event)
			.thenApply((acknowledged) -> Thread.currentThread());

		assertThat(follower).isNotDone();
		this.producer.completeNext();

		assertThat(follower.join()).isNotSameAs(Thread.currentThread());
	}

	@Test
	void saysThatTheLogIsUnavailableWhenTheBrokerDoesNotAcknowledge() {
		CompletableFuture<Void> appended = this.log.append("topic", "key", this.event);

		this.producer.errorNext(new TimeoutException("away"));

		assertThatExceptionOfType(CompletionException.class).isThrownBy(appended::join)
			.withCauseInstanceOf(LogUnavailableException.class);
	}

}
