package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.state.AlertContent.OpenItem;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;

/**
 * A08: somebody proposes to close a case while things are open. Each open item is to be
 * answered, or accepted with a reason, in the proposal or the closure; a case closed
 * without a proposal, or with an item unanswered, is red. An agency that was asked and
 * has not answered is an open item only where it publishes its answers; elsewhere it is
 * not known whether it has.
 * <p>
 * Green alerts and answered items do not count. Quiet for adoption and death (RC1, RC2);
 * for a transfer to another authority (RC5) it asks for the handover instead.
 */
final class ClosureChallenge implements Rule {

	private static final String ANSWER = "answer.";

	private static final String REQUESTED = "REQUESTED";

	private final int riskDays;

	private final int newbornDays;

	private final int missedDays;

	private final int questionDays;

	private final Set<String> quietReasons;

	private final int proposalDays;

	private final RiskEvents riskEvents;

	ClosureChallenge(Thresholds thresholds, RiskEvents riskEvents) {
		this.riskEvents = riskEvents;
		this.proposalDays = thresholds.number("a08-proposal-days", 90);
		this.riskDays = thresholds.number("a08-risk-event-days", 90);
		this.newbornDays = thresholds.number("a08-newborn-days", 90);
		this.missedDays = thresholds.number("a08-missed-appointment-days", 90);
		this.questionDays = thresholds.number("a08-question-days", 365);
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
		List<Need> needs = new ArrayList<>(RiskEvents.NEEDS);
		needs.add(Need.of(FactKind.CLOSURE_PROPOSED, "social-care"));
		needs.add(Need.of(FactKind.CASE_CLOSED, "social-care"));
		List.of("hospital", "health-visiting").forEach((who) -> needs.add(Need.of(FactKind.BIRTH_RECORDED, who)));
		List.of("gp", "hospital", "health-visiting")
			.forEach((who) -> needs.add(Need.of(FactKind.APPOINTMENT_NOT_BROUGHT, who)));
		List.of("gp", "health-visiting", "police")
			.forEach((who) -> needs.add(Need.ofAbsence(FactKind.INFORMATION_REQUESTED, who)));
		return List.copyOf(needs);
	}

	@Override
	public Optional<Finding> examine(ChildView child) {
		KnownFact closed = child.facts(FactKind.CASE_CLOSED).reduce((first, second) -> second).orElse(null);
		KnownFact proposed = child.facts(FactKind.CLOSURE_PROPOSED)
			.filter((fact) -> closed == null || !fact.occurredAt().isAfter(closed.occurredAt()))
			.filter((fact) -> closed == null
					|| fact.occurredAt().isAfter(closed.occurredAt().minus(this.riskDays, ChronoUnit.DAYS)))
			.reduce((first, second) -> second)
			.orElse(null);
		KnownFact again = (closed != null) ? child.facts(FactKind.CLOSURE_PROPOSED)
			.filter((fact) -> fact.occurredAt().isAfter(closed.occurredAt()))
			.reduce((first, second) -> second)
			.orElse(null) : null;
		if (again != null) {
			return dropped(child, again) ? Optional.empty() : challenge(child, again, null);
		}
		if (closed != null && reopened(child, closed)) {
			return Optional.empty();
		}
		if (closed == null && (proposed == null || dropped(child, proposed))) {
			return Optional.empty();
		}
		return challenge(child, proposed, closed);
	}

	/**
	 * A proposal that nobody followed: the case went on under a new status, or a long
	 * time passed.
	 */
	private boolean dropped(ChildView child, KnownFact proposed) {
		return reopened(child, proposed)
				|| proposed.occurredAt().isBefore(child.clock().minus(this.proposalDays, ChronoUnit.DAYS));
	}

	private static boolean reopened(ChildView child, KnownFact closed) {
		return child.statuses()
			.stream()
			.anyMatch((status) -> status.open() && status.record().occurredAt().isAfter(closed.occurredAt()));
	}

	private Optional<Finding> challenge(ChildView child, @Nullable KnownFact proposed, @Nullable KnownFact closed) {
		KnownFact decisive = (closed != null) ? closed : proposed;
		if (decisive == null || this.quietReasons.contains(String.valueOf(decisive.fact().value("reason")))) {
			return Optional.empty();
		}
		Map<String, String> answers = new LinkedHashMap<>();
		answersOf(proposed, answers);
		answersOf(closed, answers);
		List<KnownFact> grounds = new ArrayList<>();
		List<String> notKnown = new ArrayList<>(
				List.of("the family's view", "what the agencies that hold the open items would say"));
		List<OpenItem> items = items(child, decisive, answers, grounds, notKnown);
		boolean skipped = closed != null && proposed == null;
		boolean unanswered = items.stream().anyMatch((item) -> item.answer() == null);
		if (!unanswered && !skipped) {
			return Optional.empty();
		}
		List<KnownFact> evidence = new ArrayList<>();
		if (proposed != null) {
			evidence.add(proposed);
		}
		if (closed != null) {
			evidence.add(closed);
		}
		evidence.addAll(grounds.stream().filter((fact) -> !fact.equals(proposed) && !fact.equals(closed)).toList());
		return Optional.of(new Finding((closed != null) ? Colour.RED : Colour.AMBER, Audience.LEAD_AND_MASH,
				statements(child, proposed, closed, items), List.of(), notKnown,
				(closed != null) ? List
					.of("answer each item now, or reopen the case; the manager who approved it is asked for the reason")
						: List.of("answer each item, or record why closing is still right"),
				items, "You may discuss these with the family, except police information.", null,
				"This does not say that the decision is wrong.", evidence));
	}

	private static void answersOf(@Nullable KnownFact fact, Map<String, String> answers) {
		if (fact != null) {
			fact.fact().attributes().forEach((key, value) -> {
				if (key.startsWith(ANSWER)) {
					answers.put(key.substring(ANSWER.length()), value);
				}
			});
		}
	}

	private List<OpenItem> items(ChildView child, KnownFact decisive, Map<String, String> answers,
			List<KnownFact> grounds, List<String> notKnown) {
		List<OpenItem> items = new ArrayList<>();
		// What came after a closure was not open when it was decided.
		Period period = (decisive.kind() == FactKind.CASE_CLOSED)
				? new Period(decisive.occurredAt(), decisive.occurredAt(), decisive.record().clock())
				: new Period(decisive.occurredAt(), Instant.MAX, Instant.MAX);
		if (decisive.fact().is("reason", "RC5")) {
			items.add(item("handover", "the receiving authority has not confirmed the handover", answers));
			return items;
		}
		for (AlertMemory alert : child.alerts()) {
			if (alert.phase() == Phase.OPEN && !alert.rule().equals(id()) && !alert.content().colour().equals("GREEN")
					&& !alert.raisedAt().isAfter(period.knownUntil())) {
				items.add(item("alert-" + alert.rule(),
						alert.content().colour().toLowerCase(Locale.UK) + " alert of "
								+ Words.day(alert.raisedAt(), child.zone()) + " not ended: "
								+ alert.content().ruleName().toLowerCase(Locale.UK),
						answers));
			}
		}
		risk(child, period, answers, items, grounds);
		newborn(child, period, answers, items, grounds);
		missed(child, period, answers, items, grounds);
		questions(child, period, notKnown).forEach((agency, asked) -> {
			grounds.addAll(asked);
			items.add(item("question-" + agency, "no answer is recorded from " + Words.agency(agency)
					+ " to what was asked on " + Words.days(asked, child.zone()), answers));
		});
		if (decisive.fact().is("reason", "RC9")) {
			items.add(item("step-down", "step-down to early help has no named lead who accepted it", answers));
		}
		return items;
	}

	private void risk(ChildView child, Period period, Map<String, String> answers, List<OpenItem> items,
			List<KnownFact> grounds) {
		List<KnownFact> risks = new ArrayList<>(this.riskEvents.ofKnownAdults(child)
			.stream()
			.filter((fact) -> period.holds(fact, this.riskDays))
			.toList());
		if (!risks.isEmpty()) {
			risks.sort(Comparator.comparing(KnownFact::occurredAt).thenComparing((fact) -> fact.record().sequence()));
			grounds.addAll(risks);
			items.add(item("risk-event",
					"police recorded information about a connected adult on " + Words.days(risks, child.zone()),
					answers));
		}
	}

	private void newborn(ChildView child, Period period, Map<String, String> answers, List<OpenItem> items,
			List<KnownFact> grounds) {
		List<KnownFact> births = child.facts(FactKind.BIRTH_RECORDED)
			.filter((fact) -> period.holds(fact, this.newbornDays))
			.toList();
		if (!births.isEmpty()) {
			grounds.addAll(births);
			items.add(item("newborn",
					"a baby was born into the family, recorded on " + Words.days(births, child.zone()), answers));
		}
	}

	private void missed(ChildView child, Period period, Map<String, String> answers, List<OpenItem> items,
			List<KnownFact> grounds) {
		List<KnownFact> missed = child.facts(FactKind.APPOINTMENT_NOT_BROUGHT)
			.filter((fact) -> period.holds(fact, this.missedDays))
			.toList();
		if (!missed.isEmpty()) {
			grounds.addAll(missed);
			items.add(item("not-brought", child.child().childName() + " was not brought to appointments on "
					+ Words.days(missed, child.zone()), answers));
		}
	}

	/**
	 * Requests without an answer, by the agency that was asked, where that means
	 * something.
	 */
	private Map<String, List<KnownFact>> questions(ChildView child, Period period, List<String> notKnown) {
		Set<String> answered = new HashSet<>();
		Map<String, List<KnownFact>> open = new TreeMap<>();
		child.facts(FactKind.INFORMATION_REQUESTED)
			.filter((fact) -> !fact.fact().is("change", REQUESTED) && !fact.occurredAt().isAfter(period.until()))
			.forEach((fact) -> answered.add(String.valueOf(fact.fact().value("request"))));
		child.facts(FactKind.INFORMATION_REQUESTED)
			.filter((fact) -> fact.fact().is("change", REQUESTED) && period.holds(fact, this.questionDays)
					&& !answered.contains(String.valueOf(fact.fact().value("request"))))
			.forEach((fact) -> open
				.computeIfAbsent(String.valueOf(fact.fact().value("of")), (unseen) -> new ArrayList<>())
				.add(fact));
		open.entrySet().removeIf((asked) -> {
			Need answer = Need.ofAbsence(FactKind.INFORMATION_REQUESTED, asked.getKey());
			if (answer.met(child)) {
				return false;
			}
			notKnown.add("whether an answer came from " + Words.agency(asked.getKey()) + " to what was asked on "
					+ Words.days(asked.getValue(), child.zone()));
			notKnown.addAll(NotHeard.lines(List.of(answer), child));
			return true;
		});
		return open;
	}

	private static OpenItem item(String key, String description, Map<String, String> answers) {
		return new OpenItem(key, description, answers.get(key));
	}

	private static List<String> statements(ChildView child, @Nullable KnownFact proposed, @Nullable KnownFact closed,
			List<OpenItem> items) {
		List<String> statements = new ArrayList<>();
		if (proposed != null) {
			statements.add("Closure was proposed on " + Words.day(proposed.occurredAt(), child.zone()) + ".");
		}
		if (closed != null) {
			String on = closed.fact().value("on");
			statements.add("The case was closed on "
					+ ((on != null) ? Words.day(LocalDate.parse(on)) : Words.day(closed.occurredAt(), child.zone()))
					+ ((proposed == null) ? " without a proposal." : "."));
		}
		List<String> open = items.stream().filter((item) -> item.answer() == null).map(OpenItem::description).toList();
		if (!open.isEmpty()) {
			statements.add("Unanswered: " + String.join("; ", open) + ".");
		}
		return statements;
	}

	/**
	 * The time that a challenge looks at.
	 *
	 * @param decided when closure was proposed or decided
	 * @param until what happened later does not count
	 * @param knownUntil alerts raised later do not count
	 */
	private record Period(Instant decided, Instant until, Instant knownUntil) {

		boolean holds(KnownFact fact, int days) {
			return fact.occurredAt().isAfter(this.decided.minus(days, ChronoUnit.DAYS))
					&& !fact.occurredAt().isAfter(this.until);
		}

	}

}
