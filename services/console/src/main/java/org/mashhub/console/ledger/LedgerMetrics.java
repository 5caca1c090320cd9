package org.mashhub.console.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The books as metrics, by agency: what several consoles show is the same, since all of
 * them read it from the ledger. A rebuild sets the counters back, as a restart would.
 */
@Component
class LedgerMetrics {

	/** Records by agency and stage: accepted, logged, applied, quarantined. */
	static final String RECORDS = "hub.feed.records";

	/** Receipts that are not settled. */
	static final String UNSETTLED = "hub.feed.unsettled";

	/** Seconds that the oldest of them has waited. */
	static final String OLDEST = "hub.feed.oldest.unsettled";

	/** Declared feeds that are silent. */
	static final String SILENT = "hub.feed.silent";

	/** Seconds since the ledger was looked at: a silent feed is noticed no sooner. */
	static final String FIGURES_AGE = "hub.feed.figures.age";

	private static final Logger log = LoggerFactory.getLogger(LedgerMetrics.class);

	private static final Map<String, ToLongFunction<FeedView>> STAGES = Map.of("accepted", FeedView::accepted, "logged",
			FeedView::logged, "applied", FeedView::applied, "quarantined", FeedView::quarantined);

	private final Feeds feeds;

	private final InstantSource clock;

	private final MeterRegistry registry;

	private final Map<String, Map<String, Long>> totals = new ConcurrentHashMap<>();

	private volatile Feeds.Open open = new Feeds.Open(0, null);

	private volatile long silent;

	private volatile Instant lookedAt;

	LedgerMetrics(Feeds feeds, InstantSource clock, MeterRegistry registry) {
		this.feeds = feeds;
		this.clock = clock;
		this.registry = registry;
		this.lookedAt = clock.instant();
		Gauge.builder(UNSETTLED, this, (metrics) -> metrics.open.receipts()).register(registry);
		Gauge.builder(OLDEST, this, LedgerMetrics::oldestSeconds).baseUnit("seconds").register(registry);
		Gauge
			.builder(FIGURES_AGE, this,
					(metrics) -> Duration.between(metrics.lookedAt, metrics.clock.instant()).toSeconds())
			.baseUnit("seconds")
			.register(registry);
		Gauge.builder(SILENT, this, (metrics) -> metrics.silent).register(registry);
	}

	@Scheduled(fixedDelayString = "${hub.console.ledger-interval:10s}")
	void refresh() {
		try {
			List<FeedView> all = this.feeds.all();
			this.open = this.feeds.howMuchIsOpen();
			this.silent = all.stream().filter((feed) -> feed.state() == FeedState.SILENT).count();
			all.stream().collect(Collectors.groupingBy(FeedView::agency)).forEach(this::count);
			this.lookedAt = this.clock.instant();
		}
		catch (DataAccessException | TransactionException ex) {
			log.atWarn().addKeyValue("fault", ex.getClass().getSimpleName()).log("Cannot read the ledger yet");
		}
	}

	private void count(String agency, List<FeedView> itsFeeds) {
		Map<String, Long> sums = STAGES.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(stage) -> itsFeeds.stream().mapToLong(stage.getValue()).sum()));
		if (this.totals.put(agency, sums) == null) {
			STAGES.keySet()
				.forEach((stage) -> FunctionCounter
					.builder(RECORDS, this.totals, (all) -> all.getOrDefault(agency, Map.of()).getOrDefault(stage, 0L))
					.tags("agency", agency, "stage", stage)
					.register(this.registry));
		}
	}

	private double oldestSeconds() {
		Instant since = this.open.since();
		return (since != null) ? Math.max(0, Duration.between(since, this.clock.instant()).toSeconds()) : 0;
	}

}
