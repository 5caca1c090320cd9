package org.mashhub.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.hub.v1.QuarantinedRecord;
import org.mashhub.standalone.Breakages.Breakage;
import org.mashhub.standalone.Breakages.Felt;
import org.mashhub.standalone.client.HubClient;
import org.mashhub.standalone.scenario.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever breaks in the middle of a story, the composed hub makes of it what it makes
 * undisturbed, and tells everybody once.
 */
@EnabledIfSystemProperty(named = "mash.compose.faults", matches = ".+",
		disabledReason = "only deploy/faults.sh, which starts three brokers, asks for it")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeFaultsE2ETest {

	private static final String STORY = "first-light";

	private static final Duration PATIENCE = Duration.ofMinutes(6);

	/** By then an alert is open, and the next record revises it. */
	private static final int MIDDLE = 10;

	private static final int LATER = 20;

	private static final Duration A_WHILE = Duration.ofSeconds(45);

	private final ComposedHub hub = new ComposedHub();

	private final HubClient client = this.hub.client().patient(PATIENCE);

	private final Path table = Path.of(System.getProperty("mash.compose.faults", "")).resolve("table.md");

	@AfterAll
	void close() {
		this.client.close();
		this.hub.close();
	}

	@Test
	@Order(1)
	void undisturbed() throws IOException {
		tell("nothing", List.of());
	}

	@Test
	@Order(2)
	void aBrokerStopsAndStartsAgain() throws IOException {
		tell("a broker stops for 45 s (each of the three)", List.of(new Breakage(5, "stop", "kafka", A_WHILE),
				new Breakage(MIDDLE, "stop", "kafka-2", A_WHILE), new Breakage(LATER, "stop", "kafka-3", A_WHILE)));
	}

	@Test
	@Order(3)
	void aBrokerIsCutOffFromTheNetwork() throws IOException {
		tell("a broker is cut off from the network for 45 s (each of the three)",
				List.of(new Breakage(5, "cut", "kafka-3", A_WHILE), new Breakage(MIDDLE, "cut", "kafka-2", A_WHILE),
						new Breakage(LATER, "cut", "kafka", A_WHILE)));
	}

	@Test
	@Order(4)
	void correlationIsKilledAndStartedAgainByTheEngine() throws IOException {
		tell("`kill -9` of correlation, started again by the engine (each of the two)",
				List.of(new Breakage(MIDDLE, "kill", "correlation", Duration.ZERO),
						new Breakage(LATER, "kill", "correlation-2", Duration.ZERO)));
	}

	@Test
	@Order(5)
	void correlationIsKilledAndStaysAway() throws IOException {
		tell("`kill -9` of correlation, away for 45 s (each of the two)",
				List.of(new Breakage(MIDDLE, "end", "correlation", A_WHILE),
						new Breakage(LATER, "end", "correlation-2", A_WHILE)));
	}

	@Test
	@Order(6)
	void theDatabaseIsAwayForTwoMinutes() throws IOException {
		tell("PostgreSQL is stopped for two minutes",
				List.of(new Breakage(MIDDLE, "stop", "postgres", Duration.ofMinutes(2))));
	}

	@Test
	@Order(7)
	void everyServiceRestartsOneAfterTheOther() throws IOException {
		List<String> services = Breakages.services();
		int steps = Scenario.read(RunningHub.scenarios().resolve(STORY)).steps().size();
		List<Breakage> restarts = new ArrayList<>();
		for (int i = 0; i < services.size(); i++) {
			restarts.add(new Breakage(i * steps / services.size(), "restart", services.get(i), null));
		}

		tell("all " + services.size() + " containers restart, one after the other", restarts);
	}

	@Test
	@Order(8)
	void aBackupIsRestoredElsewhereAndTheStoryGoesOn() {
		ToldStory told = ToldStory.tell(this.client, this.hub.topics(), this.hub::mail, STORY,
				new ToldStory.Interruption() {

					@Override
					public void before(int step) {
						if (step == MIDDLE) {
							String shown = everythingThatIsShown();
							Breakages.run("move");
							assertThat(everythingThatIsShown()).isEqualTo(shown);
						}
					}

				});

		compare(told);
	}

	/** All alerts and children of all stories, and who was told of them. */
	private String everythingThatIsShown() {
		JsonNode alerts = this.client.read("/api/alerts?state=all");
		Set<String> areas = new TreeSet<>();
		alerts.forEach((alert) -> areas.add(alert.path("area").asString()));
		assertThat(areas).isNotEmpty();
		StringBuilder shown = new StringBuilder(alerts.toString());
		areas.forEach((area) -> shown.append(this.client.read("/api/children?area=" + area))
			.append(Storyteller.notices(this.client, area)));
		return shown.toString();
	}

	private void tell(String fault, List<Breakage> breakages) throws IOException {
		long began = System.nanoTime();
		try (Breakages interruption = new Breakages(this.hub, breakages)) {
			ToldStory told = ToldStory.tell(this.client, this.hub.topics(), this.hub::mail, STORY, interruption);
			Duration took = Duration.ofNanos(System.nanoTime() - began);

			compare(told);
			write(fault, interruption.felt(), took);
		}
	}

	private void compare(ToldStory told) {
		Expectation expected = Expectation.read(told.folder());
		assertThat(told.found().alerts()).containsExactlyElementsOf(expected.alerts());
		assertThat(told.found().statuses()).containsExactlyElementsOf(expected.statuses());
		assertThat(told.found().mails()).containsExactlyElementsOf(expected.mails());
		assertThat(told.found().chronology()).containsExactlyElementsOf(expected.chronology());
		assertThat(sent(told.area())).as("nobody is told twice").doesNotHaveDuplicates();
		assertThat(this.hub.topics().values(QuarantinedRecord.class)).as("nothing is put aside").isEmpty();
	}

	/** Each message that somebody was sent about a revision. */
	private List<String> sent(String area) {
		return this.hub.topics()
			.values(NotificationRecorded.class)
			.filter((notification) -> notification.getArea().equals(area)
					&& notification.getState() == NotificationState.SENT)
			.map((notification) -> notification.getAlertId().or(notification::getNoticeId).orElseThrow() + " revision "
					+ notification.getRevision() + " to " + notification.getRecipientRole() + " by "
					+ notification.getChannel())
			.toList();
	}

	private void write(String fault, List<Felt> felt, Duration took) throws IOException {
		if (!Files.exists(this.table)) {
			Files.writeString(this.table,
					"""
							| Fault | First event applied again | Everybody told of it | What was broken is ready | The whole story |
							| --- | --- | --- | --- | --- |
							""");
		}
		Files.writeString(
				this.table, "| %s | %s | %s | %s | %s |%n".formatted(fault, seconds(felt, Felt::applied),
						seconds(felt, Felt::told), seconds(felt, Felt::whole), seconds(took)),
				StandardOpenOption.APPEND);
	}

	/** Each of a few, the longest of many. */
	private static String seconds(List<Felt> felt, Function<Felt, Duration> time) {
		if (felt.size() > 3) {
			Felt longest = felt.stream().max(Comparator.comparing(time)).orElseThrow();
			return "at most " + seconds(time.apply(longest)) + " (" + longest.breakage().service() + ")";
		}
		return String.join(", ", felt.stream().map((each) -> seconds(time.apply(each))).toList());
	}

	private static String seconds(Duration time) {
		return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
	}

}
