package org.mashhub.correlation.identity;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;

/**
 * A mention came to a person, moved to another, or is gone.
 *
 * @param mention the mention
 * @param from the person before, null when it is new
 * @param to the person now, null when it is gone
 * @param bits weight of the best link that holds it in the person, null when there is
 * none
 * @param comparisons what spoke for and against that link
 * @param officerDecided whether it takes an officer's answer to hold it in the person
 * @param nextBest the next best candidate, null when there is none
 */
public record LinkChange(MentionId mention, @Nullable PersonId from, @Nullable PersonId to, @Nullable Double bits,
		List<Comparison> comparisons, boolean officerDecided, @Nullable NextBest nextBest) {

	public LinkChange {
		comparisons = List.copyOf(comparisons);
	}

	static LinkChange gone(MentionId mention, @Nullable PersonId from) {
		return new LinkChange(mention, from, null, null, List.of(), false, null);
	}

	/**
	 * Whether the mention joined others, and did not found a person of its own.
	 * @return true when evidence or an officer's answer holds it with others
	 */
	public boolean joined() {
		return this.to != null && (this.bits != null || this.officerDecided);
	}

	/**
	 * The person that a mention would have been linked to next.
	 *
	 * @param person the person
	 * @param bits weight of the best link to it
	 * @param comparisons what spoke for and against that link
	 * @param apart why it is not the same person
	 */
	public record NextBest(PersonId person, double bits, List<Comparison> comparisons, Apart apart) {

		public NextBest {
			comparisons = List.copyOf(comparisons);
		}

	}

	/** Why two persons are two. */
	public enum Apart {

		/** They agree too little. */
		TOO_LITTLE,
		/** Something proves it. */
		PROVEN,
		/** An officer has answered so. */
		OFFICER_DECIDED

	}

}
