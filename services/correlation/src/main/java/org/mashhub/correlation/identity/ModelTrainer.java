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

	private final Comparer comparer = new Comparer();

	private final List<Mention> mentions;

	private Parameters parameters;

	private Weights weights;

	private ModelTrainer(String version, Collection<Mention> mentions) {
		this.mentions = List.copyOf(mentions);
		double records = this.mentions.size();
		Map<Agreement, Double> match = new EnumMap<>(Agreement.class);
		Map<Agreement, Double> random = new EnumMap<>(Agreement.class);
		for (List<Agreement> levels : GROUPS) {
			for (int i = 0; i < levels.size(); i++) {
				match.put(levels.get(i), prior(levels, i));
				random.put(levels.get(i), (i == levels.size() - 1) ? 0.9 : 0.1 / (levels.size() - 1));
			}
		}
		this.parameters = new Parameters(version, 0.5 / records, 0.1 / records, TWINS * 0.5 / records, match, random,
				frequencies(Comparer::givenName), frequencies(Comparer::familyName), 1 / records);
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
		return new ModelTrainer(version, mentions).learn();
	}

	/** What is believed before any data: most fields agree for one person. */
	private static double prior(List<Agreement> levels, int level) {
		return (level == 0) ? 0.8 : 0.2 / (levels.size() - 1);
	}

	private Map<String, Double> frequencies(Function<Particulars, @Nullable String> name) {
		Map<String, Integer> counts = new TreeMap<>();
		int known = 0;
		for (Mention mention : this.mentions) {
			String value = name.apply(mention.particulars());
			if (value != null) {
				counts.merge(value, 1, Integer::sum);
				known++;
			}
		}
		Map<String, Double> frequencies = new HashMap<>();
		for (Map.Entry<String, Integer> count : counts.entrySet()) {
			if (count.getValue() > 1) {
				frequencies.put(count.getKey(), (double) count.getValue() / known);
			}
		}
		return frequencies;
	}

	private Parameters learn() {
		List<Pair> candidates = candidates();
		List<Pair> drawn = drawn();
		for (int round = 0; round < ROUNDS; round++) {
			this.parameters = round(candidates, drawn);
			this.weights = new Weights(this.parameters);
		}
		check();
		return this.parameters;
	}

	private List<Pair> candidates() {
		Blocking blocking = new Blocking(this.weights, this.mentions.size());
		Map<String, List<Integer>> blocks = new LinkedHashMap<>();
		for (int i = 0; i < this.mentions.size(); i++) {
			for (String key : blocking.keys(this.mentions.get(i))) {
				blocks.computeIfAbsent(key, (unknown) -> new ArrayList<>()).add(i);
			}
		}
		Map<Long, Boolean> seen = new HashMap<>();
		List<Pair> pairs = new ArrayList<>();
		for (List<Integer> block : blocks.values()) {
			if (block.size() > BLOCK_BOUND) {
				continue;
			}
			for (int i = 0; i < block.size(); i++) {
				for (int j = i + 1; j < block.size() && pairs.size() < MOST_PAIRS; j++) {
					long key = (long) block.get(i) << 32 | block.get(j);
					if (seen.put(key, true) == null) {
						pairs.add(pair(block.get(i), block.get(j)));
					}
				}
			}
		}
		return pairs;
	}

	private List<Pair> drawn() {
		int records = this.mentions.size();
		List<Pair> pairs = new ArrayList<>();
		if ((long) records * (records - 1) / 2 <= RANDOM_PAIRS) {
			for (int i = 0; i < records; i++) {
				for (int j = i + 1; j < records; j++) {
					pairs.add(pair(i, j));
				}
			}
			return pairs;
		}
		SplittableRandom random = new SplittableRandom(records);
		while (pairs.size() < RANDOM_PAIRS) {
			int one = random.nextInt(records);
			int other = random.nextInt(records);
			if (one != other) {
				pairs.add(pair(one, other));
			}
		}
		return pairs;
	}

	private Pair pair(int one, int other) {
		Particulars a = this.mentions.get(one).particulars();
		Particulars b = this.mentions.get(other).particulars();
		byte[] levels = new byte[FIELDS.length];
		for (Field field : FIELDS) {
			Agreement level = this.comparer.compare(field, a, b);
			levels[field.place()] = (level != null) ? (byte) level.place() : -1;
		}
		return new Pair(one, other, levels);
	}

	private Parameters round(List<Pair> candidates, List<Pair> drawn) {
		double[] match = new double[LEVELS.length];
		double[] random = new double[LEVELS.length];
		double same = 0;
		double household = 0;
		double[] chances = new double[4];
		for (Pair pair : candidates) {
			chances(pair, chances);
			same += chances[1];
			household += chances[2];
			for (byte level : pair.levels) {
				if (level >= 0) {
					match[level] += chances[1];
				}
			}
		}
		for (Pair pair : drawn) {
			chances(pair, chances);
			for (byte level : pair.levels) {
				if (level >= 0) {
					random[level] += chances[0];
				}
			}
		}
		double pairs = (double) this.mentions.size() * (this.mentions.size() - 1) / 2;
		Map<Agreement, Double> matchLearned = new EnumMap<>(Agreement.class);
		Map<Agreement, Double> randomLearned = new EnumMap<>(Agreement.class);
		for (List<Agreement> levels : GROUPS) {
			normalise(levels, match, 5, matchLearned, true);
			normalise(levels, random, 1, randomLearned, false);
		}
		return new Parameters(this.parameters.version(), Math.max(same, 1) / pairs, household / pairs,
				TWINS * same / pairs, matchLearned, randomLearned, this.parameters.givenNames(),
				this.parameters.familyNames(), this.parameters.otherName());
	}

	private static void normalise(List<Agreement> levels, double[] counts, double believed, Map<Agreement, Double> out,
			boolean ofMatch) {
		double sum = believed;
		for (Agreement level : levels) {
			sum += counts[level.place()];
		}
		for (int i = 0; i < levels.size(); i++) {
			double prior = ofMatch ? prior(levels, i) : (i == levels.size() - 1) ? 0.9 : 0.1 / (levels.size() - 1);
			double learned = (counts[levels.get(i).place()] + believed * prior) / sum;
			out.put(levels.get(i), ofMatch ? learned : Math.max(learned, RAREST));
		}
	}

	/** Chances that a pair is of strangers, one person, a household, twins. */
	private void chances(Pair pair, double[] out) {
		Particulars a = this.mentions.get(pair.one).particulars();
		Particulars b = this.mentions.get(pair.other).particulars();
		double ofMatch = 0;
		double ofHousehold = 0;
		double ofTwins = 0;
		for (byte ordinal : pair.levels) {
			if (ordinal >= 0) {
				Agreement level = LEVELS[ordinal];
				double random = this.weights.random(level, a, b);
				ofMatch += this.weights.match(level, random);
				ofHousehold += this.weights.household(level, random);
				ofTwins += this.weights.twins(level, random, a.grown() && b.grown());
			}
		}
		this.weights.chances(ofMatch, ofHousehold, ofTwins, out);
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

	private static final class Pair {

		private final int one;

		private final int other;

		private final byte[] levels;

		Pair(int one, int other, byte[] levels) {
			this.one = one;
			this.other = other;
			this.levels = levels;
		}

	}

}
