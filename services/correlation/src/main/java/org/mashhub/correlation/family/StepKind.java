package org.mashhub.correlation.family;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How the person at the end of a step stands to the one at its beginning. */
public enum StepKind {

	/** Parent of the one before. */
	PARENT("parent"),
	/** Child of the one before. */
	CHILD("child"),
	/** Partner. */
	PARTNER("partner"),
	/** Brother or sister. */
	SIBLING("sibling"),
	/** Cares for the one before, or is cared for. */
	CARER("carer"),
	/** Other relative. */
	RELATIVE("relative"),
	/** Stated to live together. */
	LIVES_WITH("lives with"),
	/** Named as the partner of a parent whom the record does not name. */
	PARENTS_PARTNER("parent's partner"),
	/** Child of somebody whose partner the one before is named as. */
	PARTNERS_CHILD("partner's child"),
	/** Recorded at the same address at the same time. */
	SAME_ADDRESS("same address"),
	/** Seen with the child, and nobody says as what. */
	NAMED_TOGETHER("named in one record"),
	/** Acquaintance. */
	ASSOCIATE("associate"),
	/** An officer is asked whether it is one person: no record says so. */
	POSSIBLY_SAME("possibly the same person");

	/** Who brings a child up. */
	static final Set<StepKind> BRINGING_UP = Collections.unmodifiableSet(EnumSet.of(PARENT, CARER));

	/** What may end; kinship does not. */
	static final Set<StepKind> MAY_END = Collections.unmodifiableSet(EnumSet.of(PARTNER, CARER, LIVES_WITH, ASSOCIATE));

	private final String words;

	StepKind(String words) {
		this.words = words;
	}

	/**
	 * In words.
	 * @return for example "same address"
	 */
	public String words() {
		return this.words;
	}

}
