package org.mashhub.correlation.observation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A relationship that a record states between two of its people.
 *
 * @param from ref of the first
 * @param to ref of the second
 * @param kind how the first stands to the second
 * @param status how far the agency stands behind it
 * @param startedOn first day, when known
 * @param endedOn last day, when it has ended
 */
public record Relation(String from, String to, RelationKind kind, RelationStatus status, @Nullable LocalDate startedOn,
		@Nullable LocalDate endedOn) {

	public Relation {
		from = Canonical.of(from);
		to = Canonical.of(to);
	}

}
