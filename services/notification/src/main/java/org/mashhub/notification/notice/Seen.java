package org.mashhub.notification.notice;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a reader had before them: an entry of an item in one version.
 *
 * @param id id of the alert or status notice
 * @param revision its revision
 * @param clock the area's time at that revision, since another epoch may number another
 * one the same; null where the reader does not say
 */
record Seen(UUID id, int revision, @Nullable Instant clock) {

	static Seen of(Subject subject) {
		return new Seen(subject.id(), subject.revision(), (subject.given() != null) ? subject.given().clock() : null);
	}

	/** Whether it is what a subject says now. */
	boolean isOf(Subject subject) {
		return this.id.equals(subject.id()) && this.revision == subject.revision()
				&& (this.clock == null || subject.given() == null || this.clock.equals(subject.given().clock()));
	}

	/** Reads what {@link #toString()} writes: the field of a form. */
	public static Seen valueOf(String text) {
		String[] parts = text.split(":", 3);
		if (parts.length < 2) {
			throw new IllegalArgumentException("wanted <id>:<revision>, and :<area time in milliseconds> if known");
		}
		return new Seen(UUID.fromString(parts[0]), Integer.parseInt(parts[1]),
				(parts.length > 2) ? Instant.ofEpochMilli(Long.parseLong(parts[2])) : null);
	}

	@Override
	public String toString() {
		return this.id + ":" + this.revision + ((this.clock != null) ? ":" + this.clock.toEpochMilli() : "");
	}

}
