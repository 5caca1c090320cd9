package org.mashhub.notification.notice;

import java.time.Instant;

import org.mashhub.hub.v1.Colour;

/**
 * All that a message itself may say of an item. There is no place in it for anything
 * personal, so nothing personal can be sent.
 */
sealed interface Headline {

	/**
	 * Alerts to act on.
	 *
	 * @param colour the most urgent colour
	 * @param dueAt the earliest deadline
	 * @param overdue true when one is overdue
	 * @param count how many
	 * @param withdrawn how many others no longer stand
	 */
	record Alerts(Colour colour, Instant dueAt, boolean overdue, int count, int withdrawn) implements Headline {
	}

	/**
	 * Changes of status.
	 *
	 * @param forAction true when there is something to do
	 * @param count how many
	 * @param withdrawn how many others were told in error
	 */
	record Statuses(boolean forAction, int count, int withdrawn) implements Headline {
	}

	/**
	 * Nothing but what no longer stands.
	 *
	 * @param kind what it was about
	 * @param count how many
	 */
	record Withdrawn(Notice.Kind kind, int count) implements Headline {
	}

}
