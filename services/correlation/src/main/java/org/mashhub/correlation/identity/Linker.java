package org.mashhub.correlation.identity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.Edge;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

/**
 * Decides which mentions are one person. The touched component is clustered afresh, best
 * links first, and a link that would put two people proven different into one is left
 * out; so who is one with whom depends on the mentions alone, not on their order. A
 * person's id comes from the mention that was there first.
 */
public final class Linker {

	private static final Comparator<Pair> STRONGEST_FIRST = Comparator.comparingDouble(Pair::bits)
		.reversed()
		.thenComparing(Pair::one)
		.thenComparing(Pair::other);

	/**
	 * A component that says more different things of people is taken apart before it is
	 * clustered.
	 */
	static final int LARGEST_COMPONENT = 300;

	/** By how many bits the weakest edge that counts rises in a component too big. */
	private static final double STEP = 4;

	/** Edges of so many bits hang together, however many they are. */
	private static final double STRONGEST_EDGE = 40;

	private final MatchModel model;

	private final PersonIds personIds;

	/**
	 * Creates a linker.
	 * @param model how mentions are compared
	 * @param personIds how a founding mention names a person
	 */
	public Linker(MatchModel model, PersonIds personIds) {
		this.model = model;
		this.personIds = personIds;
	}

	/**
	 * Replaces what one record said of people by what it says now.
	 * @param state the area's state
	 * @param indexes writer to that state
	 * @param former the record before, null when it is new
	 * @param current the record now
	 * @return mentions that came, moved or went
	 */
	public List<LinkChange> relink(AreaState state, Indexes indexes, @Nullable SourceRecord former,
			SourceRecord current) {
		Map<MentionId, PersonId> before = new TreeMap<>();
		Set<MentionId> touched = new TreeSet<>();
		if (former != null) {
			for (Mention mention : former.mentions()) {
				Link link = state.links().get(mention.id());
				if (link != null) {
					before.put(mention.id(), link.person());
					if (mention.particulars().ofPlace()) {
						continue;
					}
					touched.addAll(orEmpty(state.persons().get(link.person())));
					// What hung together by this mention alone does so no longer.
					orEmpty(state.edges().get(mention.id())).forEach((edge) -> touched.add(edge.other()));
					orEmpty(state.answersOf().get(mention.id()))
						.forEach((answer) -> touched.add(answer.across(mention.id())));
				}
			}
			for (Mention mention : former.mentions()) {
				indexes.removeLink(mention.id());
				touched.addAll(expectedWith(state, mention));
			}
		}
		indexes.putRecord(current);
		int order = 0;
		for (Mention mention : current.mentions()) {
			String place = mention.particulars().place();
			if (place != null) {
				// Nothing is compared, and nobody is asked, however often something
				// happens.
				indexes.putLink(new Link(mention.id(), current.id(),
						new Link.Founding(current.firstSequence(), order++), this.personIds.ofPlace(place), List.of()));
				continue;
			}
			PersonId alone = this.personIds.foundedBy(mention.id());
			indexes.putLink(new Link(mention.id(), current.id(), new Link.Founding(current.firstSequence(), order++),
					alone, edges(state, indexes, mention)));
			touched.add(mention.id());
			touched.addAll(expectedWith(state, mention));
		}
		return settle(state, indexes, before, touched, current);
	}

	/**
	 * The unborn children whose mother's pregnancy ended without a birth, as a mention of
	 * her tells: who they are is decided afresh, and who is asked about them.
	 * @param state the area's state
	 * @param mention the mother, as one record speaks of her
	 * @return mentions of unborn children, and of her; none where it tells of no end
	 */
	public Set<MentionId> expectedWith(AreaState state, Mention mention) {
		return mention.particulars().birth().ended().isEmpty() ? Set.of() : ofOnePregnancy(state, mention);
	}

	private Set<MentionId> ofOnePregnancy(AreaState state, Mention mention) {
		Set<MentionId> found = new TreeSet<>();
		for (Long key : this.model.pregnancyKeys(mention)) {
			found.addAll(orEmpty(state.blocks().get(key)));
		}
		return found;
	}

	/**
	 * A mention as it is compared when groups are made: of an unborn child it is then
	 * known which pregnancies of the mother ended without a birth.
	 */
	private Mention compared(AreaState state, Mention mention) {
		Birth birth = mention.particulars().birth();
		if (birth.unbornOn() == null || birth.mothers().isEmpty()) {
			return mention;
		}
		Set<LocalDate> ended = new TreeSet<>();
		for (MentionId id : ofOnePregnancy(state, mention)) {
			Mention other = state.mentions().get(id);
			if (other != null && !Collections.disjoint(other.particulars().birth().mothers(), birth.mothers())) {
				ended.addAll(other.particulars().birth().ended());
			}
		}
		return ended.isEmpty() ? mention : mention.with(mention.particulars().with(birth.withEnded(ended)));
	}

	/**
	 * Decides afresh who two mentions are, about which an officer has answered.
	 * @param state the area's state, which has the answer
	 * @param indexes writer to that state
	 * @param answer the answer
	 * @return mentions that moved
	 */
	public List<LinkChange> relink(AreaState state, Indexes indexes, LinkAnswer answer) {
		Set<MentionId> touched = new TreeSet<>();
		for (MentionId mention : List.of(answer.one(), answer.other())) {
			Link link = state.links().get(mention);
			if (link != null) {
				touched.addAll(orEmpty(state.persons().get(link.person())));
			}
		}
		return settle(state, indexes, new TreeMap<>(), touched, null);
	}

	private List<LinkChange> settle(AreaState state, Indexes indexes, Map<MentionId, PersonId> before,
			Set<MentionId> touched, @Nullable SourceRecord current) {
		touched.removeIf((mention) -> state.links().get(mention) == null);
		Set<MentionId> changed = new TreeSet<>(before.keySet());
		List<Mention> added = (current != null) ? current.mentions() : List.of();
		added.forEach((mention) -> changed.add(mention.id()));
		for (List<MentionId> cluster : cluster(state, touched)) {
			PersonId person = this.personIds.foundedBy(founder(state, cluster));
			for (MentionId mention : cluster) {
				Link link = link(state, mention);
				if (!link.person().equals(person)) {
					if (added.stream().noneMatch((candidate) -> candidate.id().equals(mention))) {
						before.putIfAbsent(mention, link.person());
					}
					indexes.movePerson(link, person);
					changed.add(mention);
				}
			}
		}
		return changes(state, before, changed);
	}

	/**
	 * What speaks for and against two mentions being one person.
	 * @param one one mention
	 * @param other the other
	 * @return the score
	 */
	public Score explain(Mention one, Mention other) {
		return this.model.explain(one, other);
	}

	/**
	 * Whether two mentions would be one person, if there were no others.
	 * @param score what speaks for and against
	 * @return true where it suffices
	 */
	public boolean isEnough(Score score) {
		return score.bits() >= this.model.sameAt();
	}

	/**
	 * The strongest link that asks for an officer's look, for each other person.
	 * @param state the area's state
	 * @param person the person
	 * @return other person to the two mentions and their weight
	 */
	public Map<PersonId, Pair> questions(AreaState state, PersonId person) {
		Map<PersonId, Pair> strongest = new TreeMap<>();
		Set<MentionId> own = new HashSet<>(orEmpty(state.persons().get(person)));
		for (MentionId mention : orEmpty(state.persons().get(person))) {
			for (Edge edge : orEmpty(state.edges().get(mention))) {
				if (edge.bits() >= this.model.reviewAt() && !own.contains(edge.other())) {
					PersonId other = person(state, edge.other());
					Pair pair = Pair.of(mention, edge.other(), edge.bits());
					Pair known = strongest.get(other);
					if (known == null || STRONGEST_FIRST.compare(pair, known) < 0) {
						strongest.put(other, pair);
					}
				}
			}
		}
		strongest.keySet().removeIf((other) -> provenDifferent(state, person, other));
		return strongest;
	}

	private boolean provenDifferent(AreaState state, PersonId one, PersonId other) {
		return contradict(state, orEmpty(state.persons().get(one)), orEmpty(state.persons().get(other)));
	}

	/**
	 * Two people of one record, or two whom the model tells apart, are never one person.
	 */
	private boolean contradict(AreaState state, Collection<MentionId> some, Collection<MentionId> others) {
		if (Answers.about(state, some).different(some, others)) {
			return true;
		}
		for (MentionId one : some) {
			Mention first = compared(state, one);
			for (MentionId other : others) {
				Mention second = compared(state, other);
				if (link(state, one).record().equals(link(state, other).record())
						|| (first != null && second != null && this.model.provenDifferent(first, second))) {
					return true;
				}
			}
		}
		return false;
	}

	private List<Edge> edges(AreaState state, Indexes indexes, Mention mention) {
		Set<MentionId> candidates = new LinkedHashSet<>();
		for (Long key : indexes.blocksOf(mention)) {
			candidates.addAll(orEmpty(state.blocks().get(key)));
		}
		List<Edge> found = new ArrayList<>();
		for (MentionId candidate : candidates) {
			// A mention of the same record that is not linked yet finds this one in its
			// turn.
			if (!candidate.equals(mention.id()) && state.links().get(candidate) != null) {
				Mention other = state.mentions().get(candidate);
				double bits = (other != null) ? this.model.bitsIfAnEdge(mention, other) : Double.NEGATIVE_INFINITY;
				if (bits >= this.model.edgeAt()) {
					found.add(new Edge(candidate, bits));
				}
			}
		}
		return found;
	}

	private Set<MentionId> component(AreaState state, MentionId from, double edgesFrom) {
		Set<MentionId> component = new HashSet<>();
		component.add(from);
		List<MentionId> frontier = new ArrayList<>();
		frontier.add(from);
		while (!frontier.isEmpty()) {
			MentionId mention = frontier.removeLast();
			for (Edge edge : orEmpty(state.edges().get(mention))) {
				if (edge.bits() >= edgesFrom && component.add(edge.other())) {
					frontier.add(edge.other());
				}
			}
			for (LinkAnswer answer : orEmpty(state.answersOf().get(mention))) {
				MentionId other = answer.across(mention);
				if (answer.verdict() == Verdict.SAME && state.links().get(other) != null && component.add(other)) {
					frontier.add(other);
				}
			}
		}
		return new TreeSet<>(component);
	}

	private Collection<List<MentionId>> cluster(AreaState state, Set<MentionId> touched) {
		List<List<MentionId>> clusters = new ArrayList<>();
		for (Set<MentionId> component : hangingTogether(state, touched, this.model.edgeAt())) {
			for (Set<MentionId> part : bounded(state, component, this.model.edgeAt())) {
				clusters.addAll((part.size() == 1) ? List.of(List.copyOf(part)) : clustered(state, part));
			}
		}
		return clusters;
	}

	private List<List<MentionId>> clustered(AreaState state, Set<MentionId> part) {
		return new Agglomeration(this.model, mentions(state, part), records(state, part), Answers.about(state, part))
			.clusters();
	}

	private int saidDifferently(AreaState state, Set<MentionId> part) {
		return Agglomeration.saidDifferently(this.model, mentions(state, part), records(state, part),
				Answers.about(state, part));
	}

	private List<Mention> mentions(AreaState state, Set<MentionId> part) {
		return part.stream().map((id) -> mention(state, id)).toList();
	}

	private static List<SourceRecordId> records(AreaState state, Set<MentionId> part) {
		return part.stream().map((id) -> link(state, id).record()).toList();
	}

	/**
	 * A component that has grown too big is taken apart where it hangs together least:
	 * weaker edges do not count there, and are left to officers. What is said of somebody
	 * again and again in much the same words weighs as if it were said once.
	 */
	private List<Set<MentionId>> bounded(AreaState state, Set<MentionId> component, double edgesFrom) {
		if (component.size() <= LARGEST_COMPONENT || edgesFrom > STRONGEST_EDGE
				|| saidDifferently(state, component) <= LARGEST_COMPONENT) {
			return List.of(component);
		}
		double next = edgesFrom + STEP;
		List<Set<MentionId>> parts = new ArrayList<>();
		for (Set<MentionId> part : hangingTogether(state, component, next)) {
			parts.addAll(bounded(state, part, next));
		}
		return parts;
	}

	/**
	 * What one record touches need not hang together, and is then decided apart: as it
	 * would be if records had come in another order.
	 */
	private List<Set<MentionId>> hangingTogether(AreaState state, Set<MentionId> mentions, double edgesFrom) {
		List<Set<MentionId>> parts = new ArrayList<>();
		Set<MentionId> reached = new HashSet<>();
		for (MentionId mention : mentions) {
			if (!reached.contains(mention)) {
				Set<MentionId> part = component(state, mention, edgesFrom);
				reached.addAll(part);
				parts.add(part);
			}
		}
		return parts;
	}

	private @Nullable Mention compared(AreaState state, MentionId id) {
		Mention mention = state.mentions().get(id);
		return (mention != null) ? compared(state, mention) : null;
	}

	private Mention mention(AreaState state, MentionId id) {
		Mention mention = compared(state, id);
		if (mention == null) {
			throw new IllegalStateException("mention " + id + " has no record");
		}
		return mention;
	}

	private static MentionId founder(AreaState state, List<MentionId> cluster) {
		return cluster.stream()
			.min(Comparator.comparing((MentionId mention) -> link(state, mention).founding())
				.thenComparing(Comparator.naturalOrder()))
			.orElseThrow();
	}

	private List<LinkChange> changes(AreaState state, Map<MentionId, PersonId> before, Set<MentionId> changed) {
		List<LinkChange> changes = new ArrayList<>();
		for (MentionId mention : changed) {
			Link link = state.links().get(mention);
			PersonId from = before.get(mention);
			PersonId to = (link != null) ? link.person() : null;
			if (to == null) {
				changes.add(LinkChange.gone(mention, from));
			}
			else if (!to.equals(from)) {
				Edge best = bestWithin(state, mention, to);
				changes.add(new LinkChange(mention, from, to, (best != null) ? best.bits() : null,
						(best != null) ? comparisons(state, mention, best.other()) : List.of(),
						answered(state, mention, to, best), nextBest(state, mention, to)));
			}
		}
		return changes;
	}

	/** Whether it takes an officer's answer to hold a mention in its person. */
	private boolean answered(AreaState state, MentionId mention, PersonId person, @Nullable Edge best) {
		return (best == null || best.bits() < this.model.sameAt())
				&& orEmpty(state.answersOf().get(mention)).stream().anyMatch((answer) -> {
					Link other = state.links().get(answer.across(mention));
					return answer.verdict() == Verdict.SAME && other != null && other.person().equals(person);
				});
	}

	private LinkChange.@Nullable NextBest nextBest(AreaState state, MentionId mention, PersonId person) {
		Edge next = orEmpty(state.edges().get(mention)).stream()
			.filter((edge) -> !person(state, edge.other()).equals(person))
			.max(Comparator.comparingDouble(Edge::bits).thenComparing(Edge::other, Comparator.reverseOrder()))
			.orElse(null);
		if (next == null) {
			return null;
		}
		PersonId other = person(state, next.other());
		List<MentionId> ours = orEmpty(state.persons().get(person));
		List<MentionId> theirs = orEmpty(state.persons().get(other));
		LinkChange.Apart apart = Answers.about(state, ours).different(ours, theirs) ? LinkChange.Apart.OFFICER_DECIDED
				: contradict(state, ours, theirs) ? LinkChange.Apart.PROVEN : LinkChange.Apart.TOO_LITTLE;
		return new LinkChange.NextBest(other, next.bits(), comparisons(state, mention, next.other()), apart);
	}

	private List<Comparison> comparisons(AreaState state, MentionId mention, MentionId with) {
		Mention one = compared(state, mention);
		Mention other = compared(state, with);
		return (one != null && other != null) ? this.model.explain(one, other).comparisons() : List.of();
	}

	private @Nullable Edge bestWithin(AreaState state, MentionId mention, PersonId person) {
		return orEmpty(state.edges().get(mention)).stream()
			.filter((edge) -> person(state, edge.other()).equals(person))
			.max(Comparator.comparingDouble(Edge::bits).thenComparing(Edge::other, Comparator.reverseOrder()))
			.orElse(null);
	}

	private static PersonId person(AreaState state, MentionId mention) {
		return link(state, mention).person();
	}

	private static Link link(AreaState state, MentionId mention) {
		Link link = state.links().get(mention);
		if (link == null) {
			throw new IllegalStateException("mention " + mention + " has no link");
		}
		return link;
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	/** Names a person by its founding mention. */
	@FunctionalInterface
	public interface PersonIds {

		/**
		 * The person founded by a mention.
		 * @param mention the mention
		 * @return the same id for the same mention, always
		 */
		PersonId foundedBy(MentionId mention);

		/**
		 * Whoever was at a place is one, by the place.
		 * @param place key of the place
		 * @return the same id for the same place, always
		 */
		default PersonId ofPlace(String place) {
			return foundedBy(
					new MentionId(UUID.nameUUIDFromBytes(("place/" + place).getBytes(StandardCharsets.UTF_8))));
		}

	}

	/**
	 * Two mentions and how well they agree.
	 *
	 * @param one the smaller id
	 * @param other the larger id
	 * @param bits match weight in bits
	 */
	public record Pair(MentionId one, MentionId other, double bits) {

		static Pair of(MentionId a, MentionId b, double bits) {
			return (a.compareTo(b) < 0) ? new Pair(a, b, bits) : new Pair(b, a, bits);
		}

	}

}
