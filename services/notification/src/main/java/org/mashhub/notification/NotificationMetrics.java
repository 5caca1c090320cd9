package org.mashhub.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.notification.notice.Channel;

import org.springframework.stereotype.Component;

/**
 * The figures that this service keeps; their names are part of its interface. What rules
 * ask for is there from the start, at zero: a share of what is not there says nothing.
 */
@Component
public class NotificationMetrics {

	/** Notifications by channel and the state they reached. */
	public static final String ITEMS = "hub.notification.items";

	/** Time that one attempt to deliver took, by channel and result. */
	public static final String DELIVERY = "hub.notification.delivery";

	/**
	 * From the acceptance of the record that led to it to the delivery of an alert, as a
	 * histogram, by channel.
	 */
	public static final String TOLD = "hub.notification.told";

	/**
	 * Alerts that a record led to and that the hub has given up telling somebody, by
	 * channel.
	 */
	public static final String NOT_TOLD = "hub.notification.not.told";

	/** Seconds that the oldest telling of an alert is overdue, by channel. */
	public static final String OLDEST_WAITING = "hub.notification.oldest.waiting";

	private static final Duration[] TOLD_WITHIN = Stream
		.of(250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000)
		.map(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final MeterRegistry registry;

	private final Clock clock;

	private final Map<Channel, Timer> told = new EnumMap<>(Channel.class);

	private final Map<Channel, Counter> notTold = new EnumMap<>(Channel.class);

	private final Map<Channel, AtomicReference<@Nullable Instant>> waitingSince = new EnumMap<>(Channel.class);

	NotificationMetrics(MeterRegistry registry, Clock clock) {
		this.registry = registry;
		this.clock = clock;
		for (Channel channel : Channel.values()) {
			String name = lower(channel.name());
			this.told.put(channel,
					Timer.builder(TOLD).tag("channel", name).serviceLevelObjectives(TOLD_WITHIN).register(registry));
			this.notTold.put(channel, registry.counter(NOT_TOLD, "channel", name));
			registry.counter(ITEMS, "channel", name, "state", lower(NotificationState.FAILED.name()));
			AtomicReference<@Nullable Instant> since = new AtomicReference<>();
			this.waitingSince.put(channel, since);
			Gauge.builder(OLDEST_WAITING, since, (reference) -> secondsSince(reference.get()))
				.tag("channel", name)
				.baseUnit("seconds")
				.register(registry);
		}
	}

	/**
	 * Counts a notification that reached a state.
	 * @param channel EMAIL or WEBHOOK
	 * @param state name of the state
	 */
	public void reached(String channel, String state) {
		this.registry.counter(ITEMS, "channel", lower(channel), "state", lower(state)).increment();
	}

	/**
	 * Times an attempt to deliver.
	 * @param channel EMAIL or WEBHOOK
	 * @param result what came of it
	 * @param took how long it took
	 */
	public void attempted(String channel, String result, Duration took) {
		this.registry.timer(DELIVERY, "channel", lower(channel), "result", lower(result)).record(took);
	}

	/**
	 * Notes how long it took until somebody was told, by the clocks of adapter and
	 * notification.
	 * @param channel how
	 * @param took time from acceptance to delivery
	 */
	public void told(Channel channel, Duration took) {
		get(this.told, channel).record(took.isNegative() ? Duration.ZERO : took);
	}

	/**
	 * Counts an alert that somebody will not be told of on a channel.
	 * @param channel how it was tried
	 */
	public void notTold(Channel channel) {
		get(this.notTold, channel).increment();
	}

	/**
	 * Says since when the oldest alert waits to be told.
	 * @param channel how
	 * @param since when it should have left; null when nothing waits
	 */
	public void waiting(Channel channel, @Nullable Instant since) {
		get(this.waitingSince, channel).set(since);
	}

	/**
	 * Says that nobody can be told, whatever waits.
	 * @param channel how
	 * @param since since when; what is known to wait longer stays
	 */
	public void waitingAtLeast(Channel channel, Instant since) {
		get(this.waitingSince, channel)
			.updateAndGet((known) -> (known != null && known.isBefore(since)) ? known : since);
	}

	private double secondsSince(@Nullable Instant since) {
		return (since != null) ? Math.max(0, Duration.between(since, this.clock.instant()).toSeconds()) : 0;
	}

	private static <T> T get(Map<Channel, T> all, Channel channel) {
		return Objects.requireNonNull(all.get(channel));
	}

	private static String lower(String word) {
		return word.toLowerCase(Locale.ROOT);
	}

}
