package org.mashhub.standalone;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.hub.v1.Fact;
import org.mashhub.hub.v1.FactKind;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.AvroSerializer;
import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.audit.AuditReport;
import org.mashhub.standalone.audit.TopicsAudit;
import org.mashhub.standalone.scenario.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot be processed is set aside, shown, and holds nobody up. */
@ExtendWith(HubExtension.class)
class QuarantineIT {

	private static final String SECRET = "Somebody Secret of 1 Hidden Lane";

	private static final List<Scenario.Step> STEPS = Scenario.read(RunningHub.scenarios().resolve("first-light"))
		.steps();

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final RunningHub hub;

	private final TopicReader topics;

	QuarantineIT(RunningHub hub) {
		this.hub = hub;
		this.topics = new TopicReader(hub.hub().ports());
	}

	@Test
	void undecodableBytesOnAnAgencysTopicAreSetAsideAndTheNextRecordIsTaken() throws Exception {
		String topic = Contracts.topicOf(IncidentLogged.class);
		Storyteller story = story();

		RecordMetadata garbage = write(topic, 0, "police/undecodable", SECRET.getBytes(StandardCharsets.UTF_8),
				new RecordHeaders());
		JsonNode shown = awaitShown(topic, garbage.partition(), garbage.offset());
		STEPS.subList(0, 5).forEach(story::take);

		assertThat(shown.path("stage").asString()).isEqualTo("intake");
		assertThat(shown.path("reason").asString()).isNotBlank();
		assertThat(shown.toString()).doesNotContain("Secret").doesNotContain("Hidden");
		assertThat(this.topics.values(QuarantinedRecord.class)
			.filter((record) -> record.getTopic().equals(topic) && record.getOffset() == garbage.offset()
					&& record.getPartition() == garbage.partition()))
			.singleElement()
			.satisfies((record) -> assertThat(
					StandardCharsets.UTF_8.decode(record.getValue().orElseThrow().duplicate()).toString())
				.as("its bytes are kept")
				.isEqualTo(SECRET));
		assertThat(this.hub.alerts(story.area()).valueStream()).isNotEmpty();
	}

	@Test
	void anObservationThatNoRuleCanReadIsSetAsideAndTheAreaGoesOn() throws Exception {
		Storyteller story = story();
		STEPS.subList(0, 13).forEach(story::take);
		String area = story.area();
		int partition = this.topics.read(Observation.class)
			.stream()
			.filter((entry) -> entry.value().getArea().equals(area))
			.findFirst()
			.orElseThrow()
			.partition();

		Observation poison = poison(area);
		RecordMetadata written = write(Contracts.topicOf(Observation.class), partition,
				poison.getReceiptId().toString(), poison);
		JsonNode shown = awaitShown(written.topic(), partition, written.offset());
		STEPS.subList(13, 16).forEach(story::take);

		assertThat(shown.path("stage").asString()).isEqualTo("correlation");
		assertThat(shown.path("area").asString()).isEqualTo(area);
		assertThat(shown.path("receiptId").asString()).isEqualTo(poison.getReceiptId().toString());
		assertThat(shown.path("reason").asString()).contains("DateTimeParseException");
		assertThat(shown.toString()).doesNotContain("Hallam").doesNotContain("no date");
		assertThat(this.hub.client().awaitApplied(poison.getReceiptId()).path("state").asString())
			.isEqualTo("QUARANTINED");
		assertThat(this.hub.alerts(area).valueStream()).extracting((alert) -> alert.path("rule").asString())
			.as("the move after the poison is seen")
			.contains("A11");
	}

	@Test
	void theTopicsBalanceWithWhatIsSetAsideAndTheAuditListsIt() throws Exception {
		String topic = Contracts.topicOf(IncidentLogged.class);
		AuditReport before = new TopicsAudit(this.hub.hub().ports()).run(PATIENCE);

		RecordMetadata garbage = write(topic, 0, "police/undecodable-too", SECRET.getBytes(StandardCharsets.UTF_8),
				new RecordHeaders());
		AuditReport after = new TopicsAudit(this.hub.hub().ports()).run(PATIENCE);

		assertThat(after.missing()).isEmpty();
		assertThat(after.balanced()).isTrue();
		assertThat(after.accepted()).isEqualTo(before.accepted() + 1);
		assertThat(after.quarantinedCount()).isEqualTo(before.quarantinedCount() + 1);
		assertThat(after.quarantined()).anyMatch(
				(found) -> found.place().startsWith(topic + "/") && found.place().endsWith("" + garbage.offset()));
		assertThat(after.feeds()).filteredOn((feed) -> feed.organisation().equals("unknown"))
			.singleElement()
			.satisfies((feed) -> assertThat(feed.quarantined()).isEqualTo(feed.accepted()).isPositive());
		assertThat(after.toString()).doesNotContain("Secret").doesNotContain("Hidden");
	}

	private Storyteller story() {
		return new Storyteller(this.hub.client(),
				this.hub.openArea("first-light", Instant.parse("2025-09-12T08:00:00Z")));
	}

	/** A move of the child's, whose day is none. */
	private Observation poison(String area) {
		Observation birthVisit = this.topics.values(Observation.class)
			.filter((entry) -> entry.getArea().equals(area) && entry.getEventType().equals("BirthVisitRecorded"))
			.findFirst()
			.orElseThrow();
		EventHeader header = EventHeader.newBuilder(birthVisit.getHeader().orElseThrow())
			.setSourceRecordId("poison")
			.build();
		return Observation.newBuilder(birthVisit)
			.setReceiptId(UUID.randomUUID())
			.setHeader(header)
			.setEventType("HouseholdMoved")
			.setFacts(List.of(new Fact(FactKind.MOVED,
					birthVisit.getPeople().stream().map((person) -> person.getRecorded().getRef()).toList(),
					Map.of("on", "no date at all"))))
			.build();
	}

	private JsonNode awaitShown(String topic, int partition, long offset) {
		return Objects.requireNonNull(Awaitility.await("shown in quarantine")
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.hub.client()
				.read("/api/quarantine")
				.valueStream()
				.filter((shown) -> shown.path("topic").asString().equals(topic)
						&& shown.path("partition").asInt() == partition && shown.path("offset").asLong() == offset)
				.findFirst()
				.orElse(null), Objects::nonNull));
	}

	private RecordMetadata write(String topic, int partition, String key, Observation value)
			throws ExecutionException, InterruptedException {
		AvroSerializer values = new AvroSerializer();
		values.configure(Map.of("schema.registry.url", this.hub.hub().infrastructure().registry().url()), false);
		Headers headers = new RecordHeaders();
		return write(topic, partition, key, Objects.requireNonNull(values.serialize(topic, headers, value)), headers);
	}

	private RecordMetadata write(String topic, int partition, String key, byte[] value, Headers headers)
			throws ExecutionException, InterruptedException {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", this.hub.hub().infrastructure().broker().bootstrapServers()),
				new StringSerializer(), new ByteArraySerializer())) {
			return producer.send(new ProducerRecord<>(topic, partition, key, value, headers)).get();
		}
	}

}
