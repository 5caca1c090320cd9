package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.SourceRecord;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.state.AlertContent.OpenItem;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;

/**
 * A08: somebody proposes to close a case while things are open. Each open item is to be
 * answered, or accepted with a reason, in the proposal or the closure; a case closed
 * without a proposal, or with an item unanswered, is red. An answer covers what the hub
 * knew when it was given, and nothing that it heard of later.
 * <p>
 * Green alerts and answered items do not count. Quiet for adoption and death (RC1, RC2);
 * for a transfer to another authority (RC5) it asks for the handover instead.
 */
final class ClosureChallenge implements Rule {

	private static final String ANSWER = "answer.";

	private final Set<String> quietReasons;

	private final int proposalDays;

	private final ClosureGrounds grounds;

	private final OpenQuestions questions;

	ClosureChallenge(Thresholds thresholds, RiskEvents riskEvents) {
		this.grounds = new ClosureGrounds(thresholds, riskEvents);
		this.questions = new OpenQuestions(thresholds);
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
			.of(List.of(Need.of(FactKind.CLOSURE_PROPOSED, "social-care"),
					Need.of(FactKind.CASE_CLOSED, "social-care")), ClosureGrounds.NEEDS, OpenQuestions.NEEDS)
			.flatMap(List::stream)
			.toList();
	}

	@Override
	public boolean settledWhenClosed() {
		return true;
	}

	@Override
	public Optional<Finding> examine(ChildView child) {
		KnownFact closed = child.facts(FactKind.CASE_CLOSED).reduce((first, second) -> second).orElse(null);
		KnownFact proposed = child.facts(FactKind.CLOSURE_PROPOSED)
			.filter((fact) -> closed == null || !fact.occurredAt().isAfter(closed.occurredAt()))
			.filter((fact) -> closed == null
					|| fact.occurredAt().isAfter(closed.occurredAt().minus(this.proposalDays, ChronoUnit.DAYS)))
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
		Instant since = closed.record().during(child.zone());
		return child.statuses()
			.stream()
			.anyMatch((status) -> status.open() && status.record().during(child.zone()).isAfter(since));
	}

	private Optional<Finding> challenge(ChildView child, @Nullable KnownFact proposed, @Nullable KnownFact closed) {
		KnownFact decisive = (closed != null) ? closed : proposed;
		if (decisive == null || this.quietReasons.contains(String.valueOf(decisive.fact().value("reason")))) {
			return Optional.empty();
		}
		Map<String, Answer> answers = new LinkedHashMap<>();
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
		evidence.addAll(
				grounds.stream().distinct().filter((fact) -> !fact.equals(proposed) && !fact.equals(closed)).toList());
		return Optional.of(new Finding((closed != null) ? Colour.RED : Colour.AMBER, Audience.LEAD_AND_MASH,
				statements(child, proposed, closed, items), List.of(), notKnown,
				(closed != null) ? List
					.of("answer each item now, or reopen the case; the manager who approved it is asked for the reason")
						: List.of("answer each item, or record why closing is still right"),
				items, "You may discuss these with the family, except police information.", null,
				"This does not say that the decision is wrong.", evidence));
	}

	private static void answersOf(@Nullable KnownFact fact, Map<String, Answer> answers) {
		if (fact != null) {
			fact.fact().attributes().forEach((key, value) -> {
				if (key.startsWith(ANSWER)) {
					answers.put(key.substring(ANSWER.length()), new Answer(value, fact.record()));
				}
			});
		}
	}

	private List<OpenItem> items(ChildView child, KnownFact decisive, Map<String, Answer> answers,
			List<KnownFact> grounds, List<String> notKnown) {
		List<OpenItem> items = new ArrayList<>();
		// What came after a closure was not open when it was decided.
		boolean closed = decisive.kind() == FactKind.CASE_CLOSED;
		Instant until = closed ? decisive.occurredAt() : Instant.MAX;
		Instant knownUntil = closed ? decisive.record().clock() : Instant.MAX;
		if (decisive.fact().is("reason", "RC5")) {
			items.add(item("handover", "the receiving authority has not confirmed the handover", answers, (_) -> true));
			return items;
		}
		for (AlertMemory alert : child.alerts()) {
			if (alert.phase() == Phase.OPEN && !alert.rule().equals(id()) && !alert.content().colour().equals("GREEN")
					&& !alert.raisedAt().isAfter(knownUntil)) {
				items.add(item("alert-" + alert.rule(),
						alert.content().colour().toLowerCase(Locale.UK) + " alert of "
								+ Words.day(alert.raisedAt(), child.zone()) + " not ended: "
								+ alert.content().ruleName().toLowerCase(Locale.UK),
						answers, (answer) -> !alert.renewedAt().isAfter(answer.record().clock())));
			}
		}
		OpenQuestions.Found questions = this.questions.of(child, decisive.occurredAt(), until);
		notKnown.addAll(questions.notKnown());
		Stream.concat(this.grounds.of(child, decisive.occurredAt(), until).stream(), questions.grounds().stream())
			.forEach((ground) -> {
				grounds.addAll(ground.facts());
				items
					.add(item(ground.item(), ground.description(), answers, (answer) -> answer.covers(ground.facts())));
			});
		if (decisive.fact().is("reason", "RC9") && items.stream().noneMatch((item) -> item.item().equals("step-down"))
				&& !this.grounds.steppedDown(child, decisive.occurredAt(), until)) {
			items.add(item("step-down", "step-down to early help has no named lead who accepted it", answers,
					(_) -> true));
		}
		return items;
	}

	private static OpenItem item(String key, String description, Map<String, Answer> answers,
			Predicate<Answer> covers) {
		Answer answer = answers.get(key);
		return new OpenItem(key, description, (answer != null && covers.test(answer)) ? answer.words() : null);
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
			statements.add(Statement.of("The case was closed on "
					+ ((on != null) ? Words.day(LocalDate.parse(on)) : Words.day(closed.occurredAt(), child.zone()))
					+ ((proposed == null) ? " without a proposal." : ".")));
		}
		List<String> open = items.stream().filter((item) -> item.answer() == null).map(OpenItem::description).toList();
		if (!open.isEmpty()) {
			statements.add(Statement.of("Unanswered: " + String.join("; ", open) + "."));
		}
		return statements;
	}

	/**
	 * What somebody answered to an open item.
	 *
	 * @param words the answer
	 * @param record the proposal or the closure in which it stands
	 */
	private record Answer(String words, SourceRecord record) {

		/** Nobody has answered what was said, or came to be said, only afterwards. */
		boolean covers(List<KnownFact> facts) {
			return facts.stream().allMatch((fact) -> fact.record().saidSince() <= this.record.sequence());
		}

	}

}
