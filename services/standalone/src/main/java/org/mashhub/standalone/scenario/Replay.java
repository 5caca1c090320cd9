package org.mashhub.standalone.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.mashhub.standalone.CannotProceedException;
import org.mashhub.standalone.client.Answer;
import org.mashhub.standalone.client.HubClient;
import tools.jackson.databind.JsonNode;

/**
 * Sends a scenario to a hub as the agencies would, in a fresh fictional area on the
 * scenario's own clock, and tells a teller what comes of it.
 */
public final class Replay {

	/** How long at most people are waited for to be told of one step. */
	private static final Duration FOR_NOTIFICATIONS = Duration.ofSeconds(6);

	private static final Duration PAUSE = Duration.ofMillis(40);

	private final HubClient hub;

	private final Scenario scenario;

	/**
	 * Creates a replay.
	 * @param hub where to
	 * @param scenario what
	 */
	public Replay(HubClient hub, Scenario scenario) {
		this.hub = hub;
		this.scenario = scenario;
	}

	/**
	 * Sends all of it.
	 * @param teller told as it unfolds
	 * @return what came of it
	 */
	public Outcome run(Teller teller) {
		String area = createArea();
		teller.begins(this.scenario, area);
		this.scenario.steps().stream().findFirst().ifPresent((first) -> moveClock(area, first.at()));
		declareFeeds(area);
		long began = System.nanoTime();
		Duration firstAlert = null;
		List<Told> told = new ArrayList<>();
		Set<String> practices = new HashSet<>();
		int sent = 0;
		Tellings tellings = new Tellings(this.hub, area);
		for (Scenario.Step step : this.scenario.steps()) {
			// Deadlines pass before the step, so whom that concerns is told before it.
			List<JsonNode> overdue = tellings.await(moveClock(area, step.at()), FOR_NOTIFICATIONS);
			overdue.forEach(teller::alerted);
			Scenario.Delivery delivery = step.delivery();
			List<UUID> receipts = (delivery != null) ? deliver(area, delivery) : List.of();
			sent += receipts.size();
			List<UUID> alerts = receipts.stream().flatMap((receipt) -> applied(receipt).stream()).distinct().toList();
			if (firstAlert == null && !(overdue.isEmpty() && alerts.isEmpty())) {
				firstAlert = Duration.ofNanos(System.nanoTime() - began);
			}
			teller.happened(step);
			List<JsonNode> changed = tellings.await(alerts, FOR_NOTIFICATIONS);
			changed.forEach(teller::alerted);
			Stream.concat(overdue.stream(), changed.stream()).forEach((shown) -> told.add(new Told(step.at(), shown)));
			practicesTold(area, practices).forEach(teller::practiceTold);
		}
		long deadline = System.nanoTime() + FOR_NOTIFICATIONS.toNanos();
		while (practiceWaits(area) && System.nanoTime() < deadline) {
			HubClient.pause(PAUSE);
		}
		practicesTold(area, practices).forEach(teller::practiceTold);
		Outcome outcome = new Outcome(area, sent, told, Duration.ofNanos(System.nanoTime() - began),
				(firstAlert != null) ? firstAlert : Duration.ZERO, people(area));
		teller.ends(outcome);
		return outcome;
	}

	private String createArea() {
		Answer answer = this.hub.post(HubClient.OPERATOR, this.hub.addresses().edge().resolve("/scenario/areas"),
				HubClient.toJson(Map.of("scenario", this.scenario.name())), Map.of());
		if (!answer.isGood()) {
			throw new CannotProceedException("the hub opens no fictional area: " + answer.problem(),
					"Scenarios run on the standalone hub only.");
		}
		return answer.json().path("area").asString();
	}

	private List<UUID> moveClock(String area, Instant at) {
		return this.hub
			.deliverAll(HubClient.OPERATOR, "/scenario/areas/" + area + "/clock",
					HubClient.toJson(Map.of("at", at.toString())), Map.of())
			.stream()
			.flatMap((receipt) -> applied(receipt).stream())
			.toList();
	}

	/** The organisations declare side by side, and all of it counts before the story. */
	private void declareFeeds(String area) {
		SideBySide.each(this.scenario.feeds(), (feeds) -> {
			JsonNode declared = this.hub.declareFeeds(feeds.agency(), feeds.body(), area).path("feeds");
			declared.forEach((feed) -> applied(UUID.fromString(feed.path("receiptId").asString())));
			return declared.size();
		});
	}

	private List<UUID> deliver(String area, Scenario.Delivery delivery) {
		return this.hub.deliverAll(delivery.agency(), delivery.path(), delivery.body(), Map.of("Mash-Area", area));
	}

	/** Waits for the effect of one record; alerts that it has changed. */
	private List<UUID> applied(UUID receipt) {
		JsonNode applied = this.hub.awaitApplied(receipt);
		if (applied.path("state").asString("").equals("QUARANTINED")) {
			throw new CannotProceedException("the hub could not process a record of the scenario",
					"./mash quarantine shows why.");
		}
		List<UUID> alerts = new ArrayList<>();
		applied.path("alerts").forEach((alert) -> alerts.add(UUID.fromString(alert.asString())));
		return alerts;
	}

	private List<JsonNode> practicesTold(String area, Set<String> known) {
		List<JsonNode> told = new ArrayList<>();
		for (JsonNode notification : this.hub.read("/api/notifications?area=" + area)) {
			boolean sent = notification.path("state").asString("").equals("SENT");
			if (isAboutStatus(notification) && sent && known.add(notification.path("notificationId").asString())) {
				told.add(notification);
			}
		}
		return told;
	}

	private boolean practiceWaits(String area) {
		for (JsonNode notification : this.hub.read("/api/notifications?area=" + area)) {
			if (isAboutStatus(notification) && notification.path("state").asString("").equals("DECIDED")) {
				return true;
			}
		}
		return false;
	}

	private static boolean isAboutStatus(JsonNode notification) {
		return !notification.path("noticeId").asString("").isEmpty();
	}

	private int people(String area) {
		Answer answer = this.hub.get(this.hub.addresses().console().resolve("/api/areas/" + area + "/people"));
		return answer.isGood() ? answer.json().path("count").asInt(0) : 0;
	}

	/**
	 * An alert as it stood after a step.
	 *
	 * @param at area time of the step
	 * @param shown the alert with its notifications, as the console's API gives it
	 */
	public record Told(Instant at, JsonNode shown) {

		/**
		 * The alert itself.
		 * @return without its notifications
		 */
		public JsonNode alert() {
			return this.shown.has("alert") ? this.shown.path("alert") : this.shown;
		}

		/**
		 * Who was told.
		 * @return notifications
		 */
		public JsonNode notifications() {
			return this.shown.path("notifications");
		}

	}

	/**
	 * What came of a replay.
	 *
	 * @param area the fictional area
	 * @param sent records that the hub has taken
	 * @param told alerts in the order in which they were raised and revised
	 * @param took how long it took
	 * @param firstAlert how long until the first alert, zero when there was none
	 * @param people people found, 0 when the hub does not say
	 */
	public record Outcome(String area, int sent, List<Told> told, Duration took, Duration firstAlert, int people) {

		public Outcome {
			told = List.copyOf(told);
		}

	}

	/** Hears a story as it unfolds. */
	public interface Teller {

		/**
		 * The story begins.
		 * @param scenario the scenario
		 * @param area its area
		 */
		void begins(Scenario scenario, String area);

		/**
		 * A step has taken effect.
		 * @param step the step
		 */
		void happened(Scenario.Step step);

		/**
		 * An alert was raised, revised or closed by the step before, or has become
		 * overdue since.
		 * @param shown the alert with its notifications
		 */
		void alerted(JsonNode shown);

		/**
		 * A GP practice was told of a child's status.
		 * @param notification the notification
		 */
		default void practiceTold(JsonNode notification) {
			// most tellers tell of alerts alone
		}

		/**
		 * The story ends.
		 * @param outcome what came of it
		 */
		void ends(Outcome outcome);

	}

}
