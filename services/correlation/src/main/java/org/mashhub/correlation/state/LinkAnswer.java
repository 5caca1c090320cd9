package org.mashhub.correlation.state;

import java.util.UUID;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.messaging.NameUuid;

/**
 * What an officer has answered last about two mentions. Mentions stay what they are,
 * while persons come and go, so that an answer means the same whatever is recorded later.
 *
 * @param id stable for the two mentions
 * @param one the smaller id
 * @param other the larger id
 * @param verdict the answer
 */
public record LinkAnswer(UUID id, MentionId one, MentionId other, Verdict verdict) implements Comparable<LinkAnswer> {

	public LinkAnswer {
		if (one.compareTo(other) >= 0) {
			throw new IllegalArgumentException("an answer is about two mentions, the smaller id first");
		}
	}

	/**
	 * An answer about two mentions in any order.
	 * @param a one mention
	 * @param b another
	 * @param verdict the answer
	 * @return the answer
	 */
	public static LinkAnswer of(MentionId a, MentionId b, Verdict verdict) {
		return (a.compareTo(b) < 0) ? new LinkAnswer(id(a, b), a, b, verdict) : new LinkAnswer(id(b, a), b, a, verdict);
	}

	/**
	 * The id under which an answer about two mentions is kept.
	 * @param one the smaller id
	 * @param other the larger id
	 * @return the id
	 */
	public static UUID id(MentionId one, MentionId other) {
		return NameUuid.of("link", one, other);
	}

	/**
	 * The mention on the other side.
	 * @param from one of the two
	 * @return the other
	 */
	public MentionId across(MentionId from) {
		return from.equals(this.one) ? this.other : this.one;
	}

	@Override
	public int compareTo(LinkAnswer answer) {
		int byOne = this.one.compareTo(answer.one);
		int byOther = (byOne != 0) ? byOne : this.other.compareTo(answer.other);
		return (byOther != 0) ? byOther : this.verdict.compareTo(answer.verdict);
	}

	/** What can be answered. */
	public enum Verdict {

		/** One person, unless something proves two. */
		SAME,
		/** Two people, whatever agrees. */
		DIFFERENT,
		/** Not to be told: as if nothing had been answered. */
		UNSURE

	}

}
