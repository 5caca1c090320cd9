package org.mashhub.correlation.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Provenance;

/**
 * Alerts that an epoch before has left open and that this one has never raised: they
 * stand as they were until people end them, and what people do about them counts.
 */
final class FormerAlerts {

	private final Function<UUID, Optional<Alert>> newest;

	/** What came of it here: others may not see it before it is committed. */
	private final Map<UUID, Alert> given = new HashMap<>();

	/**
	 * Looks alerts up only when somebody does something about one that is not known.
	 * @param newest the newest that was given out of an alert, whichever epoch gave it
	 */
	FormerAlerts(Function<UUID, Optional<Alert>> newest) {
		this.newest = newest;
	}

	/** Of an epoch that gives nothing out, or has none before it. */
	static FormerAlerts none() {
		return new FormerAlerts((alert) -> Optional.empty());
	}

	/**
	 * What becomes of such an alert when somebody has done something.
	 * @param area the area
	 * @param done what was done
	 * @param clock the area's time
	 * @param known whether this epoch has raised an alert itself
	 * @return its next revision, which stays one of the epoch that raised it; empty when
	 * there is no such alert or nothing changes
	 */
	Optional<Alert> after(String area, Entry.HubRecord done, Instant clock, Predicate<UUID> known) {
		for (Fact fact : done.facts()) {
			String id = fact.value("alertId");
			if (id != null && !known.test(UUID.fromString(id))) {
				Alert.Builder next = newest(UUID.fromString(id))
					.filter((alert) -> alert.getProvenance().getArea().equals(area)
							&& alert.getState() != AlertState.CLOSED)
					.map((alert) -> after(alert, fact))
					.orElse(null);
				if (next != null) {
					Alert former = next.setRevision(next.getRevision() + 1)
						.setTellAgain(false)
						.setNoLongerAbout(List.of())
						.setProvenance(new Provenance(area, next.getProvenance().getEpoch(), done.receiptId(), clock))
						.build();
					this.given.put(former.getAlertId(), former);
					return Optional.of(former);
				}
			}
		}
		return Optional.empty();
	}

	/** What was given out here and not committed has not been given out. */
	void startAgain() {
		this.given.clear();
	}

	private Optional<Alert> newest(UUID alert) {
		Alert here = this.given.get(alert);
		return (here != null) ? Optional.of(here) : this.newest.apply(alert);
	}

	private static Alert.@Nullable Builder after(Alert alert, Fact fact) {
		Alert.Builder next = Alert.newBuilder(alert).setState(AlertState.REVISED);
		if (fact.kind() == FactKind.ALERT_ACKNOWLEDGED) {
			String role = String.valueOf(fact.value("role"));
			if (alert.getAcknowledgedBy().contains(role) || !isAsSeen(alert, fact.value("seenAt"))) {
				return null;
			}
			List<String> roles = new ArrayList<>(alert.getAcknowledgedBy());
			roles.add(role);
			return next.setAcknowledgedBy(roles);
		}
		String outcome = fact.value("outcome");
		if (fact.kind() != FactKind.ALERT_DECIDED || outcome == null) {
			return null;
		}
		String by = String.valueOf(fact.value("by"));
		if (outcome.equals("TAKEN")) {
			return next.setTakenBy(by);
		}
		return next.setState(AlertState.CLOSED)
			.setTakenBy(alert.getTakenBy().orElse(by))
			.setOutcome(outcome)
			.setClosedBecause("ended by an officer")
			.setSettled(true);
	}

	private static boolean isAsSeen(Alert alert, @Nullable String seenAt) {
		return seenAt == null
				|| alert.getRenewedAt().map((renewed) -> !Instant.parse(seenAt).isBefore(renewed)).orElse(true);
	}

}
