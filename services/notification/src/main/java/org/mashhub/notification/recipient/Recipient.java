package org.mashhub.notification.recipient;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be told.
 *
 * @param role how they stand to the child
 * @param key stable key: the same recipient always has the same
 * @param name name of the person or organisation
 * @param email where to write to
 * @param organisation key of their web hook; null when they have none
 */
public record Recipient(RecipientRole role, String key, String name, String email, @Nullable String organisation) {

	/**
	 * Creates a recipient.
	 * @param role how they stand to the child
	 * @param identity what tells them apart within the role
	 * @param name name of the person or organisation
	 * @param email where to write to
	 * @param organisation key of their web hook; null when they have none
	 * @return the recipient
	 */
	public static Recipient of(RecipientRole role, String identity, String name, String email,
			@Nullable String organisation) {
		return new Recipient(role, role + ":" + identity.toLowerCase(Locale.ROOT), name, email, organisation);
	}

	@Override
	public String toString() {
		return "Recipient[role=" + this.role + "]";
	}

}
