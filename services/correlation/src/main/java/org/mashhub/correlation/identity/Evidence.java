package org.mashhub.correlation.identity;

import java.util.Arrays;
import java.util.Set;

/**
 * The weights of two mentions, or of two groups of them, field by field, against the
 * hypothesis of two strangers: for one person, for a household, for twins.
 */
public final class Evidence {

	private static final Field[] COMPARED = Field.values();

	static final int FIELDS = COMPARED.length;

	/** What agrees in one of these seldom agrees by chance. */
	private static final Set<Field> SINGLING_OUT = Set.of(Field.NHS_NUMBER, Field.PNC_ID, Field.NUMBER, Field.BIRTH,
			Field.PHONE, Field.EMAIL, Field.PREGNANCY);

	/** More bits than a mere age gives. */
	private static final double SINGLED_OUT_FROM = 4;

	/** More than an age gives that is some years off. */
	private static final double OF_AN_AGE_FROM = 1.5;

	private static final int BY_ITSELF = 1;

	private static final int FIRST_NAME = 2;

	private static final int HOME = 4;

	private static final int AGE = 8;

	private static final int ONE_NHS_NUMBER = 16;

	private static final int TWO_MOTHERS = 32;

	private static final int TOGETHER = FIRST_NAME | HOME | AGE;

	private final float[] match = new float[FIELDS];

	private final float[] household = new float[FIELDS];

	private final float[] twins = new float[FIELDS];

	private int known;

	private boolean single;

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
		this.single = false;
	}

	/** Notes whether a record of the birth says that there is no twin. */
	void noteSingle(boolean born) {
		this.single = born;
	}

	/** As if a field had not been noted. */
	void forget(int field) {
		this.match[field] = 0;
		this.household[field] = 0;
		this.twins[field] = 0;
		this.known &= ~(1 << field);
	}

	/** Whether both mentions give the field. */
	boolean knows(int field) {
		return (this.known & 1 << field) != 0;
	}

	/**
	 * What singles somebody out: more is to speak for one person than a first name, an
	 * age and the company somebody is in, since a mother's former and present partner may
	 * share all of these.
	 */
	int facts() {
		int facts = 0;
		for (Field field : COMPARED) {
			if (knows(field.place())) {
				facts |= fact(field, this.match[field.place()]);
			}
		}
		return facts;
	}

	/** What a field adds to what singles somebody out. */
	static int fact(Field field, double match) {
		if (field == Field.FAMILY_NAME) {
			return BY_ITSELF;
		}
		if (field == Field.MOTHER) {
			return (match < 0) ? TWO_MOTHERS : 0;
		}
		if (match > SINGLED_OUT_FROM) {
			if (field == Field.NHS_NUMBER) {
				return BY_ITSELF | ONE_NHS_NUMBER;
			}
			return (field == Field.GIVEN_NAME) ? FIRST_NAME
					: (field == Field.ADDRESS) ? HOME : SINGLING_OUT.contains(field) ? BY_ITSELF : 0;
		}
		return (field == Field.BIRTH && match > OF_AN_AGE_FROM) ? AGE : 0;
	}

	/** Whether facts do: one by itself, or first name, home and age together. */
	static boolean singleOut(int facts) {
		return (facts & BY_ITSELF) != 0 || (facts & TOGETHER) == TOGETHER;
	}

	/** Whether two mothers are recorded, or mostly so. */
	static boolean twoMothers(int facts) {
		return (facts & TWO_MOTHERS) != 0;
	}

	/** Whether both have one NHS number. */
	static boolean oneNumber(int facts) {
		return (facts & ONE_NHS_NUMBER) != 0;
	}

	double match() {
		return total(this.match);
	}

	double household() {
		return total(this.household);
	}

	double twins() {
		return this.single ? Double.NEGATIVE_INFINITY : total(this.twins);
	}

	private static double total(float[] weights) {
		double total = 0;
		for (float weight : weights) {
			total += weight;
		}
		return total;
	}

}
