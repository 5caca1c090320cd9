package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.mashhub.adapter.kit.FieldProblem;

/**
 * What became of a table.
 *
 * @param snapshotId its id: the same for the same content of the same day
 * @param date its day
 * @param outcome whether its changes were published
 * @param tenancies how many tenancies it has
 * @param passedOver tenancies that ended before the last table or have not begun
 * @param changes what it changes
 * @param refused tenancies that cannot be right, at most a hundred of them; what was
 * known of them stands
 */
record SnapshotAnswer(UUID snapshotId, LocalDate date, Outcome outcome, int tenancies, int passedOver, Counts changes,
		List<RefusedTenancy> refused) {

	SnapshotAnswer {
		refused = List.copyOf(refused);
	}

	/** Whether a table's changes were published. */
	enum Outcome {

		APPLIED, ALREADY_APPLIED, DRY_RUN

	}

	/**
	 * How many changes there are of each kind.
	 *
	 * @param started tenancies that are new
	 * @param ended tenancies that ended
	 * @param resumed tenancies that have not ended after all
	 * @param corrected tenancies of which something is said otherwise
	 * @param joined people who became tenants
	 * @param left people who are tenants no longer
	 * @param moves households, or parts of them, that moved
	 */
	record Counts(int started, int ended, int resumed, int corrected, int joined, int left, int moves) {

		static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

		Counts plus(Change change) {
			return switch (change) {
				case Change.Started one -> plus(1, 0, 0, 0, 0, 0, 0);
				case Change.Ended one -> plus(0, 1, 0, 0, 0, 0, 0);
				case Change.Resumed one -> plus(0, 0, 1, 0, 0, 0, 0);
				case Change.Corrected one -> plus(0, 0, 0, 1, 0, 0, 0);
				case Change.Joined one -> plus(0, 0, 0, 0, 1, 0, 0);
				case Change.Left one -> plus(0, 0, 0, 0, 0, 1, 0);
				case Change.Moved one -> plus(0, 0, 0, 0, 0, 0, 1);
				case Change.MoveWithdrawn one -> this;
			};
		}

		private Counts plus(int begun, int over, int again, int otherwise, int came, int went, int moved) {
			return new Counts(this.started + begun, this.ended + over, this.resumed + again, this.corrected + otherwise,
					this.joined + came, this.left + went, this.moves + moved);
		}

	}

	/**
	 * A tenancy that cannot be right.
	 *
	 * @param line line of the file on which it begins
	 * @param errors what is wrong field by field
	 */
	record RefusedTenancy(long line, List<FieldProblem> errors) {

		RefusedTenancy {
			errors = List.copyOf(errors);
		}

	}

}
