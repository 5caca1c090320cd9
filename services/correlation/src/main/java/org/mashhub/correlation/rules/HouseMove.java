package org.mashhub.correlation.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.state.AlertContent;

/**
 * A11: the family of an open or lately closed case has moved. The network is told of each
 * move; it becomes an alert at the second move in twelve months, or soon after police
 * recorded something about an adult of the household.
 * <p>
 * Quiet for moves that the landlord wanted, and when a parent moves alone; where it is
 * not recorded whether the child went along, it asks so soon after police recorded
 * something. Never carries an address.
 */
final class HouseMove implements Rule {

	private static final String NO_ADDRESS = "The address is not in this message; look it up in your own system.";

	private final int windowMonths;

	private final int alertFromMoves;

	private final int closedWithinMonths;

	private final int soonAfterDays;

	private final RiskEvents riskEvents;

	private final Denials denials;

	HouseMove(Thresholds thresholds, RiskEvents riskEvents) {
		this.riskEvents = riskEvents;
		this.denials = new Denials();
		this.windowMonths = thresholds.number("a11-window-months", 12);
		this.alertFromMoves = thresholds.number("a11-alert-from-moves", 2);
		this.closedWithinMonths = thresholds.number("a11-closed-within-months", 12);
		this.soonAfterDays = thresholds.number("a11-soon-after-days", 30);
	}

	@Override
	public String id() {
		return "A11";
	}

	@Override
	public String name() {
		return "House move";
	}

	@Override
	public List<String> paragraphs() {
		return List.of("12.1", "12.8", "5.20");
	}

	@Override
	public List<Need> needs() {
		List<Need> needs = new ArrayList<>(RiskEvents.NEEDS);
		needs.add(Need.of(FactKind.MOVED, "housing"));
		return List.copyOf(needs);
	}

	@Override
	public boolean restsOnDenied(ChildView child, AlertContent said) {
		return this.denials.bearOn(said, child);
	}

	@Override
	public List<Finding> examine(ChildView child) {
		if (!child.openOrClosedWithin(this.closedWithinMonths)) {
			return List.of();
		}
		FamilyMoves family = new FamilyMoves(child);
		List<Denied> denied = this.denials.among(child);
		Predicate<KnownFact> inDoubt = Denials.inDoubt(denied);
		List<Finding> findings = new ArrayList<>();
		found(child, family, inDoubt.negate()).ifPresent(findings::add);
		if (!denied.isEmpty()) {
			Predicate<KnownFact> unanswered = inDoubt.and(Denials.notAnswered(child));
			found(child, family, unanswered)
				.filter((finding) -> finding.evidence()
					.stream()
					.anyMatch((fact) -> isPoliceInformation(fact) && unanswered.test(fact)))
				.map((finding) -> finding.held(Denials
					.behind(finding.evidence().stream().filter(HouseMove::isPoliceInformation).toList(), denied)))
				.ifPresent(findings::add);
		}
		return findings;
	}

	private Optional<Finding> found(ChildView child, FamilyMoves family, Predicate<KnownFact> counts) {
		List<KnownFact> moves = inWindow(child, family.moves());
		Finding doubt = perhaps(child, inWindow(child, family.perhaps()), counts);
		if (moves.isEmpty()) {
			return Optional.ofNullable(doubt);
		}
		List<KnownFact> once = FamilyMoves.once(moves);
		List<KnownFact> policeBefore = policeShortlyBefore(child,
				moves.subList(moves.indexOf(once.getLast()), moves.size()), counts);
		boolean alert = once.size() >= this.alertFromMoves || !policeBefore.isEmpty();
		List<Statement> statements = new ArrayList<>();
		for (KnownFact move : moves) {
			statements.add(Statement.of(sentence(Words.agency(move.agency())) + " recorded on "
					+ Words.day(move.record().recordedAt(), child.zone()) + " that the family moved on "
					+ Words.day(FamilyMoves.on(move)) + "."));
		}
		if (once.size() >= this.alertFromMoves) {
			statements.add(Statement.of("This was move " + once.size() + " within " + this.windowMonths + " months."));
		}
		if (!policeBefore.isEmpty()) {
			statements.add(soonAfterPolice(child, policeBefore));
		}
		List<KnownFact> evidence = new ArrayList<>(moves);
		evidence.addAll(policeBefore);
		if (doubt != null) {
			doubt.statements().stream().filter((said) -> !statements.contains(said)).forEach(statements::add);
			doubt.evidence().stream().filter((fact) -> !evidence.contains(fact)).forEach(evidence::add);
			return Optional
				.of(new Finding(doubt.colour(), doubt.audience(), List.of(), statements, List.of(), doubt.notKnown(),
						doubt.ask(), List.of(), doubt.familyAdvice(), NO_ADDRESS, doubt.disclaimer(), evidence));
		}
		return Optional.of(new Finding(alert ? Colour.AMBER : Colour.GREEN,
				alert ? Audience.LEAD_AND_MASH : Audience.NETWORK, List.of(), statements, List.of(),
				List.of("who moved with the family", "whether the health visitor, the GP and the nursery know"),
				List.of("has everybody who works with the family been told, and is there a visit to the new home?"),
				List.of(), advice(child, evidence), NO_ADDRESS, "This does not say why the family moved.", evidence));
	}

	private static String advice(ChildView child, List<KnownFact> evidence) {
		List<SourceRecordId> records = evidence.stream().map((fact) -> fact.record().id()).toList();
		if (FamilyAdvice.unsafe(child, records)) {
			return FamilyAdvice.ASK_FIRST;
		}
		return FamilyAdvice.movedInProtection(child, records) ? FamilyAdvice.ADDRESS_PROTECTED
				: "You may discuss the move with the family.";
	}

	/**
	 * A parent who flees takes the child along, and housing may name the tenant alone.
	 */
	private @Nullable Finding perhaps(ChildView child, List<KnownFact> moves, Predicate<KnownFact> counts) {
		KnownFact last = moves.reversed()
			.stream()
			.filter((move) -> !policeShortlyBefore(child, List.of(move), counts).isEmpty())
			.findFirst()
			.orElse(null);
		if (last == null) {
			return null;
		}
		List<KnownFact> policeBefore = policeShortlyBefore(child, List.of(last), counts);
		List<KnownFact> evidence = new ArrayList<>(List.of(last));
		evidence.addAll(policeBefore);
		return new Finding(Colour.AMBER, Audience.LEAD_AND_MASH, List.of(),
				List.of(Statement.of(sentence(Words.agency(last.agency())) + " recorded on "
						+ Words.day(last.record().recordedAt(), child.zone()) + " that a parent or carer of "
						+ Finding.CHILD + " moved out of the home on " + Words.day(FamilyMoves.on(last)) + "."),
						soonAfterPolice(child, policeBefore)),
				List.of(), List.of("whether " + Finding.CHILD + " moved too"),
				List.of("where does " + Finding.CHILD + " live now, and with whom?"), List.of(),
				"Do not ask at the old home where they are, and do not mention police information: ask police first.",
				NO_ADDRESS, "This does not say why they moved.", evidence);
	}

	private Statement soonAfterPolice(ChildView child, List<KnownFact> police) {
		List<ConnectedAdult> about = child.adults()
			.stream()
			.filter((adult) -> !adult.summary().place() && !Collections.disjoint(adult.facts(), police))
			.toList();
		return Statement.of("Police had recorded information about "
				+ (about.isEmpty() ? Finding.CHILD + "'s home"
						: Words.among(about, "an adult", "a young person", "an adult or a young person")
								+ " connected to " + Finding.CHILD)
				+ " in the " + this.soonAfterDays + " days before the last move.");
	}

	private List<KnownFact> inWindow(ChildView child, List<KnownFact> moves) {
		LocalDate since = child.today().minusMonths(this.windowMonths);
		SortedMap<LocalDate, KnownFact> byDay = new TreeMap<>();
		for (KnownFact move : moves) {
			LocalDate on = FamilyMoves.on(move);
			if (!on.isBefore(since) && !on.isAfter(child.today())) {
				byDay.putIfAbsent(on, move);
			}
		}
		return List.copyOf(byDay.values());
	}

	/** What police recorded before a move, on whichever day its records say it was. */
	private List<KnownFact> policeShortlyBefore(ChildView child, List<KnownFact> move, Predicate<KnownFact> counts) {
		return this.riskEvents.ofKnownAdults(child)
			.stream()
			.filter((fact) -> isPoliceInformation(fact) && counts.test(fact))
			.filter((fact) -> {
				LocalDate day = LocalDate.ofInstant(fact.occurredAt(), child.zone());
				return move.stream()
					.mapToLong((record) -> ChronoUnit.DAYS.between(day, FamilyMoves.on(record)))
					.anyMatch((days) -> days >= 0 && days <= this.soonAfterDays);
			})
			.sorted(Comparator.comparing(KnownFact::occurredAt).thenComparing((fact) -> fact.record().sequence()))
			.toList();
	}

	private static boolean isPoliceInformation(KnownFact fact) {
		return fact.agency().equals("police")
				&& (fact.kind() == FactKind.RISK_INCIDENT || fact.kind() == FactKind.INTELLIGENCE_HELD);
	}

	private static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

}
