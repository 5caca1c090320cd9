package org.mashhub.adapter.housing.snapshot;

import java.util.Set;

import org.mashhub.event.common.v1.PersonMention;

/** One thing that a table changes against what was known. */
sealed interface Change {

	/** The tenancy that it is about, as it is now. */
	Tenancy tenancy();

	/** The tenancy is new. */
	record Started(Tenancy tenancy) implements Change {

	}

	/** What was said of the tenancy and its people is said otherwise now. */
	record Corrected(Tenancy tenancy) implements Change {

	}

	/** Somebody became a tenant. */
	record Joined(Tenancy tenancy, PersonMention tenant) implements Change {

	}

	/**
	 * Somebody is a tenant no longer.
	 *
	 * @param tenancy the tenancy
	 * @param tenant who was one
	 * @param stays whether the household has the person still
	 */
	record Left(Tenancy tenancy, PersonMention tenant, boolean stays) implements Change {

	}

	/**
	 * The tenancy ended.
	 *
	 * @param tenancy the tenancy
	 * @param corrected whether an end was known already, on another day
	 * @param assumed whether the table only leaves it out
	 */
	record Ended(Tenancy tenancy, boolean corrected, boolean assumed) implements Change {

	}

	/** The tenancy has not ended after all. */
	record Resumed(Tenancy tenancy) implements Change {

	}

	/** People left one tenancy for this one. */
	record Moved(Tenancy from, Tenancy tenancy, Set<String> people) implements Change {

		public Moved {
			people = Set.copyOf(people);
		}

	}

	/** Nobody has moved from this tenancy to another after all. */
	record MoveWithdrawn(Tenancy tenancy, String to) implements Change {

	}

}
