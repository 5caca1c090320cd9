package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.family.StepKind;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.TimePrecision;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;

/**
 * What was recorded and speaks against closing a case now, kind by kind. Of what
 * happened, that counts which came in the last 90 days or, where it is longer, since the
 * case was last closed: no closure has weighed it. Of what was recorded of adults, only
 * that counts whose connection nobody needs to check first.
 */
final class ClosureGrounds {

	private static final String SOCIAL_CARE = "social-care";

	/** What it is recorded by. */
	static final List<Need> NEEDS = Stream
		.concat(RiskEvents.NEEDS.stream(), Stream.of(Need.of(FactKind.BIRTH_RECORDED, "hospital"),
				Need.of(FactKind.BIRTH_RECORDED, "health-visiting"), Need.of(FactKind.PREGNANCY_CHANGED, "hospital"),
				Need.of(FactKind.APPOINTMENT_NOT_BROUGHT, "gp"), Need.of(FactKind.APPOINTMENT_NOT_BROUGHT, "hospital"),
				Need.of(FactKind.APPOINTMENT_NOT_BROUGHT, "health-visiting"), Need.of(FactKind.MOVED, "housing"),
				Need.of(FactKind.CONTACT_RECEIVED, SOCIAL_CARE),
				Need.of(FactKind.CONTACT_RECEIVED, "single-point-of-access"),
				Need.of(FactKind.CONCERN_RECORDED, "ambulance"), Need.of(FactKind.CONCERN_RECORDED, "hospital"),
				Need.of(FactKind.CONCERN_RECORDED, "health-visiting"), Need.of(FactKind.CONCERN_RECORDED, "education"),
				Need.of(FactKind.CONCERN_RECORDED, "early-help"), Need.of(FactKind.CONCERN_RECORDED, "housing"),
				Need.of(FactKind.CONCERN_RECORDED, SOCIAL_CARE), Need.of(FactKind.DISCHARGED, "hospital"),
				Need.of(FactKind.VISIT_MADE, SOCIAL_CARE), Need.of(FactKind.MEETING_CHANGED, SOCIAL_CARE),
				Need.of(FactKind.MEETING_CHANGED, "police"), Need.of(FactKind.STEP_DOWN_CHANGED, SOCIAL_CARE)))
		.toList();

	/** Ways in which a request for a conference ends without one. */
	private static final Set<String> NOT_AGREED = Set.of("REFUSED", "ALTERNATIVE", "OTHER");

	private static final Set<StepKind> AT_HOME = Set.of(StepKind.PARENT, StepKind.CARER, StepKind.LIVES_WITH,
			StepKind.SAME_ADDRESS);

	/** A booking so long ago has ended, whether or not anybody said so. */
	private static final int LONGEST_PREGNANCY_DAYS = 300;

	private static final String PLANNED_RELEASE = "plannedRelease";

	private final int riskDays;

	private final int sinceClosureDays;

	private final int newbornDays;

	private final int missedDays;

	private final RiskEvents riskEvents;

	ClosureGrounds(Thresholds thresholds, RiskEvents riskEvents) {
		this.riskEvents = riskEvents;
		this.riskDays = thresholds.number("a08-risk-event-days", 90);
		this.sinceClosureDays = thresholds.number("a08-since-closure-days", 365);
		this.newbornDays = thresholds.number("a08-newborn-days", 90);
		this.missedDays = thresholds.number("a08-missed-appointment-days", 90);
	}

	/**
	 * Everything that speaks against closing.
	 * @param all the child
	 * @param decided when closure was proposed or decided
	 * @param until what happened later does not count
	 * @param which what counts, of all that is recorded of the child and those around it
	 * @return grounds in a fixed order, each with a fact at least
	 */
	List<Ground> of(ChildView all, Instant decided, Instant until, Predicate<KnownFact> which) {
		Period period = period(all, decided, until);
		ChildView child = all.holding(which);
		List<Ground> grounds = new ArrayList<>();
		List<KnownFact> risks = risks(all, period).stream().filter(which).toList();
		add(grounds, "risk-event", risks, Words.agencies(agencies(risks)) + " recorded information about "
				+ whom(about(child, risks)) + " " + Words.when(risks, child.zone()));
		List<KnownFact> incidents = incidents(child, period, risks);
		add(grounds, "incident", incidents, "police recorded an incident that named " + Finding.CHILD
				+ ", or harmed somebody close, " + Words.when(incidents, child.zone()));
		List<KnownFact> releases = releases(child, period);
		List<KnownFact> planned = plannedReleases(child, period);
		List<KnownFact> released = Stream.concat(releases.stream(), planned.stream()).toList();
		add(grounds, "release", released,
				Words.among(about(child, released), "a connected adult's", "a connected young person's",
						"a connected adult's or young person's") + " release from prison "
						+ releaseWords(child, releases, planned));
		List<KnownFact> births = births(child, period);
		add(grounds, "newborn", births,
				(isOfItself(child, births) ? Finding.CHILD + " is newborn; the birth was recorded "
						: "a baby was born into the family, recorded ") + Words.when(births, child.zone()));
		List<KnownFact> pregnancies = pregnancies(child, period);
		add(grounds, "pregnancy", pregnancies,
				"a pregnancy in the family was booked " + Words.when(pregnancies, child.zone()));
		List<KnownFact> missed = child.facts(FactKind.APPOINTMENT_NOT_BROUGHT)
			.filter((fact) -> period.holds(fact) || period.holds(fact, this.missedDays))
			.toList();
		add(grounds, "not-brought", missed,
				"nobody brought " + Finding.CHILD + ((missed.size() > 1) ? " to appointments " : " to an appointment ")
						+ Words.when(missed, child.zone()));
		List<KnownFact> moves = moves(all, period).stream().filter(which).toList();
		add(grounds, "move", moves, "the family moved on " + Words.days(moves.stream().map(FamilyMoves::on)));
		List<KnownFact> contacts = contacts(child, period);
		add(grounds, "contact", contacts,
				"somebody told of concerns" + ofWhom(child, contacts)
						+ (period.caseKnown() ? "while the case was open, " : "")
						+ Words.when(contacts.stream().map((fact) -> told(fact, child.zone()))));
		List<KnownFact> concerns = concerns(child, period, Stream.concat(risks.stream(), incidents.stream()),
				lastVisit(all, period));
		add(grounds, "concern", concerns, concernWords(all, period, concerns));
		List<KnownFact> conferences = conferences(child, period);
		add(grounds, "conference", conferences, conferenceWords(child, conferences));
		List<KnownFact> cancelled = cancelled(child, period);
		add(grounds, "meeting", cancelled, "a meeting was cancelled, recorded " + Words.when(cancelled, child.zone())
				+ ", and none was held since");
		List<KnownFact> stepDowns = stepDowns(child, period);
		add(grounds, "step-down", stepDowns, "a step-down to early help was proposed "
				+ Words.when(stepDowns, child.zone()) + " and no named lead has accepted it");
		return grounds;
	}

	/**
	 * Whether a named lead has accepted a step-down since the case was closed last, so
	 * that early help is there.
	 */
	boolean steppedDown(ChildView child, Instant decided, Instant until) {
		Instant closedBefore = Closings.of(child)
			.stream()
			.filter((fact) -> fact.on(child.zone()).isBefore(LocalDate.ofInstant(decided, child.zone())))
			.map((fact) -> fact.during(child.zone()))
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
		return child.facts(FactKind.STEP_DOWN_CHANGED)
			.filter((fact) -> fact.fact().is("change", "ACCEPTED"))
			.map((fact) -> fact.during(child.zone()))
			.anyMatch((at) -> at.isAfter(closedBefore) && !at.isAfter(until));
	}

	private static void add(List<Ground> grounds, String item, List<KnownFact> facts, String description) {
		if (!facts.isEmpty()) {
			grounds.add(new Ground(item, description, facts));
		}
	}

	private Period period(ChildView child, Instant decided, Instant until) {
		Instant since = decided.minus(this.riskDays, ChronoUnit.DAYS);
		Instant closed = Closings.of(child)
			.stream()
			.filter((fact) -> fact.on(child.zone()).isBefore(LocalDate.ofInstant(decided, child.zone())))
			.map((fact) -> fact.during(child.zone()))
			.filter((at) -> at.isAfter(decided.minus(this.sinceClosureDays, ChronoUnit.DAYS)))
			.max(Comparator.naturalOrder())
			.orElse(since);
		Instant from = closed.isBefore(since) ? closed : since;
		List<Closings.Spell> open = Closings.spells(child.statuses(), Closings::isAnyCase)
			.stream()
			.filter((spell) -> !spell.since().isAfter(LocalDate.ofInstant(decided, child.zone())))
			.filter((spell) -> spell.until() == null
					|| !spell.until().isBefore(LocalDate.ofInstant(from, child.zone())))
			.toList();
		LocalDate opened = open.stream()
			.map(Closings.Spell::since)
			.filter((day) -> !day.isBefore(LocalDate.ofInstant(from, child.zone())))
			.min(Comparator.naturalOrder())
			.orElse(LocalDate.ofInstant(from, child.zone()));
		return new Period(from, decided, until, opened, !open.isEmpty(), child.zone());
	}

	/** Without releases, which are asked for by a name of their own. */
	private List<KnownFact> risks(ChildView child, Period period) {
		return inOrder(this.riskEvents.ofKnownAdults(child)
			.stream()
			.filter((fact) -> period.holds(fact) && !Releases.isRelease(fact)));
	}

	/**
	 * An adult who was harmed is no risk, but what harms somebody close is one; so is an
	 * incident with the child in it.
	 */
	private List<KnownFact> incidents(ChildView child, Period period, List<KnownFact> risks) {
		Set<Object> told = new HashSet<>();
		risks.forEach((fact) -> told.add(fact.record().id()));
		Stream<KnownFact> victims = atHome(child)
			.filter((fact) -> fact.kind() == FactKind.RISK_INCIDENT && fact.subject().role() == Role.VICTIM);
		return inOrder(Stream.concat(child.facts(FactKind.RISK_INCIDENT), victims)
			.filter((fact) -> this.riskEvents.ofTypeThatCounts(fact) && period.holds(fact))
			.filter((fact) -> told.add(fact.record().id())));
	}

	/** Whom something is recorded of, or that it happened in the home. */
	private static String whom(List<ConnectedAdult> adults) {
		List<ConnectedAdult> people = adults.stream().filter((adult) -> !adult.summary().place()).toList();
		List<String> whom = new ArrayList<>();
		if (!people.isEmpty()) {
			whom.add(Words.among(people, "a connected adult", "a connected young person",
					"a connected adult or young person"));
		}
		if (people.size() < adults.size()) {
			whom.add(Finding.CHILD + "'s home");
		}
		return Words.join(whom);
	}

	/** Of whom facts are; of adults whose connection is sure, as the facts are. */
	private static List<ConnectedAdult> about(ChildView child, List<KnownFact> facts) {
		return child.adults()
			.stream()
			.filter((adult) -> RiskEvents.sure(adult) && !Collections.disjoint(adult.facts(), facts))
			.toList();
	}

	private static List<KnownFact> releases(ChildView child, Period period) {
		return inOrder(child.adults().stream().filter(RiskEvents::sure).flatMap((adult) -> {
			List<KnownFact> custody = adult.facts()
				.stream()
				.filter((fact) -> fact.kind() == FactKind.CUSTODY_CHANGED)
				.toList();
			return custody.stream()
				.filter((fact) -> fact.fact().is("status", Releases.RELEASED) && period.holds(fact))
				.filter((fact) -> !Releases.letGo(fact, custody, child.zone()));
		}));
	}

	/**
	 * Whatever the record was for, as a sentence: the day on which the release is planned
	 * lies within the time looked at or soon after it; where nobody says the day, the
	 * plan was recorded within that time. A later plan, the release itself or a recall
	 * takes the place of a plan.
	 */
	private List<KnownFact> plannedReleases(ChildView child, Period period) {
		LocalDate last = LocalDate.ofInstant(period.decided(), child.zone()).plusDays(this.riskDays);
		return inOrder(child.adults()
			.stream()
			.filter(RiskEvents::sure)
			.flatMap((adult) -> adult.facts()
				.stream()
				.filter((fact) -> fact.kind() == FactKind.CUSTODY_CHANGED
						&& !fact.during(child.zone()).isAfter(period.until()))
				.filter((fact) -> isPlan(fact) || endsPlans(fact))
				.reduce((first, second) -> second)
				.stream())
			.filter(ClosureGrounds::isPlan)
			.filter((fact) -> {
				LocalDate day = plannedFor(fact);
				return (day == null) ? period.holds(fact)
						: day.isAfter(LocalDate.ofInstant(period.from(), child.zone())) && !day.isAfter(last);
			}));
	}

	private static boolean isPlan(KnownFact fact) {
		return !endsPlans(fact)
				&& (fact.fact().value(PLANNED_RELEASE) != null || fact.fact().is("status", "RELEASE_PLANNED"));
	}

	private static boolean endsPlans(KnownFact fact) {
		return fact.fact().is("status", Releases.RELEASED)
				|| (fact.fact().is("status", "RECALLED") && fact.fact().value(PLANNED_RELEASE) == null);
	}

	private static @Nullable LocalDate plannedFor(KnownFact plan) {
		String day = plan.fact().value(PLANNED_RELEASE);
		return (day != null) ? LocalDate.parse(day) : null;
	}

	private static String releaseWords(ChildView child, List<KnownFact> releases, List<KnownFact> planned) {
		List<String> words = new ArrayList<>();
		if (!releases.isEmpty()) {
			words.add("was recorded " + Words.when(releases, child.zone()));
		}
		List<LocalDate> days = planned.stream().map(ClosureGrounds::plannedFor).filter(Objects::nonNull).toList();
		if (!days.isEmpty()) {
			words.add("is planned for " + Words.days(days.stream()));
		}
		List<KnownFact> undated = planned.stream().filter((plan) -> plannedFor(plan) == null).toList();
		if (!undated.isEmpty()) {
			words.add("is planned, recorded " + Words.when(undated, child.zone()));
		}
		return String.join(", and ", words);
	}

	/** Of the child, or of a brother or sister, which the mother's record tells. */
	private List<KnownFact> births(ChildView child, Period period) {
		LocalDate born = child.child().birthDate();
		LocalDate since = LocalDate.ofInstant(period.decided(), child.zone()).minusDays(this.newbornDays);
		// A visit that came late makes no newborn of a child who is older.
		boolean older = born != null && born.isBefore(since);
		return inOrder(Stream
			.concat(child.facts(FactKind.BIRTH_RECORDED).filter((fact) -> !older), pregnancyFacts(child, "BORN"))
			.filter((fact) -> period.holds(fact, this.newbornDays)));
	}

	/** Whether the birth is the child's own, and no brother's or sister's. */
	private static boolean isOfItself(ChildView child, List<KnownFact> births) {
		LocalDate born = child.child().birthDate();
		return born != null && births.stream().allMatch((birth) -> {
			String on = birth.fact().value("on");
			return child.facts().contains(birth) || (on != null && born.equals(LocalDate.parse(on)));
		});
	}

	private static List<KnownFact> pregnancies(ChildView child, Period period) {
		List<KnownFact> ends = Stream.concat(pregnancyFacts(child, "BORN"), pregnancyFacts(child, "ENDED")).toList();
		return inOrder(pregnancyFacts(child, "BOOKED").filter((booked) -> period.holds(booked, LONGEST_PREGNANCY_DAYS))
			.filter((booked) -> ends.stream().noneMatch((end) -> ends(end, booked))));
	}

	/** An end without a number ends what was booked before it. */
	private static boolean ends(KnownFact end, KnownFact booked) {
		String number = end.fact().value("pregnancy");
		return (number != null) ? number.equals(booked.fact().value("pregnancy"))
				: !booked.occurredAt().isAfter(end.occurredAt());
	}

	/** Of the adults at home, and of a child who is pregnant herself. */
	private static Stream<KnownFact> pregnancyFacts(ChildView child, String change) {
		return Stream.concat(child.facts().stream(), atHome(child))
			.filter((fact) -> fact.kind() == FactKind.PREGNANCY_CHANGED && fact.fact().is("change", change));
	}

	/**
	 * What is recorded of the adults whom the child has at home, as far as that is sure.
	 */
	private static Stream<KnownFact> atHome(ChildView child) {
		return child.adults()
			.stream()
			.filter((adult) -> RiskEvents.sure(adult) && adult.path().steps().size() == 1
					&& AT_HOME.contains(adult.path().steps().getFirst().kind()))
			.flatMap((adult) -> adult.facts().stream());
	}

	/**
	 * Of the child, and of one at its home whom whoever told did not name; and of whom it
	 * has at home, where they named no child. Who told is not whom it was about.
	 */
	private static List<KnownFact> contacts(ChildView child, Period period) {
		Set<Object> once = new HashSet<>();
		return Stream
			.concat(Stream.concat(child.facts(FactKind.CONTACT_RECEIVED), child.toldOfHome().stream()),
					atHome(child).filter((fact) -> fact.kind() == FactKind.CONTACT_RECEIVED
							&& fact.subject().role() != Role.REPORTER && fact.subject().role() != Role.WITNESS))
			.filter((fact) -> period.whileOpen(toldAt(fact, child.zone())) && once.add(fact.record().id()))
			.toList();
	}

	private static String ofWhom(ChildView child, List<KnownFact> contacts) {
		long ofNobody = contacts.stream().filter(child.toldOfHome()::contains).count();
		if (ofNobody == 0) {
			return " ";
		}
		return ((ofNobody < contacts.size()) ? ", also" : "")
				+ " about a child at home whom they did not name in full, ";
	}

	/**
	 * What professionals were concerned at, of the child or of whom it has at home: a
	 * child that is taken from hospital against advice among it. Of the concerns of
	 * children's social care itself, those that came with its last visit or after it.
	 */
	private static List<KnownFact> concerns(ChildView child, Period period, Stream<KnownFact> toldElsewhere,
			Instant visited) {
		Set<Object> told = new HashSet<>();
		toldElsewhere.forEach((fact) -> told.add(fact.record().id()));
		return inOrder(Stream
			.concat(child.facts().stream().filter((fact) -> isConcern(fact) || isAgainstAdvice(fact)),
					atHome(child).filter(ClosureGrounds::isConcern))
			.filter((fact) -> period.whileOpen(fact.during(child.zone())))
			.filter((fact) -> !fact.agency().equals(SOCIAL_CARE) || !fact.during(child.zone()).isBefore(visited))
			.filter((fact) -> told.add(fact.record().id())));
	}

	private static Instant lastVisit(ChildView child, Period period) {
		return child.facts(FactKind.VISIT_MADE)
			.filter((fact) -> fact.agency().equals(SOCIAL_CARE))
			.map((fact) -> fact.during(child.zone()))
			.filter((at) -> !at.isAfter(period.until()))
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
	}

	private static boolean isConcern(KnownFact fact) {
		return fact.kind() == FactKind.CONCERN_RECORDED;
	}

	private static boolean isAgainstAdvice(KnownFact fact) {
		return fact.kind() == FactKind.DISCHARGED && fact.fact().is("againstAdvice", "true");
	}

	private static String concernWords(ChildView child, Period period, List<KnownFact> concerns) {
		boolean ofTheChild = child.facts().containsAll(concerns);
		return Words.agencies(agencies(concerns)) + " recorded something of concern about " + Finding.CHILD
				+ (ofTheChild ? " " : " or somebody at home ") + (period.caseKnown() ? "while the case was open, " : "")
				+ Words.when(concerns, child.zone());
	}

	/** When the hub's people could know: what was seen may be told weeks later. */
	private static Instant toldAt(KnownFact contact, ZoneId zone) {
		String reported = contact.fact().value("reportedAt");
		return (reported != null) ? Instant.parse(reported) : contact.during(zone);
	}

	private static Words.Dated told(KnownFact contact, ZoneId zone) {
		Instant at = toldAt(contact, zone);
		return at.equals(contact.during(zone)) ? Words.Dated.of(contact, zone)
				: new Words.Dated(LocalDate.ofInstant(at, zone), TimePrecision.DAY);
	}

	private static List<KnownFact> moves(ChildView child, Period period) {
		Set<LocalDate> days = new HashSet<>();
		return FamilyMoves.once(new FamilyMoves(child).moves()
			.stream()
			.filter((move) -> period.holds(FamilyMoves.on(move)) && !FamilyMoves.on(move).isAfter(child.today())
					&& days.add(FamilyMoves.on(move)))
			.toList());
	}

	/** Asked for, and then declined or not decided; none that was held since. */
	private static List<KnownFact> conferences(ChildView child, Period period) {
		List<KnownFact> meetings = meetings(child, period);
		return meetings.stream()
			.filter((asked) -> asked.fact().is("change", "REQUESTED") && period.holds(asked))
			.filter((asked) -> decision(asked, meetings)
				.map((decision) -> NOT_AGREED.contains(String.valueOf(decision.fact().value("outcome"))))
				.orElse(true))
			.filter((asked) -> meetings.stream()
				.noneMatch((held) -> isHeld(held) && sameKind(held, asked)
						&& !heldOn(held, child.zone()).isBefore(asked.on(child.zone()))))
			.toList();
	}

	private static Optional<KnownFact> decision(KnownFact asked, List<KnownFact> meetings) {
		return meetings.stream()
			.filter((fact) -> fact.fact().is("change", "REQUEST_DECIDED")
					&& Objects.equals(fact.fact().value("request"), asked.fact().value("request")))
			.reduce((first, second) -> second);
	}

	private static String conferenceWords(ChildView child, List<KnownFact> conferences) {
		Map<String, List<KnownFact>> byWords = new LinkedHashMap<>();
		List<KnownFact> meetings = child.facts(FactKind.MEETING_CHANGED).toList();
		for (KnownFact asked : conferences) {
			String kind = asked.fact().is("kind", "STRATEGY_DISCUSSION") ? "a strategy discussion" : "a conference";
			String end = decision(asked, meetings).isPresent() ? " was not agreed" : " has not been decided on";
			byWords.computeIfAbsent(kind + " that was asked for %s" + end, (unseen) -> new ArrayList<>()).add(asked);
		}
		return byWords.entrySet()
			.stream()
			.map((entry) -> entry.getKey().formatted(Words.when(entry.getValue(), child.zone())))
			.collect(Collectors.joining(", and "));
	}

	/**
	 * Cancelled, and neither that meeting nor another of its kind was held since its day,
	 * or since the day to which it was brought forward.
	 */
	private static List<KnownFact> cancelled(ChildView child, Period period) {
		List<KnownFact> meetings = meetings(child, period);
		return meetings.stream()
			.filter((meeting) -> meeting.fact().is("change", "CANCELLED") && period.holds(meeting))
			.filter((meeting) -> meetings.stream().noneMatch((held) -> isHeld(held) && inPlaceOf(held, meeting, child)))
			.toList();
	}

	private static boolean inPlaceOf(KnownFact held, KnownFact cancelled, ChildView child) {
		LocalDate slot = slot(cancelled, "at", child.zone());
		LocalDate rearranged = slot(cancelled, "rearrangedFor", child.zone());
		LocalDate from = (slot != null) ? slot : cancelled.on(child.zone());
		from = (rearranged != null && rearranged.isBefore(from)) ? rearranged : from;
		boolean same = held.fact().value("meeting") != null
				&& Objects.equals(held.fact().value("meeting"), cancelled.fact().value("meeting"));
		LocalDate on = heldOn(held, child.zone());
		return (same && slot == null) || ((same || sameKind(held, cancelled)) && !on.isBefore(from));
	}

	private static @Nullable LocalDate slot(KnownFact cancelled, String key, ZoneId zone) {
		String at = cancelled.fact().value(key);
		return (at != null) ? LocalDate.ofInstant(Instant.parse(at), zone) : null;
	}

	/** What is known of meetings by then. */
	private static List<KnownFact> meetings(ChildView child, Period period) {
		return child.facts(FactKind.MEETING_CHANGED)
			.filter((fact) -> !fact.during(child.zone()).isAfter(period.until()))
			.toList();
	}

	private static boolean isHeld(KnownFact meeting) {
		return meeting.fact().is("change", "HELD");
	}

	private static boolean sameKind(KnownFact one, KnownFact other) {
		return Objects.equals(one.fact().value("kind"), other.fact().value("kind"));
	}

	private static LocalDate heldOn(KnownFact held, ZoneId zone) {
		String on = held.fact().value("on");
		return (on != null) ? LocalDate.parse(on) : held.on(zone);
	}

	private static List<KnownFact> stepDowns(ChildView child, Period period) {
		List<KnownFact> stepDowns = child.facts(FactKind.STEP_DOWN_CHANGED).filter(period::holds).toList();
		return stepDowns.stream()
			.filter((fact) -> fact.fact().is("change", "PROPOSED"))
			.filter((proposed) -> stepDowns.stream()
				.noneMatch((accepted) -> accepted.fact().is("change", "ACCEPTED")
						&& Objects.equals(accepted.fact().value("stepDown"), proposed.fact().value("stepDown"))))
			.toList();
	}

	private static List<KnownFact> inOrder(Stream<KnownFact> facts) {
		return facts
			.sorted(Comparator.comparing(KnownFact::occurredAt).thenComparing((fact) -> fact.record().sequence()))
			.toList();
	}

	private static List<String> agencies(List<KnownFact> facts) {
		return facts.stream().map(KnownFact::agency).distinct().sorted().toList();
	}

	/**
	 * Something open that a closure must answer.
	 *
	 * @param item key by which it is answered
	 * @param description what is open
	 * @param facts where it stands
	 */
	record Ground(String item, String description, List<KnownFact> facts) {

		Ground {
			facts = List.copyOf(facts);
		}

	}

	/**
	 * The time that a challenge looks at.
	 *
	 * @param from what happened before does not count
	 * @param decided when closure was proposed or decided
	 * @param until what happened later does not count
	 * @param opened first day of the case within that time
	 * @param caseKnown whether a status says that there was a case
	 * @param zone the area's time zone
	 */
	private record Period(Instant from, Instant decided, Instant until, LocalDate opened, boolean caseKnown,
			ZoneId zone) {

		boolean holds(KnownFact fact) {
			Instant at = fact.during(this.zone);
			return at.isAfter(this.from) && !at.isAfter(this.until);
		}

		boolean holds(KnownFact fact, int days) {
			Instant at = fact.during(this.zone);
			return at.isAfter(this.decided.minus(days, ChronoUnit.DAYS)) && !at.isAfter(this.until);
		}

		boolean holds(LocalDate day) {
			return day.isAfter(LocalDate.ofInstant(this.from, this.zone))
					&& (this.until.equals(Instant.MAX) || !day.isAfter(LocalDate.ofInstant(this.until, this.zone)));
		}

		boolean whileOpen(Instant at) {
			return !at.isAfter(this.until) && !LocalDate.ofInstant(at, this.zone).isBefore(this.opened);
		}

	}

}
