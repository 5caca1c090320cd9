package org.mashhub.correlation.state;

import java.util.List;

import org.mashhub.correlation.observation.MentionId;

/**
 * One record gives one person several NHS numbers: it was replaced, or two records of the
 * person were joined.
 *
 * @param mention the person in that record
 * @param numbers the numbers, the one that counts now first
 */
public record Renumbering(MentionId mention, List<String> numbers) implements Comparable<Renumbering> {

	public Renumbering {
		numbers = List.copyOf(numbers);
	}

	@Override
	public int compareTo(Renumbering other) {
		return this.mention.compareTo(other.mention);
	}

}
