package org.mashhub.correlation.area;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RecordState;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.picture.LeadProfessional;
import org.mashhub.correlation.picture.PersonSummary;
import org.mashhub.correlation.picture.Pictures;
import org.mashhub.correlation.rules.Affected;
import org.mashhub.correlation.rules.AlertWriter;
import org.mashhub.correlation.rules.Audience;
import org.mashhub.correlation.rules.Finding;
import org.mashhub.correlation.rules.NotHeard;
import org.mashhub.correlation.rules.Rule;
import org.mashhub.correlation.rules.Together;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.AnsweredItems;
import org.mashhub.correlation.state.AreaState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.NamedChild;
import org.mashhub.messaging.NameUuid;

/**
 * Raises, revises and closes the alerts of one area, while one entry of its log is
 * applied. One alert speaks of all children of a family for whom a rule rests on the same
 * record; which those are is looked at anew each time, and the alert goes on.
 */
final class AlertBook {

	/**
	 * Nothing raised by then can be due later than this; a clock that leaps may leap
	 * further.
	 */
	private static final long LONGEST_DEADLINE_HOURS = 24 * 366;

	/**
	 * What a rule finds may depend on whom its alerts are about, which it has just said.
	 * It is looked at again until nothing changes, and so often at most.
	 */
	private static final int MOST_TIMES = 3;

	private static final String NO_CHILD = "no record makes this person a child any more";

	private static final String CAME_OF_AGE = "the child has come of age";

	private static final String DENIED = "an officer has said that the information was about another person, "
			+ "or another home";

	private static final Comparator<AlertMemory> OLDEST_FIRST = Comparator.comparing(AlertMemory::raisedAt)
		.thenComparing(AlertMemory::id);

	private final String area;

	private final EngineSettings settings;

	private final AlertWriter writer;

	private final AreaState state;

	private final Indexes indexes;

	private final Instant clock;

	/**
	 * Offset of the record that the entry brings, less than zero where it brings none.
	 */
	private final long heard;

	private final Supplier<Pictures> pictures;

	private final Consumer<Output> outputs;

	/** What has been closed while this entry is applied. */
	private final Set<UUID> closed = new HashSet<>();

	private int changes;

	AlertBook(String area, EngineSettings settings, AreaState state, Indexes indexes, Instant clock, long heard,
			Supplier<Pictures> pictures, Consumer<Output> outputs) {
		this.area = area;
		this.settings = settings;
		this.writer = new AlertWriter(settings.workingTime());
		this.state = state;
		this.indexes = indexes;
		this.clock = clock;
		this.heard = heard;
		this.pictures = pictures;
		this.outputs = outputs;
	}

	// --- deadlines ---------------------------------------------------------------------

	/** Deadlines that passed are met in their order, however late the clock comes. */
	void passDeadlines() {
		Long from = this.state.values().get("deadlines-until");
		long until = Indexes.hour(this.clock);
		this.state.values().put("deadlines-until", until);
		if (from == null) {
			return;
		}
		List<AlertMemory> passed = new ArrayList<>();
		for (long hour = from; hour <= Math.min(until, from + LONGEST_DEADLINE_HOURS); hour++) {
			List<UUID> due = this.state.alertsDue().get(hour);
			if (due != null) {
				for (UUID id : due) {
					AlertMemory alert = this.state.alerts().get(id);
					if (alert != null && alert.dueAt().isBefore(this.clock)) {
						passed.add(alert);
					}
				}
			}
		}
		passed.sort(Comparator.comparing(AlertMemory::dueAt).thenComparing(AlertMemory::id));
		for (AlertMemory alert : passed) {
			change(alert.passedDue(this.writer.overdue(alert.content(), alert.dueAt())));
		}
	}

	// --- whom an alert speaks of -------------------------------------------------------

	/** The children whom an alert names, as far as anything still speaks of them. */
	Set<PersonId> children(AlertMemory alert) {
		Set<PersonId> children = new TreeSet<>();
		for (NamedChild named : alert.children()) {
			PersonId person = personOf(named.mention());
			if (person != null && this.pictures.get().isChild(person)) {
				children.add(person);
			}
		}
		return children;
	}

	/** Alerts in which a mention stands for a child. */
	List<AlertMemory> under(MentionId mention) {
		List<UUID> ids = this.state.alertsOfChild().get(mention);
		List<AlertMemory> alerts = new ArrayList<>();
		for (UUID id : (ids != null) ? List.copyOf(ids) : List.<UUID>of()) {
			AlertMemory alert = this.state.alerts().get(id);
			if (alert != null) {
				alerts.add(alert);
			}
		}
		return alerts;
	}

	/**
	 * Records that made somebody a child may go; what was said of the child goes with
	 * them.
	 * @return brothers and sisters whom the same alerts name: they are to be examined
	 */
	Set<PersonId> leaveAlone(PersonId adult) {
		Set<PersonId> others = new TreeSet<>();
		for (AlertMemory alert : this.pictures.get().alerts(adult)) {
			if (alert.phase() == Phase.OPEN) {
				Set<PersonId> named = children(alert);
				others.addAll(named);
				if (named.isEmpty()) {
					change(cameOfAge(adult, alert) ? alert.settled(CAME_OF_AGE) : alert.lapsed(NO_CHILD));
				}
			}
		}
		return others;
	}

	/** What was said of a child that has grown up was right. */
	private boolean cameOfAge(PersonId person, AlertMemory alert) {
		PersonSummary summary = this.pictures.get().summary(person);
		ZoneId zone = this.settings.workingTime().zone();
		return (summary.birthDate() != null || summary.birthYear() != null) && summary.isChild(alert.raisedAt(), zone)
				&& !summary.isChild(this.clock, zone);
	}

	/** A child nobody speaks of any more takes along what was said of it alone. */
	void leaveOrphan(MentionId mention) {
		for (AlertMemory alert : under(mention)) {
			if (alert.phase() == Phase.OPEN && children(alert).isEmpty()) {
				change(alert.lapsed("the records about the child were withdrawn"));
			}
		}
	}

	// --- rules -------------------------------------------------------------------------

	/**
	 * Looks at some children by all rules, and at their brothers and sisters as far as
	 * one alert may name them too.
	 * @return everybody who was looked at
	 */
	Set<PersonId> examine(Set<PersonId> children) {
		Set<PersonId> examined = new TreeSet<>(children);
		for (Rule rule : this.settings.rules().rules()) {
			Set<PersonId> seen = children;
			int before;
			int times = 0;
			do {
				before = this.changes;
				seen = examine(rule, seen);
				examined.addAll(seen);
			}
			while (this.changes > before && ++times < MOST_TIMES);
		}
		return examined;
	}

	private Set<PersonId> examine(Rule rule, Set<PersonId> touched) {
		Map<PersonId, ChildView> views = new TreeMap<>();
		Map<PersonId, List<Affected>> affected = new TreeMap<>();
		Deque<PersonId> open = new ArrayDeque<>(touched);
		while (!open.isEmpty()) {
			PersonId child = open.poll();
			if (views.containsKey(child)) {
				continue;
			}
			ChildView view = keepAnswered(rule, this.pictures.get().of(child));
			views.put(child, view);
			openOf(rule, view).forEach((alert) -> open.addAll(children(alert)));
			List<Finding> findings = view.death().isPresent() ? List.of() : rule.examine(view);
			if (!findings.isEmpty()) {
				affected.put(child,
						findings.stream()
							.map((finding) -> new Affected(view, NotHeard.toldWith(finding, rule, view)))
							.toList());
				open.addAll(view.siblings());
			}
		}
		settle(new Examined(rule, views, affected));
		return views.keySet();
	}

	private ChildView keepAnswered(Rule rule, ChildView view) {
		Map<MentionId, AnsweredItems> answered = rule.answered(view, this.heard);
		answered.forEach(this.state.answeredItems()::put);
		return answered.isEmpty() ? view : this.pictures.get().of(view.child().id());
	}

	private void settle(Examined examined) {
		Rule rule = examined.rule();
		// What an officer has ended comes up again with what is new only.
		List<Together> groups = SiblingGroups.of(examined.affected()
			.values()
			.stream()
			.flatMap((found) -> found.stream().filter((each) -> isCarried(rule, each, found)))
			.toList());
		Map<Integer, List<AlertMemory>> goingOn = new TreeMap<>();
		for (AlertMemory alert : openOf(rule, examined.views().values())) {
			int group = groupOf(alert, groups, examined);
			if (group >= 0) {
				goingOn.computeIfAbsent(group, (first) -> new ArrayList<>()).add(alert);
			}
			else {
				close(alert, examined);
			}
		}
		for (int i = 0; i < groups.size(); i++) {
			List<AlertMemory> alerts = goingOn.getOrDefault(i, List.of());
			if (alerts.isEmpty()) {
				raise(rule, groups.get(i));
			}
			else {
				// Children joined into one family, or into one child, may bring several
				// open alerts of one rule.
				Set<PersonId> spokenOf = new TreeSet<>();
				alerts.forEach((alert) -> spokenOf.addAll(children(alert)));
				AlertMemory kept = kept(alerts, groups.get(i));
				alerts.stream()
					.filter((alert) -> !alert.equals(kept))
					.forEach((alert) -> change(alert.settled("joined with another alert")));
				revise(kept, groups.get(i), spokenOf, examined);
			}
		}
	}

	/**
	 * The oldest goes on, of those that the same people were told of: who works on one
	 * keeps it.
	 */
	private static AlertMemory kept(List<AlertMemory> oldestFirst, Together group) {
		boolean held = isHeld(group.children().getFirst());
		return oldestFirst.stream().filter((alert) -> isHeld(alert) == held).findFirst().orElse(oldestFirst.getFirst());
	}

	private static List<AlertMemory> openOf(Rule rule, ChildView view) {
		return view.alerts()
			.stream()
			.filter((alert) -> alert.phase() == Phase.OPEN && alert.rule().equals(rule.id()))
			.toList();
	}

	private static List<AlertMemory> openOf(Rule rule, Iterable<ChildView> views) {
		Map<UUID, AlertMemory> open = new TreeMap<>();
		views.forEach((view) -> openOf(rule, view).forEach((alert) -> open.put(alert.id(), alert)));
		return open.values().stream().sorted(OLDEST_FIRST).toList();
	}

	/** An alert goes on for whom it named first, of those for whom anything stands. */
	private int groupOf(AlertMemory alert, List<Together> groups, Examined examined) {
		for (NamedChild named : alert.children()) {
			PersonId person = personOf(named.mention());
			Affected goingOn = (person != null) ? goingOn(examined.rule(), alert, examined.of(person)).orElse(null)
					: null;
			for (int i = 0; i < groups.size(); i++) {
				if (goingOn != null && groups.get(i).children().contains(goingOn)) {
					return i;
				}
			}
		}
		return -1;
	}

	/**
	 * As what an alert goes on, of all that was found of one child. It may come to be for
	 * the MASH alone, or no longer, with a record that it rested on; but where others
	 * were told of whom an officer has called the wrong one, it ends, so that they hear
	 * of it.
	 */
	private static Optional<Affected> goingOn(Rule rule, AlertMemory alert, List<Affected> found) {
		boolean held = isHeld(alert);
		boolean denied = found.stream().anyMatch((each) -> !each.finding().denied().isEmpty());
		if (!held && denied && rule.restsOnDenied(found.getFirst().child(), alert.content())) {
			return Optional.empty();
		}
		return found.stream()
			.filter((each) -> isHeld(each) == held)
			.findFirst()
			.or(() -> found.stream()
				.filter((each) -> each.finding().denied().isEmpty()
						&& !Collections.disjoint(each.records(), alert.content().records()))
				.findFirst());
	}

	/** Whether what was found is told at all: it is fresh, or told already. */
	private static boolean isCarried(Rule rule, Affected each, List<Affected> found) {
		return !fresh(rule, each).isEmpty()
				|| openOf(rule, each.child()).stream().anyMatch((alert) -> carries(rule, alert, each, found));
	}

	private static boolean carries(Rule rule, AlertMemory alert, Affected each, List<Affected> found) {
		return isHeld(alert) == isHeld(each) && goingOn(rule, alert, found).filter(each::equals).isPresent();
	}

	private static boolean isHeld(AlertMemory alert) {
		return alert.content().audience().equals(Audience.MASH_ONLY.name());
	}

	private static boolean isHeld(Affected found) {
		return found.finding().audience() == Audience.MASH_ONLY;
	}

	private static List<KnownFact> fresh(Rule rule, Affected child) {
		List<AlertMemory> ended = child.child()
			.alerts()
			.stream()
			.filter((alert) -> alert.phase() == Phase.ENDED && alert.rule().equals(rule.id()))
			.toList();
		return child.finding()
			.evidence()
			.stream()
			.filter((fact) -> ended.stream().noneMatch((alert) -> covers(alert, fact, child)))
			.toList();
	}

	/**
	 * An alert covers of a record that it rested on what is said of the adults whom it
	 * was about. What is said of anybody else there it covers too, of the child itself
	 * for example, but not for others what the MASH alone was told: they were asked
	 * nothing by it.
	 */
	private static boolean covers(AlertMemory ended, KnownFact fact, Affected found) {
		if (!ended.content().records().contains(fact.record().id())) {
			return false;
		}
		MentionId subject = fact.subject().id();
		boolean ofAnAdult = found.adults().stream().anyMatch((adult) -> adult.mentions().contains(subject));
		boolean asked = !isHeld(ended) || isHeld(found);
		return (asked && !ofAnAdult) || ended.content().isAbout(List.of(subject));
	}

	private void raise(Rule rule, Together group) {
		Optional<SourceRecord> first = group.children()
			.stream()
			.flatMap((child) -> fresh(rule, child).stream())
			.map(KnownFact::record)
			.min(Comparator.comparing(SourceRecord::firstSequence));
		if (first.isEmpty()) {
			return;
		}
		UUID id = newId(rule, group, first.get());
		AlertMemory lapsed = this.state.alerts().get(id);
		Instant due = this.settings.workingTime().due(group.finding().colour(), this.clock);
		AlertContent content = this.writer.write(rule, group, due, false);
		boolean historic = historic(rule, group, id);
		change((lapsed != null) ? lapsed.renewed(named(group), content, this.clock, due, historic)
				: new AlertMemory(id, rule.id(), named(group), Phase.OPEN, 1, 1, this.clock, this.clock, due, false,
						historic, null, List.of(), null, -1, null, false, content));
	}

	/**
	 * The rule, the child of the group that was known first, and the first record no
	 * ended alert covered. Where an alert of that name goes on for others, has ended, was
	 * closed by this very entry, or was last for others (the MASH alone, or not), the
	 * next free number is added: who was told of it is told how it went.
	 */
	private UUID newId(Rule rule, Together group, SourceRecord first) {
		MentionId founding = group.children()
			.stream()
			.map((child) -> child.child().child().founding())
			.min(Comparator.comparing(this::founded))
			.orElseThrow();
		boolean held = isHeld(group.children().getFirst());
		UUID id = NameUuid.of("alert", this.area, rule.id(), founding, first.id());
		for (int next = 2; taken(id, held); next++) {
			id = NameUuid.of("alert", this.area, rule.id(), founding, first.id(), next);
		}
		return id;
	}

	private Link.Founding founded(MentionId mention) {
		return Objects.requireNonNull(this.state.links().get(mention), "a child's founding mention is linked")
			.founding();
	}

	private boolean taken(UUID id, boolean held) {
		AlertMemory known = this.state.alerts().get(id);
		return known != null && (known.phase() != Phase.LAPSED || this.closed.contains(id) || isHeld(known) != held);
	}

	/**
	 * A late fact revises an open alert. Something newer than all it rested on, once
	 * somebody has seen it or its time has passed, also renews it: a deadline met for one
	 * night says nothing of the next.
	 */
	private void revise(AlertMemory alert, Together group, Set<PersonId> spokenOf, Examined examined) {
		Finding finding = group.finding();
		boolean sameColour = alert.content().colour().equals(finding.colour().name());
		boolean news = news(alert, finding) || !spokenOf.containsAll(persons(group));
		boolean renewed = !sameColour || (news && (!alert.unattended() || alert.overdue()));
		Instant due = renewed ? this.settings.workingTime().due(finding.colour(), this.clock) : alert.dueAt();
		AlertContent content = this.writer.write(examined.rule(), group, due, !renewed && alert.overdue());
		boolean historic = historic(examined.rule(), group, alert.id());
		List<Output.FormerChild> left = left(alert, group, examined);
		if (renewed) {
			change(alert.renewed(named(group), content, this.clock, due, historic), left);
		}
		else if (!content.sameMatter(alert.content()) || historic != alert.historic()
				|| !children(alert).equals(persons(group)) || !left.isEmpty()) {
			AlertMemory revised = alert.revised(named(group), content, due, historic);
			change(alert.overdue() ? revised.stillOverdue() : revised, left);
		}
	}

	/** Something happened since, or an adult came whom the alert did not speak of. */
	private static boolean news(AlertMemory alert, Finding finding) {
		Instant latest = alert.content()
			.evidence()
			.stream()
			.map(AlertContent.Evidence::occurredAt)
			.max(Comparator.naturalOrder())
			.orElse(Instant.EPOCH);
		Set<SourceRecordId> known = new HashSet<>(alert.content().records());
		return finding.evidence().stream().anyMatch((fact) -> fact.occurredAt().isAfter(latest)) || finding.adults()
			.stream()
			.anyMatch((adult) -> adult.facts().stream().noneMatch((fact) -> known.contains(fact.record().id())));
	}

	// --- whom an alert speaks of no longer ---------------------------------------------

	private void close(AlertMemory alert, Examined examined) {
		List<Reason> reasons = alert.children()
			.stream()
			.map((named) -> reason(alert, personOf(named.mention()), examined))
			.toList();
		Reason reason = reasons.stream().filter((each) -> !each.settled()).findFirst().orElse(reasons.getFirst());
		change(reason.settled() ? alert.settled(reason.because()) : alert.lapsed(reason.because()));
	}

	private List<Output.FormerChild> left(AlertMemory alert, Together group, Examined examined) {
		Set<PersonId> staying = persons(group);
		List<Output.FormerChild> left = new ArrayList<>();
		for (NamedChild named : alert.children()) {
			PersonId person = personOf(named.mention());
			if (person == null || !staying.contains(person)) {
				Reason reason = reason(alert, person, examined);
				left.add(new Output.FormerChild(idOf(named.mention()), named.label(), reason.because(),
						reason.settled()));
			}
		}
		return left;
	}

	private Reason reason(AlertMemory alert, @Nullable PersonId person, Examined examined) {
		if (person == null) {
			return new Reason("the records about the child were withdrawn", false);
		}
		ChildView view = examined.views().get(person);
		if (view == null) {
			boolean grown = cameOfAge(person, alert);
			return new Reason(grown ? CAME_OF_AGE : NO_CHILD, grown);
		}
		KnownFact death = view.death().orElse(null);
		if (death != null) {
			return new Reason(AlertWriter.died(death), true);
		}
		List<Affected> found = examined.of(person);
		if (goingOn(examined.rule(), alert, found).filter((each) -> isCarried(examined.rule(), each, found))
			.isPresent()) {
			return new Reason("another alert speaks of this child now", true);
		}
		if (!isHeld(alert) && examined.rule().restsOnDenied(view, alert.content())) {
			return new Reason(DENIED, false);
		}
		if (withdrawn(alert)) {
			return new Reason("it rested on a record that the agency has withdrawn", false);
		}
		Rule rule = examined.rule();
		return rule.overtakenBy(view, alert.content())
			.map((because) -> new Reason(because, true))
			.orElseGet(() -> new Reason(rule.closedBecause(), rule.settledWhenClosed()));
	}

	private boolean withdrawn(AlertMemory alert) {
		return alert.content().records().stream().anyMatch((id) -> {
			SourceRecord record = this.state.records().get(id);
			return record == null || record.state() == RecordState.WITHDRAWN;
		});
	}

	/**
	 * Ends an alert. Whom it is about is remembered by all that records say of them now:
	 * an answer stands though the record that the alert rested on is withdrawn.
	 */
	void end(AlertMemory alert, String by, String outcome, long sequence) {
		List<AlertContent.Adult> about = alert.content().about().stream().map(this::known).toList();
		change(alert.about(about).ended(by, outcome, sequence));
	}

	private AlertContent.Adult known(AlertContent.Adult adult) {
		Set<MentionId> known = new TreeSet<>(adult.mentions());
		for (MentionId mention : adult.mentions()) {
			PersonId person = personOf(mention);
			List<MentionId> mentions = (person != null) ? this.state.persons().get(person) : null;
			known.addAll((mentions != null) ? mentions : List.of());
		}
		return new AlertContent.Adult(List.copyOf(known), adult.asked());
	}

	/** Whom an alert names, though they have come of age. */
	Set<PersonId> named(AlertMemory alert) {
		Set<PersonId> named = new TreeSet<>();
		for (NamedChild child : alert.children()) {
			PersonId person = personOf(child.mention());
			if (person != null) {
				named.add(person);
			}
		}
		return named;
	}

	// --- what is remembered and given out ----------------------------------------------

	/** Sets an alert, of the same children as before. */
	void change(AlertMemory alert) {
		change(alert, List.of());
	}

	private void change(AlertMemory alert, List<Output.FormerChild> left) {
		boolean tellAgain = gainedUnattended(alert) || left.stream().anyMatch((child) -> !child.settled());
		boolean leadInError = ledByMistake(alert);
		if (alert.phase() == Phase.LAPSED) {
			this.closed.add(alert.id());
		}
		this.indexes.putAlert(alert);
		this.changes++;
		List<ChildView> views = views(alert);
		ChildView first = views.isEmpty() ? null : views.getFirst();
		List<Output.NamedChild> named = alert.children()
			.stream()
			.map((child) -> new Output.NamedChild(idOf(child.mention()), foundingOf(child.mention()), child.label()))
			.distinct()
			.toList();
		this.outputs.accept(new Output.AlertChanged(alert, named,
				(first != null) ? first.family() : NameUuid.of("family", alert.children().getFirst().mention()),
				lead(views), (first != null) ? first.gpPractice() : null, left, tellAgain, leadInError));
	}

	/** Pictures of the children whom an alert names, in that order. */
	private List<ChildView> views(AlertMemory alert) {
		Set<PersonId> children = children(alert);
		Map<PersonId, ChildView> views = new LinkedHashMap<>();
		for (NamedChild named : alert.children()) {
			PersonId person = personOf(named.mention());
			if (person != null && children.contains(person)) {
				views.put(person, this.pictures.get().of(person));
			}
		}
		return List.copyOf(views.values());
	}

	private static @Nullable LeadProfessional lead(List<ChildView> views) {
		return views.stream().map(ChildView::lead).filter(Objects::nonNull).findFirst().orElse(null);
	}

	/**
	 * Whether nothing says any more that whoever led at the revision before did; where a
	 * child has gone whom it named, that is not looked into.
	 */
	private boolean ledByMistake(AlertMemory alert) {
		AlertMemory former = this.state.alerts().get(alert.id());
		String led = (former != null) ? former.content().lead() : null;
		if (former == null || led == null || led.equals(alert.content().lead())) {
			return false;
		}
		List<ChildView> named = views(former);
		return named.size() == former.children().size() && named.stream()
			.flatMap((view) -> view.facts(FactKind.LEAD_ASSIGNED))
			.noneMatch((fact) -> led.equals(AlertWriter.lead(fact.fact().value("name"), fact.fact().value("email")))
					|| isHandedOver(fact.record()));
	}

	/** Some systems keep one record a case, and write over it whoever led before. */
	private boolean isHandedOver(SourceRecord record) {
		return record.sequence() == this.heard && record.firstSequence() < record.sequence();
	}

	/**
	 * A record more behind an alert that nobody attends to, its time gone by: to leave
	 * that unsaid would let it lie.
	 */
	private boolean gainedUnattended(AlertMemory alert) {
		AlertMemory former = this.state.alerts().get(alert.id());
		return former != null && alert.overdue() && alert.unattended()
				&& !former.content().records().containsAll(alert.content().records());
	}

	// --- small helpers -----------------------------------------------------------------

	private static List<NamedChild> named(Together group) {
		return group.children()
			.stream()
			.map((child) -> new NamedChild(child.child().child().founding(), child.label()))
			.toList();
	}

	private static Set<PersonId> persons(Together group) {
		Set<PersonId> persons = new TreeSet<>();
		group.children().forEach((child) -> persons.add(child.child().child().id()));
		return persons;
	}

	/** What takes over from an alert that was told live is no less urgent. */
	private static boolean historic(Rule rule, Together group, UUID id) {
		return group.finding().evidence().stream().allMatch((fact) -> fact.record().historic())
				&& group.children().stream().noneMatch((child) -> takesOver(rule, child, id));
	}

	private static boolean takesOver(Rule rule, Affected child, UUID id) {
		return !child.finding().denied().isEmpty() && child.child()
			.alerts()
			.stream()
			.anyMatch((alert) -> alert.rule().equals(rule.id()) && !alert.id().equals(id) && !alert.historic()
					&& !isHeld(alert) && !Collections.disjoint(alert.content().records(), child.records()));
	}

	private MentionId foundingOf(MentionId mention) {
		PersonId person = personOf(mention);
		return (person != null) ? this.pictures.get().summary(person).founding() : mention;
	}

	/** The child as it is called now, or would be if anything spoke of it. */
	private PersonId idOf(MentionId mention) {
		PersonId person = personOf(mention);
		return (person != null) ? person : new PersonId(NameUuid.of("person", this.area, mention));
	}

	private @Nullable PersonId personOf(MentionId mention) {
		Link link = this.state.links().get(mention);
		return (link != null) ? link.person() : null;
	}

	/**
	 * What was looked at by one rule.
	 *
	 * @param rule the rule
	 * @param views everybody who was looked at
	 * @param affected what the rule found of those for whom it found something
	 */
	private record Examined(Rule rule, Map<PersonId, ChildView> views, Map<PersonId, List<Affected>> affected) {

		List<Affected> of(PersonId child) {
			return this.affected.getOrDefault(child, List.of());
		}

	}

	/**
	 * Why an alert speaks of a child no longer.
	 *
	 * @param because why
	 * @param settled whether what it said of the child was right
	 */
	private record Reason(String because, boolean settled) {
	}

}
