package org.mashhub.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.ObservationApplied;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.standalone.audit.AuditReport;
import org.mashhub.standalone.audit.TopicsAudit;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.rehearsal.Mailbox;
import org.mashhub.standalone.scenario.Scenario;
import org.mashhub.testinfrastructure.EmbeddedOnly;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The power fails in the middle of a story and while other agencies are sending, again
 * and again: what was accepted is there and took effect once, the books balance, and
 * everybody was told once.
 */
@EmbeddedOnly("it kills a process that has everything in it; deploy/faults.sh kills containers")
class UncleanKillIT {

	private static final Path FOLDER = RunningHub.scenarios().resolve("first-light");

	/** Fixed, so that a failure can be had again. */
	private static final long SEED = 20251214;

	private static final int KILLS = 3;

	private static final int LATEST_KILL_MILLISECONDS = 400;

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	private Path directory;

	private final List<UUID> accepted = new ArrayList<>();

	@Test
	void nothingIsLostNothingHappensTwice() {
		Scenario scenario = Scenario.read(FOLDER);
		Ports ports = FreePorts.find();
		Random random = new Random(SEED);
		Set<Integer> kills = new TreeSet<>();
		while (kills.size() < KILLS) {
			kills.add(3 + random.nextInt(scenario.steps().size() - 4));
		}

		try (HubProcess hub = HubProcess.start(this.directory, ports); HubClient client = hub.client()) {
			String area = openArea(client, scenario.name());
			declare(client, area, scenario);
			String elsewhere = openArea(client, "busy");
			BusyAgencies others = new BusyAgencies(client, elsewhere);
			for (int at = 0; at < scenario.steps().size(); at++) {
				Scenario.Step step = scenario.steps().get(at);
				if (kills.contains(at)) {
					CompletableFuture<Void> sending = others.sendUntilItDies();
					int delay = random.nextInt(LATEST_KILL_MILLISECONDS);
					CompletableFuture<Void> killed = CompletableFuture.runAsync(hub::kill,
							CompletableFuture.delayedExecutor(delay, TimeUnit.MILLISECONDS));
					attempt(client, area, step);
					killed.join();
					sending.join();
					hub.restart();
					others.completeWhatHasNoAnswer();
				}
				take(client, area, step);
			}
			Storyteller.awaitTold(client, area);
			this.accepted.addAll(others.receipts());
			theBooksBalance(ports, others.receipts().size());
			TopicReader topics = new TopicReader(ports);
			everythingAcceptedIsInTheLogOnce(topics);
			assertThat(everyVersionTookEffectOnce(topics, area)).hasSize(25);
			assertThat(everyVersionTookEffectOnce(topics, elsewhere)).isNotEmpty();
			everyHouseholdMovedOnce(topics, elsewhere, others.moves());
			alertsAreTheExpectedOnes(topics, area);
			ToldOnce.check(topics, client, area, hub.home());
			assertThat(new Mailbox(hub.home().mail()).read()).extracting(Mailbox.Mail::id)
				.containsExactlyInAnyOrderElementsOf(Storyteller.sentMessages(client, area));
			assertThat(topics.values(QuarantinedRecord.class)).isEmpty();
		}
	}

	private static String openArea(HubClient client, String scenario) {
		return client
			.post(HubClient.OPERATOR, client.addresses().edge().resolve("/scenario/areas"),
					HubClient.toJson(Map.of("scenario", scenario)), Map.of())
			.json()
			.path("area")
			.asString();
	}

	/** As in a replay: what the agencies of the scenario publish, on its clock. */
	private void declare(HubClient client, String area, Scenario scenario) {
		List<UUID> receipts = new ArrayList<>();
		keep(moveClock(client, area, scenario.steps().getFirst().at()), receipts);
		for (Scenario.Feeds feeds : scenario.feeds()) {
			for (JsonNode feed : client.declareFeeds(feeds.agency(), feeds.body(), area).path("feeds")) {
				receipts.add(UUID.fromString(feed.path("receiptId").asString()));
				this.accepted.add(receipts.getLast());
			}
		}
		receipts.forEach(client::awaitApplied);
	}

	/** Sends while the hub dies: an answer may come or not. */
	private void attempt(HubClient client, String area, Scenario.Step step) {
		try {
			send(client, area, step);
		}
		catch (CannotProceedException ex) {
			assertThat(ex).isNotNull();
		}
	}

	/** What a sender does that has no receipt: it sends again until it has one. */
	private void take(HubClient client, String area, Scenario.Step step) {
		List<UUID> receipts = Awaitility.await("taken")
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.ignoreException(CannotProceedException.class)
			.until(() -> send(client, area, step), (taken) -> taken.size() == ((step.delivery() != null) ? 2 : 1));
		receipts.forEach((receipt) -> Awaitility.await("applied")
			.atMost(PATIENCE)
			.pollDelay(Duration.ZERO)
			.ignoreException(CannotProceedException.class)
			.until(() -> client.awaitApplied(receipt) != null));
	}

	private List<UUID> send(HubClient client, String area, Scenario.Step step) {
		List<UUID> receipts = new ArrayList<>();
		Answer clock = moveClock(client, area, step.at());
		keep(clock, receipts);
		Scenario.Delivery delivery = step.delivery();
		if (delivery != null && clock.isGood()) {
			keep(client.post(delivery.agency(), client.addresses().edge().resolve(delivery.path()), delivery.body(),
					Map.of("Mash-Area", area)), receipts);
		}
		return receipts;
	}

	private static Answer moveClock(HubClient client, String area, Instant at) {
		return client.post(HubClient.OPERATOR, client.addresses().edge().resolve("/scenario/areas/" + area + "/clock"),
				HubClient.toJson(Map.of("at", at.toString())), Map.of());
	}

	private void keep(Answer answer, List<UUID> receipts) {
		if (answer.status() == 202) {
			receipts.addAll(answer.receipts());
			this.accepted.addAll(answer.receipts());
		}
	}

	/** What {@code ./mash audit} proves, feed by feed. */
	private static void theBooksBalance(Ports ports, int receipts) {
		AuditReport report = new TopicsAudit(ports).run(PATIENCE);

		assertThat(report.balanced()).as("%s", report).isTrue();
		assertThat(report.accepted()).isGreaterThan(receipts);
		assertThat(report.missingCount() + report.unexpectedCount() + report.parkedCount() + report.repeated())
			.isZero();
		assertThat(report.feeds()).extracting(AuditReport.Sums::agency)
			.contains("police", "hospital", "housing", "health-visiting");
		assertThat(report.feeds()).allSatisfy((feed) -> {
			assertThat(feed.logged()).isEqualTo(feed.accepted());
			assertThat(feed.applied() + feed.quarantined()).isEqualTo(feed.accepted());
		});
	}

	/** What was known of the tenancies before each kill was known after it. */
	private static void everyHouseholdMovedOnce(TopicReader topics, String area, int moves) {
		assertThat(topics.values(HouseholdMoved.class)
			.filter((move) -> move.getHeader().getAreaHint().filter(area::equals).isPresent())
			.map((move) -> version(move.getHeader()))
			.distinct()).hasSize(moves);
		assertThat(moves).isPositive();
	}

	private void everythingAcceptedIsInTheLogOnce(TopicReader topics) {
		Map<UUID, Integer> logged = new HashMap<>();
		topics.values(Observation.class).forEach((entry) -> logged.merge(entry.getReceiptId(), 1, Integer::sum));
		assertThat(this.accepted).doesNotHaveDuplicates()
			.allSatisfy((receipt) -> assertThat(logged.get(receipt)).as("receipt %s", receipt).isEqualTo(1));
		assertThat(logged.values()).as("no entry twice").containsOnly(1);
	}

	private static Map<String, List<AppliedOutcome>> everyVersionTookEffectOnce(TopicReader topics, String area) {
		Map<UUID, AppliedOutcome> outcomes = new HashMap<>();
		topics.values(ObservationApplied.class)
			.forEach((applied) -> assertThat(outcomes.put(applied.getProvenance().getReceiptId(), applied.getOutcome()))
				.as("outcome of %s before", applied.getProvenance().getReceiptId())
				.isNull());
		Map<String, List<AppliedOutcome>> byVersion = new LinkedHashMap<>();
		topics.values(Observation.class)
			.filter((entry) -> entry.getArea().equals(area) && entry.getKind() == ObservationKind.EVENT)
			.forEach((entry) -> byVersion
				.computeIfAbsent(version(entry.getHeader().orElseThrow()), (unknown) -> new ArrayList<>())
				.add(outcomes.get(entry.getReceiptId())));
		assertThat(byVersion).allSatisfy((version, each) -> assertThat(each).as(version)
			.containsOnlyOnce(AppliedOutcome.APPLIED)
			.isSubsetOf(AppliedOutcome.APPLIED, AppliedOutcome.SAME_AS_BEFORE));
		return byVersion;
	}

	private static String version(EventHeader header) {
		return header.getAgency() + "/" + header.getSourceSystem() + "/" + header.getSourceRecordId() + "/"
				+ header.getSourceVersion() + "/" + header.getRecordState();
	}

	private static void alertsAreTheExpectedOnes(TopicReader topics, String area) {
		Map<String, List<String>> expected = new HashMap<>();
		Expectation.read(FOLDER)
			.alerts()
			.forEach((alert) -> expected.computeIfAbsent(alert.rule(), (rule) -> new ArrayList<>())
				.add(alert.state() + " " + alert.colour()));
		Map<String, List<String>> found = new HashMap<>();
		topics.values(Alert.class)
			.filter((alert) -> alert.getProvenance().getArea().equals(area))
			.forEach((alert) -> found.computeIfAbsent(alert.getRule(), (rule) -> new ArrayList<>())
				.add(alert.getState() + " " + alert.getColour()));
		assertThat(found).isEqualTo(expected);
	}

}
