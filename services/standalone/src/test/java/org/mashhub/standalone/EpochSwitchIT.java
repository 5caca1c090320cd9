package org.mashhub.standalone;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.mashhub.correlation.CorrelationService;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.messaging.Contracts;
import org.mashhub.rehearsal.Mailbox;
import org.mashhub.standalone.audit.EpochComparison;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.scenario.Scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

/**
 * An epoch that sees some things otherwise takes over while stories are being told:
 * nobody is told again, what the former one alone had raised stays until an officer ends
 * it, what people have done holds, and what happens next is told once.
 */
class EpochSwitchIT {

	/**
	 * More time for amber alerts, no alerts about moves, and one more type of incident
	 * that counts.
	 */
	private static final Map<String, String> OTHERWISE = Map.of("hub.correlation.amber-working-days", "2",
			"hub.correlation.thresholds.a11-window-months", "0", "hub.correlation.thresholds.risk-types",
			"DOMESTIC_ABUSE,VIOLENCE,SEXUAL_OFFENCE,DRUGS,WEAPONS,CHILD_CONCERN,CONCERN_FOR_SAFETY");

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Instant BIRTH = Instant.parse("2025-09-12T15:00:00Z");

	/** When the first of the police's logs comes that these tests send themselves. */
	private static final Instant LOGGED = Instant.parse("2025-10-01T09:00:00Z");

	private static final String VISIT = """
			{ "record": { "id": "HV-EPOCH-1", "system": "SystmOne", "occurredAt": "2025-09-12T13:00:00+01:00",
			              "recordedAt": "2025-09-12T15:05:00+01:00" },
			  "baby": { "id": "HV-E1", "forenames": "Linnet", "surname": "Garrow", "dateOfBirth": "2025-09-01", "sex": "FEMALE",
			            "address": { "lines": ["9 Kiln Yard", "Tarnley"], "postcode": "ZZ99 4QS", "uprn": "999900017009" } },
			  "mother": { "id": "HV-E2", "relationToChild": "MOTHER", "forenames": "Petra", "surname": "Garrow",
			              "dateOfBirth": "2001-06-02", "sex": "FEMALE", "livesHere": true },
			  "visit": { "childSeen": "SEEN_AWAKE", "gestationWeeks": 39, "feeding": "BREAST", "concern": false,
			             "summary": "New birth visit." } }
			""";

	/** One of its own: what another epoch gives out is not for other tests. */
	private final RunningHub hub = RunningHub.start();

	private final TopicReader topics = new TopicReader(this.hub.hub().ports());

	private final Set<String> seen = new HashSet<>();

	@AfterEach
	void stop() {
		this.hub.close();
	}

	@Test
	void tellsNobodyAgainLosesNothingAndGoesOn(@TempDir Path state) {
		CompletableFuture<ToldStory> told = CompletableFuture.supplyAsync(() -> ToldStory.tell(this.hub, "first-light"),
				Thread::startVirtualThread);
		Half half = Half.begin(this.hub, "first-light", "16-move-to-canal-terrace.json");
		String whole = told.join().area();
		decide(whole);
		String amber = family("DRUGS");
		String quiet = family("CONCERN_FOR_SAFETY");
		settle(whole, half.area(), amber, quiet);
		assertThat(open(quiet)).isEmpty();
		assertThat(newMails(whole, half.area(), amber, quiet)).isNotEmpty();
		String epoch;

		try (NextEpoch next = NextEpoch.start(this.hub, state, OTHERWISE)) {
			epoch = next.epoch();
			EpochComparison.Report report = next.level();
			assertThat(differences(report, open(whole))).anySatisfy((difference) -> {
				assertThat(difference.what()).isEqualTo("A11");
				assertThat(difference.stands()).startsWith("AMBER by");
				assertThat(difference.shadow()).isEqualTo("not open");
			});
			assertThat(report.alerts().differences()).anySatisfy((difference) -> {
				assertThat(difference.stands()).isEqualTo("not open");
				assertThat(difference.shadow()).startsWith("AMBER by");
			});
		}
		// What the shadow has not seen, it catches up with when it stands.
		half.tell("18-incident-domestic-abuse.json");
		settle(half.area());
		assertThat(newMails(half.area())).isNotEmpty();
		assertThat(NextEpoch.compare(this.hub, epoch).ahead()).isZero();
		assertThat(NextEpoch.compare(this.hub, epoch).behind()).isPositive();
		List<String> before = shown(whole, half.area(), amber, quiet);
		this.hub.hub().restart(CorrelationService.class, merged(OTHERWISE, Map.of("MASH_EPOCH", NextEpoch.NAME)));
		Stream.of(whole, half.area(), amber, quiet).forEach(this::tick);
		settle(whole, half.area(), amber, quiet);

		assertThat(newMails(whole, half.area(), amber, quiet)).as("told by the switch").isEmpty();
		assertThat(shown(whole, half.area(), amber, quiet)).isEqualTo(before);
		assertAll(() -> goesOn(half, epoch), () -> whatPeopleHaveDoneHolds(whole, epoch),
				() -> aDeadlineThatWasSetOtherwiseIsNoNews(amber, epoch),
				() -> whatItAloneSeesIsToldWhenSomethingNewHappens(quiet, epoch),
				() -> whatTheFormerAloneHadStaysUntilAnOfficerEndsIt(whole, half.area(), epoch),
				() -> ToldOnce.check(this.topics, this.hub.client(), amber, this.hub.hub().home()),
				() -> neitherEpochIsItsOwnShadow(state));
	}

	private void decide(String area) {
		JsonNode item = Storyteller.notices(this.hub.client(), area)
			.stream()
			.filter((notice) -> notice.path("kind").asString().equals("ALERT")
					&& notice.path("recipientRole").asString().equals("LEAD_PROFESSIONAL")
					&& notice.path("acknowledgedAt").isNull())
			.findFirst()
			.orElseThrow();
		assertThat(post(this.hub.client()
			.addresses()
			.notification()
			.resolve("/api/notices/" + item.path("id").asString() + "/acknowledgement"), "")).isEqualTo(200);
		decide(area, "A08", "PASSED_TO_WORKER");
		decide(area, "A11", "TAKEN");
		Awaitility.await("all is decided").atMost(PATIENCE).untilAsserted(() -> {
			assertThat(open(area)).extracting((alert) -> alert.path("rule").asString())
				.containsExactlyInAnyOrder("A01", "A11");
			assertThat(alert(area, "A01").path("acknowledgedBy").toString()).contains("LEAD_PROFESSIONAL");
			assertThat(alert(area, "A11").path("takenBy").asString("")).isNotEmpty();
		});
	}

	/** As under the epoch before, but for the alerts about moves. */
	private void goesOn(Half half, String epoch) {
		List<String> told = new ArrayList<>();
		for (String step : half.rest()) {
			half.tell(step);
			settle(half.area());
			List<String> mails = newMails(half.area());
			told.add(step + ": desk " + mails.stream().filter((mail) -> mail.startsWith("duty-desk")).count()
					+ ", lead " + mails.stream().filter((mail) -> mail.startsWith("imani.clarke")).count());
		}

		assertThat(told).containsExactly("19-custody-charged.json: desk 2, lead 2",
				"20-custody-sentenced.json: desk 2, lead 2", "21-move-to-bellfield-court.json: desk 1, lead 1",
				"22-home-visit-not-seen.json: desk 0, lead 0", "23-closure-proposed.json: desk 0, lead 1",
				"24-closure-partly-answered.json: desk 1, lead 1", "2026-02-27T17:30:00Z: desk 0, lead 0",
				"25-case-closed.json: desk 1, lead 1", "2026-03-03T17:30:00Z: desk 1, lead 1");
		assertThat(epochOf(alert(half.area(), "A01"))).isEqualTo(epoch);
		assertThat(epochOf(alert(half.area(), "A08"))).isEqualTo(epoch);
	}

	private void whatPeopleHaveDoneHolds(String area, String epoch) {
		send(area, incident("LOG-EPOCH-LATE", 1, "DRUGS", "2025-10-01T20:40:00Z", "N-71844", "Craig Anthony", "Doyle",
				"1993-11-23", "Flat 2, 14 Quarry Street"));
		settle(area);

		JsonNode alert = alert(area, "A01");
		assertThat(epochOf(alert)).isEqualTo(epoch);
		assertThat(alert.path("acknowledgedBy").toString()).contains("LEAD_PROFESSIONAL");
		assertThat(newMails(area)).isEmpty();
		assertThat(open(area)).extracting((one) -> one.path("rule").asString()).containsExactlyInAnyOrder("A01", "A11");
	}

	private void aDeadlineThatWasSetOtherwiseIsNoNews(String area, String epoch) {
		Instant due = Instant.parse(alert(area, "A01").path("dueAt").asString());

		send(area, ofTheMan("LOG-EPOCH-1", 2, "DRUGS", "2025-09-28T20:40:00Z"));
		settle(area);

		JsonNode alert = alert(area, "A01");
		assertThat(epochOf(alert)).isEqualTo(epoch);
		assertThat(Instant.parse(alert.path("dueAt").asString())).isAfter(due);
		assertThat(newMails(area)).isEmpty();
	}

	private void whatItAloneSeesIsToldWhenSomethingNewHappens(String area, String epoch) {
		assertThat(open(area)).isEmpty();

		this.hub.moveClock(area, LOGGED.plus(Duration.ofHours(2)));
		send(area, ofTheMan("LOG-EPOCH-2", 1, "CONCERN_FOR_SAFETY", "2025-10-01T10:40:00Z"));
		settle(area);

		assertThat(epochOf(alert(area, "A01"))).isEqualTo(epoch);
		assertThat(newMails(area)).singleElement().asString().contains("duty-desk");
	}

	private void whatTheFormerAloneHadStaysUntilAnOfficerEndsIt(String whole, String half, String epoch) {
		assertThat(epochOf(alert(whole, "A11"))).isNotEqualTo(epoch);
		assertThat(alert(whole, "A11").path("takenBy").asString("")).isNotEmpty();
		assertThat(epochOf(alert(half, "A11"))).isNotEqualTo(epoch);

		decide(whole, "A11", "PASSED_TO_WORKER");
		decide(half, "A11", "WRONG_HOUSEHOLD");
		Awaitility.await("both are ended")
			.atMost(PATIENCE)
			.untilAsserted(() -> assertThat(Stream.of(whole, half).flatMap((area) -> open(area).stream()))
				.extracting((alert) -> alert.path("rule").asString())
				.doesNotContain("A11"));
		settle(whole, half);

		assertThat(newMails(whole)).isEmpty();
		assertThat(newMails(half)).hasSize(2).allSatisfy((mail) -> assertThat(mail).contains("no longer stands"));
	}

	/** The one stands; the other has stood, and was never in the shadow. */
	private void neitherEpochIsItsOwnShadow(Path state) {
		assertThatThrownBy(() -> NextEpoch.start(this.hub, state.resolve("again"), OTHERWISE)).rootCause()
			.hasMessageContaining("stands in this hub");
		assertThatThrownBy(() -> NextEpoch.start(this.hub, "first", state.resolve("first"), Map.of())).rootCause()
			.hasMessageContaining("in this hub");
	}

	/** A baby, and a man of her address of whom the police hold one log. */
	private String family(String type) {
		String area = this.hub.openArea("epochs", BIRTH);
		this.hub.send(area, "health-visiting", "/health-visiting/birth-visits", VISIT);
		this.hub.moveClock(area, LOGGED);
		send(area, ofTheMan("LOG-EPOCH-1", 1, type, "2025-09-29T20:40:00Z"));
		return area;
	}

	private static String ofTheMan(String id, int version, String type, String occurredAt) {
		return incident(id, version, type, occurredAt, "N-EPOCH-1", "Morris", "Tandy", "1994-01-17", "9 Kiln Yard");
	}

	private static String incident(String id, int version, String type, String occurredAt, String nominal,
			String forenames, String surname, String born, String home) {
		return """
				{ "record": { "id": "%s", "version": %d, "system": "NICHE", "occurredAt": "%s", "recordedAt": "%s" },
				  "occurrence": { "number": "OCC-%s", "type": "%s", "childrenPresent": false, "result": "NO_FURTHER_ACTION",
				                  "summary": "Logged for a test." },
				  "location": { "lines": ["High Street", "Tarnley"], "postcode": "ZZ99 1HS" },
				  "persons": [ { "nominal": "%s", "role": "SUSPECT", "surname": "%s", "forenames": "%s", "dateOfBirth": "%s",
				                 "sex": "MALE", "address": { "lines": ["%s", "Tarnley"], "postcode": "ZZ99 4QS" } } ] }
				"""
			.formatted(id, version, occurredAt, Instant.parse(occurredAt).plusSeconds(3600), id, type, nominal, surname,
					forenames, born, home);
	}

	private void send(String area, String incident) {
		this.hub.send(area, "police", "/police/incidents", incident);
	}

	private void tick(String area) {
		Instant now = this.topics.values(ObservationApplied.class)
			.map(ObservationApplied::getProvenance)
			.filter((provenance) -> provenance.getArea().equals(area))
			.map(Provenance::getClock)
			.max(Instant::compareTo)
			.orElseThrow();
		this.hub.moveClock(area, now.plusSeconds(60));
	}

	private static List<EpochComparison.Difference> differences(EpochComparison.Report report, List<JsonNode> alerts) {
		Set<String> ids = new HashSet<>(alerts.stream().map((alert) -> alert.path("alertId").asString()).toList());
		return report.alerts()
			.differences()
			.stream()
			.filter((difference) -> ids.contains(difference.id().toString()))
			.toList();
	}

	private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
		Map<String, String> all = new HashMap<>(one);
		all.putAll(other);
		return all;
	}

	private void decide(String area, String rule, String outcome) {
		String alert = alert(area, rule).path("alertId").asString();
		assertThat(post(this.hub.client().addresses().console().resolve("/api/alerts/" + alert + "/decisions"),
				HubClient.toJson(Map.of("outcome", outcome, "reason", "Told to a test."))))
			.isEqualTo(202);
	}

	private int post(URI to, String body) {
		return this.hub.client().post(HubClient.OPERATOR, to, body, Map.of()).status();
	}

	private List<JsonNode> open(String area) {
		return this.hub.alerts(area).valueStream().toList();
	}

	private JsonNode alert(String area, String rule) {
		return Awaitility.await(rule + " is shown")
			.atMost(PATIENCE)
			.until(() -> open(area).stream().filter((alert) -> alert.path("rule").asString().equals(rule)).toList(),
					(alerts) -> alerts.size() == 1)
			.getFirst();
	}

	private static String epochOf(JsonNode alert) {
		return alert.path("provenance").path("epoch").asString();
	}

	/** Open alerts as the console shows them. */
	private List<String> shown(String... areas) {
		return Stream.of(areas)
			.flatMap((area) -> open(area).stream())
			.map((alert) -> alert.path("rule").asString() + " " + alert.path("alertId").asString())
			.sorted()
			.toList();
	}

	/** Mails of areas that were not there when this was asked last. */
	private List<String> newMails(String... areas) {
		Set<String> sent = new HashSet<>();
		Stream.of(areas).forEach((area) -> sent.addAll(Storyteller.sentMessages(this.hub.client(), area)));
		return this.hub.mail()
			.stream()
			.filter((mail) -> sent.contains(mail.id()) && this.seen.add(mail.id()))
			.map((mail) -> String.join(",", mail.to()) + ": " + mail.subject())
			.sorted()
			.toList();
	}

	/** Waits until whoever is to be told of what was given out by now has been told. */
	private void settle(String... areas) {
		Map<TopicPartition, Long> given = new HashMap<>();
		this.topics.read(Alert.class)
			.forEach((read) -> given.merge(new TopicPartition(Contracts.topicOf(Alert.class), read.partition()),
					read.offset() + 1, Math::max));
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + this.hub.hub().ports().broker()))) {
			Awaitility.await("all is considered").atMost(PATIENCE).until(() -> {
				Map<TopicPartition, OffsetAndMetadata> taken = admin.listConsumerGroupOffsets("notification")
					.partitionsToOffsetAndMetadata()
					.get();
				return given.entrySet()
					.stream()
					.allMatch((end) -> taken.containsKey(end.getKey())
							&& taken.get(end.getKey()).offset() >= end.getValue());
			});
		}
		for (String area : areas) {
			Awaitility.await("all is told")
				.atMost(PATIENCE)
				.until(() -> Storyteller.notices(this.hub.client(), area)
					.stream()
					.filter((notice) -> notice.path("kind").asString().equals("ALERT"))
					.flatMap((notice) -> notice.path("deliveries").valueStream())
					.noneMatch((delivery) -> delivery.path("state").asString().equals("WAITING")));
		}
	}

	/** A story that is told to some step, and on from there. */
	private record Half(Scenario scenario, Storyteller story, List<String> done) {

		static Half begin(RunningHub hub, String name, String until) {
			Scenario scenario = Scenario.read(RunningHub.scenarios().resolve(name));
			Storyteller story = new Storyteller(hub.client(), hub.openArea(name, scenario.steps().getFirst().at()));
			story.declare(scenario);
			Half half = new Half(scenario, story, new ArrayList<>());
			half.tell(until);
			return half;
		}

		String area() {
			return this.story.area();
		}

		/** Tells on to some step. */
		void tell(String until) {
			for (Scenario.Step step : this.scenario.steps()) {
				String name = Storyteller.nameOf(step);
				if (!this.done.contains(name)) {
					this.story.takeSlowly(step);
					this.done.add(name);
					if (name.equals(until)) {
						return;
					}
				}
			}
			throw new IllegalArgumentException("the story has no step " + until + " to come");
		}

		List<String> rest() {
			return this.scenario.steps()
				.stream()
				.map(Storyteller::nameOf)
				.filter((name) -> !this.done.contains(name))
				.toList();
		}

	}

}
