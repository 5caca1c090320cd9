package org.mashhub.standalone.scenario;

import java.util.ArrayList;
import java.util.List;

import org.mashhub.standalone.client.HubClient;
import tools.jackson.databind.JsonNode;

/**
 * How far a hub has come with telling people of the alerts of one area: asked, not
 * guessed from the time that has passed.
 */
public final class Tellings {

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
	 * Whether notification has considered alerts in the revisions in which the console
	 * shows them, whoever is to be told of them has been told, and the console shows that
	 * too.
	 * @param alerts alerts with their notifications, as the console's API gives them
	 * @return true when nothing more will come of these revisions
	 */
	public boolean areDone(Iterable<JsonNode> alerts) {
		List<JsonNode> notices = notices();
		for (JsonNode alert : alerts) {
			if (!isDone(alert, notices)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDone(JsonNode alert, List<JsonNode> notices) {
		int revision = alert.path("revision").asInt();
		boolean considered = false;
		for (JsonNode notice : notices) {
			for (JsonNode subject : notice.path("subjects")) {
				if (!subject.path("id").asString().equals(alert.path("alertId").asString())) {
					continue;
				}
				considered |= subject.path("revision").asInt() >= revision;
				if (isWaiting(notice) || (subject.path("toldRevision").asInt(0) >= revision
						&& !isShown(alert, notice.path("recipientRole").asString(), revision))) {
					return false;
				}
			}
		}
		return considered;
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
