package org.mashhub.correlation.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.family.Certainty;
import org.mashhub.correlation.family.Families;
import org.mashhub.correlation.family.Path;
import org.mashhub.correlation.family.Stay;
import org.mashhub.correlation.family.Step;
import org.mashhub.correlation.family.StepKind;
import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.HandlingCode;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AnsweredItems;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.PersonMemo;
import org.mashhub.correlation.state.Stated;
import org.mashhub.messaging.NameUuid;

/**
 * Joins people and facts into the view of one child. Nothing is copied into a store: what
 * an agency already held about an adult is in the picture from the moment the adult is
 * connected. One instance serves one observation.
 */
public final class Pictures {

	private static final Comparator<KnownFact> BY_TIME = Comparator.comparing(KnownFact::occurredAt)
		.thenComparing((fact) -> fact.record().sequence())
		.thenComparing((fact) -> fact.kind());

	/** Of one moment, in the order of the log. */
	private static final Comparator<SourceRecord> AS_LOGGED = Comparator.comparing(SourceRecord::occurredAt)
		.thenComparing(SourceRecord::firstSequence);

	private static final Duration ANSWERS_AFTER_CLOSURE = Duration.ofDays(30);

	private static final Set<StepKind> BY_HOME = Set.of(StepKind.SAME_ADDRESS, StepKind.LIVES_WITH);

	/** What those are called whom a record of a place does not name. */
	private static final String WHOEVER_WAS_THERE = "Whoever was there";

	/** Statuses of which neither ends the other. */
	private static final Set<String> ALONGSIDE = Set.of(Status.LOOKED_AFTER, Status.CHILD_PROTECTION_PLAN);

	/**
	 * So long after a child has joined a practice an end that names none may be of the
	 * former one.
	 */
	private static final int TAKEN_OFF_WITHIN_DAYS = 28;

	private final AreaState state;

	private final Families families;

	private final Instant clock;

	private final ZoneId zone;

	private final PersonMemo.View<List<Stated>> stated;

	private final PersonMemo.View<PersonSummary> summaries;

	private final PersonMemo.View<List<KnownFact>> facts;

	private final Map<PersonId, Boolean> children = new HashMap<>();

	private final Map<PersonId, ChildView> views = new HashMap<>();

	private final Map<PersonId, List<PersonId>> mayBe = new HashMap<>();

	/** Of each child that was looked at, whoever has grown up among them. */
	private final Map<PersonId, Set<PersonId>> brothersAndSisters = new HashMap<>();

	private @Nullable FeedHealth feeds;

	/**
	 * Creates a reader.
	 * @param state the area's state, which must not change while this is used
	 * @param families reader of the same state
	 * @param clock the area's time
	 * @param zone the area's time zone
	 * @param stated what records say of people, as read before of the same state but for
	 * who changed
	 * @param summaries summaries that were read before
	 * @param facts facts that were read before
	 */
	public Pictures(AreaState state, Families families, Instant clock, ZoneId zone,
			PersonMemo.View<List<Stated>> stated, PersonMemo.View<PersonSummary> summaries,
			PersonMemo.View<List<KnownFact>> facts) {
		this.state = state;
		this.families = families;
		this.clock = clock;
		this.zone = zone;
		this.stated = stated;
		this.summaries = summaries;
		this.facts = facts;
	}

	/**
	 * The children whose pictures a change to some people may touch: themselves, and all
	 * within two steps; among them whoever was shown as a child and has come of age.
	 * @param people the people
	 * @return children in the order of ids
	 */
	public Set<PersonId> childrenAround(Iterable<PersonId> people) {
		Set<PersonId> around = new HashSet<>();
		for (PersonId person : people) {
			if (this.state.persons().get(person) != null) {
				around.add(person);
				around.addAll(this.families.reach(person));
			}
		}
		around.removeIf((person) -> !isChild(person) && !isShown(person));
		return new TreeSet<>(around);
	}

	/**
	 * The view of one child.
	 * @param child the child
	 * @return the view, with the alerts that are remembered now
	 */
	public ChildView of(PersonId child) {
		ChildView known = this.views.get(child);
		if (known == null) {
			known = join(child);
			this.views.put(child, known);
		}
		List<AlertMemory> alerts = alerts(child);
		List<AlertMemory> ofFamily = alerts(this.brothersAndSisters.getOrDefault(child, Set.of()));
		ofFamily.removeAll(alerts);
		return known.with(alerts, ofFamily, answered(known.facts()));
	}

	private ChildView join(PersonId child) {
		PersonSummary summary = summary(child);
		List<KnownFact> facts = facts(child);
		List<ConnectedAdult> adults = new ArrayList<>();
		Set<PersonId> family = new LinkedHashSet<>();
		Map<PersonId, Path> bringingUp = this.families.bringingUp(child);
		Set<PersonId> noSiblings = this.families.noSiblings(child);
		Set<PersonId> ofParents = this.families.childrenOfParents(child);
		Set<PersonId> apart = keptApart(child);
		List<Path> places = new ArrayList<>();
		for (Path path : this.families.within2(child, andTheirParents(child, apart)).values()) {
			PersonId other = path.end();
			Path asParent = bringingUp.get(other);
			if (summary(other).place()) {
				places.add(path);
			}
			else if (standsAsAdult(other)) {
				adults.add(connected(path, asParent != null));
			}
			else if (asParent != null && !summary(other).isBornAfter(summary)) {
				adults.add(connected(asParent, true));
			}
			if (!apart.contains(other) && ((ofParents.contains(other) && !noSiblings.contains(other))
					|| isSibling(child, path, noSiblings))) {
				family.add(other);
			}
		}
		Set<PersonId> siblings = new LinkedHashSet<>(family);
		siblings.removeIf((other) -> !isChild(other));
		this.brothersAndSisters.put(child, family);
		adults.addAll(places(places, child, adults));
		adults.sort(Comparator.comparing((ConnectedAdult adult) -> adult.path().certainty())
			.thenComparing((adult) -> adult.path().steps().size())
			.thenComparing((adult) -> adult.summary().id()));
		List<KnownFact> ofCase = ofCase(facts);
		return new ChildView(summary, this.clock, this.zone, facts, toldOfHome(child), adults,
				possibleLinks(child, adults), List.copyOf(siblings), family(child, siblings), statuses(ofCase),
				lead(ofCase), practice(summary, facts), admitted(facts), List.of(), List.of(), Map.of(), feeds());
	}

	/**
	 * Children of other families who share a home with this child, and are not of its
	 * family: in a foster home, and in a refuge or another home that is kept secret. Each
	 * has parents of its own, who are, and were, no partners of the other's.
	 */
	private Set<PersonId> keptApart(PersonId child) {
		Set<PersonId> apart = new HashSet<>();
		for (Step step : this.families.stepsFrom(child)) {
			if (BY_HOME.contains(step.kind()) && isChild(step.to()) && haveOtherParents(child, step.to())
					&& (wasLookedAfter(child) || wasLookedAfter(step.to()) || isSecret(child, step)
							|| isSecret(step.to(), step))) {
				apart.add(step.to());
			}
		}
		return withoutKin(child, apart);
	}

	/**
	 * From these no step leads on: whoever shares the home is around the child, and whom
	 * they know elsewhere is not.
	 */
	private Set<PersonId> andTheirParents(PersonId child, Set<PersonId> apart) {
		if (apart.isEmpty()) {
			return apart;
		}
		Set<PersonId> families = new HashSet<>(apart);
		apart.forEach((other) -> families.addAll(this.families.parentsAndPartners(other)));
		return withoutKin(child, families);
	}

	private Set<PersonId> withoutKin(PersonId child, Set<PersonId> others) {
		if (!others.isEmpty()) {
			this.families.stepsFrom(child)
				.stream()
				.filter((step) -> !BY_HOME.contains(step.kind()) && step.kind() != StepKind.NAMED_TOGETHER)
				.forEach((step) -> others.remove(step.to()));
		}
		return others;
	}

	/** Whoever went home again is no nearer to the children of the foster home. */
	private boolean wasLookedAfter(PersonId child) {
		return statuses(ofCase(facts(child))).stream().anyMatch((status) -> status.name().equals(Status.LOOKED_AFTER));
	}

	/** Whether records of the home that two share protect the address of one of them. */
	private boolean isSecret(PersonId person, Step home) {
		return stated(person).stream()
			.anyMatch((stated) -> stated.mention().addressProtected()
					&& home.statedIn().stream().anyMatch((records) -> records.contains(stated.record().id())));
	}

	/**
	 * Whoever was at a home of the child: of what was recorded there, what happened while
	 * the child, or who brings it up, lived there.
	 */
	private List<ConnectedAdult> places(List<Path> paths, PersonId child, List<ConnectedAdult> adults) {
		List<Path> homes = paths.stream()
			.filter((path) -> path.steps().size() == 1 && path.steps().getFirst().kind() == StepKind.SAME_ADDRESS)
			.toList();
		if (homes.isEmpty()) {
			return List.of();
		}
		List<Stay> stays = new ArrayList<>(this.families.stays(child));
		adults.stream().filter(ConnectedAdult::bringsUp).forEach((adult) -> stays.addAll(adult.stays()));
		List<ConnectedAdult> found = new ArrayList<>();
		for (Path path : homes) {
			List<KnownFact> facts = facts(path.end()).stream()
				.filter((fact) -> stays.stream().anyMatch((stay) -> stay.holds(fact.subject(), fact.on(this.zone))))
				.toList();
			if (!facts.isEmpty()) {
				found.add(new ConnectedAdult(summary(path.end()), false, false, path, facts, List.of(),
						mentions(path.end())));
			}
		}
		return found;
	}

	/**
	 * Whom adults who are surely around the child may be, as far as that one is not
	 * surely around it anyway.
	 */
	private List<PossibleLink> possibleLinks(PersonId child, List<ConnectedAdult> adults) {
		Set<PersonId> around = new HashSet<>(Set.of(child));
		adults.stream()
			.filter((adult) -> adult.path().certainty() != Certainty.TO_BE_CHECKED)
			.forEach((adult) -> around.add(adult.summary().id()));
		List<PossibleLink> found = new ArrayList<>();
		for (ConnectedAdult adult : adults) {
			if (adult.path().certainty() == Certainty.TO_BE_CHECKED) {
				continue;
			}
			for (PersonId other : whoMayBe(adult.summary().id())) {
				if (!around.contains(other) && standsAsAdult(other)) {
					found.add(new PossibleLink(adult,
							new ConnectedAdult(summary(other), isChild(other), adult.bringsUp(),
									adult.path().then(Step.possibly(other)), facts(other), List.of(),
									mentions(other))));
				}
			}
		}
		return found;
	}

	/**
	 * The others of the questions that are open about a person, but for those that not
	 * every MASH officer may know of.
	 */
	private List<PersonId> whoMayBe(PersonId person) {
		List<PersonId> known = this.mayBe.get(person);
		if (known == null) {
			known = readWhoMayBe(person);
			this.mayBe.put(person, known);
		}
		return known;
	}

	private List<PersonId> readWhoMayBe(PersonId person) {
		List<UUID> questions = this.state.reviewsOfPerson().get(person);
		if (questions == null) {
			return List.of();
		}
		return questions.stream()
			.map(this.state.reviews()::get)
			.filter((question) -> question != null && question.open() && !isForPoliceOnly(question.mention())
					&& !isForPoliceOnly(question.otherMention()))
			.map((question) -> question.across(person))
			.filter((other) -> this.state.persons().get(other) != null)
			.sorted()
			.toList();
	}

	private boolean isForPoliceOnly(MentionId mention) {
		Link link = this.state.links().get(mention);
		SourceRecord record = (link != null) ? this.state.records().get(link.record()) : null;
		return record == null || record.handling() == HandlingCode.POLICE_MASH_ONLY;
	}

	/**
	 * Who lives next door seldom knows what a baby is called. What they tell of it is
	 * kept with a person of its own, whom nothing makes this child; it speaks of the home
	 * in which this child lived then.
	 */
	private List<KnownFact> toldOfHome(PersonId child) {
		List<Stay> stays = this.families.stays(child);
		return this.families.stepsFrom(child)
			.stream()
			.filter((step) -> step.kind() == StepKind.SAME_ADDRESS && isChild(step.to()) && isNotNamed(step.to()))
			.flatMap((step) -> facts(step.to()).stream())
			.filter((fact) -> fact.kind() == FactKind.CONTACT_RECEIVED
					&& stays.stream().anyMatch((stay) -> stay.holds(fact.subject(), fact.on(this.zone))))
			.sorted(BY_TIME)
			.toList();
	}

	private boolean isNotNamed(PersonId person) {
		return stated(person).stream()
			.map((stated) -> stated.mention().particulars())
			.allMatch((who) -> (!who.named() || who.familyNames().isEmpty()) && who.birthDate() == null
					&& who.identifiers().isEmpty());
	}

	/** From 16 on; others may be around such a person in turn. */
	private boolean standsAsAdult(PersonId person) {
		return !isChild(person) || !summary(person).isYoungerThan(Particulars.YOUNG_PERSON, this.clock, this.zone);
	}

	private ConnectedAdult connected(Path path, boolean bringsUp) {
		PersonId person = path.end();
		return new ConnectedAdult(summary(person), isChild(person), bringsUp, path, facts(person),
				(path.steps().size() == 1) ? this.families.stays(person) : List.of(), mentions(person));
	}

	private Map<MentionId, AnsweredItems> answered(List<KnownFact> facts) {
		Map<MentionId, AnsweredItems> found = new HashMap<>();
		for (KnownFact fact : facts) {
			if (fact.kind() == FactKind.CLOSURE_PROPOSED || fact.kind() == FactKind.CASE_CLOSED) {
				AnsweredItems answered = this.state.answeredItems().get(fact.subject().id());
				if (answered != null) {
					found.put(fact.subject().id(), answered);
				}
			}
		}
		return found;
	}

	/**
	 * A child's statuses as records say them that everybody around the child may read:
	 * what the agency marks for the MASH alone is for no practice.
	 * @param child the child
	 * @return statuses, latest first
	 */
	public List<Status> openlyStated(PersonId child) {
		return statuses(ofCase(facts(child)).stream()
			.filter((fact) -> fact.record().handling() == HandlingCode.STANDARD)
			.toList());
	}

	/**
	 * Who a person is.
	 * @param person the person
	 * @return the summary
	 */
	public PersonSummary summary(PersonId person) {
		return this.summaries.of(person, this::summarise);
	}

	/**
	 * Alerts about a child.
	 * @param child the child
	 * @return in the order of raising
	 */
	public List<AlertMemory> alerts(PersonId child) {
		return alerts(Set.of(child));
	}

	private List<AlertMemory> alerts(Set<PersonId> children) {
		Set<UUID> ids = new TreeSet<>();
		for (PersonId child : children) {
			for (MentionId mention : mentions(child)) {
				List<UUID> named = this.state.alertsOfChild().get(mention);
				ids.addAll((named != null) ? named : List.of());
			}
		}
		List<AlertMemory> found = new ArrayList<>();
		for (UUID id : ids) {
			AlertMemory alert = this.state.alerts().get(id);
			if (alert != null) {
				found.add(alert);
			}
		}
		found.sort(Comparator.comparing(AlertMemory::raisedAt).thenComparing(AlertMemory::id));
		return found;
	}

	/**
	 * Whether a person is under 18 now.
	 * @param person the person
	 * @return true for a child
	 */
	public boolean isChild(PersonId person) {
		Boolean known = this.children.get(person);
		if (known == null) {
			known = summary(person).isChild(this.clock, this.zone);
			this.children.put(person, known);
		}
		return known;
	}

	private boolean isShown(PersonId person) {
		return this.state.pictures().get(summary(person).founding()) != null;
	}

	private FeedHealth feeds() {
		FeedHealth known = this.feeds;
		if (known == null) {
			known = FeedHealth.of(this.state, this.clock);
			this.feeds = known;
		}
		return known;
	}

	/**
	 * Whether records call somebody a brother or sister, or have both in one home, and do
	 * not say that they are of two families: other mothers, and in a home that was once
	 * shared other parents.
	 */
	private boolean isSibling(PersonId child, Path path, Set<PersonId> noSiblings) {
		if (this.families.stepsFrom(child)
			.stream()
			.anyMatch((said) -> said.kind() == StepKind.SIBLING && said.to().equals(path.end()))) {
			return true;
		}
		Step step = path.steps().getFirst();
		return path.steps().size() == 1 && BY_HOME.contains(step.kind()) && !noSiblings.contains(path.end())
				&& !(haveOtherParents(child, path.end())
						&& (step.past() || (isMotherKnown(child) && isMotherKnown(path.end()))));
	}

	private boolean isMotherKnown(PersonId child) {
		return this.families.parentsAndPartners(child)
			.stream()
			.anyMatch((parent) -> summary(parent).sex() == Sex.FEMALE
					|| stated(parent).stream().anyMatch((stated) -> stated.mention().role() == Role.MOTHER));
	}

	/** Whether parents of both are known, who are, and were, no partners. */
	private boolean haveOtherParents(PersonId one, PersonId other) {
		Set<PersonId> parents = this.families.parentsAndPartners(one);
		Set<PersonId> theirs = this.families.parentsAndPartners(other);
		return !parents.isEmpty() && !theirs.isEmpty() && Collections.disjoint(parents, theirs);
	}

	/** The smallest founding mention of the children names the family. */
	private UUID family(PersonId child, Set<PersonId> siblings) {
		MentionId smallest = summary(child).founding();
		for (PersonId sibling : siblings) {
			MentionId founding = summary(sibling).founding();
			smallest = (founding.compareTo(smallest) < 0) ? founding : smallest;
		}
		return NameUuid.of("family", smallest);
	}

	/**
	 * What is for police staff only is in no picture: even that it exists may not be
	 * told.
	 */
	private List<KnownFact> facts(PersonId person) {
		return this.facts.of(person, this::readFacts);
	}

	private List<KnownFact> readFacts(PersonId person) {
		List<KnownFact> found = new ArrayList<>();
		for (Stated stated : stated(person)) {
			if (!stated.forPoliceOnly()) {
				for (Fact fact : stated.record().facts()) {
					if (fact.subjects().contains(stated.mention().ref())) {
						found.add(new KnownFact(fact, stated.mention(), stated.record()));
					}
				}
			}
		}
		found.sort(BY_TIME);
		return List.copyOf(found);
	}

	private PersonSummary summarise(PersonId person) {
		Map<LocalDate, Integer> births = new TreeMap<>();
		Set<Sex> sexes = new HashSet<>();
		Integer birthYear = null;
		boolean calledChild = false;
		List<Naming> names = new ArrayList<>();
		String practice = null;
		SourceRecord practiceIn = null;
		String nhsNumber = null;
		Stated founding = null;
		for (Stated stated : stated(person)) {
			Mention mention = stated.mention();
			SourceRecord record = stated.record();
			founding = (founding == null || stated.founding().compareTo(founding.founding()) < 0) ? stated : founding;
			if (stated.forPoliceOnly()) {
				continue;
			}
			LocalDate born = mention.particulars().birthDate();
			if (born != null) {
				births.merge(born, 1, Integer::sum);
			}
			birthYear = (birthYear != null) ? birthYear : mention.particulars().birthYear();
			if (mention.particulars().sex() == Sex.FEMALE || mention.particulars().sex() == Sex.MALE) {
				sexes.add(mention.particulars().sex());
			}
			calledChild |= mention.role() == Role.CHILD;
			names.add(Naming.of(mention.particulars(), record));
			if (mention.particulars().gpPractice() != null && !ofRegistration(stated)
					&& (practiceIn == null || AS_LOGGED.compare(practiceIn, record) < 0)) {
				practice = mention.particulars().gpPractice();
				practiceIn = record;
			}
			nhsNumber = (nhsNumber != null) ? nhsNumber : mention.particulars().validIdentifier(Identifier.NHS_NUMBER);
		}
		if (founding == null) {
			throw new IllegalArgumentException("person " + person + " has no mentions");
		}
		births.keySet().removeIf((born) -> isDefault(born, births.keySet()));
		// Of dates that stand as often as one another the earliest; of whom is called a
		// child the latest: who may be one is not left out for a slip.
		Comparator<LocalDate> order = calledChild ? Comparator.naturalOrder() : Comparator.reverseOrder();
		LocalDate birthDate = births.entrySet()
			.stream()
			.max(Map.Entry.<LocalDate, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey(order)))
			.map(Map.Entry::getKey)
			.orElse(null);
		boolean place = founding.mention().particulars().ofPlace();
		return new PersonSummary(person, founding.mention().id(), place ? WHOEVER_WAS_THERE : Naming.best(names),
				birthDate, birthYear, (sexes.size() == 1) ? sexes.iterator().next() : Sex.UNKNOWN, calledChild,
				practice, nhsNumber, place);
	}

	/** The 1 January that systems write, where another record has the day itself. */
	private static boolean isDefault(LocalDate born, Set<LocalDate> births) {
		return born.getDayOfYear() == 1
				&& births.stream().anyMatch((other) -> other.getYear() == born.getYear() && !other.equals(born));
	}

	/** A registration has a first day, before which it makes nobody a patient. */
	private static boolean ofRegistration(Stated stated) {
		return stated.record()
			.facts()
			.stream()
			.anyMatch((fact) -> fact.kind() == FactKind.REGISTRATION_CHANGED
					&& fact.subjects().contains(stated.mention().ref()));
	}

	/** What a case and its lead follow from; of one day, in the order of the day. */
	private List<KnownFact> ofCase(List<KnownFact> facts) {
		return facts.stream()
			.filter((fact) -> fact.kind() == FactKind.STATUS_CHANGED || fact.kind() == FactKind.CASE_CLOSED
					|| fact.kind() == FactKind.LEAD_ASSIGNED)
			.sorted(Comparator.comparing((KnownFact fact) -> fact.record().during(this.zone)))
			.toList();
	}

	private static boolean isEnquiry(Status status) {
		return status.name().equals(Status.SECTION_47);
	}

	private static List<Status> statuses(List<KnownFact> facts) {
		List<Status> begun = new ArrayList<>();
		for (KnownFact known : facts) {
			String on = known.fact().value("on");
			if (known.kind() == FactKind.STATUS_CHANGED && on != null) {
				String name = String.valueOf(known.fact().value("status"));
				LocalDate day = LocalDate.parse(on);
				if (known.fact().is("ended", "true")) {
					begun.replaceAll((status) -> (status.until() == null && status.name().equals(name))
							? status.endedOn(day) : status);
				}
				else {
					// Beside the plan that a child has, an enquiry goes on; it ends
					// closures and other enquiries.
					boolean enquiry = name.equals(Status.SECTION_47);
					// No further action after an enquiry is none beyond the plan.
					boolean afterEnquiry = name.equals(Status.NO_FURTHER_ACTION)
							&& begun.stream().anyMatch((status) -> status.open() && isPlan(status))
							&& begun.stream().anyMatch((status) -> status.open() && isEnquiry(status));
					begun.replaceAll((status) -> (status.until() == null && !(enquiry && isPlan(status))
							&& !areBoth(status.name(), name) && (!afterEnquiry || isEnquiry(status)))
									? status.endedOn(day) : status);
					begun.add(new Status(name, day, null, known.fact().value("phone"), known.record()));
				}
			}
			else if (known.kind() == FactKind.CASE_CLOSED && on != null) {
				LocalDate day = LocalDate.parse(on);
				begun.replaceAll((status) -> (status.until() == null) ? status.endedOn(day) : status);
				begun.add(new Status(Status.CLOSED, day, null, known.fact().value("phone"), known.record()));
			}
		}
		return begun.reversed();
	}

	/** A child whom the authority looks after may have a protection plan besides. */
	private static boolean areBoth(String one, String other) {
		return !one.equals(other) && ALONGSIDE.contains(one) && ALONGSIDE.contains(other);
	}

	private static boolean isPlan(Status status) {
		return status.open() && !status.name().equals(Status.SECTION_47);
	}

	/**
	 * Who leads now; after a closure, the last lead still answers for a month, and leads
	 * again when the case is opened within it. Whoever led a case that was closed long
	 * ago has no part in a new one.
	 */
	private @Nullable LeadProfessional lead(List<KnownFact> facts) {
		LeadProfessional lead = null;
		Instant closed = null;
		for (KnownFact known : facts) {
			String name = known.fact().value("name");
			String on = known.fact().value("on");
			if (known.kind() == FactKind.LEAD_ASSIGNED && name != null && on != null) {
				LocalDate began = LocalDate.parse(on);
				if (began.isAfter(LocalDate.ofInstant(this.clock, this.zone))) {
					continue;
				}
				if (lasts(known.fact().value("endedOn"))) {
					lead = new LeadProfessional(name, known.fact().value("jobTitle"),
							known.fact().value("organisation"), known.fact().value("email"),
							known.fact().value("phone"), began);
					closed = null;
				}
				else if (lead != null && (lead.name().equals(name) || began.isAfter(lead.since()))) {
					// Whoever led before did not come back when this one went.
					lead = null;
				}
			}
			else if (known.kind() == FactKind.CASE_CLOSED) {
				closed = known.occurredAt();
			}
			else if (known.kind() == FactKind.STATUS_CHANGED && !known.fact().is("ended", "true")) {
				lead = answersNoMore(closed, known.occurredAt()) ? null : lead;
				closed = null;
			}
		}
		return answersNoMore(closed, this.clock) ? null : lead;
	}

	/** Whose last day it is, or lies ahead, still leads. */
	private boolean lasts(@Nullable String endedOn) {
		return endedOn == null || !LocalDate.parse(endedOn).isBefore(LocalDate.ofInstant(this.clock, this.zone));
	}

	private static boolean answersNoMore(@Nullable Instant closed, Instant at) {
		return closed != null && closed.isBefore(at.minus(ANSWERS_AFTER_CLOSURE));
	}

	/**
	 * Where the child is registered now. Of one day, what came first stands first,
	 * however often it is sent. That a practice is left ends a registration there and
	 * nowhere else: a former practice may take the child off its list months after the
	 * child joined another, which need not have named it. Where nobody says which
	 * practice is left, it is the former one for some weeks, and then the child's own.
	 */
	private @Nullable String practice(PersonSummary summary, List<KnownFact> facts) {
		String practice = summary.gpPractice();
		LocalDate joinedOn = null;
		String former = null;
		LocalDate leftOn = null;
		for (KnownFact known : registrations(facts)) {
			String joined = known.fact().value("newPractice");
			String left = known.fact().value("previousPractice");
			LocalDate on = registeredOn(known);
			if (joined != null) {
				practice = joined;
				joinedOn = on;
				leftOn = null;
			}
			else if ((left != null) ? left.equals(practice)
					: (joinedOn == null || on.isAfter(joinedOn.plusDays(TAKEN_OFF_WITHIN_DAYS)))) {
				former = (left != null) ? left : practice;
				practice = null;
				leftOn = on;
			}
		}
		return (leftOn != null) ? namedSince(summary.id(), leftOn, former) : practice;
	}

	/**
	 * Not every practice says that it has taken a child on: another than the one left
	 * counts that a record of a later day names.
	 */
	private @Nullable String namedSince(PersonId child, LocalDate leftOn, @Nullable String former) {
		return stated(child).stream()
			.filter((stated) -> !stated.forPoliceOnly() && !ofRegistration(stated))
			.filter((stated) -> LocalDate.ofInstant(stated.record().occurredAt(), this.zone).isAfter(leftOn))
			.sorted(Comparator.comparing(Stated::record, AS_LOGGED))
			.map((stated) -> stated.mention().particulars().gpPractice())
			.filter((named) -> named != null && !named.equals(former))
			.reduce((first, second) -> second)
			.orElse(null);
	}

	private List<KnownFact> registrations(List<KnownFact> facts) {
		LocalDate today = LocalDate.ofInstant(this.clock, this.zone);
		return facts.stream()
			.filter((fact) -> fact.kind() == FactKind.REGISTRATION_CHANGED && !registeredOn(fact).isAfter(today))
			.sorted(Comparator.comparing(this::registeredOn).thenComparing((fact) -> fact.record().firstSequence()))
			.toList();
	}

	private LocalDate registeredOn(KnownFact registration) {
		String on = registration.fact().value("on");
		return (on != null) ? LocalDate.parse(on) : LocalDate.ofInstant(registration.occurredAt(), this.zone);
	}

	private static @Nullable String admitted(List<KnownFact> facts) {
		for (KnownFact known : facts) {
			switch (known.kind()) {
				case REFERRED, REFERRAL_DECIDED, FEEDBACK_GIVEN -> {
					return "a referral was made";
				}
				case CONTACT_RECEIVED -> {
					return "somebody told children's services of a concern";
				}
				case STATUS_CHANGED, CLOSURE_PROPOSED, CASE_CLOSED, LEAD_ASSIGNED, STEP_DOWN_CHANGED,
						PLAN_ACTION_CHANGED, MEETING_CHANGED, ESCALATION_CHANGED -> {
					return "children's services hold, or held, a case";
				}
				case CONCERN_RECORDED -> {
					return "a professional recorded a concern";
				}
				case RISK_INCIDENT, CUSTODY_CHANGED, APPOINTMENT_NOT_BROUGHT, REGISTRATION_CHANGED, ADULT_SEEN,
						CHILD_SEEN, CONDITIONS_GRADED, BIRTH_RECORDED, VISIT_MADE, MOVED, ALERT_ACKNOWLEDGED,
						ALERT_DECIDED, ASSERTION_MADE, HANDOVER_CHANGED, INFORMATION_REQUESTED, PREGNANCY_CHANGED, DIED,
						NEED_RECORDED, INTELLIGENCE_HELD, CONTACT_ATTEMPTED, ASSESSMENT_CHANGED, SUPERVISION_RECORDED,
						INVOLVEMENT_CHANGED, HEALTH_FLAGGED, IMMUNISATION_OVERDUE, ATTENDED, DISCHARGED,
						TENANCY_CHANGED, COMPLAINT_RECEIVED, SAFETY_MARKED, DETAILS_CHANGED, FEED_DECLARED,
						LINK_DECIDED, UNKNOWN ->
					{
					}
			}
		}
		return null;
	}

	private List<MentionId> mentions(PersonId person) {
		List<MentionId> mentions = this.state.persons().get(person);
		return (mentions != null) ? mentions : List.of();
	}

	private List<Stated> stated(PersonId person) {
		return this.stated.of(person, (someone) -> Stated.of(this.state, someone));
	}

}
