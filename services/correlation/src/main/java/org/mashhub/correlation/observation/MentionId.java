package org.mashhub.correlation.observation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One person in one source record; the same in every version of the record.
 *
 * @param value the id
 */
public record MentionId(UUID value) implements Comparable<MentionId> {

	@Override
	public int compareTo(MentionId other) {
		return this.value.compareTo(other.value);
	}

	/** As a record has it, but quicker: it is the key of most tables. */
	@Override
	public boolean equals(@Nullable Object other) {
		return this == other || (other instanceof MentionId id && this.value.equals(id.value));
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
