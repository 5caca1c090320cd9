package org.mashhub.standalone;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.hub.v1.Observation;
import org.mashhub.messaging.Contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The services as containers make of a story what the standalone makes of it, and the
 * broker lets each of them do what it must do and nothing else.
 */
@EnabledIfSystemProperty(named = "mash.compose", matches = "true",
		disabledReason = "only deploy/containers.sh, which starts the containers, asks for it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComposeE2ETest {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final ComposedHub hub = new ComposedHub();

	@AfterAll
	void close() {
		this.hub.close();
	}

	@Test
	void firstLightGivesWhatTheStandaloneGives() {
		ToldStory told = ToldStory.tell(this.hub.client(), this.hub.topics(), this.hub::mail, "first-light");

		Expectation expected = Expectation.read(told.folder());

		assertThat(told.found().alerts()).containsExactlyElementsOf(expected.alerts());
		assertThat(told.found().statuses()).containsExactlyElementsOf(expected.statuses());
		assertThat(told.found().mails()).containsExactlyElementsOf(expected.mails());
		assertThat(told.found().chronology()).containsExactlyElementsOf(expected.chronology());
	}

	@ParameterizedTest
	@CsvSource({ "police-adapter, gp.registration-changed.v1", "gp-adapter, police.incident-logged.v1",
			"social-care-adapter, adult-social-care.service-changed.v1", "police-adapter, hub.observations",
			"correlation, hub.observations", "console, hub.observations", "notification, hub.observations",
			"rehearsal, hub.observations", "operator, hub.observations", "intake, hub.alerts.v1",
			"console, hub.alerts.v1", "notification, hub.alerts.v1", "police-adapter, hub.areas.v1",
			"console, hub.notifications.v1", "correlation, police.incident-logged.v1",
			"intake, police.incident-logged.v1", "housing-adapter, hub.sealed-referrers.v1",
			"registry, hub.observations" })
	void aPrincipalWritesNoTopicOfAnother(String principal, String topic) {
		assertThatThrownBy(() -> write(this.hub.principal(principal), topic)).isInstanceOf(ExecutionException.class)
			.hasCauseInstanceOf(AuthorizationException.class);
	}

	@ParameterizedTest
	@CsvSource({ "police-adapter, police.incident-logged.v1", "police-adapter, hub.observations",
			"gp-adapter, hub.alerts.v1", "housing-adapter, hub.sealed-referrers.v1",
			"notification, police.intelligence-reported.v1", "correlation, police.intelligence-reported.v1",
			"console, hub.sealed-referrers.v1", "registry, hub.pictures.v1" })
	void aPrincipalReadsNothingThatItDoesNotNeed(String principal, String topic) {
		TopicReader reader = this.hub.topics(principal);

		assertThatThrownBy(() -> reader.readBytes(topic)).isInstanceOf(AuthorizationException.class);
	}

	@Test
	void noServiceCreatesTopicsOfItsOwn() {
		Map<String, Object> settings = new HashMap<>(this.hub.principal("police-adapter"));
		settings.put("bootstrap.servers", this.hub.broker());
		try (Admin admin = Admin.create(settings)) {
			assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("police.mine", 1, (short) 1))).all().get())
				.hasCauseInstanceOf(AuthorizationException.class);
		}
	}

	@Test
	void aWrongPasswordIsRefused() {
		assertThatThrownBy(() -> write(ComposeSecrets.login("intake", "guessed"), Contracts.topicOf(Observation.class)))
			.hasCauseInstanceOf(SaslAuthenticationException.class);
	}

	@Test
	void whoSaysNoNameIsNotServed() {
		assertThatThrownBy(() -> write(Map.of(), Contracts.topicOf(Observation.class)))
			.isInstanceOf(ExecutionException.class);
	}

	private void write(Map<String, Object> principal, String topic) throws ExecutionException, InterruptedException {
		Map<String, Object> settings = new HashMap<>(principal);
		settings.put("bootstrap.servers", this.hub.broker());
		settings.put("max.block.ms", PATIENCE.toMillis());
		settings.put("delivery.timeout.ms", (int) PATIENCE.toMillis());
		settings.put("request.timeout.ms", (int) PATIENCE.toMillis() / 2);
		settings.put("linger.ms", 0);
		// So that the topic is what is refused, not the wish to write at all.
		settings.put("enable.idempotence", false);
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(settings, new StringSerializer(),
				new ByteArraySerializer())) {
			producer.send(new ProducerRecord<>(topic, "nobody", new byte[] { 1 })).get();
		}
	}

}
