package org.mashhub.correlation.observation;

import java.util.UUID;

/**
 * Identity of a correlated person: derived from the founding mention, stable across
 * joins.
 *
 * @param value the id
 */
public record PersonId(UUID value) implements Comparable<PersonId> {

	@Override
	public int compareTo(PersonId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
