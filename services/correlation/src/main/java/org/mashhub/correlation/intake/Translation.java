package org.mashhub.correlation.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.hub.v1.Fact;

/**
 * What one event says in the closed vocabulary.
 *
 * @param facts facts
 * @param summary text for the chronology, never read by a rule
 */
record Translation(List<Fact> facts, @Nullable String summary) {

	/** What a withdrawn record says. */
	static final Translation NOTHING = new Translation(List.of(), null);

}
