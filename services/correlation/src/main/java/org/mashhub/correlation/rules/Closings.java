package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.picture.Status;

/**
 * When the case of a child was closed: as records of closure tell it, and where the last
 * status under which children's social care had the case has ended and no record of
 * closure tells of it. A status that follows on is no closure, nor is one beside which
 * another lasts.
 */
final class Closings {

	private static final String EARLY_HELP = "EARLY_HELP";

	/**
	 * The day that a record gives as the end of a status is its last. Another may begin
	 * on the day after, and is recorded in the course of that day.
	 */
	private static final int NEXT_WITHIN_DAYS = 2;

	private Closings() {
	}

	/**
	 * Whether children's social care has the case under a status.
	 * @param status the status, whether or not it lasts
	 * @return false for early help, which is not children's social care
	 */
	static boolean holdsCase(Status status) {
		return isAnyCase(status) && !status.name().equals(EARLY_HELP);
	}

	/**
	 * Whether anybody is with the family under a status.
	 * @param status the status, whether or not it lasts
	 * @return true for early help too
	 */
	static boolean isAnyCase(Status status) {
		return !status.name().equals(Status.CLOSED) && !status.name().equals(Status.NO_FURTHER_ACTION);
	}

	/**
	 * All closures.
	 * @param child whose case
	 * @return records of closure, and the changes of status that were one
	 */
	static List<KnownFact> of(ChildView child) {
		return Stream.concat(child.facts(FactKind.CASE_CLOSED), byStatus(child).stream()).toList();
	}

	/**
	 * Whether something tells that a case was closed, rather than that somebody proposes
	 * it.
	 * @param decisive a proposal or a closure
	 * @return true for a closure
	 */
	static boolean isClosing(KnownFact decisive) {
		return decisive.kind() == FactKind.CASE_CLOSED || isByStatus(decisive);
	}

	/**
	 * Whether a status alone tells of a closure.
	 * @param closing the closure
	 * @return false where a record of closure does
	 */
	static boolean isByStatus(KnownFact closing) {
		return closing.kind() == FactKind.STATUS_CHANGED;
	}

	/**
	 * What ended when a case was closed by its status.
	 * @param child whose case
	 * @param closing the change of status
	 * @return names of the statuses
	 */
	static List<String> ended(ChildView child, KnownFact closing) {
		return child.statuses()
			.stream()
			.filter((status) -> holdsCase(status) && status.until() != null && status.until().equals(day(closing)))
			.map(Status::name)
			.distinct()
			.sorted()
			.toList();
	}

	/**
	 * Whether early help came when a case was closed by its status.
	 * @param child whose case
	 * @param closing the change of status
	 * @param days how many days later it may begin
	 * @return true when a status says so
	 */
	static boolean isToEarlyHelp(ChildView child, KnownFact closing, int days) {
		LocalDate closed = day(closing);
		return child.statuses()
			.stream()
			.anyMatch((status) -> status.name().equals(EARLY_HELP) && closed != null && !status.since().isBefore(closed)
					&& !status.since().isAfter(closed.plusDays(days)));
	}

	/**
	 * Statuses that follow on one another, as one time each.
	 * @param statuses all statuses of a child
	 * @param which those that count; the case was closed under any other
	 * @return in the order of time
	 */
	static List<Spell> spells(List<Status> statuses, Predicate<Status> which) {
		List<Status> others = statuses.stream().filter(which.negate()).toList();
		List<Spell> spells = new ArrayList<>();
		statuses.stream().filter(which).sorted(Comparator.comparing(Status::since)).forEach((status) -> {
			Spell last = spells.isEmpty() ? null : spells.getLast();
			if (last != null && last.goesOn(status, others)) {
				spells.set(spells.size() - 1, last.with(status));
			}
			else {
				spells.add(new Spell(status.since(), status.until(), List.of(status)));
			}
		});
		return List.copyOf(spells);
	}

	private static List<KnownFact> byStatus(ChildView child) {
		List<KnownFact> closings = new ArrayList<>();
		List<Spell> spells = spells(child.statuses(), Closings::holdsCase);
		for (int i = 0; i < spells.size(); i++) {
			Spell spell = spells.get(i);
			Spell next = (i < spells.size() - 1) ? spells.get(i + 1) : null;
			if (spell.until() != null && (next != null || isOver(child, spell.until()))
					&& !isRecorded(child, spell, next)) {
				change(child, spell).ifPresent(closings::add);
			}
		}
		return closings;
	}

	/** Nothing follows, or it follows that the case is closed. */
	private static boolean isOver(ChildView child, LocalDate until) {
		return !until.plusDays(NEXT_WITHIN_DAYS).isAfter(child.today()) || child.statuses()
			.stream()
			.anyMatch((status) -> !holdsCase(status) && !status.since().isBefore(until));
	}

	/** A record of closure ends what lasts, or says it of what has ended. */
	private static boolean isRecorded(ChildView child, Spell spell, @Nullable Spell next) {
		ZoneId zone = child.zone();
		Instant from = spell.lastly()
			.map((status) -> status.record().during(zone))
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
		Instant until = (next != null) ? next.statuses().getFirst().record().during(zone) : Instant.MAX;
		return child.facts(FactKind.CASE_CLOSED)
			.map((closed) -> closed.during(zone))
			.anyMatch((closed) -> !closed.isBefore(from) && closed.isBefore(until));
	}

	/** What ended the last of what lasted. */
	private static Optional<KnownFact> change(ChildView child, Spell spell) {
		Comparator<KnownFact> inOrder = Comparator.comparing((KnownFact fact) -> fact.during(child.zone()))
			.thenComparing((fact) -> fact.record().sequence());
		return spell.lastly()
			.flatMap((status) -> child.facts(FactKind.STATUS_CHANGED)
				.filter((fact) -> Objects.equals(day(fact), status.until()) && ends(fact, status)
						&& !fact.during(child.zone()).isBefore(status.record().during(child.zone())))
				.min(inOrder)
				.stream())
			.max(inOrder);
	}

	private static boolean ends(KnownFact fact, Status status) {
		String name = String.valueOf(fact.fact().value("status"));
		if (fact.fact().is("ended", "true")) {
			return name.equals(status.name());
		}
		return name.equals(Status.CLOSED) || name.equals(Status.NO_FURTHER_ACTION) || name.equals(EARLY_HELP);
	}

	private static @Nullable LocalDate day(KnownFact change) {
		String on = change.fact().value("on");
		return (on != null) ? LocalDate.parse(on) : null;
	}

	/**
	 * A time during which one status followed on another.
	 *
	 * @param since first day
	 * @param until last day, null while one lasts
	 * @param statuses statuses, in the order in which they began
	 */
	record Spell(LocalDate since, @Nullable LocalDate until, List<Status> statuses) {

		Spell {
			statuses = List.copyOf(statuses);
		}

		/** Those that lasted to the end. */
		Stream<Status> lastly() {
			return this.statuses.stream().filter((status) -> Objects.equals(status.until(), this.until));
		}

		private boolean goesOn(Status next, List<Status> others) {
			LocalDate last = this.until;
			if (last == null || !next.since().isAfter(last)) {
				return true;
			}
			return next.since().equals(last.plusDays(1))
					&& others.stream().noneMatch((other) -> other.since().equals(last));
		}

		private Spell with(Status next) {
			LocalDate last = next.until();
			boolean longer = this.until != null && (last == null || last.isAfter(this.until));
			return new Spell(this.since, longer ? last : this.until,
					Stream.concat(this.statuses.stream(), Stream.of(next)).toList());
		}

	}

}
