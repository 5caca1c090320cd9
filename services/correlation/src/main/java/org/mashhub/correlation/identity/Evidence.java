package org.mashhub.correlation.identity;

/**
 * The weights of one pair of mentions, field by field, against the hypothesis of two
 * strangers: for one person, for a household, for twins.
 */
public final class Evidence {

	static final int FIELDS = Field.values().length;

	private final float[] match = new float[FIELDS];

	private final float[] household = new float[FIELDS];

	private final float[] twins = new float[FIELDS];

	private int known;

	/** Notes the weights of one field. */
	void note(int field, double ofMatch, double ofHousehold, double ofTwins) {
		this.match[field] = (float) ofMatch;
		this.household[field] = (float) ofHousehold;
		this.twins[field] = (float) ofTwins;
		this.known |= 1 << field;
	}

	/** Whether both mentions give the field. */
	boolean knows(int field) {
		return (this.known & 1 << field) != 0;
	}

	float match(int field) {
		return this.match[field];
	}

	float household(int field) {
		return this.household[field];
	}

	float twins(int field) {
		return this.twins[field];
	}

	double match() {
		return total(this.match);
	}

	double household() {
		return total(this.household);
	}

	double twins() {
		return total(this.twins);
	}

	private static double total(float[] weights) {
		double total = 0;
		for (float weight : weights) {
			total += weight;
		}
		return total;
	}

}
