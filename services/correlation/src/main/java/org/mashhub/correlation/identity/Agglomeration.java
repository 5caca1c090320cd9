package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.LinkAnswer;

/**
 * Puts the mentions of one component together, the surest first. Two groups become one
 * where the evidence of all pairs across speaks for it, never over a proof that two of
 * them are two people: a chain of weak links does not make one person.
 * <p>
 * Of a field that does not change in a life the evidence of two groups is the mean of all
 * pairs. Of one that does, each mention of the smaller group is taken with the one it
 * agrees with best in the other, and the mean is over these (the directed distance that
 * the modified Hausdorff distance of Dubuisson and Jain 1994 is made of): whoever has
 * lived in three homes is rightly met in one of them. Among so many values one agrees by
 * chance more easily, which is taken off. A field that no pair has in common says
 * nothing.
 * <p>
 * Officers' answers come before evidence: whom they hold together counts as one person in
 * what proves two, and is one in the end; how well groups agree they do not change.
 * <p>
 * Mentions come in the order of their ids, so that the result depends on the set alone;
 * those that say just the same of somebody are one from the start.
 */
final class Agglomeration {

	private static final Field[] FIELDS = Field.values();

	private final MatchModel model;

	private final ComparedPairs compared;

	private final List<Node> nodes;

	/** Sums over the pairs of two groups, for fields that do not change. */
	private final Sums[][] sums;

	/** For a mention and a group, the pair that agrees best, for fields that change. */
	private final Evidence[][][] best;

	private final double[][] bits;

	private final List<List<Integer>> groups = new ArrayList<>();

	private final boolean[] gone;

	/** What officers' answers hold together, null where they hold nothing. */
	private final @Nullable Ties ties;

	Agglomeration(MatchModel model, ComparedPairs compared, List<Mention> mentions, List<SourceRecordId> records,
			Answers answers) {
		this.model = model;
		this.compared = compared;
		this.nodes = nodes(model, mentions, records, answers);
		int size = this.nodes.size();
		this.sums = new Sums[size][size];
		this.best = new Evidence[size][size][FIELDS.length];
		this.bits = new double[size][size];
		this.gone = new boolean[size];
		for (int i = 0; i < size; i++) {
			this.groups.add(new ArrayList<>(List.of(i)));
			for (int j = i + 1; j < size; j++) {
				compare(i, j, answers);
			}
		}
		this.ties = ties(answers.same());
	}

	private @Nullable Ties ties(List<LinkAnswer> same) {
		if (same.isEmpty()) {
			return null;
		}
		Map<MentionId, Integer> places = new HashMap<>();
		for (int node = 0; node < this.nodes.size(); node++) {
			for (MentionId member : this.nodes.get(node).members) {
				places.put(member, node);
			}
		}
		Ties tied = new Ties(this.bits);
		for (LinkAnswer answer : same) {
			Integer one = places.get(answer.one());
			Integer other = places.get(answer.other());
			if (one != null && other != null) {
				tied.tie(one, other);
			}
		}
		return tied;
	}

	/**
	 * Who says the same of somebody sure enough says it of one person; whom an officer
	 * has answered about stands alone at first.
	 */
	private static List<Node> nodes(MatchModel model, List<Mention> mentions, List<SourceRecordId> records,
			Answers answers) {
		List<Node> nodes = new ArrayList<>();
		Map<Particulars, Node> byParticulars = new HashMap<>();
		for (int i = 0; i < mentions.size(); i++) {
			Mention mention = mentions.get(i);
			boolean alone = answers.concern(mention.id());
			Node same = alone ? null : byParticulars.get(mention.particulars());
			if (same == null || same.records.contains(records.get(i))
					|| model.bits(mention, mention) < model.sameAt()) {
				same = new Node(mention);
				nodes.add(same);
				if (!alone) {
					byParticulars.putIfAbsent(mention.particulars(), same);
				}
			}
			same.members.add(mention.id());
			same.records.add(records.get(i));
		}
		return nodes;
	}

	private void compare(int i, int j, Answers answers) {
		Node one = this.nodes.get(i);
		Node other = this.nodes.get(j);
		ComparedPairs.Compared result = this.compared.of(one.mention, other.mention);
		Evidence pair = result.evidence();
		Sums sum = new Sums();
		for (int at = 0; at < FIELDS.length; at++) {
			if (pair.knows(at)) {
				if (FIELDS[at].changing()) {
					this.best[i][j][at] = pair;
					this.best[j][i][at] = pair;
				}
				else {
					sum.add(at, pair);
				}
			}
		}
		this.sums[i][j] = sum;
		boolean never = result.different() || !Collections.disjoint(one.records, other.records)
				|| answers.different(one.members, other.members);
		this.bits[i][j] = never ? Double.NEGATIVE_INFINITY : result.bits();
	}

	List<List<MentionId>> clusters() {
		while (joinBest()) {
			// Until nothing more belongs together.
		}
		Map<Integer, List<MentionId>> clusters = new TreeMap<>();
		for (int i = 0; i < this.nodes.size(); i++) {
			if (!this.gone[i]) {
				List<MentionId> cluster = clusters.computeIfAbsent((this.ties != null) ? this.ties.of(i) : i,
						(tied) -> new ArrayList<>());
				this.groups.get(i).forEach((node) -> cluster.addAll(this.nodes.get(node).members));
			}
		}
		return List.copyOf(clusters.values());
	}

	private boolean joinBest() {
		int one = -1;
		int other = -1;
		double strongest = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < this.nodes.size(); i++) {
			for (int j = i + 1; !this.gone[i] && j < this.nodes.size(); j++) {
				if (!this.gone[j] && this.bits[i][j] > strongest && (this.ties == null || this.ties.permit(i, j))) {
					strongest = this.bits[i][j];
					one = i;
					other = j;
				}
			}
		}
		if (one < 0 || strongest < this.model.sameAt()) {
			return false;
		}
		join(one, other);
		return true;
	}

	private void join(int one, int other) {
		this.groups.get(one).addAll(this.groups.get(other));
		if (this.ties != null) {
			this.ties.tie(one, other);
		}
		this.gone[other] = true;
		for (int node = 0; node < this.nodes.size(); node++) {
			better(this.best[node][one], this.best[node][other]);
		}
		for (int third = 0; third < this.nodes.size(); third++) {
			if (third != one && !this.gone[third]) {
				int a = Math.min(one, third);
				int b = Math.max(one, third);
				int c = Math.min(other, third);
				int d = Math.max(other, third);
				this.sums[a][b].add(this.sums[c][d]);
				boolean never = this.bits[a][b] == Double.NEGATIVE_INFINITY
						|| this.bits[c][d] == Double.NEGATIVE_INFINITY;
				this.bits[a][b] = never ? Double.NEGATIVE_INFINITY : bits(a, b);
			}
		}
	}

	private static void better(Evidence[] known, Evidence[] candidates) {
		for (int field = 0; field < known.length; field++) {
			Evidence candidate = candidates[field];
			if (candidate != null && (known[field] == null || candidate.match(field) > known[field].match(field))) {
				known[field] = candidate;
			}
		}
	}

	private double bits(int one, int other) {
		Evidence across = new Evidence();
		Sums steady = this.sums[one][other];
		for (int at = 0; at < FIELDS.length; at++) {
			if (FIELDS[at].changing()) {
				changing(at, one, other).noteMean(at, across, chances(at, one, other));
			}
			else {
				steady.noteMean(at, across, 0);
			}
		}
		return this.model.bits(across);
	}

	/** From each mention of the smaller group, from all where both are as big. */
	private Sums changing(int field, int one, int other) {
		Sums ofBest = new Sums();
		int sizes = this.groups.get(one).size() - this.groups.get(other).size();
		if (sizes <= 0) {
			for (int member : this.groups.get(one)) {
				ofBest.addIfKnown(field, this.best[member][other][field]);
			}
		}
		if (sizes >= 0) {
			for (int member : this.groups.get(other)) {
				ofBest.addIfKnown(field, this.best[member][one][field]);
			}
		}
		return ofBest;
	}

	/**
	 * By how many bits an agreement says less, where one of several values would have
	 * done: as many as the different values of the larger group that do not agree. A
	 * value that is written again and again is one chance.
	 */
	private double chances(int field, int one, int other) {
		boolean first = this.groups.get(one).size() >= this.groups.get(other).size();
		int larger = first ? one : other;
		int smaller = first ? other : one;
		Set<Object> disagree = new HashSet<>();
		for (int member : this.groups.get(larger)) {
			Evidence best = this.best[member][smaller][field];
			if (best != null && best.match(field) <= 0) {
				disagree.add(FIELDS[field].valueOf(this.nodes.get(member).mention.particulars()));
			}
		}
		return Weights.log2(1 + disagree.size());
	}

	/** Mentions that say the same. */
	private static final class Node {

		private final Mention mention;

		private final List<MentionId> members = new ArrayList<>();

		private final Set<SourceRecordId> records = new HashSet<>();

		Node(Mention mention) {
			this.mention = mention;
		}

	}

	private static final class Sums {

		private final float[] match = new float[FIELDS.length];

		private final float[] household = new float[FIELDS.length];

		private final float[] twins = new float[FIELDS.length];

		private final int[] terms = new int[FIELDS.length];

		void add(int field, Evidence pair) {
			this.match[field] += pair.match(field);
			this.household[field] += pair.household(field);
			this.twins[field] += pair.twins(field);
			this.terms[field]++;
		}

		void addIfKnown(int field, Evidence pair) {
			if (pair != null) {
				add(field, pair);
			}
		}

		void add(Sums other) {
			for (int field = 0; field < FIELDS.length; field++) {
				this.match[field] += other.match[field];
				this.household[field] += other.household[field];
				this.twins[field] += other.twins[field];
				this.terms[field] += other.terms[field];
			}
		}

		void noteMean(int field, Evidence evidence, double less) {
			int of = this.terms[field];
			if (of > 0) {
				evidence.note(field, less(this.match[field] / of, less), less(this.household[field] / of, less),
						less(this.twins[field] / of, less));
			}
		}

		/** What speaks for it says less, what speaks against it as much. */
		private static double less(double bits, double less) {
			return (bits > 0) ? Math.max(0, bits - less) : bits;
		}

	}

}
