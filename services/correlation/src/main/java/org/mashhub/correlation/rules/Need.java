package org.mashhub.correlation.rules;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.Hearing;
import org.mashhub.correlation.state.FeedMemory;

/**
 * Something that a rule must hear of to say what it says: one kind of fact from one kind
 * of agency. From general practice only the child's own practice can say it.
 *
 * @param kind kind of fact
 * @param agency kind of agency
 * @param absence whether the rule concludes something from hearing nothing; it must pause
 * where the need is not met
 */
public record Need(FactKind kind, String agency, boolean absence) {

	private static final String GP = "gp";

	/**
	 * What a rule finds something in.
	 * @param kind kind of fact
	 * @param agency kind of agency
	 * @return the need
	 */
	static Need of(FactKind kind, String agency) {
		return new Need(kind, agency, false);
	}

	/**
	 * What a rule misses.
	 * @param kind kind of fact
	 * @param agency kind of agency
	 * @return the need
	 */
	static Need ofAbsence(FactKind kind, String agency) {
		return new Need(kind, agency, true);
	}

	/**
	 * Whether it means something that nothing came.
	 * @param child about whom
	 * @return true when it is declared for the child's area or practice, and alive
	 */
	boolean met(ChildView child) {
		return hearing(child) instanceof Hearing.Alive;
	}

	/** How it is, for the child's area or practice. */
	Hearing hearing(ChildView child) {
		return isOfNobodyKnown(child) ? new Hearing.NotPublished()
				: child.feeds().hearing(this.kind, this.agency, organisation(child));
	}

	/** The feeds that could say it. */
	List<FeedMemory> feeds(ChildView child) {
		return isOfNobodyKnown(child) ? List.of() : child.feeds().of(this.kind, this.agency, organisation(child));
	}

	/** Whether only the child's practice could say it, and the child has none. */
	boolean isOfNobodyKnown(ChildView child) {
		return this.agency.equals(GP) && child.gpPractice() == null;
	}

	private @Nullable String organisation(ChildView child) {
		return this.agency.equals(GP) ? child.gpPractice() : null;
	}

}
