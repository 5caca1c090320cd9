package org.mashhub.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.Colour;

/**
 * What an item is about, as its recipient may know it: one alert, or one status.
 *
 * @param id id of the alert or status notice
 * @param childId the child
 * @param revision revision of the alert; of a status, counting the versions in its item
 * @param given what gave that revision; null for a status, and where nobody knows
 * @param colour how urgent; null for a status
 * @param dueAt by when; null for a status
 * @param overdue true when nobody acted in time
 * @param forAction true when the recipient has something to do
 * @param withdrawn true when it no longer stands
 * @param content what the recipient may read
 * @param heldBack what the recipient may not, in words
 */
record Subject(UUID id, UUID childId, int revision, @Nullable Given given, @Nullable Colour colour,
		@Nullable Instant dueAt, boolean overdue, boolean forAction, boolean withdrawn, String content,
		List<String> heldBack) {

	Subject {
		heldBack = List.copyOf(heldBack);
	}

	Subject withRevision(int revision) {
		return new Subject(this.id, this.childId, revision, this.given, this.colour, this.dueAt, this.overdue,
				this.forAction, this.withdrawn, this.content, this.heldBack);
	}

	Subject withLine(String line) {
		return new Subject(this.id, this.childId, this.revision, this.given, this.colour, this.dueAt, this.overdue,
				this.forAction, this.withdrawn, this.content + "\n" + line, this.heldBack);
	}

	Subject asWithdrawn() {
		return new Subject(this.id, this.childId, this.revision, this.given, this.colour, this.dueAt, this.overdue,
				this.forAction, true, this.content, this.heldBack);
	}

	@Override
	public String toString() {
		return "Subject[id=" + this.id + ", revision=" + this.revision + "]";
	}

}
