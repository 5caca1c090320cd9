package org.mashhub.correlation.family;

/** How sure a connection is, in words; the surest first. */
public enum Certainty {

	/** An agency has verified it, or an officer confirmed it. */
	CONFIRMED,
	/** Agencies have recorded it. */
	RECORDED,
	/** Somebody said so, or it is contested. */
	TO_BE_CHECKED;

	/**
	 * The less sure of two: a path is as sure as its weakest step.
	 * @param other the other
	 * @return the less sure
	 */
	public Certainty weaker(Certainty other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	/**
	 * In words.
	 * @return for example "to be checked"
	 */
	public String words() {
		return switch (this) {
			case CONFIRMED -> "confirmed";
			case RECORDED -> "recorded";
			case TO_BE_CHECKED -> "to be checked";
		};
	}

}
