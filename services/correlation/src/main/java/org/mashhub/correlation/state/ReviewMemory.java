package org.mashhub.correlation.state;

import java.util.UUID;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;

/**
 * A question whether two people are one, as it was put.
 *
 * @param id the question
 * @param one one person
 * @param other the other
 * @param mention the mention of one that agrees best with the other
 * @param otherMention the mention of the other
 * @param bits match weight it was put with
 * @param shown fingerprint of what was shown of the two
 * @param open whether it still stands
 */
public record ReviewMemory(UUID id, PersonId one, PersonId other, MentionId mention, MentionId otherMention,
		double bits, int shown, boolean open) {

	/**
	 * The person on the other side.
	 * @param from one of the two
	 * @return the other
	 */
	public PersonId across(PersonId from) {
		return from.equals(this.one) ? this.other : this.one;
	}

	/**
	 * The same question, which has gone away.
	 * @return a copy
	 */
	public ReviewMemory settled() {
		return new ReviewMemory(this.id, this.one, this.other, this.mention, this.otherMention, this.bits, this.shown,
				false);
	}

}
