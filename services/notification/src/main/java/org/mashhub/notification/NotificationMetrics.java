package org.mashhub.notification;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

/** The figures that this service keeps; their names are part of its interface. */
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

	private static final Duration[] TOLD_WITHIN = Stream
		.of(250, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 900_000, 3_600_000)
		.map(Duration::ofMillis)
		.toArray(Duration[]::new);

	private final MeterRegistry registry;

	NotificationMetrics(MeterRegistry registry) {
		this.registry = registry;
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
	 * @param channel EMAIL or WEBHOOK
	 * @param took time from acceptance to delivery
	 */
	public void told(String channel, Duration took) {
		Timer.builder(TOLD)
			.tag("channel", lower(channel))
			.serviceLevelObjectives(TOLD_WITHIN)
			.register(this.registry)
			.record(took.isNegative() ? Duration.ZERO : took);
	}

	private static String lower(String word) {
		return word.toLowerCase(Locale.ROOT);
	}

}
