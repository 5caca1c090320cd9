package org.mashhub.console.readmodel;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.Certainty;

/**
 * Somebody whom a record is about or names, as far as the picture of a child shows who
 * that is.
 *
 * @param whose how the person stands to the child
 * @param personId the person; null where the picture does not show who it is
 * @param name name as the picture shows it; null where it does not, blank where no record
 * gives one
 * @param relation how the adult is connected, as the picture says it
 * @param certainty how sure that is
 */
public record ConcernedView(Whose whose, @Nullable UUID personId, @Nullable String name, @Nullable String relation,
		@Nullable Certainty certainty) {

	private static ConcernedView unnamed(Whose whose) {
		return new ConcernedView(whose, null, null, null, null);
	}

	static ConcernedView of(ChildView child) {
		return new ConcernedView(Whose.CHILD, child.childId(), child.displayName(), null, null);
	}

	static ConcernedView sibling(ChildView sibling) {
		return new ConcernedView(Whose.SIBLING, sibling.childId(), sibling.displayName(), null, null);
	}

	/** A child of the family whom the hub may not show. */
	static ConcernedView sibling() {
		return unnamed(Whose.SIBLING);
	}

	static ConcernedView adult(ConnectionView adult) {
		return new ConcernedView(Whose.ADULT, adult.personId(), adult.label(), adult.relation(), adult.certainty());
	}

	static ConcernedView toBeChecked() {
		return unnamed(Whose.TO_BE_CHECKED);
	}

	static ConcernedView elsewhere() {
		return unnamed(Whose.ELSEWHERE);
	}

	boolean inPicture() {
		return this.whose != Whose.ELSEWHERE;
	}

	/** How somebody stands to a child; the nearest first. */
	public enum Whose {

		/** The child. */
		CHILD,
		/** Another child of the family. */
		SIBLING,
		/** An adult around the child. */
		ADULT,
		/**
		 * An adult whose link to the child is to be checked: of police and health it is
		 * not told who it is before.
		 */
		TO_BE_CHECKED,
		/** Somebody who is not in the picture. */
		ELSEWHERE

	}

}
