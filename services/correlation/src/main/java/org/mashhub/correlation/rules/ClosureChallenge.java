package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.picture.Status;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertContent.OpenItem;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.AnsweredItems;

/**
 * A08: somebody proposes to close a case while things are open. Each open item is to be
 * answered, or accepted with a reason, in the proposal or the closure; a case closed
 * without a proposal, or with an item unanswered, is red. Where the statuses alone tell
 * of the closure it is red with an item unanswered: who sends nothing else proposes
 * nothing. An answer covers what lay open when it was given, and nothing that the hub
 * heard of, or connected with the child, only later.
 * <p>
 * Green alerts and answered items do not count. Quiet for adoption and death (RC1, RC2);
 * for a transfer to another authority (RC5) it asks for the handover instead. What rests
 * on whom an officer has called the wrong one alone, the MASH is asked by itself, and the
 * lead professional is not.
 */
final class ClosureChallenge implements Rule {

	private static final String ANSWER = "answer.";

	/** To another authority. */
	private static final String TRANSFER = "RC5";

	private static final String DISCLAIMER = "This does not say that the decision is wrong.";

	private static final String TO_EARLY_HELP = "RC9";

	/** Episodes of one case are closed within days of each other. */
	private static final int ONE_CLOSURE_DAYS = 7;

	/** What belongs to the end of a status may be written down within these. */
	private static final int BY_STATUS_DAYS = 30;

	/** Whether a step-down that nobody tells of was not accepted. */
	private static final Need STEP_DOWNS = Need.ofAbsence(FactKind.STEP_DOWN_CHANGED, "social-care");

	private final Set<String> quietReasons;

	private final int proposalDays;

	private final ClosureGrounds grounds;

	private final OpenQuestions questions;

	private final Denials denials;

	ClosureChallenge(Thresholds thresholds, RiskEvents riskEvents) {
		this.grounds = new ClosureGrounds(thresholds, riskEvents);
		this.questions = new OpenQuestions(thresholds);
		this.denials = new Denials();
		this.proposalDays = thresholds.number("a08-proposal-days", 90);
		this.quietReasons = thresholds.words("a08-quiet-reasons", Set.of("RC1", "RC2"));
	}

	@Override
	public String id() {
		return "A08";
	}

	@Override
	public String name() {
		return "Closure challenge";
	}

	@Override
	public List<String> paragraphs() {
		return List.of("4.7", "5.13", "5.17", "5.22");
	}

	@Override
	public String closedBecause() {
		return "every item has been answered, or the case stays open";
	}

	@Override
	public List<Need> needs() {
		return Stream
			.of(List.of(Need.of(FactKind.CLOSURE_PROPOSED, "social-care"), Need.of(FactKind.CASE_CLOSED, "social-care"),
					Need.of(FactKind.STATUS_CHANGED, "social-care")), ClosureGrounds.NEEDS, OpenQuestions.NEEDS)
			.flatMap(List::stream)
			.toList();
	}

	@Override
	public boolean settledWhenClosed() {
		return true;
	}

	@Override
	public boolean restsOnDenied(ChildView child, AlertContent said) {
		return this.denials.bearOn(said, child);
	}

	@Override
	public List<Finding> examine(ChildView child) {
		Comparator<KnownFact> inOrder = Comparator.comparing((KnownFact fact) -> fact.during(child.zone()))
			.thenComparing((fact) -> fact.record().sequence());
		KnownFact closed = Closings.of(child).stream().max(inOrder).orElse(null);
		KnownFact proposed = child.facts(FactKind.CLOSURE_PROPOSED)
			.filter((fact) -> closed == null || (precedes(fact, closed, child) && !usedUp(fact, closed, child)))
			.max(inOrder)
			.orElse(null);
		KnownFact again = (closed != null) ? child.facts(FactKind.CLOSURE_PROPOSED)
			.filter((fact) -> fact.on(child.zone()).isAfter(lastProposal(closed, child)))
			.max(inOrder)
			.orElse(null) : null;
		if (again != null) {
			return dropped(child, again) ? List.of() : challenge(child, again, null);
		}
		if (closed != null && reopened(child, closed)) {
			return List.of();
		}
		if (closed == null && (proposed == null || dropped(child, proposed))) {
			return List.of();
		}
		return challenge(child, proposed, closed);
	}

	private boolean precedes(KnownFact proposed, KnownFact closed, ChildView child) {
		ZoneId zone = child.zone();
		return !proposed.on(zone).isAfter(lastProposal(closed, child))
				&& proposed.during(zone).isAfter(closed.during(zone).minus(this.proposalDays, ChronoUnit.DAYS));
	}

	/**
	 * A form for a proposal may be filled in after the closure of the same day, or some
	 * time after the status has ended, unless the case is opened again.
	 */
	private static LocalDate lastProposal(KnownFact closed, ChildView child) {
		LocalDate day = closed.on(child.zone());
		return (Closings.isByStatus(closed) && !reopened(child, closed)) ? day.plusDays(BY_STATUS_DAYS) : day;
	}

	/**
	 * Whether a proposal was for a closure before this one: the case was closed upon it,
	 * or has been opened again since.
	 */
	private static boolean usedUp(KnownFact proposed, KnownFact closed, ChildView child) {
		ZoneId zone = child.zone();
		return Closings.of(child)
			.stream()
			.filter((earlier) -> earlier.on(zone).isBefore(closed.on(zone)))
			.anyMatch((earlier) -> {
				LocalDate again = openedAgain(earlier, closed, child);
				boolean atOnce = !earlier.on(zone).isBefore(closed.on(zone).minusDays(ONE_CLOSURE_DAYS));
				return (again == null) ? !atOnce && !proposed.on(zone).isAfter(earlier.on(zone))
						: proposed.on(zone).isBefore(again) || !proposed.during(zone).isAfter(earlier.during(zone));
			});
	}

	private static @Nullable LocalDate openedAgain(KnownFact earlier, KnownFact closed, ChildView child) {
		ZoneId zone = child.zone();
		return child.statuses()
			.stream()
			.filter((status) -> Closings.holdsCase(status)
					&& status.record().during(zone).isAfter(earlier.during(zone)))
			.map(Status::since)
			.filter((since) -> !since.isBefore(earlier.on(zone)) && !since.isAfter(closed.on(zone)))
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

	/**
	 * Answers are given to what the proposal or the closure itself would be asked, and
	 * each is given once: a version that says the same of an item answers it no more.
	 */
	@Override
	public Map<MentionId, AnsweredItems> answered(ChildView child, long sequence) {
		Map<MentionId, AnsweredItems> answered = new LinkedHashMap<>();
		child.facts()
			.stream()
			.filter((fact) -> fact.record().saidSince() == sequence && !answers(fact).isEmpty())
			.forEach((fact) -> answered.put(fact.subject().id(), answered(child, fact)));
		return answered;
	}

	private AnsweredItems answered(ChildView child, KnownFact fact) {
		AnsweredItems before = child.answered().get(fact.subject().id());
		List<Open> open = open(child, fact, reason(child, null, fact), new ArrayList<>());
		List<AnsweredItems.Item> items = new ArrayList<>();
		answers(fact).forEach((key, words) -> {
			AnsweredItems.Item given = (before != null) ? before.of(key) : null;
			boolean stands = given != null && given.words().equals(words)
					&& given.sequence() < fact.record().sequence();
			items.add((given != null && stands) ? given : answered(key, words, fact.record(), open));
		});
		return new AnsweredItems(items);
	}

	private static AnsweredItems.Item answered(String key, String words, SourceRecord record, List<Open> open) {
		List<Open> meant = open.stream().filter((item) -> item.key().equals(key)).toList();
		return new AnsweredItems.Item(key, words, record.sequence(), record.clock(),
				meant.stream()
					.flatMap((item) -> item.facts().stream())
					.map((fact) -> fact.record().id())
					.distinct()
					.toList(),
				meant.stream().map(Open::alert).filter(Objects::nonNull).map(AlertMemory::id).toList());
	}

	/**
	 * A proposal that nobody followed: the case goes on under a new status, or a long
	 * time passed.
	 */
	private boolean dropped(ChildView child, KnownFact proposed) {
		return since(proposed, child).anyMatch(Status::open)
				|| proposed.occurredAt().isBefore(child.clock().minus(this.proposalDays, ChronoUnit.DAYS));
	}

	/** It may have ended again, only just. */
	private static boolean reopened(ChildView child, KnownFact closed) {
		return since(closed, child).findAny().isPresent();
	}

	private static Stream<Status> since(KnownFact decisive, ChildView child) {
		Instant since = decisive.during(child.zone());
		return child.statuses()
			.stream()
			.filter((status) -> Closings.holdsCase(status) && status.record().during(child.zone()).isAfter(since));
	}

	/**
	 * Where a status tells of the end, the reason is that early help follows, or that for
	 * which it was proposed.
	 */
	private Reason reason(ChildView child, @Nullable KnownFact proposed, KnownFact decisive) {
		if (!Closings.isByStatus(decisive)) {
			return new Reason(decisive.fact().value("reason"), true);
		}
		String given = (proposed != null) ? proposed.fact().value("reason") : null;
		boolean elsewhere = given != null && (given.equals(TRANSFER) || this.quietReasons.contains(given));
		return (!elsewhere && !TO_EARLY_HELP.equals(given) && Closings.isToEarlyHelp(child, decisive, BY_STATUS_DAYS))
				? new Reason(TO_EARLY_HELP, false) : new Reason(given, true);
	}

	private List<Finding> challenge(ChildView child, @Nullable KnownFact proposed, @Nullable KnownFact closed) {
		KnownFact decisive = (closed != null) ? closed : proposed;
		if (decisive == null) {
			return List.of();
		}
		Reason reason = reason(child, proposed, decisive);
		if (this.quietReasons.contains(String.valueOf(reason.code()))) {
			return List.of();
		}
		Map<String, AnsweredItems.Item> answers = new LinkedHashMap<>();
		answersOf(child, proposed, answers);
		answersOf(child, closed, answers);
		List<String> notKnown = new ArrayList<>(
				List.of("the family's view", "what the agencies that hold the open items would say"));
		List<Open> open = open(child, decisive, reason, notKnown);
		List<OpenItem> items = items(open, answers);
		boolean skipped = closed != null && proposed == null && !Closings.isByStatus(closed);
		List<Finding> findings = new ArrayList<>();
		if (skipped || unanswered(items)) {
			findings.add(new Finding((closed != null) ? Colour.RED : Colour.AMBER, Audience.LEAD_AND_MASH, List.of(),
					statements(child, proposed, closed, items), List.of(), notKnown, List.of(ask(closed)), items,
					familyAdvice(child, open), null, DISCLAIMER, evidence(proposed, closed, open)));
		}
		List<Denied> denied = this.denials.among(child);
		List<Open> held = denied.isEmpty() ? List.of() : held(child, decisive, reason, denied);
		List<OpenItem> heldItems = items(held, answers);
		if (unanswered(heldItems)) {
			List<KnownFact> evidence = evidence(proposed, closed, held);
			List<Denied> whom = Denials.behind(evidence, denied);
			findings.add(new Finding((closed != null) ? Colour.RED : Colour.AMBER, Audience.MASH_ONLY, whom,
					statements(child, proposed, closed, heldItems), List.of(), Denied.words(whom),
					List.of("is this the right person, and if so, what must be answered before the case is closed?"),
					heldItems, familyAdvice(child, held), null, DISCLAIMER, evidence));
		}
		return findings;
	}

	private static String ask(@Nullable KnownFact closed) {
		if (closed == null) {
			return "answer each item, or record why closing is still right";
		}
		return Closings.isByStatus(closed)
				? "answer each item now, in a proposal or a record of closure, or reopen the case; the manager is asked "
						+ "for the reason"
				: "answer each item now, or reopen the case; the manager who approved it is asked for the reason";
	}

	private static List<OpenItem> items(List<Open> open, Map<String, AnsweredItems.Item> answers) {
		return open.stream().map((item) -> item.with(answers.get(item.key()))).toList();
	}

	private static boolean unanswered(List<OpenItem> items) {
		return items.stream().anyMatch((item) -> item.answer() == null);
	}

	private static List<KnownFact> evidence(@Nullable KnownFact proposed, @Nullable KnownFact closed, List<Open> open) {
		List<KnownFact> evidence = new ArrayList<>();
		if (proposed != null) {
			evidence.add(proposed);
		}
		if (closed != null) {
			evidence.add(closed);
		}
		open.stream()
			.flatMap((item) -> item.facts().stream())
			.distinct()
			.filter((fact) -> !fact.equals(proposed) && !fact.equals(closed))
			.forEach(evidence::add);
		return evidence;
	}

	/**
	 * What police and probation hold, and who told of concerns, is not for the family;
	 * nor is anything that somebody has marked as unsafe to tell it.
	 */
	private static String familyAdvice(ChildView child, List<Open> open) {
		Set<SourceRecordId> records = new HashSet<>();
		open.forEach((item) -> records.addAll(item.records()));
		if (FamilyAdvice.unsafe(child, records)) {
			return FamilyAdvice.ASK_FIRST;
		}
		if (FamilyAdvice.movedInProtection(child, records)) {
			return FamilyAdvice.ADDRESS_PROTECTED;
		}
		boolean probation = records.stream().anyMatch((record) -> record.agency().equals("probation"));
		boolean contact = open.stream()
			.anyMatch((item) -> item.key().equals("contact") || item.key().equals("concern"));
		return "You may discuss these with the family, except police " + (probation ? "and probation " : "")
				+ "information" + (contact ? " and what others have told of concerns." : ".");
	}

	private static void answersOf(ChildView child, @Nullable KnownFact fact, Map<String, AnsweredItems.Item> answers) {
		AnsweredItems then = (fact != null) ? child.answered().get(fact.subject().id()) : null;
		if (fact != null && then != null) {
			answers(fact).keySet().forEach((key) -> {
				AnsweredItems.Item item = then.of(key);
				if (item != null) {
					answers.put(key, item);
				}
			});
		}
	}

	/** The answers in a proposal or a closure, by the keys of the items. */
	private static SortedMap<String, String> answers(KnownFact fact) {
		SortedMap<String, String> answers = new TreeMap<>();
		if (fact.kind() == FactKind.CLOSURE_PROPOSED || fact.kind() == FactKind.CASE_CLOSED) {
			fact.fact().attributes().forEach((key, words) -> {
				if (key.startsWith(ANSWER)) {
					answers.put(key.substring(ANSWER.length()), words);
				}
			});
		}
		return answers;
	}

	private List<Open> open(ChildView child, KnownFact decisive, Reason reason, List<String> notKnown) {
		List<Open> items = new ArrayList<>();
		Instant decided = decisive.during(child.zone());
		Instant until = until(decisive, child);
		Instant knownUntil = Closings.isClosing(decisive) ? decisive.record().clock() : Instant.MAX;
		if (TRANSFER.equals(reason.code())) {
			items.add(new Open("handover", "the receiving authority has not confirmed the handover", List.of(), null));
			return items;
		}
		for (AlertMemory alert : child.alerts()) {
			if (alert.phase() == Phase.OPEN && !alert.rule().equals(id()) && !alert.content().colour().equals("GREEN")
					&& !alert.raisedAt().isAfter(knownUntil)) {
				items.add(new Open("alert-" + alert.rule(),
						alert.content().colour().toLowerCase(Locale.UK) + " alert of "
								+ Words.day(alert.raisedAt(), child.zone()) + " not ended: "
								+ alert.content().ruleName().toLowerCase(Locale.UK)
								+ (isHeld(alert) ? " (for the MASH alone: ask the MASH)" : ""),
						List.of(), alert));
			}
		}
		OpenQuestions.Found questions = this.questions.of(child, decided, until);
		notKnown.addAll(questions.notKnown());
		Predicate<KnownFact> told = Denials.inDoubt(this.denials.among(child)).negate();
		Stream.concat(this.grounds.of(child, decided, until, told).stream(), questions.grounds().stream())
			.map((ground) -> new Open(ground.item(), ground.description(), ground.facts(), null))
			.forEach(items::add);
		// Who sends nothing of step-downs would have every one of them asked for.
		boolean ofLead = reason.stated() || !items.isEmpty() || STEP_DOWNS.met(child);
		if (TO_EARLY_HELP.equals(reason.code()) && ofLead
				&& items.stream().noneMatch((item) -> item.key().equals("step-down"))
				&& !this.grounds.steppedDown(child, decided, until)) {
			items.add(new Open("step-down", "step-down to early help has no named lead who accepted it", List.of(),
					null));
		}
		return items;
	}

	/** What rests on whom an officer has called the wrong one alone. */
	private List<Open> held(ChildView child, KnownFact decisive, Reason reason, List<Denied> denied) {
		if (TRANSFER.equals(reason.code())) {
			return List.of();
		}
		return this.grounds
			.of(child, decisive.during(child.zone()), until(decisive, child),
					Denials.inDoubt(denied).and(Denials.notAnswered(child)))
			.stream()
			.map((ground) -> new Open(ground.item(), ground.description(), ground.facts(), null))
			.toList();
	}

	/** What came after a closure was not open when it was decided. */
	private static Instant until(KnownFact decisive, ChildView child) {
		return Closings.isClosing(decisive) ? decisive.during(child.zone()) : Instant.MAX;
	}

	private static boolean isHeld(AlertMemory alert) {
		return alert.content().audience().equals(Audience.MASH_ONLY.name());
	}

	private static List<Statement> statements(ChildView child, @Nullable KnownFact proposed, @Nullable KnownFact closed,
			List<OpenItem> items) {
		List<Statement> statements = new ArrayList<>();
		if (proposed != null) {
			statements
				.add(Statement.of("Closure was proposed on " + Words.day(proposed.occurredAt(), child.zone()) + "."));
		}
		if (closed != null) {
			String on = closed.fact().value("on");
			String day = (on != null) ? Words.day(LocalDate.parse(on)) : Words.day(closed.occurredAt(), child.zone());
			List<String> ended = Closings.isByStatus(closed)
					? Closings.ended(child, closed).stream().map(Words::status).toList() : List.of();
			statements.add(Statement.of(ended.isEmpty()
					? "The case was closed on " + day + ((proposed == null) ? " without a proposal." : ".")
					: ((ended.size() > 1) ? "The statuses " : "The status ") + Words.join(ended) + " ended on " + day
							+ " without a record of closure."));
		}
		List<String> open = items.stream().filter((item) -> item.answer() == null).map(OpenItem::description).toList();
		if (!open.isEmpty()) {
			statements.add(Statement.of("Unanswered: " + String.join("; ", open) + "."));
		}
		return statements;
	}

	/**
	 * Why a case is closed.
	 *
	 * @param code one of RC1 to RC9, null where nobody says it
	 * @param stated whether a record says it, rather than what came of it
	 */
	private record Reason(@Nullable String code, boolean stated) {

	}

	/**
	 * Something open that a closure must answer.
	 *
	 * @param key key by which it is answered
	 * @param description what is open
	 * @param facts where it stands, none where it is an alert or something not done
	 * @param alert the alert that is open, null where it is none
	 */
	private record Open(String key, String description, List<KnownFact> facts, @Nullable AlertMemory alert) {

		OpenItem with(AnsweredItems.@Nullable Item answer) {
			return new OpenItem(this.key, this.description,
					(answer != null && isCoveredBy(answer)) ? answer.words() : null);
		}

		/**
		 * Nobody has answered what was said, what came to be said, or what came to be
		 * connected with the child only afterwards.
		 */
		private boolean isCoveredBy(AnsweredItems.Item answer) {
			if (this.alert != null) {
				return answer.alerts().contains(this.alert.id()) && !this.alert.renewedAt().isAfter(answer.at());
			}
			return this.facts.stream()
				.map(KnownFact::record)
				.allMatch(
						(record) -> record.saidSince() <= answer.sequence() && answer.records().contains(record.id()));
		}

		/** Records behind it. */
		List<SourceRecordId> records() {
			return (this.alert != null) ? this.alert.content().records()
					: this.facts.stream().map((fact) -> fact.record().id()).distinct().toList();
		}

	}

}
