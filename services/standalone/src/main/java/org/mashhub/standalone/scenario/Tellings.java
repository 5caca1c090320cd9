package org.mashhub.standalone.scenario;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.mashhub.standalone.client.HubClient;
import tools.jackson.databind.JsonNode;

/**
 * How far a hub has come with telling people of the alerts of one area: asked, not
 * guessed from the time that has passed.
 */
public final class Tellings {

	private static final int NOT_FOUND = 404;

	private static final Duration PAUSE = Duration.ofMillis(60);

	private final HubClient hub;

	private final String area;

	/**
	 * Creates it.
	 * @param hub the hub
	 * @param area the area
	 */
	public Tellings(HubClient hub, String area) {
		this.hub = hub;
		this.area = area;
	}

	/**
	 * Items of the area, as notification shows them.
	 * @return the newest first
	 */
	public List<JsonNode> notices() {
		List<JsonNode> notices = new ArrayList<>();
		this.hub.get(this.hub.addresses().notification().resolve("/api/notices?area=" + this.area))
			.json()
			.forEach(notices::add);
		return notices;
	}

	/**
	 * Waits until notification has considered alerts in the revisions in which the
	 * console shows them, whoever is to be told of them has been told, and the console
	 * shows that too.
	 * @param alerts their ids
	 * @param patience how long at most
	 * @return the alerts with their notifications, as the console's API then gives them
	 */
	public List<JsonNode> await(List<UUID> alerts, Duration patience) {
		long deadline = System.nanoTime() + patience.toNanos();
		awaitShown(alerts, deadline);
		List<JsonNode> shown = read(alerts);
		List<JsonNode> notices = shown.isEmpty() ? List.of() : notices();
		while (!areDecided(shown, notices) && System.nanoTime() < deadline) {
			HubClient.pause(PAUSE);
			notices = notices();
		}
		while (!areShown(shown, notices) && System.nanoTime() < deadline) {
			HubClient.pause(PAUSE);
			shown = read(alerts);
		}
		return shown;
	}

	/**
	 * Whether nothing more will come of the revisions in which alerts are shown.
	 * @param alerts alerts with their notifications, as the console's API gives them
	 * @return true when whoever is to be told has been told, and the console shows it
	 */
	public boolean areDone(Iterable<JsonNode> alerts) {
		List<JsonNode> notices = notices();
		return areDecided(alerts, notices) && areShown(alerts, notices);
	}

	private List<JsonNode> read(List<UUID> alerts) {
		return alerts.stream().map((alert) -> this.hub.read("/api/alerts/" + alert)).toList();
	}

	/**
	 * A receipt waits for its alerts, but not for ever: one may be shown without an alert
	 * that its record has raised.
	 */
	private void awaitShown(List<UUID> alerts, long deadline) {
		for (UUID alert : alerts) {
			URI address = this.hub.addresses().console().resolve("/api/alerts/" + alert);
			while (this.hub.get(address).status() == NOT_FOUND && System.nanoTime() < deadline) {
				HubClient.pause(PAUSE);
			}
		}
	}

	private static boolean areDecided(Iterable<JsonNode> alerts, List<JsonNode> notices) {
		for (JsonNode alert : alerts) {
			int revision = alert.path("revision").asInt();
			boolean considered = false;
			for (JsonNode notice : notices) {
				for (JsonNode subject : subjects(notice, alert)) {
					considered |= isSince(alert, subject) && subject.path("revision").asInt() >= revision;
					if (isWaiting(notice)) {
						return false;
					}
				}
			}
			if (!considered) {
				return false;
			}
		}
		return true;
	}

	private static boolean areShown(Iterable<JsonNode> alerts, List<JsonNode> notices) {
		for (JsonNode alert : alerts) {
			int revision = alert.path("revision").asInt();
			for (JsonNode notice : notices) {
				for (JsonNode subject : subjects(notice, alert)) {
					if (subject.path("toldRevision").asInt(0) >= revision
							&& !isShown(alert, notice.path("recipientRole").asString(), revision)) {
						return false;
					}
				}
			}
		}
		return true;
	}

	/** What an item holds of an alert: one entry or none. */
	private static List<JsonNode> subjects(JsonNode notice, JsonNode alert) {
		return notice.path("subjects")
			.valueStream()
			.filter((subject) -> subject.path("id").asString().equals(alert.path("alertId").asString()))
			.toList();
	}

	/** A revision of before may have a higher number, if another epoch gave it. */
	private static boolean isSince(JsonNode alert, JsonNode subject) {
		String clock = subject.path("clock").asString("");
		return clock.isEmpty() || !Instant.parse(clock)
			.isBefore(Instant.parse(alert.path("provenance").path("clock").asString(clock)));
	}

	private static boolean isWaiting(JsonNode notice) {
		return notice.path("deliveries")
			.valueStream()
			.anyMatch((delivery) -> delivery.path("state").asString().equals("WAITING"));
	}

	private static boolean isShown(JsonNode alert, String role, int revision) {
		return alert.path("notifications")
			.valueStream()
			.anyMatch((notification) -> notification.path("recipientRole").asString().equals(role)
					&& notification.path("revision").asInt() >= revision
					&& notification.path("state").asString().equals("SENT"));
	}

}
