package org.mashhub.notification.notice;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mashhub.notification.recipient.Recipient;

/**
 * A person who is signed in, as far as it matters here.
 *
 * @param user user id
 * @param email address; null when the identity provider named none
 * @param roles roles in the hub
 */
record Reader(String user, @Nullable String email, Set<String> roles) {

	Reader {
		roles = Set.copyOf(roles);
	}

	/** Whether an item to this recipient is this reader's to read. */
	boolean is(Recipient recipient) {
		boolean sameAddress = recipient.email().equalsIgnoreCase(this.email);
		return switch (recipient.role()) {
			case LEAD_PROFESSIONAL -> sameAddress;
			case DUTY_DESK -> sameAddress || this.roles.contains("DUTY_DESK");
			case GP_PRACTICE -> sameAddress && this.roles.contains("GP_PRACTICE");
		};
	}

	@Override
	public String toString() {
		return "Reader[roles=" + this.roles + "]";
	}

}
