package org.mashhub.console.pages;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.hub.v1.Colour;

/**
 * One line of the list of alerts.
 *
 * @param alertId the alert
 * @param childId the child
 * @param childLabel initial and age
 * @param colour how urgent
 * @param tag style of the tag that says so in words
 * @param ruleName rule in words
 * @param headline what is recorded, first statement
 * @param due by when, in words
 * @param areaName name of the area
 * @param takenBy who took it, if anybody did
 * @param overdue true when nobody took it in time
 * @param historic true when it rests on records of before go-live
 * @param ended why it ended; null while it is open
 */
public record AlertRow(UUID alertId, UUID childId, String childLabel, Colour colour, String tag, String ruleName,
		String headline, String due, String areaName, @Nullable String takenBy, boolean overdue, boolean historic,
		@Nullable String ended) {

	static AlertRow of(AlertView alert, String areaName, @Nullable Instant now, Times times, Words words) {
		boolean late = alert.open() && alert.takenBy() == null
				&& (alert.overdue() || (now != null && now.isAfter(alert.dueAt())));
		return new AlertRow(alert.alertId(), alert.childId(), alert.childLabel(), alert.colour(), tag(alert.colour()),
				alert.ruleName(), alert.statements().stream().findFirst().orElse(alert.ruleName()),
				times.due(alert.dueAt(), now), areaName, alert.takenBy(), late, alert.historic(),
				alert.open() ? null : ended(alert, words));
	}

	static String tag(Colour colour) {
		return switch (colour) {
			case RED -> "mash-tag--red";
			case AMBER -> "mash-tag--amber";
			case GREEN -> "govuk-tag--green";
		};
	}

	private static String ended(AlertView alert, Words words) {
		String outcome = alert.outcome();
		if (outcome != null) {
			return words.of("outcome", outcome);
		}
		String because = alert.closedBecause();
		return (because != null) ? because : words.of("state", alert.state());
	}

}
