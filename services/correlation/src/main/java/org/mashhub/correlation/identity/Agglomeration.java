package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

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
 * chance more easily, which is taken off. Of first names, of which people have several at
 * a time, each mention is taken with all of the other group at once, as a sample of how
 * that person is written: a name that half of them write loses a bit, one that a single
 * record out of many writes loses most. A field that no pair has in common says nothing.
 * <p>
 * Whoever fits two people about equally well, of whom something proves that they are two,
 * joins neither until more is known: which of them would be chance.
 * <p>
 * An unborn child is one of those who were born to its mother in its time; which of two,
 * nobody can tell. Of a group in which the birth is known, it is the birth that counts.
 * <p>
 * Officers' answers come before evidence: whom they hold together counts as one person in
 * what proves two, and is one in the end; how well groups agree they do not change.
 * <p>
 * Mentions come in the order of their ids, so that the result depends on the set alone;
 * those that say just the same of somebody are one from the start.
 */
final class Agglomeration {

	private static final Field[] FIELDS = Field.values();

	private static final int[] NOTHING = {};

	/**
	 * Whoever fits two that are two people joins the one it fits by so many bits better,
	 * and where it does not, neither: 6 bits are one error in 64.
	 */
	private static final double PLAINLY_BETTER = 6;

	/** How often a pair that is left open is looked at again: then it stays open. */
	private static final int LOOKED_AT_AGAIN = 8;

	/** What two strangers of one name and one date of birth do not share. */
	private static final Set<Field> MORE_THAN_NAME_AND_AGE = Set.of(Field.PNC_ID, Field.NUMBER, Field.ADDRESS,
			Field.PHONE, Field.EMAIL, Field.COMPANIONS);

	/** Of more nodes than so many, those that plainly are one person are one at first. */
	private static final int MANY = 60;

	/** More bits than a common part of an address gives. */
	private static final double SHARED_FROM = 4;

	private final MatchModel model;

	private final List<Node> nodes;

	private final FieldValues[] values;

	private final Group[] groups;

	/** For each two groups, the smaller index first; negative infinity is never. */
	private final double[][] bits;

	/** For each group, the one after it that it agrees with best, or none. */
	private final int[] best;

	/** Pairs that agree well enough, of which one fits somebody else as well. */
	private final boolean[][] leftOpen;

	private final int[][] timesLeftOpen;

	private boolean anyLeftOpen;

	/** For each group, those that are never one with it. */
	private final BitSet[] apart;

	/** Groups that an officer's answer itself keeps apart. */
	private final boolean[][] answeredTwo;

	/** Of whom nothing is known but an NHS number, and perhaps the sex. */
	private final boolean[] byNumberAlone;

	/** What officers' answers hold together, null where they hold nothing. */
	private final @Nullable Ties ties;

	private final Evidence across = new Evidence();

	private final Sums sums = new Sums();

	private final Sums back = new Sums();

	/** For each spelling, the round in which it was last counted. */
	private final int[] seenIn;

	private int round;

	Agglomeration(MatchModel model, List<Mention> mentions, List<SourceRecordId> records, Answers answers) {
		this.model = model;
		this.nodes = nodes(model, mentions, records, answers);
		int size = this.nodes.size();
		List<Particulars> said = this.nodes.stream().map((node) -> node.mention.particulars()).toList();
		this.values = Arrays.stream(FIELDS)
			.map((field) -> new FieldValues(model, field, said))
			.toArray(FieldValues[]::new);
		this.groups = IntStream.range(0, size)
			.mapToObj((node) -> new Group(node, said.get(node), this.values))
			.toArray(Group[]::new);
		this.bits = new double[size][size];
		this.apart = IntStream.range(0, size).mapToObj((node) -> new BitSet(size)).toArray(BitSet[]::new);
		this.best = new int[size];
		this.leftOpen = new boolean[size][size];
		this.timesLeftOpen = new int[size][size];
		this.answeredTwo = new boolean[size][size];
		this.seenIn = new int[size];
		this.byNumberAlone = new boolean[size];
		for (int i = 0; i < size; i++) {
			this.byNumberAlone[i] = isByNumberAlone(i);
		}
		Map<MentionId, Integer> places = answers.isEmpty() ? Map.of() : places();
		forbid(answers, places);
		joinWhoIsPlainlyOne();
		for (int i = 0; i < size; i++) {
			for (int j = i + 1; j < size; j++) {
				if (this.bits[i][j] != Double.NEGATIVE_INFINITY && !this.groups[i].gone && !this.groups[j].gone) {
					if (areProvenTwo(i, j)) {
						forbid(i, j);
					}
					else {
						this.bits[i][j] = areNodes(i, j) ? ofPair(i, j) : ofGroups(this.groups[i], this.groups[j]);
					}
				}
			}
		}
		this.ties = ties(answers.same(), places);
		for (int i = 0; i < size; i++) {
			lookForBest(i);
		}
	}

	private boolean isByNumberAlone(int node) {
		if (this.values[Field.NHS_NUMBER.place()].of(node) == FieldValues.NONE) {
			return false;
		}
		return Arrays.stream(FIELDS)
			.filter((field) -> field != Field.NHS_NUMBER && field != Field.SEX)
			.allMatch((field) -> this.values[field.place()].of(node) == FieldValues.NONE);
	}

	private Map<MentionId, Integer> places() {
		Map<MentionId, Integer> places = new HashMap<>();
		for (int node = 0; node < this.nodes.size(); node++) {
			for (MentionId member : this.nodes.get(node).members) {
				places.put(member, node);
			}
		}
		return places;
	}

	private @Nullable Ties ties(List<LinkAnswer> same, Map<MentionId, Integer> places) {
		if (same.isEmpty()) {
			return null;
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
	 * How many are to be weighed against one another: what is said in the same words
	 * counts once.
	 */
	static int saidDifferently(MatchModel model, List<Mention> mentions, List<SourceRecordId> records,
			Answers answers) {
		Map<Particulars, Set<SourceRecordId>> known = new HashMap<>();
		int different = 0;
		for (Node node : nodes(model, mentions, records, answers)) {
			Particulars core = node.core(model);
			Set<SourceRecordId> of = (core != null) ? known.computeIfAbsent(core, (first) -> new HashSet<>())
					: Set.of();
			if (of.isEmpty() || !Collections.disjoint(of, node.records)) {
				different++;
			}
			if (core != null) {
				of.addAll(node.records);
			}
		}
		return different;
	}

	/**
	 * Of whom much is written, most records differ in a phone number or in who else they
	 * name: weighed one against another, they would take more time the more there are of
	 * them, and would be joined first of all.
	 */
	private void joinWhoIsPlainlyOne() {
		if (this.nodes.size() <= MANY) {
			return;
		}
		Map<Particulars, List<Integer>> known = new HashMap<>();
		for (int node = 0; node < this.nodes.size(); node++) {
			Particulars core = this.nodes.get(node).core(this.model);
			if (core == null) {
				continue;
			}
			List<Integer> alike = known.computeIfAbsent(core, (first) -> new ArrayList<>(1));
			int one = firstOf(alike, node);
			if (one >= 0) {
				takeIn(one, node);
			}
			else {
				alike.add(node);
			}
		}
	}

	private int firstOf(List<Integer> alike, int node) {
		for (int one : alike) {
			if (!this.apart[one].get(node)) {
				return one;
			}
		}
		return -1;
	}

	private void takeIn(int one, int other) {
		this.groups[one].take(this.groups[other]);
		this.apart[other].stream().forEach((third) -> forbid(one, third));
	}

	private boolean areNodes(int one, int other) {
		return this.groups[one].nodes.size() == 1 && this.groups[other].nodes.size() == 1;
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
				same = new Node(mention, alone);
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

	/** Two people of one record are two, and so are two of whom an officer says so. */
	private void forbid(Answers answers, Map<MentionId, Integer> places) {
		Map<SourceRecordId, List<Integer>> ofRecord = new HashMap<>();
		for (int node = 0; node < this.nodes.size(); node++) {
			for (SourceRecordId record : this.nodes.get(node).records) {
				List<Integer> others = ofRecord.computeIfAbsent(record, (first) -> new ArrayList<>(2));
				for (int other : others) {
					forbid(other, node);
				}
				others.add(node);
			}
		}
		for (LinkAnswer answer : answers.different()) {
			Integer one = places.get(answer.one());
			Integer other = places.get(answer.other());
			if (one != null && other != null) {
				forbid(one, other);
				this.answeredTwo[one][other] = true;
				this.answeredTwo[other][one] = true;
			}
		}
	}

	private void forbid(int one, int other) {
		this.bits[Math.min(one, other)][Math.max(one, other)] = Double.NEGATIVE_INFINITY;
		this.apart[one].set(other);
		this.apart[other].set(one);
	}

	private boolean areProvenTwo(int one, int other) {
		return differ(Field.NHS_NUMBER, one, other) || differ(Field.PREGNANCY, one, other);
	}

	private boolean differ(Field field, int one, int other) {
		FieldValues of = this.values[field.place()];
		int a = of.of(one);
		int b = of.of(other);
		return a != FieldValues.NONE && b != FieldValues.NONE && of.match(a, b) < 0;
	}

	/** Weight of two mentions, or what it cannot exceed where that decides nothing. */
	private double ofPair(int one, int other) {
		double match = 0;
		for (FieldValues of : this.values) {
			int a = of.of(one);
			int b = of.of(other);
			float agreed = (a != FieldValues.NONE && b != FieldValues.NONE) ? of.match(a, b) : 0;
			match += Float.isNaN(agreed) ? 0 : agreed;
		}
		double atMost = this.model.atMost(match);
		return (atMost < this.model.sameAt()) ? atMost : ofLikelyPair(one, other);
	}

	private double ofLikelyPair(int one, int other) {
		this.across.clear();
		this.across.noteSingle(this.groups[one].isSingle(this.groups[other]));
		for (int field = 0; field < FIELDS.length; field++) {
			FieldValues of = this.values[field];
			int a = of.of(one);
			int b = of.of(other);
			if (a != FieldValues.NONE && b != FieldValues.NONE) {
				float[] weights = of.weights(a, b);
				int at = FieldValues.at(a, b);
				if (!Float.isNaN(weights[at])) {
					this.across.note(field, weights[at], weights[at + 1], weights[at + 2]);
				}
			}
		}
		return this.model.bits(this.across);
	}

	private double weigh() {
		double atMost = this.model.atMost(this.across.match());
		return (atMost < this.model.sameAt()) ? atMost : this.model.bits(this.across);
	}

	List<List<MentionId>> clusters() {
		while (joinBest()) {
			// Until nothing more belongs together.
		}
		joinThoseKnownByNumberAlone();
		Map<Integer, List<MentionId>> clusters = new TreeMap<>();
		for (int i = 0; i < this.groups.length; i++) {
			if (!this.groups[i].gone) {
				List<MentionId> cluster = clusters.computeIfAbsent((this.ties != null) ? this.ties.of(i) : i,
						(tied) -> new ArrayList<>());
				this.groups[i].nodes.forEach((node) -> cluster.addAll(this.nodes.get(node).members));
			}
		}
		return List.copyOf(clusters.values());
	}

	/**
	 * Whoever is known by a number alone is the one person who has it. Where two have it,
	 * one of them by mistake, nobody can tell which is meant.
	 */
	private void joinThoseKnownByNumberAlone() {
		for (int one = 0; one < this.groups.length; one++) {
			if (this.byNumberAlone[one] && !this.groups[one].gone) {
				int holder = onlyHolder(one);
				if (holder >= 0) {
					int kept = Math.min(one, holder);
					this.byNumberAlone[kept] = false;
					join(kept, Math.max(one, holder));
				}
			}
		}
	}

	private int onlyHolder(int one) {
		int found = -1;
		for (int other = 0; other < this.groups.length; other++) {
			boolean holds = !this.byNumberAlone[other] && !this.groups[other].gone
					&& this.bits[Math.min(one, other)][Math.max(one, other)] >= this.model.sameAt()
					&& (this.ties == null || this.ties.permit(one, other));
			if (holds && found >= 0 && (this.ties == null || this.ties.of(found) != this.ties.of(other))) {
				return -1;
			}
			found = (holds && found < 0) ? other : found;
		}
		return found;
	}

	private boolean joinBest() {
		int one = best();
		while (one >= 0 && isToWait(one, this.best[one])) {
			this.leftOpen[one][this.best[one]] = true;
			this.anyLeftOpen = true;
			lookForBest(one);
			one = best();
		}
		if (one < 0) {
			return false;
		}
		join(one, this.best[one]);
		return true;
	}

	private boolean isToWait(int one, int other) {
		if (isOneOfSeveral(one, other) || isOneOfSeveral(other, one)) {
			return true;
		}
		boolean open = fitsTwoPeople(one, other);
		this.timesLeftOpen[one][other] += open ? 1 : 0;
		return open;
	}

	/**
	 * Whether an unborn child and a child born to its mother in its time agree, and are
	 * perhaps of several: one of them may be another child's twin. An agency's own number
	 * tells which.
	 */
	private boolean isOneOfSeveral(int unborn, int other) {
		Group child = this.groups[other];
		LocalDate born = child.born;
		if (this.groups[unborn].born != null || born == null || !areOfOnePregnancy(unborn, other)
				|| anyPair(Field.NUMBER, this.groups[unborn], child, (match) -> match > 0)) {
			return false;
		}
		if (child.ofSeveral) {
			return true;
		}
		for (int third = 0; third < this.groups.length; third++) {
			if (third != unborn && third != other
					&& (isBornInTheSameTime(unborn, other, born, third) || isUnbornBeside(unborn, other, third))) {
				return true;
			}
		}
		return false;
	}

	/** Whoever was born long after another is of a later pregnancy. */
	private boolean isBornInTheSameTime(int unborn, int child, LocalDate born, int third) {
		LocalDate day = this.groups[third].born;
		return day != null && !Pregnancy.isFromAnother(day, born) && mayJoin(unborn, third)
				&& known(child, third) < this.model.sameAt() && areOfOnePregnancy(unborn, third);
	}

	/** Whether a third is an unborn child of the same mother, and another one. */
	private boolean isUnbornBeside(int unborn, int child, int third) {
		return this.groups[third].born == null && mayJoin(child, third) && areOfOnePregnancy(child, third)
				&& (isKeptApart(unborn, third)
						|| anyPair(Field.NUMBER, this.groups[unborn], this.groups[third], (match) -> match < 0));
	}

	private boolean areOfOnePregnancy(int one, int other) {
		return anyPair(Field.PREGNANCY, this.groups[one], this.groups[other], (match) -> match > 0);
	}

	/**
	 * Whether one of two that agree fits two people about as well, of whom the other of
	 * the two may be one: nobody can tell then which of them is meant.
	 */
	private boolean fitsTwoPeople(int one, int other) {
		return fitsAnotherAsWell(one, other) || fitsAnotherAsWell(other, one);
	}

	/**
	 * How well it fits is compared by what speaks for one person against strangers: that
	 * a household or twins would explain as much bounds how sure a link is, and says
	 * nothing of which of two is meant.
	 */
	private boolean fitsAnotherAsWell(int one, int other) {
		List<Integer> candidates = new ArrayList<>();
		candidates.add(other);
		for (int third = 0; third < this.groups.length; third++) {
			if (third != one && third != other && mayJoin(one, third) && known(one, third) >= this.model.reviewAt()) {
				candidates.add(third);
			}
		}
		if (!anyMayBeTwo(candidates)) {
			return false;
		}
		gather(this.groups[one], this.groups[other]);
		double from = this.across.match() - PLAINLY_BETTER;
		candidates.removeIf((third) -> third != other && !fits(one, third, from));
		return anyAreTwo(candidates);
	}

	private boolean fits(int one, int third, double from) {
		gather(this.groups[one], this.groups[third]);
		return this.across.match() > from && this.model.bits(this.across) >= this.model.reviewAt();
	}

	/** Whether anything at all speaks for two among some: mostly nothing does. */
	private boolean anyMayBeTwo(List<Integer> some) {
		BitSet all = new BitSet(this.groups.length);
		some.forEach(all::set);
		if (some.stream().anyMatch((each) -> this.apart[each].intersects(all))) {
			return true;
		}
		return this.ties != null
				&& some.stream().anyMatch((one) -> some.stream().anyMatch((other) -> isKeptApart(one, other)));
	}

	private boolean anyAreTwo(List<Integer> some) {
		for (int i = 0; i < some.size(); i++) {
			for (int j = 0; j < i; j++) {
				if (isKeptApart(some.get(i), some.get(j)) && areTwoPeople(some.get(i), some.get(j))) {
					return true;
				}
			}
		}
		return false;
	}

	private boolean isKeptApart(int one, int other) {
		return known(one, other) == Double.NEGATIVE_INFINITY || (this.ties != null && !this.ties.permit(one, other));
	}

	private boolean mayJoin(int one, int other) {
		return !this.groups[other].gone && this.byNumberAlone[one] == this.byNumberAlone[other]
				&& known(one, other) != Double.NEGATIVE_INFINITY && (this.ties == null || this.ties.permit(one, other));
	}

	private double known(int one, int other) {
		return this.bits[Math.min(one, other)][Math.max(one, other)];
	}

	/**
	 * Whether two who are kept apart are proven two people, and it is not likelier that
	 * what proves it is mistaken. An officer's answer proves it; two numbers do, but of
	 * two who share a home or a phone besides name and date of birth one has a wrong
	 * number. That one record names both proves nothing here: it names one person twice
	 * more often than two of one name and day.
	 */
	private boolean areTwoPeople(int one, int other) {
		if (this.answeredTwo[one][other]) {
			return true;
		}
		Group a = this.groups[one];
		Group b = this.groups[other];
		if (!anyPair(Field.NHS_NUMBER, a, b, (match) -> match < 0)) {
			return false;
		}
		if (MORE_THAN_NAME_AND_AGE.stream()
			.noneMatch((field) -> anyPair(field, a, b, (match) -> match > SHARED_FROM))) {
			return true;
		}
		gather(a, b);
		this.across.forget(Field.NHS_NUMBER.place());
		return this.model.bits(this.across) < this.model.sameAt();
	}

	private boolean anyPair(Field field, Group one, Group other, DoublePredicate meant) {
		FieldValues of = this.values[field.place()];
		for (int value : one.values[field.place()]) {
			for (int theirs : other.values[field.place()]) {
				if (meant.test(of.match(value, theirs))) {
					return true;
				}
			}
		}
		return false;
	}

	/** The first of the two that agree best, none where it is too little. */
	private int best() {
		int one = -1;
		double strongest = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < this.groups.length; i++) {
			if (this.best[i] >= 0 && this.bits[i][this.best[i]] > strongest) {
				strongest = this.bits[i][this.best[i]];
				one = i;
			}
		}
		return (strongest < this.model.sameAt()) ? -1 : one;
	}

	private void lookForBest(int one) {
		int found = -1;
		if (!this.groups[one].gone) {
			double strongest = Double.NEGATIVE_INFINITY;
			for (int other = one + 1; other < this.groups.length; other++) {
				if (this.bits[one][other] > strongest && !this.groups[other].gone && !this.leftOpen[one][other]
						&& this.byNumberAlone[one] == this.byNumberAlone[other]
						&& (this.ties == null || this.ties.permit(one, other))) {
					strongest = this.bits[one][other];
					found = other;
				}
			}
		}
		this.best[one] = found;
	}

	private void join(int one, int other) {
		this.groups[one].take(this.groups[other]);
		for (int third = 0; third < this.groups.length; third++) {
			this.answeredTwo[one][third] |= this.answeredTwo[other][third];
			this.answeredTwo[third][one] |= this.answeredTwo[third][other];
		}
		boolean[] openAgain = openAgain(one, other);
		if (this.ties != null) {
			this.ties.tie(one, other);
		}
		for (int third = 0; third < this.groups.length; third++) {
			if (third != one && !this.groups[third].gone) {
				int a = Math.min(one, third);
				int b = Math.max(one, third);
				boolean never = this.bits[a][b] == Double.NEGATIVE_INFINITY
						|| this.bits[Math.min(other, third)][Math.max(other, third)] == Double.NEGATIVE_INFINITY;
				if (never) {
					forbid(a, b);
				}
				else {
					this.bits[a][b] = ofGroups(this.groups[a], this.groups[b]);
				}
			}
		}
		this.best[other] = -1;
		for (int third = 0; third < this.groups.length; third++) {
			if (third == one || openAgain[third] || mayAgreeBestWithAnother(third, one, other)) {
				lookForBest(third);
			}
		}
	}

	/**
	 * What was left open is looked at again, once two have become one that either end of
	 * it fits.
	 */
	private boolean[] openAgain(int joined, int gone) {
		boolean[] had = new boolean[this.groups.length];
		if (!this.anyLeftOpen) {
			return had;
		}
		boolean[] concerned = new boolean[this.groups.length];
		for (int each = 0; each < this.groups.length; each++) {
			concerned[each] = each == joined || each == gone || known(each, joined) >= this.model.reviewAt()
					|| known(each, gone) >= this.model.reviewAt();
		}
		for (int one = 0; one < this.groups.length; one++) {
			for (int other = one + 1; other < this.groups.length; other++) {
				if (this.leftOpen[one][other] && (concerned[one] || concerned[other])
						&& this.timesLeftOpen[one][other] < LOOKED_AT_AGAIN) {
					had[one] = true;
					this.leftOpen[one][other] = false;
				}
			}
		}
		return had;
	}

	/**
	 * Whether it may no longer hold with whom a group agrees best, once two have become
	 * one. An answer ties groups far from these two, and what proves one of them another
	 * person holds for all.
	 */
	private boolean mayAgreeBestWithAnother(int third, int one, int gone) {
		int known = this.best[third];
		return this.ties != null || known == one || known == gone
				|| (third < one && (known < 0 || this.bits[third][one] >= this.bits[third][known]));
	}

	private double ofGroups(Group one, Group other) {
		gather(one, other);
		return weigh();
	}

	private void gather(Group one, Group other) {
		this.across.clear();
		this.across.noteSingle(one.isSingle(other));
		boolean bothBorn = one.born != null && other.born != null;
		for (int field = 0; field < FIELDS.length; field++) {
			this.sums.clear();
			if (bothBorn && FIELDS[field] == Field.PREGNANCY) {
				continue;
			}
			if (FIELDS[field].changing()) {
				changing(field, one, other);
				this.sums.noteMean(field, this.across, chances(field, one, other));
			}
			else if (FIELDS[field].several()) {
				several(field, one, other);
			}
			else {
				steady(field, one, other);
				this.sums.noteMean(field, this.across, 0);
			}
		}
	}

	/**
	 * Each group asks how the other is written: the larger knows it better, and what it
	 * says of the smaller counts the more.
	 */
	private void several(int field, Group one, Group other) {
		this.back.clear();
		addMixed(this.sums, field, one, other);
		addMixed(this.back, field, other, one);
		this.sums.noteBoth(field, this.across, this.back);
	}

	private void addMixed(Sums sums, int field, Group from, Group to) {
		for (int i = 0; i < from.values[field].length; i++) {
			sums.addMixed(this.values[field], from.values[field][i], from.counts[field][i], to.values[field],
					to.counts[field]);
		}
	}

	/** The mean of all pairs. */
	private void steady(int field, Group one, Group other) {
		FieldValues of = this.values[field];
		int[] ours = one.values[field];
		int[] theirs = other.values[field];
		for (int i = 0; i < ours.length; i++) {
			for (int j = 0; j < theirs.length; j++) {
				this.sums.add(of, ours[i], theirs[j], one.counts[field][i] * other.counts[field][j]);
			}
		}
	}

	/** From each mention of the smaller group, from all where both are as big. */
	private void changing(int field, Group one, Group other) {
		int sizes = one.nodes.size() - other.nodes.size();
		if (sizes <= 0) {
			addBest(field, one, other);
		}
		if (sizes >= 0) {
			addBest(field, other, one);
		}
	}

	private void addBest(int field, Group from, Group to) {
		FieldValues of = this.values[field];
		int[] ours = from.values[field];
		for (int i = 0; i < ours.length; i++) {
			int best = bestOf(of, ours[i], to.values[field]);
			if (best != FieldValues.NONE) {
				this.sums.add(of, ours[i], best, from.counts[field][i]);
			}
		}
	}

	private static int bestOf(FieldValues of, int value, int[] candidates) {
		int best = FieldValues.NONE;
		float most = Float.NEGATIVE_INFINITY;
		for (int candidate : candidates) {
			float match = of.match(value, candidate);
			if (match > most) {
				most = match;
				best = candidate;
			}
		}
		return best;
	}

	/**
	 * By how many bits an agreement says less, where one of several values would have
	 * done: as many as the different values of the larger group that do not agree. A
	 * value that is written again and again is one chance.
	 */
	private double chances(int field, Group one, Group other) {
		boolean first = one.nodes.size() >= other.nodes.size();
		FieldValues of = this.values[field];
		int[] larger = (first ? one : other).values[field];
		int[] smaller = (first ? other : one).values[field];
		int disagreeing = 0;
		this.round++;
		for (int value : larger) {
			int best = bestOf(of, value, smaller);
			if (best != FieldValues.NONE && of.match(value, best) <= 0) {
				int written = of.writtenAs(value);
				if (this.seenIn[written] != this.round) {
					this.seenIn[written] = this.round;
					disagreeing++;
				}
			}
		}
		return (disagreeing == 0) ? 0 : Weights.log2(1 + disagreeing);
	}

	/** Mentions that say the same. */
	private static final class Node {

		private final Mention mention;

		private final List<MentionId> members = new ArrayList<>();

		private final Set<SourceRecordId> records = new HashSet<>();

		private final boolean alone;

		Node(Mention mention, boolean alone) {
			this.mention = mention;
			this.alone = alone;
		}

		/**
		 * What is enough to be one person, where it is the same; null where nothing is.
		 */
		@Nullable Particulars core(MatchModel model) {
			Particulars core = this.alone ? null : this.mention.particulars().core();
			if (core == null) {
				return null;
			}
			Mention same = this.mention.with(core);
			return (model.bits(same, same) >= model.sameAt()) ? core : null;
		}

	}

	/** Mentions of one person, as far as is known yet, and how many of them say what. */
	private static final class Group {

		private final List<Integer> nodes = new ArrayList<>();

		/** For each field the values, rising. */
		private final int[][] values = new int[FIELDS.length][];

		private final int[][] counts = new int[FIELDS.length][];

		/** The earliest date of birth, null where none is known. */
		private @Nullable LocalDate born;

		private boolean single;

		private boolean ofSeveral;

		private final Set<String> mothers;

		private boolean gone;

		Group(int node, Particulars who, FieldValues[] said) {
			this.nodes.add(node);
			this.born = who.birthDate();
			this.single = who.birth().single();
			this.ofSeveral = who.birth().ofSeveral();
			this.mothers = new HashSet<>(who.birth().mothers());
			for (int field = 0; field < FIELDS.length; field++) {
				int value = said[field].of(node);
				this.values[field] = (value != FieldValues.NONE) ? new int[] { value } : NOTHING;
				this.counts[field] = (value != FieldValues.NONE) ? new int[] { 1 } : NOTHING;
			}
		}

		/**
		 * Whether one of the two is recorded as born alone, and none as a twin or as a
		 * child of another mother.
		 */
		boolean isSingle(Group other) {
			return (this.single || other.single) && !this.ofSeveral && !other.ofSeveral
					&& !Pregnancy.haveTwoMothers(this.mothers, other.mothers);
		}

		void take(Group other) {
			this.nodes.addAll(other.nodes);
			LocalDate theirs = other.born;
			this.born = (this.born == null || (theirs != null && theirs.isBefore(this.born))) ? theirs : this.born;
			this.single |= other.single;
			this.ofSeveral |= other.ofSeveral;
			this.mothers.addAll(other.mothers);
			for (int field = 0; field < FIELDS.length; field++) {
				if (other.values[field].length > 0) {
					merge(field, other);
				}
			}
			other.gone = true;
		}

		private void merge(int field, Group other) {
			int[] ours = this.values[field];
			int[] theirs = other.values[field];
			int[] both = new int[ours.length + theirs.length];
			int[] counts = new int[both.length];
			int size = 0;
			int a = 0;
			int b = 0;
			while (a < ours.length || b < theirs.length) {
				boolean fromOurs = b == theirs.length || (a < ours.length && ours[a] <= theirs[b]);
				boolean fromTheirs = a == ours.length || (b < theirs.length && theirs[b] <= ours[a]);
				both[size] = fromOurs ? ours[a] : theirs[b];
				counts[size++] = (fromOurs ? this.counts[field][a++] : 0) + (fromTheirs ? other.counts[field][b++] : 0);
			}
			this.values[field] = Arrays.copyOf(both, size);
			this.counts[field] = Arrays.copyOf(counts, size);
		}

	}

	/** Weights of one field, added up. */
	private static final class Sums {

		private double match;

		private double household;

		private double twins;

		private int terms;

		void clear() {
			this.match = 0;
			this.household = 0;
			this.twins = 0;
			this.terms = 0;
		}

		void add(FieldValues of, int one, int other, int times) {
			float[] weights = of.weights(one, other);
			int at = FieldValues.at(one, other);
			if (!Float.isNaN(weights[at])) {
				this.match += times * weights[at];
				this.household += times * weights[at + 1];
				this.twins += times * weights[at + 2];
				this.terms += times;
			}
		}

		/**
		 * One value against all of another group: as likely as in the mean of its
		 * mentions, since whoever is called now this and now that is likely to be called
		 * either, as often as it is written (Parzen 1962). What a single record writes
		 * may be its mistake, so that of those who agree best one is left out; it is
		 * never less than the mean of all pairs.
		 */
		void addMixed(FieldValues of, int value, int times, int[] others, int[] counts) {
			int best = bestOf(of, value, others);
			int all = -1;
			double mean = 0;
			double household = 0;
			double twins = 0;
			double asMatch = 0;
			double asHousehold = 0;
			double asTwins = 0;
			for (int i = 0; i < others.length; i++) {
				float[] weights = of.weights(value, others[i]);
				int at = FieldValues.at(value, others[i]);
				if (!Float.isNaN(weights[at])) {
					int counted = (others[i] == best) ? counts[i] - 1 : counts[i];
					all += counts[i];
					mean += counts[i] * weights[at];
					household += counts[i] * weights[at + 1];
					twins += counts[i] * weights[at + 2];
					asMatch += counted * StrictMath.pow(2, weights[at]);
					asHousehold += counted * StrictMath.pow(2, weights[at + 1]);
					asTwins += counted * StrictMath.pow(2, weights[at + 2]);
				}
			}
			if (all < 0) {
				return;
			}
			boolean mixed = all > 0 && Weights.log2(asMatch / all) > mean / (all + 1);
			this.match += times * (mixed ? Weights.log2(asMatch / all) : mean / (all + 1));
			this.household += times * (mixed ? Weights.log2(asHousehold / all) : household / (all + 1));
			this.twins += times * (mixed ? Weights.log2(asTwins / all) : twins / (all + 1));
			this.terms += times;
		}

		/** The means of what two groups ask, each by how many answer. */
		void noteBoth(int field, Evidence evidence, Sums back) {
			if (this.terms > 0) {
				evidence.note(field, mean(this.match, back, back.match), mean(this.household, back, back.household),
						mean(this.twins, back, back.twins));
			}
		}

		private double mean(double sum, Sums back, double sumBack) {
			return (back.terms * (sum / this.terms) + this.terms * (sumBack / back.terms)) / (this.terms + back.terms);
		}

		void noteMean(int field, Evidence evidence, double less) {
			if (this.terms > 0) {
				evidence.note(field, less(this.match / this.terms, less), less(this.household / this.terms, less),
						less(this.twins / this.terms, less));
			}
		}

		/** What speaks for it says less, what speaks against it as much. */
		private static double less(double bits, double less) {
			return (bits > 0) ? Math.max(0, bits - less) : bits;
		}

	}

}
