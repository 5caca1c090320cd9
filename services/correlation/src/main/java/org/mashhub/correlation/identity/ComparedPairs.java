package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Mention;

/**
 * Pairs of mentions that were compared before. A family that is spoken of is compared in
 * all its pairs with every record that comes, and all but those of the new record have
 * been compared already. It is no state: a pair that has been forgotten is compared
 * again, with the same result. A pair has one place, and a later one takes it.
 */
final class ComparedPairs {

	/** A power of two; a place takes about 250 bytes once it is taken. */
	private static final int PLACES = 1 << 17;

	private static final int PAGE = 1 << 9;

	private final MatchModel model;

	/** Pages are made when they are needed: a small area needs few. */
	private final @Nullable Compared[] @Nullable [] pages = new Compared[PLACES / PAGE][];

	ComparedPairs(MatchModel model) {
		this.model = model;
	}

	/** What comes of comparing two mentions, now or before; their order is the same. */
	Compared of(Mention one, Mention other) {
		int hash = one.id().hashCode() * 31 + other.id().hashCode();
		int place = (hash ^ (hash >>> 15)) & (PLACES - 1);
		@Nullable Compared[] page = this.pages[place / PAGE];
		if (page == null) {
			page = new Compared[PAGE];
			this.pages[place / PAGE] = page;
		}
		Compared known = page[place % PAGE];
		if (known != null && known.isOf(one, other)) {
			return known;
		}
		Evidence evidence = this.model.evidence(one, other);
		Compared compared = new Compared(one, other, evidence, this.model.bits(evidence), evidence.tellsApart());
		page[place % PAGE] = compared;
		return compared;
	}

	/**
	 * What came of comparing two mentions.
	 *
	 * @param one the mention with the smaller id
	 * @param other the other
	 * @param evidence weights by field
	 * @param bits match weight in bits
	 * @param different whether they are proven to be two people
	 */
	record Compared(Mention one, Mention other, Evidence evidence, double bits, boolean different) {

		/** By identity: a mention that was replaced by an equal one is compared again. */
		@SuppressWarnings("ReferenceEquality")
		private boolean isOf(Mention first, Mention second) {
			return this.one == first && this.other == second;
		}

	}

}
