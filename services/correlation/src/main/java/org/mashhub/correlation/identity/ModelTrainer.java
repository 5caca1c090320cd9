package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;

/**
 * Learns a model from records that nobody has labelled, by expectation and maximisation
 * (Dempster, Laird and Rubin 1977; Winkler 1988) over all pairs that share a blocking
 * key. Pairs that share none are taken for strangers. The chances among strangers come
 * from pairs drawn at random, with a fixed seed: the same records give the same model.
 */
public final class ModelTrainer {

	private static final int ROUNDS = 25;

	private static final int RANDOM_PAIRS = 400_000;

	private static final int MOST_PAIRS = 3_000_000;

	/** What no pair drawn at random showed is not therefore impossible. */
	private static final double RAREST = 1e-6;

	/**
	 * Pairs of twins for each pair of records of one person. Records cannot tell twins
	 * from one person whose given name was taken down wrongly, so it is not learned: of
	 * 1,000 maternities 14 to 16 are of twins or more (Office for National Statistics,
	 * Birth characteristics in England and Wales).
	 */
	private static final double TWINS = 0.015;

	private static final int BLOCK_BOUND = 400;

	private static final Field[] FIELDS = Field.values();

	private static final List<List<Agreement>> GROUPS = Arrays.stream(FIELDS)
		.flatMap((field) -> Agreement.groupsOf(field).stream())
		.toList();

	private static final Agreement[] LEVELS = Agreement.values();

	private static final List<Field> BY_NAME = List.of(Field.GIVEN_NAME, Field.FAMILY_NAME, Field.COMPANIONS);

	/**
	 * How often a field can be quite different in two records of one person at the most;
	 * family names change by marriage.
	 */
	private static final Map<Agreement, Double> MOST = Map.of(Agreement.GIVEN_DIFFERENT, 0.1,
			Agreement.FAMILY_DIFFERENT, 0.3, Agreement.BIRTH_FAR, 0.05, Agreement.BIRTH_GENERATION, 0.1,
			Agreement.SEX_DIFFERENT, 0.1);

	/**
	 * The same of the year, where records have no more: it is seldomer more than ten
	 * years off than a son has his father's name and home. Where others have dates, a
	 * mere year is what is left of one that was written wrongly.
	 */
	private static final double MOST_GENERATIONS = 0.02;

	private final Comparer comparer = new Comparer();

	private final boolean yearsAlone;

	private final List<Mention> mentions;

	private Parameters parameters;

	private Weights weights;

	private ModelTrainer(String version, Collection<Mention> mentions) {
		this.mentions = List.copyOf(mentions);
		long dates = this.mentions.stream().filter((mention) -> mention.particulars().birthDate() != null).count();
		long years = this.mentions.stream().filter((mention) -> mention.particulars().birthYear() != null).count();
		this.yearsAlone = dates < years - dates;
		double records = this.mentions.size();
		Map<Agreement, Double> match = new EnumMap<>(Agreement.class);
		Map<Agreement, Double> random = new EnumMap<>(Agreement.class);
		for (List<Agreement> levels : GROUPS) {
			for (int i = 0; i < levels.size(); i++) {
				match.put(levels.get(i), prior(levels, i));
				random.put(levels.get(i), ofStrangers(levels, i));
			}
		}
		this.parameters = new Parameters(version, 0.5 / records, 0.1 / records, TWINS * 0.5 / records, match, random,
				frequencies((who) -> {
					String given = Comparer.givenName(who);
					return (given != null) ? List.of(given) : List.of();
				}), frequencies(Particulars::familyNames), 1 / records);
		this.weights = new Weights(this.parameters);
	}

	/**
	 * Learns a model.
	 * @param version its name
	 * @param mentions the records
	 * @return what was learned
	 * @throws IllegalArgumentException when the records hold too little to learn from
	 */
	public static Parameters train(String version, Collection<Mention> mentions) {
		if (mentions.size() < 100) {
			throw new IllegalArgumentException("a model is learned from at least 100 records, not " + mentions.size());
		}
		ModelTrainer trainer = new ModelTrainer(version, mentions);
		trainer.learn();
		trainer.check();
		return trainer.parameters;
	}

	/**
	 * Learns what can be learned for these records alone, however few there are: a field
	 * that cannot tell two people from one says nothing.
	 * @param version its name
	 * @param mentions the records
	 * @return what was learned
	 */
	public static Parameters fit(String version, Collection<Mention> mentions) {
		ModelTrainer trainer = new ModelTrainer(version, mentions);
		trainer.learn();
		return trainer.withoutWhatMisleads();
	}

	/** What is believed before any data: most fields agree for one person. */
	private static double prior(List<Agreement> levels, int level) {
		return (level == 0) ? 0.8 : 0.2 / (levels.size() - 1);
	}

	/** The same of strangers: they differ, in whichever way a field tells of that. */
	private static double ofStrangers(List<Agreement> levels, int level) {
		long different = levels.stream().filter((each) -> isDifferent(levels, each)).count();
		return isDifferent(levels, levels.get(level)) ? 0.9 / different : 0.1 / (levels.size() - different);
	}

	private static boolean isDifferent(List<Agreement> levels, Agreement level) {
		return level == levels.getLast() || level == Agreement.NUMBER_OF_ANOTHER;
	}

	/** Shares of records that have a name; who has two halves has both. */
	private Map<String, Double> frequencies(Function<Particulars, List<String>> names) {
		Map<String, Integer> counts = new TreeMap<>();
		int known = 0;
		for (Mention mention : this.mentions) {
			List<String> values = names.apply(mention.particulars());
			values.forEach((value) -> counts.merge(value, 1, Integer::sum));
			known += values.isEmpty() ? 0 : 1;
		}
		Map<String, Double> frequencies = new HashMap<>();
		for (Map.Entry<String, Integer> count : counts.entrySet()) {
			if (count.getValue() > 1) {
				frequencies.put(count.getKey(), (double) count.getValue() / known);
			}
		}
		return frequencies;
	}

	private void learn() {
		Map<Pattern, int[]> drawn = drawn();
		beginWithStrangers(drawn);
		Map<Pattern, int[]> candidates = candidates();
		for (int round = 0; round < ROUNDS; round++) {
			this.parameters = round(candidates, drawn);
			this.weights = new Weights(this.parameters);
		}
	}

	/** Two records drawn at random seldom speak of one person. */
	private void beginWithStrangers(Map<Pattern, int[]> drawn) {
		double[] counts = new double[LEVELS.length];
		drawn.forEach((pattern, times) -> {
			for (int place : pattern.levels()) {
				counts[place] += times[0];
			}
		});
		Map<Agreement, Double> random = new EnumMap<>(Agreement.class);
		GROUPS.forEach((levels) -> normalise(levels, counts, 1, random, false));
		this.parameters = new Parameters(this.parameters.version(), this.parameters.same(), this.parameters.household(),
				this.parameters.twins(), this.parameters.match(), random, this.parameters.givenNames(),
				this.parameters.familyNames(), this.parameters.otherName());
		this.weights = new Weights(this.parameters);
	}

	private Map<Pattern, int[]> candidates() {
		Blocking blocking = new Blocking(this.weights, this.mentions.size());
		Map<String, List<Integer>> blocks = new LinkedHashMap<>();
		for (int i = 0; i < this.mentions.size(); i++) {
			for (String key : blocking.keys(this.mentions.get(i))) {
				blocks.computeIfAbsent(key, (unknown) -> new ArrayList<>()).add(i);
			}
		}
		PairSet seen = new PairSet();
		Map<Pattern, int[]> patterns = new LinkedHashMap<>();
		for (List<Integer> block : blocks.values()) {
			if (block.size() > BLOCK_BOUND) {
				continue;
			}
			for (int i = 0; i < block.size(); i++) {
				for (int j = i + 1; j < block.size() && seen.size() < MOST_PAIRS; j++) {
					if (seen.add(block.get(i), block.get(j))) {
						count(block.get(i), block.get(j), patterns);
					}
				}
			}
		}
		return patterns;
	}

	private Map<Pattern, int[]> drawn() {
		int records = this.mentions.size();
		Map<Pattern, int[]> patterns = new LinkedHashMap<>();
		if ((long) records * (records - 1) / 2 <= RANDOM_PAIRS) {
			for (int i = 0; i < records; i++) {
				for (int j = i + 1; j < records; j++) {
					count(i, j, patterns);
				}
			}
			return patterns;
		}
		SplittableRandom random = new SplittableRandom(records);
		int pairs = 0;
		while (pairs < RANDOM_PAIRS) {
			int one = random.nextInt(records);
			int other = random.nextInt(records);
			if (one != other) {
				count(one, other, patterns);
				pairs++;
			}
		}
		return patterns;
	}

	private void count(int one, int other, Map<Pattern, int[]> patterns) {
		Particulars a = this.mentions.get(one).particulars();
		Particulars b = this.mentions.get(other).particulars();
		long levels = 0;
		double[] byName = new double[BY_NAME.size()];
		for (Field field : FIELDS) {
			Agreement level = this.comparer.compare(field, a, b);
			if (level != null) {
				levels |= 1L << level.place();
				int named = BY_NAME.indexOf(field);
				if (named >= 0 && Weights.isByName(level)) {
					byName[named] = this.weights.ofNames(level, a, b);
				}
			}
		}
		Pattern pattern = new Pattern(levels, a.grown() && b.grown(), byName[0], byName[1], byName[2]);
		patterns.computeIfAbsent(pattern, (unknown) -> new int[1])[0]++;
	}

	private Parameters round(Map<Pattern, int[]> candidates, Map<Pattern, int[]> drawn) {
		double[] match = new double[LEVELS.length];
		double[] random = new double[LEVELS.length];
		double same = 0;
		double household = 0;
		double[] chances = new double[4];
		for (Map.Entry<Pattern, int[]> pattern : candidates.entrySet()) {
			int times = pattern.getValue()[0];
			chances(pattern.getKey(), chances);
			same += times * chances[1];
			household += times * chances[2];
			for (int place : pattern.getKey().levels()) {
				match[place] += times * chances[1];
			}
		}
		for (Map.Entry<Pattern, int[]> pattern : drawn.entrySet()) {
			int times = pattern.getValue()[0];
			chances(pattern.getKey(), chances);
			for (int place : pattern.getKey().levels()) {
				random[place] += times * chances[0];
			}
		}
		double pairs = Math.max(1, (double) this.mentions.size() * (this.mentions.size() - 1) / 2);
		Map<Agreement, Double> matchLearned = new EnumMap<>(Agreement.class);
		Map<Agreement, Double> randomLearned = new EnumMap<>(Agreement.class);
		for (List<Agreement> levels : GROUPS) {
			normalise(levels, match, 5, matchLearned, true);
			normalise(levels, random, 1, randomLearned, false);
			bound(levels, matchLearned);
		}
		return new Parameters(this.parameters.version(), Math.min(Math.max(same, 1) / pairs, 0.3),
				Math.min(household / pairs, 0.3), Math.min(TWINS * same / pairs, 0.1), matchLearned, randomLearned,
				this.parameters.givenNames(), this.parameters.familyNames(), this.parameters.otherName());
	}

	/**
	 * One person's names and date of birth are seldom written quite differently. Without
	 * this bound, records of families, in which few are met twice, are learned from as if
	 * each family were a person.
	 */
	private void bound(List<Agreement> levels, Map<Agreement, Double> match) {
		for (Agreement level : levels) {
			double most = (level == Agreement.BIRTH_GENERATION && this.yearsAlone) ? MOST_GENERATIONS
					: MOST.getOrDefault(level, 1.0);
			double learned = match.getOrDefault(level, 0.0);
			if (learned > most) {
				double larger = (1 - most) / (1 - learned);
				levels.forEach((other) -> match.computeIfPresent(other, (same, chance) -> chance * larger));
				match.put(level, most);
			}
		}
	}

	private static void normalise(List<Agreement> levels, double[] counts, double believed, Map<Agreement, Double> out,
			boolean ofMatch) {
		double sum = believed;
		for (Agreement level : levels) {
			sum += counts[level.place()];
		}
		for (int i = 0; i < levels.size(); i++) {
			double prior = ofMatch ? prior(levels, i) : ofStrangers(levels, i);
			double learned = (counts[levels.get(i).place()] + believed * prior) / sum;
			out.put(levels.get(i), ofMatch ? learned : Math.max(learned, RAREST));
		}
	}

	/** Chances that a pair is of strangers, one person, a household, twins. */
	private void chances(Pattern pattern, double[] out) {
		double ofMatch = 0;
		double ofHousehold = 0;
		double ofTwins = 0;
		for (int place : pattern.levels()) {
			Agreement level = LEVELS[place];
			double random = this.weights.random(level, pattern.byName(level.field()));
			ofMatch += this.weights.match(level, random);
			ofHousehold += this.weights.household(level, random);
			ofTwins += this.weights.twins(level, random, pattern.grown);
		}
		this.weights.chances(ofMatch, ofHousehold, ofTwins, out);
	}

	/** A field of which agreement speaks against one person is left out. */
	private Parameters withoutWhatMisleads() {
		Map<Agreement, Double> match = new EnumMap<>(this.parameters.match());
		for (List<Agreement> levels : GROUPS) {
			Agreement best = levels.getFirst();
			if (match.getOrDefault(best, 0.0) <= this.parameters.random().getOrDefault(best, 0.0)) {
				levels.forEach((level) -> match.put(level, this.parameters.random().getOrDefault(level, RAREST)));
			}
		}
		return new Parameters(this.parameters.version(), this.parameters.same(), this.parameters.household(),
				this.parameters.twins(), match, this.parameters.random(), this.parameters.givenNames(),
				this.parameters.familyNames(), this.parameters.otherName());
	}

	/** A model in which agreement speaks against a match has learned something else. */
	private void check() {
		for (Field field : FIELDS) {
			Agreement best = Agreement.of(field).getFirst();
			double match = this.parameters.match().getOrDefault(best, 0.0);
			double random = this.parameters.random().getOrDefault(best, 0.0);
			if (match <= random) {
				throw new IllegalArgumentException("the fit is degenerate: an equal " + field.words()
						+ " would speak against one person; these records hold too few people twice");
			}
		}
	}

	/**
	 * What a comparison of two records says: pairs that say the same are weighed once.
	 */
	private static final class Pattern {

		private final long bits;

		private final int[] levels;

		private final boolean grown;

		private final double ofGiven;

		private final double ofFamily;

		private final double ofCompanions;

		Pattern(long bits, boolean grown, double ofGiven, double ofFamily, double ofCompanions) {
			this.bits = bits;
			this.grown = grown;
			this.ofGiven = ofGiven;
			this.ofFamily = ofFamily;
			this.ofCompanions = ofCompanions;
			this.levels = new int[Long.bitCount(bits)];
			long left = bits;
			for (int i = 0; i < this.levels.length; i++) {
				this.levels[i] = Long.numberOfTrailingZeros(left);
				left &= left - 1;
			}
		}

		int[] levels() {
			return this.levels;
		}

		double byName(Field field) {
			return switch (field) {
				case GIVEN_NAME -> this.ofGiven;
				case FAMILY_NAME -> this.ofFamily;
				case COMPANIONS -> this.ofCompanions;
				case NHS_NUMBER, PNC_ID, NUMBER, BIRTH, SEX, ADDRESS, PHONE, EMAIL, PREGNANCY, MOTHER -> 0;
			};
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Pattern pattern && this.bits == pattern.bits && this.grown == pattern.grown
					&& this.ofGiven == pattern.ofGiven && this.ofFamily == pattern.ofFamily
					&& this.ofCompanions == pattern.ofCompanions;
		}

		@Override
		public int hashCode() {
			int hash = Long.hashCode(this.bits) * 31 + Double.hashCode(this.ofGiven);
			return (hash * 31 + Double.hashCode(this.ofFamily)) * 31 + Double.hashCode(this.ofCompanions);
		}

	}

	/** Pairs that were looked at: some millions, so without an object each. */
	private static final class PairSet {

		private long[] table = new long[1 << 16];

		private int size;

		/** Two different places; one of them is not 0, and so the key is not. */
		boolean add(int one, int other) {
			if (2 * this.size >= this.table.length) {
				grow();
			}
			long key = (long) Math.min(one, other) << 32 | Math.max(one, other);
			if (!put(this.table, key)) {
				return false;
			}
			this.size++;
			return true;
		}

		int size() {
			return this.size;
		}

		private void grow() {
			long[] larger = new long[2 * this.table.length];
			for (long key : this.table) {
				if (key != 0) {
					put(larger, key);
				}
			}
			this.table = larger;
		}

		private static boolean put(long[] table, long key) {
			int at = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & (table.length - 1);
			while (table[at] != 0) {
				if (table[at] == key) {
					return false;
				}
				at = (at + 1) & (table.length - 1);
			}
			table[at] = key;
			return true;
		}

	}

}
