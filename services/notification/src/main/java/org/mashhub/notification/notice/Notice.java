package org.mashhub.notification.notice;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.notification.recipient.Recipient;

/**
 * An item: what one recipient is told about one family until it is acknowledged.
 *
 * @param id stable id; in the link, the Message-ID and the CloudEvent
 * @param kind what it is about
 * @param area the area
 * @param family key of the family
 * @param recipient whom it is for
 * @param openedAt when it was opened, by the wall
 * @param acknowledgedAt when it was acknowledged; null when it was not
 * @param acknowledgedBy who acknowledged it; null when nobody did
 */
public record Notice(UUID id, Kind kind, String area, UUID family, Recipient recipient, Instant openedAt,
		@Nullable Instant acknowledgedAt, @Nullable String acknowledgedBy) {

	boolean acknowledged() {
		return this.acknowledgedAt != null;
	}

	/** What an item is about. */
	public enum Kind {

		/** Alerts about the children of a family. */
		ALERT,
		/** Changes of status of a practice's patients. */
		STATUS

	}

}
