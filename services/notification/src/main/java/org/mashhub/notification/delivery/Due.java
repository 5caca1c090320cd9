package org.mashhub.notification.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.mashhub.notification.notice.MessageKey;

/**
 * A sealed message whose next attempt has come.
 *
 * @param message which one
 * @param attempts attempts so far
 * @param sealedAt when its words were fixed
 * @param subject subject line
 * @param body body
 * @param email where to write to
 * @param organisation key of the web hook; null when there is none
 * @param needed false when the recipient has acknowledged the item already
 */
record Due(MessageKey message, int attempts, Instant sealedAt, String subject, String body, String email,
		@Nullable String organisation, boolean needed) {

	@Override
	public String toString() {
		return "Due[message=" + this.message + "]";
	}

}
