package org.mashhub.notification.notice;

import java.util.UUID;

/**
 * What a reader had before them: an entry of an item in one version.
 *
 * @param id id of the alert or status notice
 * @param revision its revision
 */
record Seen(UUID id, int revision) {

	static Seen of(Subject subject) {
		return new Seen(subject.id(), subject.revision());
	}

	/** Reads what {@link #toString()} writes: the field of a form. */
	public static Seen valueOf(String text) {
		int colon = text.indexOf(':');
		if (colon < 0) {
			throw new IllegalArgumentException("wanted <id>:<revision>");
		}
		return new Seen(UUID.fromString(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
	}

	@Override
	public String toString() {
		return this.id + ":" + this.revision;
	}

}
