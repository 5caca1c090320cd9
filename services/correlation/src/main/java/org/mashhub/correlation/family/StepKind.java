package org.mashhub.correlation.family;

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
	/** Recorded at the same address at the same time. */
	SAME_ADDRESS("same address"),
	/** Acquaintance. */
	ASSOCIATE("associate");

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
