package org.mashhub.correlation.family;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Homes;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.Relation;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.PersonMemo;
import org.mashhub.correlation.state.Stated;

/**
 * Reads the steps between people from what agencies recorded. Nothing is stored here: a
 * retracted record takes its steps with it. One instance serves one state: what it reads
 * is remembered, and is said to be stale by whoever changes the state.
 */
public final class Families {

	private static final Comparator<Path> SUREST_FIRST = Comparator.comparing(Path::certainty)
		.thenComparing((path) -> path.steps().size())
		.thenComparing((path) -> path.steps().stream().anyMatch(Step::past))
		.thenComparing((path) -> path.steps().getFirst().kind())
		.thenComparing((path) -> path.steps().getLast().kind())
		.thenComparing((path) -> path.steps().getFirst().to());

	private static final Set<StepKind> OF_ONE_HOME = EnumSet.of(StepKind.SAME_ADDRESS, StepKind.LIVES_WITH,
			StepKind.PARENTS_PARTNER, StepKind.PARTNERS_CHILD);

	private static final Set<StepKind> LOOSE = EnumSet.of(StepKind.ASSOCIATE, StepKind.NAMED_TOGETHER);

	private final AreaState state;

	private final FamilySettings settings;

	private final ZoneId zone;

	private final PersonMemo.View<List<Stated>> stated;

	private final PersonMemo.View<List<Stay>> stays;

	private final PersonMemo.View<List<Step>> steps;

	private final Map<String, Set<PersonId>> recordedAt = new HashMap<>();

	/**
	 * Creates a reader.
	 * @param state the area's state, which must not change while this is used
	 * @param settings thresholds
	 * @param zone the area's time zone, by which days are told
	 * @param stated what records say of people, as read before of the same state but for
	 * who changed
	 * @param stays stays that were read before
	 * @param steps steps that were read before
	 */
	public Families(AreaState state, FamilySettings settings, ZoneId zone, PersonMemo.View<List<Stated>> stated,
			PersonMemo.View<List<Stay>> stays, PersonMemo.View<List<Step>> steps) {
		this.state = state;
		this.settings = settings;
		this.zone = zone;
		this.stated = stated;
		this.stays = stays;
		this.steps = steps;
	}

	/**
	 * The people whose steps may lead elsewhere, once what is said of some has changed:
	 * they themselves, whoever stands in a record with them, and whoever was recorded at
	 * a home of theirs.
	 * @param state the area's state, after the change
	 * @param changed people who have changed
	 * @param former mentions that are no more
	 * @return all whose steps are to be read again
	 */
	public static Set<PersonId> around(AreaState state, Set<PersonId> changed, Collection<Mention> former) {
		Set<PersonId> around = new HashSet<>(changed);
		Set<SourceRecordId> records = new HashSet<>();
		for (PersonId person : changed) {
			if (isPlace(state, person)) {
				// Beside whom its records name it stands by chance.
				continue;
			}
			for (Stated stated : Stated.of(state, person)) {
				if (stated.record().mentions().size() > 1 && records.add(stated.record().id())) {
					stated.record().mentions().forEach((beside) -> addPerson(state, beside.id(), around));
				}
			}
		}
		addAllAt(state, homes(state, changed, former), around);
		return around;
	}

	/**
	 * The homes at which people are recorded.
	 * @param state the area's state
	 * @param people the people
	 * @param former mentions that are no more
	 * @return keys of the homes, those of the former mentions among them
	 */
	public static Set<String> homes(AreaState state, Set<PersonId> people, Collection<Mention> former) {
		Set<String> homes = new HashSet<>();
		former.forEach((mention) -> homes.addAll(mention.particulars().homeKeys()));
		for (PersonId person : people) {
			List<MentionId> mentions = state.persons().get(person);
			for (MentionId id : (mentions != null) ? mentions : List.<MentionId>of()) {
				Mention mention = state.mentions().get(id);
				if (mention != null) {
					homes.addAll(mention.particulars().homeKeys());
				}
			}
		}
		return homes;
	}

	/**
	 * Everybody recorded at some homes.
	 * @param state the area's state
	 * @param homeKeys keys of the homes
	 * @return people
	 */
	public static Set<PersonId> at(AreaState state, Collection<String> homeKeys) {
		Set<PersonId> people = new HashSet<>();
		addAllAt(state, homeKeys, people);
		return people;
	}

	/**
	 * Who is in a home among many, of those who meet somebody there: one who comes or
	 * goes may make a home crowded, or not, for others who were there.
	 * @param met stays of those who come or go
	 * @return people with the stay
	 */
	public Set<Crowded> crowded(Collection<Stay> met) {
		Set<String> homeKeys = new HashSet<>();
		met.forEach((stay) -> homeKeys.addAll(stay.homeKeys()));
		Set<Crowded> crowded = new HashSet<>();
		for (PersonId person : recordedAt(homeKeys)) {
			for (Stay stay : stays(person)) {
				if (met.stream().anyMatch(stay::meets) && isCrowded(person, stay)) {
					crowded.add(new Crowded(person, stay.homeKeys(), stay.from()));
				}
			}
		}
		return crowded;
	}

	private static void addAllAt(AreaState state, Collection<String> homeKeys, Set<PersonId> people) {
		for (String key : homeKeys) {
			List<MentionId> mentions = state.homes().get(key);
			if (mentions != null) {
				mentions.forEach((mention) -> addPerson(state, mention, people));
			}
		}
	}

	private static void addPerson(AreaState state, MentionId mention, Set<PersonId> people) {
		Link link = state.links().get(mention);
		if (link != null) {
			people.add(link.person());
		}
	}

	/**
	 * The steps that lead from a person to others, at most one of a kind to each.
	 * @param person the person
	 * @return steps in a fixed order
	 */
	public List<Step> stepsFrom(PersonId person) {
		return this.steps.of(person, this::readSteps);
	}

	/**
	 * The people within two steps, each by the surest and then shortest path.
	 * @param person where to start
	 * @param notThrough people from whom no step is followed
	 * @return person to path, in the order of ids
	 */
	public Map<PersonId, Path> within2(PersonId person, Set<PersonId> notThrough) {
		Map<PersonId, Path> best = new TreeMap<>();
		for (Step first : stepsFrom(person)) {
			Path path = new Path(List.of(first));
			keep(best, path);
			for (Step second : notThrough.contains(first.to()) ? List.<Step>of() : stepsFrom(first.to())) {
				if (!second.to().equals(person) && worthFollowing(first, second)) {
					keep(best, path.then(second));
				}
			}
		}
		return best;
	}

	/**
	 * Who is within two steps, without how.
	 * @param person where to start
	 * @return the same people as {@link #within2(PersonId, Set)} has, followed through
	 * all
	 */
	public Set<PersonId> reach(PersonId person) {
		Set<PersonId> reached = new HashSet<>();
		for (Step first : stepsFrom(person)) {
			reached.add(first.to());
			for (Step second : stepsFrom(first.to())) {
				if (!second.to().equals(person) && worthFollowing(first, second)) {
					reached.add(second.to());
				}
			}
		}
		return reached;
	}

	/**
	 * Whoever is stated to be a parent or carer of a person, or the partner of one, and
	 * is so still.
	 * @param person who is brought up
	 * @return whom by the surest of these paths, be another path surer
	 */
	public Map<PersonId, Path> bringingUp(PersonId person) {
		Map<PersonId, Path> best = new TreeMap<>();
		for (Step step : stepsFrom(person)) {
			if (step.bringsUp() || step.kind() == StepKind.PARENTS_PARTNER) {
				keep(best, new Path(List.of(step)));
			}
			if (step.bringsUp()) {
				partners(step).filter((partner) -> !partner.past() && !partner.to().equals(person))
					.forEach((partner) -> keep(best, new Path(List.of(step, partner))));
			}
		}
		return best;
	}

	/**
	 * Whom a person is stated to be parent, child or partner of, or the partner's child
	 * or parent's partner: no brothers and sisters, though they share a home. Both ways
	 * alike.
	 * @param person the person
	 * @return people
	 */
	public Set<PersonId> noSiblings(PersonId person) {
		Set<PersonId> others = new HashSet<>();
		for (Step step : stepsFrom(person)) {
			switch (step.kind()) {
				case PARENT -> {
					others.add(step.to());
					partners(step).forEach((partner) -> others.add(partner.to()));
				}
				case PARTNER -> {
					others.add(step.to());
					stepsFrom(step.to()).stream()
						.filter((theirs) -> theirs.kind() == StepKind.CHILD)
						.forEach((theirs) -> others.add(theirs.to()));
				}
				case CHILD, PARENTS_PARTNER, PARTNERS_CHILD -> others.add(step.to());
				case SIBLING, CARER, RELATIVE, LIVES_WITH, SAME_ADDRESS, NAMED_TOGETHER, ASSOCIATE, POSSIBLY_SAME -> {
				}
			}
		}
		return others;
	}

	/**
	 * Other children of those who bring a person up.
	 * @param person the person
	 * @return people
	 */
	public Set<PersonId> childrenOfParents(PersonId person) {
		Set<PersonId> others = new HashSet<>();
		for (Step step : stepsFrom(person)) {
			if (step.bringsUp()) {
				stepsFrom(step.to()).stream()
					.filter((theirs) -> theirs.kind() == StepKind.CHILD && !theirs.to().equals(person))
					.forEach((theirs) -> others.add(theirs.to()));
			}
		}
		return others;
	}

	/**
	 * The parents of a person, as stated, and whoever is or was the partner of one.
	 * @param person the person
	 * @return people; nobody who only cares for the person
	 */
	public Set<PersonId> parentsAndPartners(PersonId person) {
		Set<PersonId> parents = new HashSet<>();
		for (Step step : stepsFrom(person)) {
			if (step.kind() == StepKind.PARENT || step.kind() == StepKind.PARENTS_PARTNER) {
				parents.add(step.to());
			}
			if (step.kind() == StepKind.PARENT) {
				partners(step).forEach((partner) -> parents.add(partner.to()));
			}
		}
		return parents;
	}

	private Stream<Step> partners(Step parent) {
		return stepsFrom(parent.to()).stream().filter((step) -> step.kind() == StepKind.PARTNER);
	}

	/**
	 * Where a person is recorded to have lived.
	 * @param person the person
	 * @return stays by first day
	 */
	public List<Stay> stays(PersonId person) {
		return this.stays.of(person, this::readStays);
	}

	/**
	 * A neighbour's acquaintance, or somebody who lived where a housemate lived once,
	 * says little. Both ways alike: whose pictures a change touches is found from the
	 * other end.
	 */
	private static boolean worthFollowing(Step first, Step second) {
		boolean loose = LOOSE.contains(first.kind()) || LOOSE.contains(second.kind());
		boolean twiceByHome = (second.kind() == StepKind.SAME_ADDRESS && OF_ONE_HOME.contains(first.kind()))
				|| (first.kind() == StepKind.SAME_ADDRESS && OF_ONE_HOME.contains(second.kind()));
		return !loose && !twiceByHome;
	}

	private static void keep(Map<PersonId, Path> best, Path path) {
		best.merge(path.end(), path, (a, b) -> (SUREST_FIRST.compare(a, b) <= 0) ? a : b);
	}

	private List<Step> readSteps(PersonId person) {
		List<StatedStep> said = new ArrayList<>();
		for (Stated stated : stated(person)) {
			if (!stated.forPoliceOnly()) {
				for (Relation relation : stated.record().relations()) {
					stated(person, stated.mention().id(), stated.record(), relation, said);
				}
				namedTogether(person, stated, said);
			}
		}
		Map<StepKey, Statements> found = new TreeMap<>();
		StatedStep.lasting(said, this.zone).forEach((step) -> add(found, step));
		sameAddress(person, found);
		return found.values().stream().map(Statements::step).toList();
	}

	private void stated(PersonId person, MentionId mention, SourceRecord record, Relation relation,
			List<StatedStep> said) {
		Mention from = mention(record, relation.from());
		Mention to = mention(record, relation.to());
		if (from == null || to == null) {
			return;
		}
		boolean outward = from.id().equals(mention);
		if (!outward && !to.id().equals(mention)) {
			return;
		}
		PersonId other = personOf(outward ? to.id() : from.id());
		if (other == null || other.equals(person)) {
			return;
		}
		LocalDate since = (relation.startedOn() != null) ? relation.startedOn() : day(record.occurredAt());
		boolean relative = from.role() == Role.RELATIVE || to.role() == Role.RELATIVE;
		StepKind kind = kind(relation, outward, relative);
		boolean ends = StepKind.MAY_END.contains(kind);
		if (relation.status() == RelationStatus.ENDED && !ends) {
			return;
		}
		boolean past = kind == StepKind.LIVES_WITH && parted(person, other, record.id());
		said.add(new StatedStep(
				new Step(kind, other, certainty(relation.status()), since, past, List.of(record.id().agency()),
						List.of(List.of(record.id()))),
				record, relation.startedOn(), ends ? over(relation, record) : null));
	}

	/** From which day on it is so no more, once that day has come. */
	private @Nullable LocalDate over(Relation relation, SourceRecord record) {
		LocalDate last = relation.endedOn();
		if (last == null) {
			return (relation.status() == RelationStatus.ENDED) ? day(record.occurredAt()) : null;
		}
		LocalDate over = last.plusDays(1);
		return over.isAfter(come(record)) ? null : over;
	}

	/**
	 * Whether one of two is recorded to have moved away from where a record has them, and
	 * neither to be where the other is. Of two who left, it may have been together, until
	 * both are recorded elsewhere.
	 */
	private boolean parted(PersonId one, PersonId other, SourceRecordId record) {
		boolean oneLeft = hasLeft(one, record);
		boolean otherLeft = hasLeft(other, record);
		if (oneLeft && otherLeft && !(isSomewhere(one) && isSomewhere(other))) {
			return false;
		}
		return (oneLeft || otherLeft) && stays(one).stream()
			.filter((stay) -> !stay.left())
			.noneMatch((stay) -> stays(other).stream().anyMatch((theirs) -> !theirs.left() && stay.meets(theirs)));
	}

	private boolean isSomewhere(PersonId person) {
		return stays(person).stream().anyMatch((stay) -> !stay.left());
	}

	private boolean hasLeft(PersonId person, SourceRecordId record) {
		return stays(person).stream().anyMatch((stay) -> stay.left() && stay.records().contains(record));
	}

	/** The record itself states nothing of the two, so that it is to be checked. */
	private void namedTogether(PersonId person, Stated stated, List<StatedStep> said) {
		SourceRecord record = stated.record();
		for (Mention beside : record.mentions()) {
			StepKind kind = NamedTogether.kind(record, stated.mention(), beside, this.zone);
			PersonId other = (kind != null) ? personOf(beside.id()) : null;
			if (kind != null && other != null && !other.equals(person)) {
				said.add(new StatedStep(new Step(kind, other, Certainty.TO_BE_CHECKED, day(record.occurredAt()), false,
						List.of(record.id().agency()), List.of(List.of(record.id()))), record, null, null));
			}
		}
	}

	/**
	 * How a relative is one, an agency may not say: that does not make an acquaintance.
	 */
	private static StepKind kind(Relation relation, boolean outward, boolean relative) {
		return switch (relation.kind()) {
			case PARENT_OF -> outward ? StepKind.CHILD : StepKind.PARENT;
			case PARTNER_OF -> StepKind.PARTNER;
			case SIBLING_OF -> StepKind.SIBLING;
			case CARER_OF -> StepKind.CARER;
			case GRANDPARENT_OF, AUNT_OR_UNCLE_OF -> StepKind.RELATIVE;
			case LIVES_WITH -> StepKind.LIVES_WITH;
			case OTHER -> relative ? StepKind.RELATIVE : StepKind.ASSOCIATE;
			case ASSOCIATE_OF -> StepKind.ASSOCIATE;
		};
	}

	private static Certainty certainty(RelationStatus status) {
		return switch (status) {
			case VERIFIED -> Certainty.CONFIRMED;
			case RECORDED -> Certainty.RECORDED;
			case CLAIMED, DISPUTED, ENDED -> Certainty.TO_BE_CHECKED;
		};
	}

	private void sameAddress(PersonId person, Map<StepKey, Statements> found) {
		for (Stay stay : stays(person)) {
			Map<PersonId, Stay> together = new TreeMap<>();
			for (PersonId other : recordedAt(stay.homeKeys())) {
				if (!other.equals(person)) {
					Stay met = firstMeeting(stay, stays(other));
					if (met != null) {
						together.put(other, met);
					}
				}
			}
			boolean crowded = together.size() >= this.settings.crowdedHome()
					&& together.keySet().stream().filter((other) -> !isPlace(other)).count() >= this.settings
						.crowdedHome();
			together.forEach((other, met) -> {
				if (!crowded || wasThereWithFew(other, stay)) {
					add(found, sharedHome(stay, other, met, stays(other)));
				}
			});
		}
	}

	/**
	 * Whether the other was in the home while it was not crowded for that person: who
	 * comes for a month meets fewer than who stays for years, and is joined from both
	 * ends or from none.
	 */
	private boolean wasThereWithFew(PersonId other, Stay stay) {
		return stays(other).stream().anyMatch((theirs) -> theirs.meets(stay) && !isCrowded(other, theirs));
	}

	private boolean isCrowded(PersonId person, Stay stay) {
		int atMost = -1;
		for (String key : stay.homeKeys()) {
			atMost += recordedAt(key).size();
		}
		if (atMost < this.settings.crowdedHome()) {
			return false;
		}
		Set<PersonId> met = new HashSet<>();
		for (String key : stay.homeKeys()) {
			for (PersonId other : recordedAt(key)) {
				if (!other.equals(person) && !isPlace(other) && firstMeeting(stay, stays(other)) != null
						&& met.add(other) && met.size() >= this.settings.crowdedHome()) {
					return true;
				}
			}
		}
		return false;
	}

	/** Whoever was at a place is nobody more in a home. */
	private boolean isPlace(PersonId person) {
		return isPlace(this.state, person);
	}

	private static boolean isPlace(AreaState state, PersonId person) {
		List<MentionId> mentions = state.persons().get(person);
		Mention first = (mentions != null) ? state.mentions().get(mentions.getFirst()) : null;
		return first != null && first.particulars().ofPlace();
	}

	private static @Nullable Stay firstMeeting(Stay stay, List<Stay> others) {
		for (Stay other : others) {
			if (stay.meets(other)) {
				return other;
			}
		}
		return null;
	}

	private static Step sharedHome(Stay stay, PersonId other, Stay met, List<Stay> others) {
		LocalDate since = stay.from().isAfter(met.from()) ? stay.from() : met.from();
		boolean past = stay.left() || others.stream().filter(stay::meets).allMatch(Stay::left);
		return new Step(StepKind.SAME_ADDRESS, other, Certainty.RECORDED, since, past, met.agencies(),
				List.of(stay.records(), met.records()));
	}

	private Set<PersonId> recordedAt(Set<String> homeKeys) {
		Set<PersonId> people = new TreeSet<>();
		for (String key : homeKeys) {
			people.addAll(recordedAt(key));
		}
		return people;
	}

	private Set<PersonId> recordedAt(String homeKey) {
		Set<PersonId> known = this.recordedAt.get(homeKey);
		if (known == null) {
			known = readRecordedAt(homeKey);
			this.recordedAt.put(homeKey, known);
		}
		return known;
	}

	private Set<PersonId> readRecordedAt(String homeKey) {
		Set<PersonId> people = new HashSet<>();
		addAllAt(this.state, List.of(homeKey), people);
		return people;
	}

	/** Two statements of one step become one, with all who say so. */
	private static void add(Map<StepKey, Statements> found, Step step) {
		StepKey key = new StepKey(step.to(), step.kind());
		Statements said = found.get(key);
		if (said == null) {
			found.put(key, new Statements(step));
		}
		else {
			said.add(step);
		}
	}

	private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
		if (a == null || b == null) {
			return (a != null) ? a : b;
		}
		return a.isBefore(b) ? a : b;
	}

	private List<Stay> readStays(PersonId person) {
		List<Claim> claims = new ArrayList<>();
		Departures left = new Departures();
		for (Stated stated : stated(person)) {
			SourceRecord record = stated.record();
			Mention mention = stated.mention();
			if (stated.forPoliceOnly()) {
				continue;
			}
			if (!mention.particulars().homeKeys().isEmpty()) {
				LocalDate moved = movedOn(record, mention);
				LocalDate on = (moved != null) ? moved : day(record.occurredAt());
				if (moved == null || !moved.isAfter(come(record))) {
					claims.add(new Claim(mention.particulars().homeKeys(), on, record.id()));
				}
			}
			for (Fact fact : record.facts()) {
				// Whom else of a household a landlord lists is chance.
				boolean ofTenant = fact.kind() == FactKind.MOVED || mention.role() == Role.TENANT;
				if (ofTenant && fact.subjects().contains(mention.ref())) {
					left.note(fact, come(record));
				}
			}
		}
		claims.sort(Comparator.comparing(Claim::on).thenComparing(Claim::record));
		return stays(claims, left);
	}

	private List<Stay> stays(List<Claim> claims, Departures left) {
		Map<Set<String>, List<Claim>> homes = new LinkedHashMap<>();
		for (Claim claim : claims) {
			Set<String> home = homeOf(claim, homes.keySet());
			List<Claim> here = homes.remove(home);
			Set<String> keys = home;
			if (!home.containsAll(claim.keys())) {
				keys = new TreeSet<>(home);
				keys.addAll(claim.keys());
			}
			List<Claim> more = (here != null) ? here : new ArrayList<>();
			more.add(claim);
			homes.put(keys, more);
		}
		List<Stay> found = new ArrayList<>();
		homes.forEach((keys, here) -> addStays(keys, here, left, claims, found));
		found.sort(Comparator.comparing(Stay::from)
			.thenComparing((stay) -> stay.homeKeys().stream().sorted().toList().toString()));
		return List.copyOf(found);
	}

	private static Set<String> homeOf(Claim claim, Set<Set<String>> homes) {
		for (Set<String> home : homes) {
			if (Homes.same(home, claim.keys())) {
				return home;
			}
		}
		return new TreeSet<>(claim.keys());
	}

	/**
	 * Leaving ends a stay the day before; being recorded there again begins another. Of
	 * two families that change homes on one day, neither lived with the other.
	 */
	private void addStays(Set<String> keys, List<Claim> here, Departures left, List<Claim> claims, List<Stay> found) {
		NavigableSet<LocalDate> departures = left.from(keys);
		List<Claim> together = new ArrayList<>();
		for (Claim claim : here) {
			LocalDate departed = together.isEmpty() ? null : departures.higher(together.getLast().on());
			if (departed != null && !claim.on().isBefore(departed)) {
				found.add(stay(keys, together, departed, null, false));
				together.clear();
			}
			together.add(claim);
		}
		found.add(stay(keys, together, departures.higher(together.getLast().on()),
				nextElsewhere(claims, together.getLast(), keys), allHaveElsewhere(claims, together, keys)));
	}

	/**
	 * Whether everybody who has recorded a person here has recorded them elsewhere since:
	 * nobody says any more that they are here. What one organisation says of another home
	 * takes nothing back of what others say: a man gives the police his mother's address.
	 */
	private static boolean allHaveElsewhere(List<Claim> claims, List<Claim> here, Set<String> keys) {
		Map<String, LocalDate> last = new HashMap<>();
		here.forEach((claim) -> last.put(claim.source(), claim.on()));
		return last.entrySet()
			.stream()
			.allMatch((source) -> claims.stream()
				.anyMatch((claim) -> claim.source().equals(source.getKey()) && claim.on().isAfter(source.getValue())
						&& !Homes.same(claim.keys(), keys)));
	}

	/**
	 * The day on which a person is next recorded to live elsewhere, after the last time
	 * here.
	 */
	private static @Nullable LocalDate nextElsewhere(List<Claim> claims, Claim last, Set<String> keys) {
		for (Claim claim : claims) {
			if (claim.on().isAfter(last.on()) && !Homes.same(claim.keys(), keys)) {
				return claim.on();
			}
		}
		return null;
	}

	private Stay stay(Set<String> keys, List<Claim> claims, @Nullable LocalDate departed, @Nullable LocalDate elsewhere,
			boolean gone) {
		LocalDate from = claims.getFirst().on();
		LocalDate until = claims.getLast().on().plusDays(this.settings.stayHolds().toDays());
		boolean left = departed != null && !departed.isAfter(until);
		if (departed != null && left) {
			until = departed.minusDays(1);
		}
		if (elsewhere != null && !elsewhere.isAfter(until)) {
			until = elsewhere.minusDays(1);
			left |= gone;
		}
		Set<String> agencies = new TreeSet<>();
		List<SourceRecordId> records = new ArrayList<>(claims.size());
		for (Claim claim : claims) {
			agencies.add(claim.record().agency());
			records.add(claim.record());
		}
		records.sort(Comparator.naturalOrder());
		return new Stay(keys, from, until, left, List.copyOf(agencies), records);
	}

	/**
	 * A move says where somebody lives from the day of the move, whenever it was written.
	 */
	private static @Nullable LocalDate movedOn(SourceRecord record, Mention mention) {
		for (Fact fact : record.facts()) {
			String on = fact.value("on");
			if (fact.kind() == FactKind.MOVED && on != null && fact.subjects().contains(mention.ref())) {
				return LocalDate.parse(on);
			}
		}
		return null;
	}

	/**
	 * The last day that has come: that on which the record was heard, or the one that the
	 * area's clock has brought about since.
	 */
	private LocalDate come(SourceRecord record) {
		LocalDate heard = day(record.clock());
		Long days = this.state.values().get(AreaState.DAYS);
		LocalDate passed = (days != null) ? LocalDate.ofEpochDay(days) : heard;
		return passed.isAfter(heard) ? passed : heard;
	}

	private LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, this.zone);
	}

	private List<Stated> stated(PersonId person) {
		return this.stated.of(person, (someone) -> Stated.of(this.state, someone));
	}

	private @Nullable PersonId personOf(MentionId mention) {
		Link link = this.state.links().get(mention);
		return (link != null) ? link.person() : null;
	}

	private static @Nullable Mention mention(SourceRecord record, String ref) {
		for (Mention mention : record.mentions()) {
			if (mention.ref().equals(ref)) {
				return mention;
			}
		}
		return null;
	}

	/**
	 * A stay among many.
	 *
	 * @param person the person
	 * @param homeKeys keys of the home
	 * @param from first day of the stay
	 */
	public record Crowded(PersonId person, Set<String> homeKeys, LocalDate from) {
	}

	/**
	 * What one source says of where a person lives.
	 *
	 * @param keys keys of the home
	 * @param on the day it speaks of
	 * @param record the record
	 */
	private record Claim(List<String> keys, LocalDate on, SourceRecordId record) {

		String source() {
			return this.record.agency() + "/" + this.record.organisation();
		}

	}

	/**
	 * Steps of one kind to one person are one step.
	 *
	 * @param to the person
	 * @param kind the kind
	 */
	private record StepKey(PersonId to, StepKind kind) implements Comparable<StepKey> {

		/** In the order of their texts, which must not change. */
		@Override
		public int compareTo(StepKey other) {
			UUID one = this.to.value();
			UUID two = other.to.value();
			int high = Long.compareUnsigned(one.getMostSignificantBits(), two.getMostSignificantBits());
			int low = (high != 0) ? high
					: Long.compareUnsigned(one.getLeastSignificantBits(), two.getLeastSignificantBits());
			return (low != 0) ? low : this.kind.name().compareTo(other.kind.name());
		}

	}

	/** All that is said of one step. */
	private static final class Statements {

		private final Step first;

		private final List<Step> further = new ArrayList<>();

		Statements(Step first) {
			this.first = first;
		}

		void add(Step step) {
			this.further.add(step);
		}

		Step step() {
			if (this.further.isEmpty()) {
				return this.first;
			}
			List<Step> all = new ArrayList<>(this.further);
			all.addFirst(this.first);
			List<List<SourceRecordId>> records = new ArrayList<>();
			all.forEach((step) -> records.addAll(step.statedIn()));
			boolean past = all.stream().allMatch(Step::past);
			// What has ended says no more since when it is so again, nor who says so.
			List<Step> standing = all.stream().filter((step) -> step.past() == past).toList();
			Set<String> agencies = new TreeSet<>();
			Certainty surest = Certainty.TO_BE_CHECKED;
			LocalDate since = standing.getFirst().since();
			for (Step step : standing) {
				agencies.addAll(step.agencies());
				surest = (surest.compareTo(step.certainty()) <= 0) ? surest : step.certainty();
				since = earlier(since, step.since());
			}
			return new Step(this.first.kind(), this.first.to(), surest, since, past, List.copyOf(agencies), records);
		}

	}

}
