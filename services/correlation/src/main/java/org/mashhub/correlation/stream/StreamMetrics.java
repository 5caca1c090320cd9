package org.mashhub.correlation.stream;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.mashhub.correlation.area.Outcome;

/** Names of correlation's metrics. */
public final class StreamMetrics {

	/** Records taken in, by topic and result. */
	public static final String TAKEN_IN = "hub.intake.records";

	/** Records that belong to no known area yet. */
	public static final String PARKED = "hub.intake.parked";

	/** Records put into quarantine, by stage. */
	public static final String QUARANTINED = "hub.correlation.quarantined";

	/** Entries of the area log, by outcome. */
	public static final String ENTRIES = "hub.correlation.entries";

	/** Decisions about mentions, by outcome. */
	public static final String DECISIONS = "hub.correlation.decisions";

	/** Alerts raised, revised and closed, by rule and colour. */
	public static final String ALERTS = "hub.correlation.alerts";

	/**
	 * From the append of an agency's event to the area log until all that comes of it is
	 * worked out, as a histogram. Others see it once the transaction is committed, which
	 * is up to a commit interval later. Not counted: ticks, and what a new epoch tells
	 * again.
	 */
	public static final String DELAY = "hub.correlation.delay";

	private static final Duration[] DELAYS = Stream.of(50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000)
		.map(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final MeterRegistry registry;

	private final Timer delay;

	private final Map<String, AtomicLong> parkedByTask = new ConcurrentHashMap<>();

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	/**
	 * Creates metrics.
	 * @param registry where they are kept
	 */
	public StreamMetrics(MeterRegistry registry) {
		this.registry = registry;
		this.delay = Timer.builder(DELAY).serviceLevelObjectives(DELAYS).register(registry);
		registry.gauge(PARKED, this.parkedByTask, (tasks) -> tasks.values().stream().mapToLong(AtomicLong::get).sum());
	}

	void takenIn(String topic, String result) {
		count(TAKEN_IN, "topic", topic, "result", result);
	}

	void parked(String task, long count) {
		this.parkedByTask.computeIfAbsent(task, (unknown) -> new AtomicLong()).set(count);
	}

	void quarantined(String stage) {
		count(QUARANTINED, "stage", stage);
	}

	void entry(Outcome outcome) {
		count(ENTRIES, "outcome", outcome.name().toLowerCase(Locale.ROOT));
	}

	/** The wall's time since an event was logged: a figure, of which nothing depends. */
	void decidedAfter(long milliseconds) {
		this.delay.record(Math.max(0, milliseconds), TimeUnit.MILLISECONDS);
	}

	void decided(String outcome) {
		count(DECISIONS, "outcome", outcome);
	}

	void alert(String rule, String colour, String state) {
		count(ALERTS, "rule", rule, "colour", colour, "state", state);
	}

	private void count(String name, String... tags) {
		this.counters
			.computeIfAbsent(name + String.join("/", tags), (unknown) -> this.registry.counter(name, Tags.of(tags)))
			.increment();
	}

}
