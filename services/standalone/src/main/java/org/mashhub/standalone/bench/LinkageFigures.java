package org.mashhub.standalone.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.mashhub.correlation.identity.Parameters;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.state.Edge;
import org.mashhub.correlation.state.HeapState;

/**
 * What the linking of one table gave.
 *
 * @param records rows
 * @param people different people among them
 * @param truePairs pairs of rows of one person
 * @param decided what was decided without anybody's help
 * @param withReview the same, had officers answered every question rightly
 * @param questions questions put to officers for 1,000 records
 * @param learnedSeconds time to learn the model
 * @param recordsPerSecond records linked a second, on one thread
 * @param prior chance that two records speak of one person, as learned
 * @param heapMegabytes megabytes that the engine's state takes, after a collection
 * @param calibration how often pairs of some weight were of one person
 * @param groups how many links were missed within each group of records
 */
public record LinkageFigures(int records, int people, long truePairs, Quality decided, Quality withReview,
		double questions, double learnedSeconds, long recordsPerSecond, double prior, long heapMegabytes,
		List<Calibration> calibration, List<Group> groups) {

	public LinkageFigures {
		calibration = List.copyOf(calibration);
		groups = List.copyOf(groups);
	}

	static LinkageFigures of(Map<MentionId, LinkageTable.Person> rows, HeapState state, double learned, double linked,
			long heapMegabytes, Parameters parameters) {
		Map<MentionId, String> truth = new HashMap<>();
		rows.forEach((mention, row) -> truth.put(mention, row.truth()));
		Map<MentionId, PersonId> found = new HashMap<>();
		state.links().forEach((mention, link) -> {
			if (truth.containsKey(mention)) {
				found.put(mention, link.person());
			}
		});
		List<Set<PersonId>> asked = new ArrayList<>();
		state.reviews().forEach((id, review) -> {
			if (review.open()) {
				asked.add(Set.of(review.one(), review.other()));
			}
		});
		return new LinkageFigures(truth.size(), new HashSet<>(truth.values()).size(), pairs(counts(truth).values()),
				Quality.of(truth, new HashMap<>(found)), Quality.of(truth, answered(truth, found, asked)),
				1000.0 * asked.size() / truth.size(), learned, Math.round(truth.size() / linked), parameters.same(),
				heapMegabytes, Calibration.of(state, truth), Group.of(rows, found));
	}

	/** People joined where an officer who knew the truth would have joined them. */
	private static Map<MentionId, Object> answered(Map<MentionId, String> truth, Map<MentionId, PersonId> found,
			List<Set<PersonId>> asked) {
		Map<PersonId, Map<String, Integer>> who = new HashMap<>();
		found.forEach((mention, person) -> who.computeIfAbsent(person, (unknown) -> new HashMap<>())
			.merge(truth.getOrDefault(mention, ""), 1, Integer::sum));
		Map<PersonId, PersonId> joined = new HashMap<>();
		for (Set<PersonId> question : asked) {
			List<PersonId> both = new ArrayList<>(question);
			if (both.size() == 2 && mostly(who.getOrDefault(both.get(0), Map.of()))
				.equals(mostly(who.getOrDefault(both.get(1), Map.of())))) {
				PersonId one = root(joined, both.get(0));
				PersonId other = root(joined, both.get(1));
				if (!one.equals(other)) {
					joined.put(one, other);
				}
			}
		}
		Map<MentionId, Object> answered = new HashMap<>();
		found.forEach((mention, person) -> answered.put(mention, root(joined, person)));
		return answered;
	}

	private static String mostly(Map<String, Integer> counts) {
		return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
	}

	private static PersonId root(Map<PersonId, PersonId> joined, PersonId person) {
		PersonId root = person;
		while (joined.containsKey(root)) {
			root = joined.getOrDefault(root, root);
		}
		return root;
	}

	private static <V> Map<V, Integer> counts(Map<MentionId, V> assignment) {
		Map<V, Integer> counts = new HashMap<>();
		assignment.values().forEach((value) -> counts.merge(value, 1, Integer::sum));
		return counts;
	}

	private static long pairs(Iterable<Integer> sizes) {
		long pairs = 0;
		for (long size : sizes) {
			pairs += size * (size - 1) / 2;
		}
		return pairs;
	}

	/**
	 * How good a grouping is.
	 *
	 * @param precision share of the pairs put together that belong together
	 * @param recall share of the pairs that belong together that were put together
	 * @param f1 harmonic mean of the two
	 * @param cubed the F1 of B³ (Bagga and Baldwin 1998), which counts records instead of
	 * pairs
	 */
	public record Quality(double precision, double recall, double f1, double cubed) {

		static Quality of(Map<MentionId, String> truth, Map<MentionId, Object> found) {
			Map<String, Integer> ofTruth = counts(truth);
			Map<Object, Integer> ofFound = counts(found);
			Map<List<Object>, Integer> ofBoth = new HashMap<>();
			found.forEach((mention, person) -> ofBoth.merge(List.of(truth.getOrDefault(mention, ""), person), 1,
					Integer::sum));
			double right = pairs(ofBoth.values());
			double precision = ratio(right, (double) pairs(ofFound.values()));
			double recall = ratio(right, (double) pairs(ofTruth.values()));
			double cubedPrecision = 0;
			double cubedRecall = 0;
			for (Map.Entry<List<Object>, Integer> both : ofBoth.entrySet()) {
				double size = both.getValue();
				cubedPrecision += size * size / ofFound.getOrDefault(both.getKey().get(1), 1);
				cubedRecall += size * size / ofTruth.getOrDefault(String.valueOf(both.getKey().get(0)), 1);
			}
			return new Quality(precision, recall, harmonic(precision, recall),
					harmonic(cubedPrecision / found.size(), cubedRecall / found.size()));
		}

		private static double ratio(double part, double whole) {
			return (whole == 0) ? 1 : part / whole;
		}

		private static double harmonic(double one, double other) {
			return (one + other == 0) ? 0 : 2 * one * other / (one + other);
		}

	}

	/**
	 * Whether a weight means what it says.
	 *
	 * @param fromBits weight from which on pairs are counted here, up to that of the next
	 * @param pairs pairs of that weight that were looked at together
	 * @param expected share of them that should be of one person, by their weights
	 * @param found share of them that were
	 */
	public record Calibration(int fromBits, int pairs, double expected, double found) {

		private static final int STEP = 3;

		static List<Calibration> of(HeapState state, Map<MentionId, String> truth) {
			TreeMap<Integer, double[]> bins = new TreeMap<>();
			state.edges().forEach((mention, edges) -> {
				for (Edge edge : edges) {
					if (mention.compareTo(edge.other()) < 0 && truth.containsKey(mention)
							&& truth.containsKey(edge.other())) {
						int bin = Math.min(STEP * (int) Math.floor(edge.bits() / STEP), 5 * STEP);
						double[] sums = bins.computeIfAbsent(bin, (unknown) -> new double[3]);
						sums[0]++;
						sums[1] += 1 / (1 + Math.pow(2, -edge.bits()));
						sums[2] += truth.getOrDefault(mention, "").equals(truth.get(edge.other())) ? 1 : 0;
					}
				}
			});
			return bins.entrySet()
				.stream()
				.map((bin) -> new Calibration(bin.getKey(), (int) bin.getValue()[0],
						bin.getValue()[1] / bin.getValue()[0], bin.getValue()[2] / bin.getValue()[0]))
				.toList();
		}

	}

	/**
	 * The records that have one value in one column.
	 *
	 * @param column the column
	 * @param value its value
	 * @param records records that have it
	 * @param missed share of their true pairs, each counted from the record that has the
	 * value, that were not put together
	 * @param wrong share of the pairs put together with them that do not belong together
	 */
	public record Group(String column, String value, int records, double missed, double wrong) {

		static List<Group> of(Map<MentionId, LinkageTable.Person> rows, Map<MentionId, PersonId> found) {
			Map<String, Integer> ofTruth = new HashMap<>();
			Map<PersonId, Integer> ofFound = new HashMap<>();
			Map<List<Object>, Integer> ofBoth = new HashMap<>();
			rows.forEach((mention, row) -> {
				PersonId person = Objects.requireNonNull(found.get(mention));
				ofTruth.merge(row.truth(), 1, Integer::sum);
				ofFound.merge(person, 1, Integer::sum);
				ofBoth.merge(List.of(row.truth(), person), 1, Integer::sum);
			});
			TreeMap<List<String>, double[]> groups = new TreeMap<>(
					Comparator.comparing((List<String> key) -> key.get(0)).thenComparing((key) -> key.get(1)));
			rows.forEach((mention, row) -> {
				PersonId person = Objects.requireNonNull(found.get(mention));
				double both = ofBoth.getOrDefault(List.of(row.truth(), person), 1) - 1.0;
				row.groups().forEach((column, value) -> {
					double[] sums = groups.computeIfAbsent(List.of(column, value), (unknown) -> new double[4]);
					sums[0]++;
					sums[1] += ofTruth.getOrDefault(row.truth(), 1) - 1;
					sums[2] += both;
					sums[3] += ofFound.getOrDefault(person, 1) - 1;
				});
			});
			return groups.entrySet()
				.stream()
				.map((group) -> new Group(group.getKey().get(0), group.getKey().get(1), (int) group.getValue()[0],
						1 - Quality.ratio(group.getValue()[2], group.getValue()[1]),
						1 - Quality.ratio(group.getValue()[2], group.getValue()[3])))
				.toList();
		}

	}

}
