package org.mashhub.correlation.identity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Particulars;

/**
 * Weights of levels in bits against the hypothesis of two strangers, for three others:
 * one person, two people of one household, twins. Relatives share surname, home and
 * phone, so that these, where they agree, cannot count as three proofs of one person.
 */
final class Weights {

	/**
	 * How often a record has the NHS number of somebody else of the household, the
	 * mother's for the baby's: far more often than a stranger's.
	 */
	private static final double NUMBER_OF_RELATIVE = 1e-3;

	/** Of twins, who are registered together, one is taken for the other more often. */
	private static final double NUMBER_OF_TWIN = 0.03;

	/** How far each field is shared by the people of one household. */
	private static final Map<Field, Double> IN_HOUSEHOLD = shares(
			Map.ofEntries(Map.entry(Field.NHS_NUMBER, NUMBER_OF_RELATIVE), Map.entry(Field.NUMBER, NUMBER_OF_RELATIVE),
					Map.entry(Field.GIVEN_NAME, 0.01), Map.entry(Field.FAMILY_NAME, 0.75),
					Map.entry(Field.ADDRESS, 0.9), Map.entry(Field.PHONE, 0.5), Map.entry(Field.EMAIL, 0.15),
					Map.entry(Field.COMPANIONS, 0.7), Map.entry(Field.MOTHER, 0.7)));

	/** How far each is shared by twins. */
	private static final Map<Field, Double> BY_TWINS = shares(Map.ofEntries(Map.entry(Field.NHS_NUMBER, NUMBER_OF_TWIN),
			Map.entry(Field.NUMBER, NUMBER_OF_TWIN), Map.entry(Field.GIVEN_NAME, 0.002),
			Map.entry(Field.FAMILY_NAME, 0.95), Map.entry(Field.BIRTH, 0.98), Map.entry(Field.ADDRESS, 0.97),
			Map.entry(Field.PHONE, 0.9), Map.entry(Field.EMAIL, 0.5), Map.entry(Field.SEX, 0.3),
			Map.entry(Field.COMPANIONS, 0.97), Map.entry(Field.MOTHER, 0.97)));

	/** How far each is shared by grown twins, who have homes of their own. */
	private static final Map<Field, Double> BY_GROWN_TWINS = shares(
			Map.ofEntries(Map.entry(Field.NHS_NUMBER, NUMBER_OF_RELATIVE), Map.entry(Field.NUMBER, NUMBER_OF_RELATIVE),
					Map.entry(Field.GIVEN_NAME, 0.002), Map.entry(Field.FAMILY_NAME, 0.7), Map.entry(Field.BIRTH, 0.98),
					Map.entry(Field.ADDRESS, 0.06), Map.entry(Field.PHONE, 0.05), Map.entry(Field.EMAIL, 0.02),
					Map.entry(Field.SEX, 0.3), Map.entry(Field.COMPANIONS, 0.2), Map.entry(Field.MOTHER, 0.97)));

	private static final Set<Agreement> BY_NAME = EnumSet.of(Agreement.GIVEN_SAME, Agreement.FAMILY_SAME,
			Agreement.GIVEN_SWAPPED, Agreement.FAMILY_SWAPPED, Agreement.COMPANION_SAME, Agreement.COMPANION_CLOSE);

	/** However rare a name is: one family is spoken of again and again. */
	private static final double RAREST_COMPANION = 1e-5;

	private final double[] match = new double[Agreement.values().length];

	private final double[] random = new double[Agreement.values().length];

	/** Weights by level for the chance that does not depend on names. */
	private final double[] matchOfLevel = new double[Agreement.values().length];

	private final double[] householdOfLevel = new double[Agreement.values().length];

	private final double[] twinsOfLevel = new double[Agreement.values().length];

	private final double[] grownTwinsOfLevel = new double[Agreement.values().length];

	private final Map<String, Double> givenNames;

	private final Map<String, Double> familyNames;

	private final double otherName;

	private final double mostByName;

	private final double same;

	private final double household;

	private final double twins;

	Weights(Parameters parameters) {
		for (Agreement level : Agreement.values()) {
			this.match[level.place()] = parameters.match().getOrDefault(level, 1e-9);
			this.random[level.place()] = parameters.random().getOrDefault(level, 1e-9);
		}
		// Who writes the two names in the wrong places writes them for anybody: the slip
		// itself says nothing, the names what they always say.
		this.match[Agreement.GIVEN_SWAPPED.place()] = this.match[Agreement.GIVEN_SAME.place()];
		this.match[Agreement.FAMILY_SWAPPED.place()] = this.match[Agreement.FAMILY_SAME.place()];
		// Nobody unborn is in what a model is learned from.
		byHand(Agreement.PREGNANCY_SAME, 0.999, 1e-8);
		byHand(Agreement.PREGNANCY_DIFFERENT, 0.001, 1 - 1e-8);
		// A record may call a father's partner the mother. That two have one mother is
		// said by the names beside them, and counts for little here.
		byHand(Agreement.MOTHER_SAME, 0.98, 0.3);
		byHand(Agreement.MOTHER_DIFFERENT, 0.02, 0.7);
		this.givenNames = Collections.unmodifiableMap(new HashMap<>(parameters.givenNames()));
		this.familyNames = Collections.unmodifiableMap(new HashMap<>(parameters.familyNames()));
		this.otherName = parameters.otherName();
		this.mostByName = -log2(this.otherName);
		double strangers = 1 - parameters.same() - parameters.household() - parameters.twins();
		this.same = log2(parameters.same() / strangers);
		this.household = log2(Math.max(parameters.household(), 1e-30) / strangers);
		this.twins = log2(Math.max(parameters.twins(), 1e-30) / strangers);
		for (Agreement level : Agreement.values()) {
			int place = level.place();
			double random = this.random[place];
			this.matchOfLevel[place] = log2(this.match[place] / random);
			this.householdOfLevel[place] = ofHousehold(level, random);
			this.twinsOfLevel[place] = mixed(BY_TWINS.get(level.field()), level, random);
			this.grownTwinsOfLevel[place] = mixed(BY_GROWN_TWINS.get(level.field()), level, random);
		}
	}

	private void byHand(Agreement level, double ofMatch, double ofRandom) {
		this.match[level.place()] = ofMatch;
		this.random[level.place()] = ofRandom;
	}

	private static Map<Field, Double> shares(Map<Field, Double> given) {
		Map<Field, Double> shares = new EnumMap<>(Field.class);
		for (Field field : Field.values()) {
			shares.put(field, given.getOrDefault(field, 0.0));
		}
		return shares;
	}

	static double log2(double value) {
		return StrictMath.log(value) / StrictMath.log(2);
	}

	/** Chance of the level among strangers: of a name, how common it is. */
	double random(Agreement level, Particulars one, Particulars other) {
		return isByName(level) ? random(level, ofNames(level, one, other)) : this.random[level.place()];
	}

	/** The same, when it is known how common the names are. */
	double random(Agreement level, double ofNames) {
		return (level == Agreement.COMPANION_CLOSE) ? Math.max(this.random[level.place()], ofNames)
				: isByName(level) ? ofNames : this.random[level.place()];
	}

	/** Whether the chance of the level depends on the names themselves. */
	static boolean isByName(Agreement level) {
		return BY_NAME.contains(level);
	}

	/** How common the names are in which two agree. */
	double ofNames(Agreement level, Particulars one, Particulars other) {
		return switch (level) {
			case GIVEN_SAME, GIVEN_SWAPPED -> Math.max(frequency(this.givenNames, Comparer.givenName(one)),
					frequency(this.givenNames, Comparer.givenName(other)));
			case FAMILY_SAME -> ofShared(one, other);
			case FAMILY_SWAPPED -> Math.max(frequency(this.familyNames, Comparer.familyName(one)),
					frequency(this.familyNames, Comparer.familyName(other)));
			case COMPANION_SAME, COMPANION_CLOSE -> ofCompanions(one, other);
			default -> throw new IllegalArgumentException(level + " does not depend on names");
		};
	}

	/**
	 * By chance: some pair of the two of the rarest name that they have in common. A
	 * family name that is the person's own has been weighed already, and one that is
	 * missing tells nothing.
	 */
	private double ofCompanions(Particulars one, Particulars other) {
		double rarest = 1;
		for (String name : one.companions()) {
			for (String candidate : other.companions()) {
				int stroke = name.indexOf('/');
				String family = name.substring(stroke + 1);
				boolean sameGiven = candidate.startsWith(name.substring(0, stroke + 1));
				if (sameGiven && (name.equals(candidate) || family.isEmpty() || candidate.endsWith("/"))) {
					boolean tells = name.equals(candidate) && !family.isEmpty() && !one.familyNames().contains(family)
							&& !other.familyNames().contains(family);
					rarest = Math.min(rarest, frequency(this.givenNames, name.substring(0, stroke))
							* (tells ? frequency(this.familyNames, family) : 1));
				}
			}
		}
		double pairs = (double) one.companions().size() * other.companions().size();
		return (rarest == 1) ? RAREST_COMPANION : Math.min(0.5, Math.max(RAREST_COMPANION, rarest * pairs));
	}

	/**
	 * Of the names that both have, how common the rarest is: of a double name the whole,
	 * which is rarer than its halves.
	 */
	private double ofShared(Particulars one, Particulars other) {
		double rarest = 1;
		for (String name : one.familyNames()) {
			if (other.familyNames().contains(name)) {
				rarest = Math.min(rarest, frequency(this.familyNames, name));
			}
		}
		return (rarest < 1) ? rarest : this.otherName;
	}

	private double frequency(Map<String, Double> table, @Nullable String name) {
		Double known = (name != null) ? table.get(name) : null;
		return (known != null) ? known : this.otherName;
	}

	/** How common given names are, as a share of all records. */
	Map<String, Double> givenNames() {
		return this.givenNames;
	}

	Map<String, Double> familyNames() {
		return this.familyNames;
	}

	/** How common a name is that the tables do not hold. */
	double otherName() {
		return this.otherName;
	}

	double match(Agreement level, double random) {
		int place = level.place();
		return (random == this.random[place]) ? this.matchOfLevel[place] : log2(this.match[place] / random);
	}

	double household(Agreement level, double random) {
		int place = level.place();
		return (random == this.random[place]) ? this.householdOfLevel[place] : ofHousehold(level, random);
	}

	/** The same, where it is known how many of the family share it. */
	double household(Agreement level, double random, double share) {
		return mixed(share, level, random);
	}

	private double ofHousehold(Agreement level, double random) {
		// Couples are about of an age: within two years for every third (ONS, Families
		// and households).
		if (level == Agreement.BIRTH_YEAR || level == Agreement.BIRTH_DEFAULT_YEAR) {
			return 2;
		}
		if (level == Agreement.BIRTH_DECADE) {
			return 1;
		}
		return mixed(IN_HOUSEHOLD.get(level.field()), level, random);
	}

	double twins(Agreement level, double random, boolean grown) {
		int place = level.place();
		if (random == this.random[place]) {
			return grown ? this.grownTwinsOfLevel[place] : this.twinsOfLevel[place];
		}
		return mixed((grown ? BY_GROWN_TWINS : BY_TWINS).get(level.field()), level, random);
	}

	private double mixed(@Nullable Double share, Agreement level, double random) {
		return (share == null || share == 0) ? 0 : log2(share * this.match[level.place()] / random + 1 - share);
	}

	/** Weight for one person against all else, from the sums of the fields. */
	double odds(double ofMatch, double ofHousehold, double ofTwins) {
		double others = 1 + StrictMath.pow(2, this.household + ofHousehold) + StrictMath.pow(2, this.twins + ofTwins);
		return this.same + ofMatch - log2(others);
	}

	/** The chances of strangers, one person, a household, twins. */
	void chances(double ofMatch, double ofHousehold, double ofTwins, double[] out) {
		double asMatch = StrictMath.pow(2, this.same + ofMatch);
		double asHousehold = StrictMath.pow(2, this.household + ofHousehold);
		double asTwins = StrictMath.pow(2, this.twins + ofTwins);
		double all = 1 + asMatch + asHousehold + asTwins;
		out[0] = 1 / all;
		out[1] = asMatch / all;
		out[2] = asHousehold / all;
		out[3] = asTwins / all;
	}

	/** The most that can come of it, whatever so many names say. */
	double atBest(double ofMatch, int names) {
		return this.same + ofMatch + names * this.mostByName;
	}

	/** Which of the others is likeliest: 0 strangers, 1 a household, 2 twins. */
	int likeliestOther(double ofHousehold, double ofTwins) {
		double asHousehold = this.household + ofHousehold;
		double asTwins = this.twins + ofTwins;
		return (asHousehold <= 0 && asTwins <= 0) ? 0 : (asHousehold >= asTwins) ? 1 : 2;
	}

}
