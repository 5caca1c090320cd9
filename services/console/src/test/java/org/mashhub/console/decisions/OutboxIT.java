package org.mashhub.console.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mashhub.console.ConsoleService;
import org.mashhub.console.TestDatabase;
import org.mashhub.console.decisions.Outbox.Waiting;
import org.mashhub.hub.v1.AlertDecided;
import org.mashhub.hub.v1.AlertOutcome;
import org.mashhub.messaging.NameUuid;
import org.mashhub.testinfrastructure.RealInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The outbox in a real PostgreSQL, which two instances share. */
@SpringBootTest(classes = ConsoleService.class,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h" })
@RealInfrastructure
class OutboxIT {

	private static final Serializer<Object> NOTHING = (topic, data) -> new byte[0];

	@Autowired
	Outbox outbox;

	@Autowired
	PlatformTransactionManager transactions;

	@Autowired
	JdbcClient jdbc;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.use(registry);
	}

	@AfterEach
	void empty() {
		this.jdbc.sql("DELETE FROM outbox").update();
	}

	@Test
	void aLaterDecisionWaitsUntilTheEarlierOneOfItsAlertHasLeft() {
		add("one", AlertOutcome.TAKEN);
		add("one", AlertOutcome.WRONG_PERSON);
		add("other", AlertOutcome.TAKEN);

		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			List<Waiting> here = this.outbox.waiting(10);
			assertThat(here).extracting(Waiting::key).containsExactly("one", "other");
			assertThat(elsewhere()).as("another instance").isEmpty();
			this.outbox.published(here.stream().map(Waiting::id).toList());
		});

		assertThat(elsewhere()).singleElement()
			.satisfies((next) -> assertThat(next.value()).isInstanceOfSatisfying(AlertDecided.class,
					(decided) -> assertThat(decided.getOutcome()).isEqualTo(AlertOutcome.WRONG_PERSON)));
	}

	@Test
	void everythingIsPublishedInTheOrderOfItsKeyAndLeavesNothingBehind() {
		for (AlertOutcome outcome : List.of(AlertOutcome.TAKEN, AlertOutcome.NEW_CONTACT, AlertOutcome.WRONG_PERSON)) {
			add("first", outcome);
			add("second", outcome);
		}
		MockProducer<Object, Object> producer = new LastingProducer();

		new OutboxPublisher(this.outbox, new KafkaTemplate<>(() -> producer), this.transactions).publish();

		for (String key : List.of("first", "second")) {
			assertThat(producer.history()).filteredOn((record) -> record.key().equals(key))
				.extracting(OutboxIT::outcome)
				.containsExactly(AlertOutcome.TAKEN, AlertOutcome.NEW_CONTACT, AlertOutcome.WRONG_PERSON);
		}
		assertThat(this.jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single()).isZero();
	}

	private static @Nullable AlertOutcome outcome(ProducerRecord<Object, Object> record) {
		return (record.value() instanceof AlertDecided decided) ? decided.getOutcome() : null;
	}

	/** On a connection of its own. */
	private List<Waiting> elsewhere() {
		TransactionTemplate own = new TransactionTemplate(this.transactions);
		own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		List<Waiting> waiting = own.execute((status) -> this.outbox.waiting(10));
		return (waiting != null) ? waiting : List.of();
	}

	private void add(String key, AlertOutcome outcome) {
		this.outbox.add(key,
				AlertDecided.newBuilder()
					.setReceiptId(UUID.randomUUID())
					.setArea("demo")
					.setAlertId(NameUuid.of("test", key))
					.setOutcome(outcome)
					.setBy("officer")
					.setAt(Instant.parse("2026-01-13T10:00:00Z"))
					.build());
	}

	/** A template closes the producer after each record, as a pool would take it back. */
	private static final class LastingProducer extends MockProducer<Object, Object> {

		LastingProducer() {
			super(true, new RoundRobinPartitioner(), NOTHING, NOTHING);
		}

		@Override
		public void close(Duration timeout) {
			// It goes on.
		}

	}

}
