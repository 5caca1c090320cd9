package org.mashhub.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.messaging.AvroSerializer;
import org.mashhub.messaging.Contracts;
import org.mashhub.standalone.client.Addresses;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.scenario.Scenario;
import org.mashhub.testinfrastructure.EmbeddedOnly;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Registry, broker and database are away for a while, one after the other, in the middle
 * of one story: senders are told to wait or the hub waits, and in the end the story is
 * whole.
 */
@EmbeddedOnly("what it stops is started again with its data; deploy/faults.sh does that to containers")
@ExtendWith(HubExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

	private static final Path FOLDER = RunningHub.scenarios().resolve("first-light");

	private static final List<Scenario.Step> STEPS = Scenario.read(FOLDER).steps();

	/** Steps up to here come while the registry is away. */
	private static final int WITHOUT_REGISTRY = 12;

	private static final int WITHOUT_BROKER = 15;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Ports ports = FreePorts.find();

	private final Addresses addresses = Addresses.of(this.ports);

	private final TopicReader topics = new TopicReader(this.ports);

	private @Nullable Hub running;

	private @Nullable HubClient client;

	private String area = "";

	private final List<ProducerRecord<String, byte[]>> published = new ArrayList<>();

	private final List<UUID> receipts = new ArrayList<>();

	@BeforeAll
	void startAfreshAndPrepareWhatAdaptersWouldPublish(RunningHub other, @TempDir Path directory) {
		Home home = new Home(directory);
		this.running = new Hub(home, this.ports, Progress.SILENT);
		hub().start();
		this.client = new HubClient(this.addresses, Secrets.of(home).clients());
		this.area = openArea(client());
		prepare(other);
	}

	@AfterAll
	void stop() {
		client().close();
		hub().close();
	}

	@Test
	@Order(1)
	void theRegistryIsAwayWhileAllCachesAreCold() throws Exception {
		hub().infrastructure().registry().close();

		Answer refused = post(STEPS.getFirst());
		publish();

		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.retryAfter()).isPresent();
		Awaitility.await("intake says that it waits")
			.atMost(PATIENCE)
			.until(() -> !client().isReady(URI.create("http://127.0.0.1:" + this.ports.correlation())));
		assertThat(outcomes().keySet()).doesNotContainAnyElementsOf(this.receipts);

		hub().infrastructure().registry().start();

		awaitApplied(this.receipts);
		assertThat(quarantined()).isEmpty();
	}

	@Test
	@Order(2)
	void theBrokerIsAway() {
		hub().infrastructure().broker().close();

		Answer refused = post(STEPS.get(WITHOUT_REGISTRY));
		// A time that is past: should the record come later, it changes nothing.
		Answer clock = client().post(HubClient.OPERATOR,
				this.addresses.edge().resolve("/scenario/areas/" + this.area + "/clock"),
				HubClient.toJson(Map.of("at", STEPS.getFirst().at().toString())), Map.of());

		assertThat(List.of(refused, clock)).allSatisfy((answer) -> {
			assertThat(answer.status()).isEqualTo(503);
			assertThat(answer.retryAfter()).isPresent();
		});

		hub().infrastructure().broker().start();

		List<UUID> receipts = STEPS.subList(WITHOUT_REGISTRY, WITHOUT_BROKER).stream().map(this::deliver).toList();
		awaitApplied(receipts);
		assertThat(quarantined()).isEmpty();
	}

	@Test
	@Order(3)
	void theDatabaseIsAway() {
		hub().infrastructure().database().close();

		List<UUID> receipts = STEPS.subList(WITHOUT_BROKER, STEPS.size())
			.stream()
			.filter((step) -> step.delivery() != null)
			.map(this::deliver)
			.toList();

		awaitApplied(receipts);
		Answer unavailable = client().get(this.addresses.console().resolve("/api/alerts"));
		assertThat(unavailable.status()).isEqualTo(503);
		assertThat(unavailable.retryAfter()).isPresent();

		hub().infrastructure().database().start();

		receipts.forEach((receipt) -> Awaitility.await("shown by the console")
			.atMost(PATIENCE)
			.ignoreException(CannotProceedException.class)
			.until(() -> client().awaitApplied(receipt).path("state").asString().equals("APPLIED")));
		assertThat(quarantined()).isEmpty();
	}

	@Test
	@Order(4)
	void inTheEndTheStoryIsWholeAndEverybodyWasToldOnce() {
		Storyteller.awaitTold(client(), this.area);
		moveClockPastTheLastDay();

		assertThat(openColours()).isEqualTo(expectedColours());
		Awaitility.await("practice told")
			.atMost(PATIENCE)
			.until(() -> Storyteller.notices(client(), this.area)
				.stream()
				.flatMap((notice) -> notice.path("deliveries").valueStream())
				.noneMatch((delivery) -> delivery.path("state").asString().equals("WAITING")));
		Awaitility.await()
			.atMost(PATIENCE)
			.untilAsserted(() -> ToldOnce.check(this.topics, client(), this.area, hub().home()));
		assertThat(quarantined()).isEmpty();
	}

	private void moveClockPastTheLastDay() {
		JsonNode moved = client().deliver(HubClient.OPERATOR, "/scenario/areas/" + this.area + "/clock",
				HubClient.toJson(Map.of("at", STEPS.getLast().at().plus(Duration.ofDays(1)).toString())), Map.of());
		client().awaitApplied(UUID.fromString(moved.path("receiptId").asString()));
	}

	private static Map<String, String> expectedColours() {
		Map<String, String> colours = new HashMap<>();
		Expectation.read(FOLDER).alerts().forEach((alert) -> colours.put(alert.rule(), alert.colour()));
		return colours;
	}

	private Map<String, String> openColours() {
		Map<UUID, Alert> latest = new HashMap<>();
		this.topics.values(Alert.class)
			.filter((alert) -> alert.getProvenance().getArea().equals(this.area))
			.forEach((alert) -> latest.put(alert.getAlertId(), alert));
		return latest.values()
			.stream()
			.filter((alert) -> alert.getState() != AlertState.CLOSED)
			.collect(Collectors.toMap(Alert::getRule, (alert) -> alert.getColour().name()));
	}

	private static String openArea(HubClient sender) {
		return sender
			.post(HubClient.OPERATOR, sender.addresses().edge().resolve("/scenario/areas"),
					HubClient.toJson(Map.of("scenario", "first-light")), Map.of())
			.json()
			.path("area")
			.asString();
	}

	/**
	 * What adapters that know their schemas already publish while the registry is away:
	 * taken from a hub where the same story was told, and written for this one while its
	 * registry is still there.
	 */
	private void prepare(RunningHub other) {
		Storyteller story = new Storyteller(other.client(), openArea(other.client()));
		STEPS.subList(0, WITHOUT_REGISTRY).forEach(story::take);
		TopicReader told = new TopicReader(other.hub().ports());
		try (AvroSerializer values = new AvroSerializer()) {
			values.configure(Map.of("schema.registry.url", hub().infrastructure().registry().url()), false);
			Contracts.all()
				.stream()
				.filter((contract) -> !contract.topic().startsWith("hub."))
				.flatMap((contract) -> told.read(contract.type()).stream())
				.filter((event) -> header(event.value()).getAreaHint().filter(story.area()::equals).isPresent())
				.forEach((event) -> {
					UUID receipt = UUID.randomUUID();
					String topic = Contracts.topicOf(event.value().getClass());
					Headers headers = new RecordHeaders();
					byte[] bytes = values.serialize(topic, headers, elsewhere(event.value(), receipt));
					this.published.add(new ProducerRecord<>(topic, null, event.key(), bytes, headers));
					this.receipts.add(receipt);
				});
		}
		assertThat(this.published).hasSize(WITHOUT_REGISTRY);
	}

	private void publish() throws ExecutionException, InterruptedException {
		try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
				Map.of("bootstrap.servers", hub().infrastructure().broker().bootstrapServers()), new StringSerializer(),
				new ByteArraySerializer())) {
			for (ProducerRecord<String, byte[]> record : this.published) {
				producer.send(record).get();
			}
		}
	}

	private static EventHeader header(SpecificRecord event) {
		return (EventHeader) event.get(event.getSchema().getField("header").pos());
	}

	/** The same event under another receipt in this hub's area. */
	private SpecificRecord elsewhere(SpecificRecord event, UUID receipt) {
		SpecificRecord copy = SpecificData.getForSchema(event.getSchema()).deepCopy(event.getSchema(), event);
		copy.put(event.getSchema().getField("header").pos(),
				EventHeader.newBuilder(header(event)).setReceiptId(receipt).setAreaHint(this.area).build());
		return copy;
	}

	private Answer post(Scenario.Step step) {
		Scenario.Delivery delivery = Objects.requireNonNull(step.delivery());
		return client().post(delivery.agency(), this.addresses.edge().resolve(delivery.path()), delivery.body(),
				Map.of("Mash-Area", this.area));
	}

	private UUID deliver(Scenario.Step step) {
		Scenario.Delivery delivery = Objects.requireNonNull(step.delivery());
		return UUID.fromString(
				client().deliver(delivery.agency(), delivery.path(), delivery.body(), Map.of("Mash-Area", this.area))
					.path("receiptId")
					.asString());
	}

	private void awaitApplied(List<UUID> receipts) {
		Awaitility.await("applied").atMost(PATIENCE).untilAsserted(() -> {
			Map<UUID, AppliedOutcome> outcomes = outcomes();
			assertThat(receipts).extracting(outcomes::get).containsOnly(AppliedOutcome.APPLIED);
		});
	}

	private Map<UUID, AppliedOutcome> outcomes() {
		Map<UUID, AppliedOutcome> outcomes = new LinkedHashMap<>();
		this.topics.values(ObservationApplied.class)
			.forEach((applied) -> outcomes.put(applied.getProvenance().getReceiptId(), applied.getOutcome()));
		return outcomes;
	}

	private Set<String> quarantined() {
		return this.topics.values(QuarantinedRecord.class)
			.map((record) -> record.getStage() + ": " + record.getReason())
			.collect(Collectors.toSet());
	}

	private Hub hub() {
		return Objects.requireNonNull(this.running);
	}

	private HubClient client() {
		return Objects.requireNonNull(this.client);
	}

}
