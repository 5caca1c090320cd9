package org.mashhub.correlation.area;

import java.util.List;
import java.util.Set;

import org.mashhub.correlation.family.Stay;
import org.mashhub.correlation.family.Step;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.picture.PersonSummary;
import org.mashhub.correlation.state.PersonMemo;
import org.mashhub.correlation.state.Stated;

/**
 * What was read of people out of their records. One event concerns few of the people
 * around the children whose pictures it touches, and of all others it would be read again
 * as it was.
 */
final class Readings {

	/** A few times as many as an area is concerned with in a day. */
	private static final int MOST_PEOPLE = 20_000;

	private final PersonMemo<List<Stated>> stated = new PersonMemo<>(MOST_PEOPLE);

	private final PersonMemo<List<Stay>> stays = new PersonMemo<>(MOST_PEOPLE);

	private final PersonMemo<List<Step>> steps = new PersonMemo<>(MOST_PEOPLE);

	private final PersonMemo<PersonSummary> summaries = new PersonMemo<>(MOST_PEOPLE);

	private final PersonMemo<List<KnownFact>> facts = new PersonMemo<>(MOST_PEOPLE);

	/**
	 * What still holds while an entry is worked on.
	 * @param changed people of whom other things are recorded than before
	 * @param around people whose steps to others may lead elsewhere
	 * @return a view that others do not see until it is kept
	 */
	View without(Set<PersonId> changed, Set<PersonId> around) {
		return new View(this.stated.without(changed), this.stays.without(changed), this.steps.without(around),
				this.summaries.without(changed), this.facts.without(changed));
	}

	/**
	 * Readings during one entry.
	 *
	 * @param stated what records say of them
	 * @param stays where people lived
	 * @param steps to whom steps lead from them
	 * @param summaries who they are
	 * @param facts what is recorded of them
	 */
	record View(PersonMemo.View<List<Stated>> stated, PersonMemo.View<List<Stay>> stays,
			PersonMemo.View<List<Step>> steps, PersonMemo.View<PersonSummary> summaries,
			PersonMemo.View<List<KnownFact>> facts) {

		/** The entry has been applied. */
		void keep() {
			this.stated.keep();
			this.stays.keep();
			this.steps.keep();
			this.summaries.keep();
			this.facts.keep();
		}

	}

}
