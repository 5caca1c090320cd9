package org.mashhub.correlation.observation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

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

	/** As a record has it, but quicker: it is the key of most tables. */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof PersonId id && this.value.equals(id.value));
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return this.value.toString();
	}

}
