package org.mashhub.population.agencies;

import java.util.EnumSet;
import java.util.Set;

import org.mashhub.event.common.v1.PersonMention;

/**
 * A mention as it was written, with what is wrong in it.
 *
 * @param participant who it is in truth
 * @param mention what was written
 * @param mistakes what is wrong or unusual in it
 */
record Written(Participant participant, PersonMention mention, Set<Mistake> mistakes) {

	Written {
		mistakes = mistakes.isEmpty() ? Set.of() : EnumSet.copyOf(mistakes);
	}

	boolean isWrong() {
		return this.mistakes.stream().anyMatch(Mistake::isWrong);
	}

}
