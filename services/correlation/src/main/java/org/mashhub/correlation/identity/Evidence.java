package org.mashhub.correlation.identity;

import java.util.Arrays;
import java.util.Set;

/**
 * The weights of two mentions, or of two groups of them, field by field, against the
 * hypothesis of two strangers: for one person, for a household, for twins.
 */
public final class Evidence {

	static final int FIELDS = Field.values().length;

	/** What agrees in one of these seldom agrees by chance. */
	private static final Set<Field> SINGLING_OUT = Set.of(Field.NHS_NUMBER, Field.PNC_ID, Field.NUMBER, Field.BIRTH,
			Field.PHONE, Field.EMAIL);

	/** More bits than a mere age gives. */
	private static final double SINGLED_OUT_FROM = 4;

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

	/** As if nothing had been noted. */
	void clear() {
		Arrays.fill(this.match, 0);
		Arrays.fill(this.household, 0);
		Arrays.fill(this.twins, 0);
		this.known = 0;
	}

	/** Whether both mentions give the field. */
	boolean knows(int field) {
		return (this.known & 1 << field) != 0;
	}

	/**
	 * Whether more speaks for one person than a first name, an age and the company
	 * somebody is in: a mother's former and present partner may share all of these.
	 */
	boolean singlesOut() {
		if (knows(Field.FAMILY_NAME.place())) {
			return true;
		}
		for (Field field : SINGLING_OUT) {
			if (singlesOut(field, this.match[field.place()])) {
				return true;
			}
		}
		return false;
	}

	static boolean singlesOut(Field field, double match) {
		return SINGLING_OUT.contains(field) && match > SINGLED_OUT_FROM;
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
