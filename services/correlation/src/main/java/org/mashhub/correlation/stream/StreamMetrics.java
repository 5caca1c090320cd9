package org.mashhub.correlation.stream;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

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

	private final MeterRegistry registry;

	private final Map<String, AtomicLong> parkedByTask = new ConcurrentHashMap<>();

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	/**
	 * Creates metrics.
	 * @param registry where they are kept
	 */
	public StreamMetrics(MeterRegistry registry) {
		this.registry = registry;
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
