package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;

/**
 * Match weights after Fellegi and Sunter (1969), the names weighed by how common they are
 * (Winkler 2000), against the likeliest of three other explanations: two strangers, two
 * people of one household, twins.
 */
public final class FellegiSunterModel implements MatchModel {

	/** By how many bits what singles nobody out stays below a decision. */
	private static final double A_LITTLE = 0.5;

	private static final Field[] FIELDS = Field.values();

	private static final List<String> STARTING_POINTS = List.of("two records seldom speak of one person",
			"two people of one household are likelier", "twins are likelier");

	private static final List<Field> CHEAPEST_FIRST = List.of(Field.PREGNANCY, Field.MOTHER, Field.BIRTH, Field.SEX,
			Field.NHS_NUMBER, Field.PNC_ID, Field.NUMBER, Field.ADDRESS, Field.PHONE, Field.EMAIL, Field.COMPANIONS,
			Field.FAMILY_NAME, Field.GIVEN_NAME);

	private final Parameters parameters;

	private final Weights weights;

	private final Comparer comparer = new Comparer();

	private final Blocking blocking;

	private final Thresholds thresholds;

	/**
	 * Creates the model.
	 * @param parameters what was learned
	 * @param thresholds where decisions are made
	 * @param mentions how many mentions are expected, for the size of blocks
	 */
	public FellegiSunterModel(Parameters parameters, Thresholds thresholds, double mentions) {
		this.parameters = parameters;
		this.thresholds = thresholds;
		this.weights = new Weights(parameters);
		this.blocking = new Blocking(this.weights, mentions);
	}

	@Override
	public String version() {
		return this.parameters.version();
	}

	@Override
	public double edgeAt() {
		return this.thresholds.edgeAt();
	}

	@Override
	public double sameAt() {
		return this.thresholds.sameAt();
	}

	@Override
	public double reviewAt() {
		return this.thresholds.reviewAt();
	}

	@Override
	public Collection<Long> blockingKeys(Mention mention) {
		Collection<String> keys = this.blocking.keys(mention);
		List<Long> hashes = new ArrayList<>(keys.size());
		keys.forEach((key) -> hashes.add(Blocking.hash(key)));
		return hashes;
	}

	@Override
	public Collection<Long> pregnancyKeys(Mention mention) {
		return Blocking.ofPregnancy(mention.particulars()).stream().map(Blocking::hash).toList();
	}

	@Override
	public double bits(Mention one, Mention other) {
		return bits(one.particulars(), other.particulars(), Double.NEGATIVE_INFINITY);
	}

	@Override
	public double bitsIfAnEdge(Mention one, Mention other) {
		return bits(one.particulars(), other.particulars(), this.thresholds.edgeAt());
	}

	/** Names come last: they are the dearest to compare, and most pairs need it not. */
	private double bits(Particulars a, Particulars b, double floor) {
		boolean grown = a.grown() && b.grown();
		int facts = 0;
		double ofMatch = 0;
		double ofHousehold = 0;
		double ofTwins = 0;
		boolean asked = isAsked(a, b);
		for (Field field : CHEAPEST_FIRST) {
			boolean aQuestion = asked || Evidence.oneNumber(facts);
			if (!aQuestion && field == Field.FAMILY_NAME && this.weights.atBest(ofMatch, 2) < floor) {
				return Double.NEGATIVE_INFINITY;
			}
			if (!aQuestion && field == Field.GIVEN_NAME && this.weights.atBest(ofMatch, 1) < floor) {
				return Double.NEGATIVE_INFINITY;
			}
			Agreement level = this.comparer.compare(field, a, b);
			if (level != null) {
				double random = this.weights.random(level, a, b);
				double match = this.weights.match(level, random);
				facts |= Evidence.fact(field, match);
				ofMatch += match;
				ofHousehold += household(level, random, a, b);
				ofTwins += this.weights.twins(level, random, grown);
			}
		}
		if (Pregnancy.isSingle(a.birth(), b.birth())) {
			ofTwins = Double.NEGATIVE_INFINITY;
		}
		double bits = bounded(this.weights.odds(ofMatch, ofHousehold, ofTwins), facts);
		return asked ? Math.max(bits, this.thresholds.reviewAt()) : bits;
	}

	private boolean isAsked(Particulars a, Particulars b) {
		return isAskedByNameAndDate(a, b) || this.comparer.ofOneNameAndPlace(a, b);
	}

	/**
	 * Names of three parts in another order, and one date of birth, are a question at
	 * least, whatever else differs, and no more than that: what two groups weigh does not
	 * know of it. 1 January is many people's by default.
	 */
	private static boolean isAskedByNameAndDate(Particulars a, Particulars b) {
		LocalDate born = a.birthDate();
		return born != null && born.equals(b.birthDate()) && born.getDayOfYear() != 1 && Comparer.ofTheSameParts(a, b);
	}

	/**
	 * What singles nobody out stays a question, however much of it there is. That two
	 * records have one NHS number is one as well, however little else agrees: one of them
	 * may have somebody else's, and is known by it to others. So is that children of one
	 * name and birthday have two mothers: in a city there are such children, and who is
	 * called a mother may be a father's partner.
	 */
	private double bounded(double bits, int facts) {
		if (Evidence.oneNumber(facts)) {
			return Math.max(bits, this.thresholds.reviewAt());
		}
		boolean enough = Evidence.singleOut(facts) && !Evidence.twoMothers(facts);
		return enough ? bits : Math.min(bits, this.thresholds.sameAt() - A_LITTLE);
	}

	@Override
	public @Nullable FieldWeights weights(Field field, Particulars one, Particulars other) {
		Agreement level = this.comparer.compare(field, one, other);
		if (level == null) {
			return null;
		}
		double random = this.weights.random(level, one, other);
		return new FieldWeights(this.weights.match(level, random), household(level, random, one, other),
				this.weights.twins(level, random, one.grown() && other.grown()));
	}

	/**
	 * What two of a household share: a first name the likelier, if their family has two.
	 */
	private double household(Agreement level, double random, Particulars one, Particulars other) {
		boolean oneName = level.field() == Field.GIVEN_NAME && this.weights.match(level, random) > 0;
		double namesakes = oneName ? Math.max(Namesakes.beside(one), Namesakes.beside(other)) : 0;
		return (namesakes > 0) ? this.weights.household(level, random, namesakes)
				: this.weights.household(level, random);
	}

	private Evidence evidence(Particulars one, Particulars other) {
		Evidence evidence = new Evidence();
		evidence.noteSingle(Pregnancy.isSingle(one.birth(), other.birth()));
		for (Field field : FIELDS) {
			FieldWeights weights = weights(field, one, other);
			if (weights != null) {
				evidence.note(field.place(), weights.match(), weights.household(), weights.twins());
			}
		}
		return evidence;
	}

	@Override
	public double bits(Evidence evidence) {
		return bounded(this.weights.odds(evidence.match(), evidence.household(), evidence.twins()), evidence.facts());
	}

	@Override
	public double atMost(double ofMatch) {
		return this.weights.atBest(ofMatch, 0);
	}

	@Override
	public boolean provenDifferent(Mention one, Mention other) {
		return this.comparer.compare(Field.NHS_NUMBER, one.particulars(),
				other.particulars()) == Agreement.NHS_DIFFERENT
				|| Pregnancy.compare(one.particulars(), other.particulars()) == Agreement.PREGNANCY_DIFFERENT;
	}

	@Override
	public Score explain(Mention one, Mention other) {
		Particulars a = one.particulars();
		Particulars b = other.particulars();
		Evidence evidence = evidence(a, b);
		int than = this.weights.likeliestOther(evidence.household(), evidence.twins());
		List<Comparison> comparisons = new ArrayList<>();
		double bits = bits(evidence);
		double left = bits;
		if (isAsked(a, b)) {
			bits = Math.max(bits, this.thresholds.reviewAt());
		}
		if (bits > left && this.comparer.ofOneNameAndPlace(a, b)) {
			comparisons.add(new Comparison(Field.ADDRESS.words(), "where the other lives, or was", bits - left));
		}
		else {
			left = bits;
		}
		for (Field field : FIELDS) {
			Agreement level = this.comparer.compare(field, a, b);
			if (level != null) {
				double weight = weight(level, a, b, than);
				comparisons.add(new Comparison(field.words(), level.words(), weight));
				left -= weight;
			}
		}
		double alone = bornAlone(evidence);
		if (alone > A_LITTLE) {
			comparisons.add(new Comparison("birth", "recorded as of one child", alone));
			left -= alone;
		}
		comparisons.sort((x, y) -> Double.compare(Math.abs(y.bits()), Math.abs(x.bits())));
		comparisons.add(new Comparison("before any comparison", STARTING_POINTS.get(than), left));
		return new Score(bits, comparisons, provenDifferent(one, other));
	}

	/** By how many bits more two are one, since a record says that there is no twin. */
	private double bornAlone(Evidence evidence) {
		if (evidence.twins() != Double.NEGATIVE_INFINITY) {
			return 0;
		}
		double bits = bits(evidence);
		evidence.noteSingle(false);
		return bits - bits(evidence);
	}

	private double weight(Agreement level, Particulars one, Particulars other, int than) {
		double random = this.weights.random(level, one, other);
		double match = this.weights.match(level, random);
		return switch (than) {
			case 1 -> match - household(level, random, one, other);
			case 2 -> match - this.weights.twins(level, random, one.grown() && other.grown());
			default -> match;
		};
	}

	/** The level of one field, for the trainer. */
	@Nullable Agreement compare(Field field, Particulars one, Particulars other) {
		return this.comparer.compare(field, one, other);
	}

	/**
	 * Where decisions are made, in bits of posterior odds: 10 is one error in a thousand.
	 *
	 * @param edgeAt from here on, mentions are looked at together
	 * @param reviewAt from here on, an officer should look
	 * @param sameAt from here on, mentions are one person
	 */
	public record Thresholds(double edgeAt, double reviewAt, double sameAt) {

		public Thresholds {
			if (edgeAt > reviewAt || reviewAt > sameAt) {
				throw new IllegalArgumentException("thresholds must rise: edge, review, same");
			}
		}

	}

}
