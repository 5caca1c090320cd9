package org.mashhub.console.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mashhub.console.ConsoleService;
import org.mashhub.console.TestDatabase;
import org.mashhub.console.ledger.FeedState;
import org.mashhub.console.ledger.FeedView;
import org.mashhub.console.ledger.Feeds;
import org.mashhub.console.ledger.OpenReceipt;
import org.mashhub.console.ledger.OpenReceipt.WaitsFor;
import org.mashhub.hub.v1.AppliedOutcome;
import org.mashhub.hub.v1.ObservationKind;
import org.mashhub.testinfrastructure.RealInfrastructure;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger of feeds in a real PostgreSQL, fed with records in whatever order. */
@SpringBootTest(classes = ConsoleService.class,
		properties = { "spring.config.name=console", "spring.kafka.listener.auto-startup=false",
				"spring.kafka.consumer.value-deserializer=org.mashhub.console.RawAvroDeserializer",
				"hub.console.client-secret=test-secret", "hub.console.outbox-interval=1h",
				"hub.console.ledger-interval=100ms" })
@Import(LedgerFeeding.class)
@RealInfrastructure
class LedgerIT {

	private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);

	@Autowired
	LedgerFeeding feeding;

	@Autowired
	Feeds feeds;

	@Autowired
	Rebuild rebuild;

	@Autowired
	MeterRegistry metrics;

	@Autowired
	JdbcClient jdbc;

	private String organisation = "";

	private String name = "";

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry registry) {
		TestDatabase.use(registry);
	}

	@BeforeEach
	void another() {
		this.organisation = "ORG" + System.nanoTime();
		this.name = "r" + System.nanoTime();
	}

	@Test
	void recordIsOpenWithItsAgeUntilItIsApplied() {
		ConsumerRecord<String, byte[]> accepted = accepted();
		ConsumerRecord<String, byte[]> entry = logged(1);

		this.feeding.read(accepted);
		assertThat(open()).extracting(OpenReceipt::waitsFor).containsExactly(WaitsFor.LOG);
		assertThat(open().getFirst().since()).isEqualTo(this.now);
		this.feeding.read(entry);
		assertThat(open()).extracting(OpenReceipt::waitsFor).containsExactly(WaitsFor.CORRELATION);
		assertThat(sums()).containsExactly(1L, 1L, 0L, 0L, 1L);
		this.feeding.read(this.feeding.applied(this.name, entry));

		assertThat(open()).isEmpty();
		assertThat(sums()).containsExactly(1L, 1L, 1L, 0L, 0L);
		assertThat(feed().lastReceived()).isEqualTo(this.now);
		assertThat(feed().lastOccurred()).isEqualTo(this.now.minus(Duration.ofHours(1)));
	}

	@Test
	void whatIsReadInTheWrongOrderSettlesAllTheSame() {
		ConsumerRecord<String, byte[]> accepted = accepted();
		ConsumerRecord<String, byte[]> entry = logged(1);
		ConsumerRecord<String, byte[]> applied = this.feeding.applied(this.name, entry);

		this.feeding.read(applied);
		this.feeding.read(entry);
		assertThat(open()).extracting(OpenReceipt::waitsFor).containsExactly(WaitsFor.RECORD);
		this.feeding.read(accepted);

		assertThat(open()).isEmpty();
		assertThat(sums()).containsExactly(1L, 1L, 1L, 0L, 0L);
	}

	@Test
	void recordOfTwoAreasIsSettledWhenBothEntriesAreApplied() {
		ConsumerRecord<String, byte[]> first = logged(2);
		ConsumerRecord<String, byte[]> second = this.feeding.logged(this.name, "south", 1, 2, this.now);
		this.feeding.read(accepted(), first, this.feeding.applied(this.name, first));
		assertThat(open()).hasSize(1);
		this.feeding.read(second);
		assertThat(sums()).containsExactly(1L, 2L, 1L, 0L, 1L);

		this.feeding.read(this.feeding.applied(this.name, second));

		assertThat(open()).isEmpty();
		assertThat(sums()).containsExactly(1L, 2L, 2L, 0L, 0L);
	}

	@Test
	void anotherEpochAppliesEverythingAgainAndChangesNothing() {
		ConsumerRecord<String, byte[]> first = logged(2);
		ConsumerRecord<String, byte[]> second = this.feeding.logged(this.name, "south", 1, 2, this.now);
		this.feeding.read(accepted(), first, second);

		this.feeding.read(this.feeding.applied(this.name, first));
		this.feeding.read(this.feeding.applied(this.name, first, AppliedOutcome.APPLIED, ObservationKind.EVENT, "e2"));
		assertThat(sums()).containsExactly(1L, 2L, 1L, 0L, 1L);
		this.feeding.read(this.feeding.applied(this.name, second));
		this.feeding.read(this.feeding.applied(this.name, second, AppliedOutcome.APPLIED, ObservationKind.EVENT, "e2"));

		assertThat(open()).isEmpty();
		assertThat(sums()).containsExactly(1L, 2L, 2L, 0L, 0L);
	}

	@Test
	void whatIntakeCannotReadIsSettledByItsPlace() {
		ConsumerRecord<String, byte[]> bad = this.feeding.unreadable(this.now);
		ConsumerRecord<String, byte[]> aside = this.feeding.quarantined("intake", bad);

		this.feeding.read(aside);
		this.feeding.read(bad);

		FeedView unknown = this.feeds.all()
			.stream()
			.filter((feed) -> feed.organisation().equals("unknown"))
			.findFirst()
			.orElseThrow();
		assertThat(unknown.agency()).isEqualTo("police");
		assertThat(List.of(unknown.accepted(), unknown.logged(), unknown.quarantined(), unknown.waiting()))
			.containsExactly(1L, 0L, 1L, 0L);
	}

	@Test
	void whatIntakeAndCorrelationSetAsideIsCountedOnce() {
		ConsumerRecord<String, byte[]> refused = accepted();
		this.feeding.read(refused, this.feeding.quarantined("intake", refused));
		this.name += "-poison";
		ConsumerRecord<String, byte[]> entry = logged(1);
		this.feeding.read(accepted(), entry, this.feeding.quarantined("correlation", entry),
				this.feeding.applied(this.name, entry, AppliedOutcome.QUARANTINED, ObservationKind.EVENT, "e1"));

		assertThat(open()).isEmpty();
		assertThat(sums()).containsExactly(2L, 1L, 0L, 2L, 0L);
	}

	@Test
	void whatBelongsToNoAreaStaysOpenAndIsTakenInLater() {
		ConsumerRecord<String, byte[]> accepted = accepted();
		long onItsWay = this.feeds.onItsWay().receipts();
		this.feeding.read(accepted);
		assertThat(this.feeds.onItsWay().receipts()).isEqualTo(onItsWay + 1);
		this.feeding.read(this.feeding.quarantined("routing", accepted));
		assertThat(open()).extracting(OpenReceipt::waitsFor).containsExactly(WaitsFor.AREA);
		assertThat(this.feeds.onItsWay().receipts()).as("waits for somebody, not for the hub").isEqualTo(onItsWay);

		ConsumerRecord<String, byte[]> entry = logged(1);
		this.feeding.read(entry, this.feeding.applied(this.name, entry));

		assertThat(open()).isEmpty();
		assertThat(sums()).containsExactly(1L, 1L, 1L, 0L, 0L);
	}

	@Test
	void ticksLeaveNothingBehind() {
		ConsumerRecord<String, byte[]> tick = logged(1);
		long before = openRows();

		this.feeding.read(tick);
		this.feeding.read(this.feeding.applied(this.name, tick, AppliedOutcome.APPLIED, ObservationKind.TICK, "e1"));

		assertThat(openRows()).isEqualTo(before);
	}

	@Test
	void rebuildInAnyOrderGivesTheSameBooks() {
		ConsumerRecord<String, byte[]> first = logged(2);
		ConsumerRecord<String, byte[]> second = this.feeding.logged(this.name, "south", 1, 2, this.now);
		this.feeding.read(accepted(), first, second, this.feeding.applied(this.name, first),
				this.feeding.applied(this.name, second),
				this.feeding.declared("police", this.organisation, 24, this.now));
		this.name += "-open";
		this.feeding.read(accepted());
		this.feeding.readAllAgainBackwards();
		List<FeedView> before = this.feeds.all();
		List<OpenReceipt> openBefore = this.feeds.open();

		this.rebuild.start();
		assertThat(this.feeds.all()).isEmpty();
		this.feeding.readAllAgainBackwards();

		assertThat(this.feeds.all()).isEqualTo(before);
		assertThat(this.feeds.open()).isEqualTo(openBefore);
	}

	@Test
	void declaredFeedIsSilentWhenNothingRealCameForSoLong() {
		Instant longAgo = this.now.minus(Duration.ofHours(30));
		this.feeding.read(this.feeding.declared("police", this.organisation, 24, longAgo.minusSeconds(60)));
		this.feeding.read(this.feeding.accepted(this.name, this.organisation, longAgo, null),
				this.feeding.accepted(this.name + "s", this.organisation, this.now, "scn-a"));
		assertThat(feed().state()).isEqualTo(FeedState.SILENT);
		assertThat(feed().silentSince()).isEqualTo(longAgo);
		assertThat(this.feeds.all().getFirst().state()).isEqualTo(FeedState.SILENT);

		this.feeding.read(this.feeding.accepted(this.name + "2", this.organisation, this.now, null));

		assertThat(feed().state()).isEqualTo(FeedState.ALIVE);
	}

	@Test
	void feedIsNotDeclaredThenIrregularThenEnded() {
		this.feeding.read(accepted());
		assertThat(feed().state()).isEqualTo(FeedState.NOT_DECLARED);
		this.feeding.read(this.feeding.declared("police", this.organisation, null, this.now));
		assertThat(feed().state()).isEqualTo(FeedState.IRREGULAR);

		this.feeding.read(this.feeding.ended(this.organisation, this.now));

		assertThat(feed().state()).isEqualTo(FeedState.ENDED);
	}

	@Test
	void whatIsDeclaredForAScenarioSaysNothingOfTheRealFeed() {
		this.feeding.read(accepted(),
				this.feeding.declaredFor("scn-a", this.organisation, this.now.minus(Duration.ofDays(9))));

		assertThat(feed().state()).isEqualTo(FeedState.NOT_DECLARED);
	}

	@Test
	void metricsSayWhatTheBooksSay() {
		this.feeding.read(accepted(),
				this.feeding.declared("police", this.organisation, 1, this.now.minus(Duration.ofDays(2))));

		Awaitility.await().untilAsserted(() -> {
			assertThat(this.metrics.get("hub.feed.unsettled").gauge().value()).isEqualTo((double) openRows());
			assertThat(this.metrics.get("hub.feed.oldest.unsettled").gauge().value()).isGreaterThanOrEqualTo(60);
			assertThat(this.metrics.get("hub.feed.records")
				.tags("agency", "police", "stage", "accepted")
				.functionCounter()
				.count()).isEqualTo((double) this.feeds.all().stream().mapToLong(FeedView::accepted).sum());
			assertThat(this.metrics.get("hub.feed.silent").gauge().value()).isEqualTo(
					(double) this.feeds.all().stream().filter((feed) -> feed.state() == FeedState.SILENT).count());
		});
	}

	/** Not a benchmark: prints what one load costs, and that nothing of it stays. */
	@Test
	void historicLoadLeavesNoRows() {
		long before = openRows();
		int count = 20_000;
		List<ConsumerRecord<String, byte[]>> accepted = IntStream.range(0, count)
			.mapToObj((at) -> this.feeding.accepted(this.name + at, this.organisation, this.now, null))
			.toList();
		List<ConsumerRecord<String, byte[]>> entries = IntStream.range(0, count)
			.mapToObj((at) -> this.feeding.logged(this.name + at, "north", 0, 1, this.now))
			.toList();
		List<ConsumerRecord<String, byte[]>> applied = IntStream.range(0, count)
			.mapToObj((at) -> this.feeding.applied(this.name + at, entries.get(at)))
			.toList();
		long began = System.nanoTime();

		for (List<ConsumerRecord<String, byte[]>> topic : List.of(accepted, entries, applied)) {
			for (int from = 0; from < count; from += 4000) {
				this.feeding.pollOnce(topic.subList(from, Math.min(count, from + 4000)));
			}
		}

		System.out.printf("Ledger: %d receipts a second, from accepted to settled%n",
				count * 1_000_000_000L / (System.nanoTime() - began));
		assertThat(openRows()).isEqualTo(before);
		assertThat(sums()).containsExactly((long) count, (long) count, (long) count, 0L, 0L);
	}

	private ConsumerRecord<String, byte[]> accepted() {
		return this.feeding.accepted(this.name, this.organisation, this.now, null);
	}

	private ConsumerRecord<String, byte[]> logged(int entries) {
		return this.feeding.logged(this.name, "north", 0, entries, this.now);
	}

	private FeedView feed() {
		return this.feeds.all()
			.stream()
			.filter((feed) -> feed.organisation().equals(this.organisation))
			.findFirst()
			.orElseThrow();
	}

	private List<Long> sums() {
		FeedView feed = feed();
		return List.of(feed.accepted(), feed.logged(), feed.applied(), feed.quarantined(), feed.waiting());
	}

	private List<OpenReceipt> open() {
		return this.feeds.open()
			.stream()
			.filter((each) -> each.receiptId().equals(LedgerFeeding.receipt(this.name)))
			.toList();
	}

	private long openRows() {
		return this.jdbc.sql("SELECT count(*) FROM open_receipt").query(Long.class).single();
	}

}
