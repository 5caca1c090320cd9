package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.PersonMention;

/**
 * What a table changes against what was known. A function of the two and of the table's
 * day alone, and the same when a part of the table has been applied already: so the same
 * table again completes what a crash has cut off, and does nothing twice.
 * <p>
 * A move is told where a person leaves a tenancy that this table ends and is in one that
 * it begins, at another home. Those who take the same way move together; nobody moves
 * twice, and of two ways the one counts that more people take.
 */
final class SnapshotDiff {

	private final Map<String, KnownTenancy> previous;

	private final Map<String, Tenancy> current;

	private final LocalDate on;

	private final TreeMap<String, Step> steps = new TreeMap<>();

	private SnapshotDiff(Map<String, KnownTenancy> previous, Map<String, Tenancy> current, LocalDate on) {
		this.previous = previous;
		this.current = current;
		this.on = on;
	}

	/**
	 * Compares.
	 * @param previous what was known, by reference; what is left out is compared with
	 * nothing
	 * @param current what the table has, by reference; what it leaves out has ended
	 * @param on the table's day
	 * @return what changes, tenancy by tenancy, in the order of their references
	 */
	static List<Step> between(Map<String, KnownTenancy> previous, Map<String, Tenancy> current, LocalDate on) {
		return new SnapshotDiff(previous, current, on).all();
	}

	private List<Step> all() {
		Set<String> references = new TreeSet<>(this.previous.keySet());
		references.addAll(this.current.keySet());
		references.forEach((reference) -> this.steps.put(reference,
				step(this.previous.get(reference), this.current.get(reference))));
		moves();
		return this.steps.values().stream().filter((step) -> step.changes(this.previous)).toList();
	}

	// --- one tenancy -------------------------------------------------------------------

	private Step step(@Nullable KnownTenancy known, @Nullable Tenancy now) {
		if (known == null) {
			return begun(Objects.requireNonNull(now));
		}
		return (now != null) ? compared(known, now) : leftOut(known);
	}

	private Step begun(Tenancy now) {
		List<Change> changes = new ArrayList<>(List.of(new Change.Started(now)));
		if (now.isEnded()) {
			changes.add(new Change.Ended(now, false, false));
		}
		return new Step(changes, new KnownTenancy(now, false, this.on, now.isEnded() ? this.on : null, this.on,
				List.of(), now.fingerprint()));
	}

	private Step leftOut(KnownTenancy known) {
		if (known.isEnded()) {
			return new Step(List.of(), known);
		}
		Tenancy ended = known.tenancy().endedOn(this.on);
		return new Step(List.of(new Change.Ended(ended, false, true)),
				new KnownTenancy(ended, true, known.startSeenOn(), this.on, this.on, List.of(), known.fingerprint()));
	}

	private Step compared(KnownTenancy known, Tenancy table) {
		Tenancy before = known.tenancy();
		Tenancy now = table.isEnded() ? table.withThoseOf(before) : table;
		List<Change> changes = new ArrayList<>();
		List<String> movedTo = known.movedTo();
		if (before.isEnded() && !now.isEnded()) {
			changes.add(new Change.Resumed(now));
			movedTo.forEach((to) -> changes.add(new Change.MoveWithdrawn(now, to)));
			movedTo = List.of();
		}
		Set<String> cameOrLeft = new HashSet<>();
		if (!now.isEnded()) {
			changes.addAll(tenants(before, now, cameOrLeft));
		}
		if (isCorrected(before, now, cameOrLeft)) {
			changes.add(new Change.Corrected(now));
		}
		if (now.isEnded() && !Objects.equals(now.endedOn(), before.endedOn())) {
			changes.add(new Change.Ended(now, before.isEnded(), false));
		}
		LocalDate endSeenOn = !now.isEnded() ? null : before.isEnded() ? known.endSeenOn() : this.on;
		boolean same = changes.isEmpty() && !known.missing() && known.fingerprint().equals(table.fingerprint());
		return same ? new Step(List.of(), known) : new Step(changes,
				new KnownTenancy(now, false, known.startSeenOn(), endSeenOn, this.on, movedTo, table.fingerprint()));
	}

	/**
	 * Those who became tenants or are none any more; notes who came or left altogether.
	 */
	private static List<Change> tenants(Tenancy before, Tenancy now, Set<String> cameOrLeft) {
		SamePeople same = new SamePeople(before.members(), now.members());
		List<Change> changes = new ArrayList<>();
		for (PersonMention member : now.members()) {
			PersonMention earlier = same.earlier(member).orElse(null);
			if (Tenancy.isTenant(member) && (earlier == null || !Tenancy.isTenant(earlier))) {
				changes.add(new Change.Joined(now, member));
				if (earlier == null) {
					cameOrLeft.add(member.getRef());
				}
			}
		}
		for (PersonMention member : before.members()) {
			PersonMention later = same.later(member).orElse(null);
			if (Tenancy.isTenant(member) && (later == null || !Tenancy.isTenant(later))) {
				changes.add(new Change.Left(now, member, later != null));
				if (later == null) {
					cameOrLeft.add(member.getRef());
				}
			}
		}
		return changes;
	}

	private static boolean isCorrected(Tenancy before, Tenancy now, Set<String> cameOrLeft) {
		Set<String> others = now.refs();
		others.addAll(before.refs());
		others.removeAll(cameOrLeft);
		return !before.home().equals(now.home()) || !before.startedOn().equals(now.startedOn())
				|| !membersOf(before, others).equals(membersOf(now, others))
				|| !before.relationshipsBetween(others).equals(now.relationshipsBetween(others));
	}

	private static List<PersonMention> membersOf(Tenancy tenancy, Set<String> refs) {
		return tenancy.members().stream().filter((member) -> refs.contains(member.getRef())).toList();
	}

	// --- moves -------------------------------------------------------------------------

	private void moves() {
		Map<String, List<Step>> endedOf = new HashMap<>();
		List<Step> begun = new ArrayList<>();
		for (Step step : this.steps.values()) {
			KnownTenancy known = step.known();
			if (known.isEnded() && this.on.equals(known.endSeenOn())) {
				known.tenancy()
					.refs()
					.forEach((ref) -> endedOf.computeIfAbsent(ref, (absent) -> new ArrayList<>()).add(step));
			}
			else if (!known.isEnded() && this.on.equals(known.startSeenOn())) {
				begun.add(step);
			}
		}
		Set<String> moved = new HashSet<>();
		for (Way way : ways(endedOf, begun)) {
			Set<String> people = new HashSet<>(way.people());
			people.removeAll(moved);
			if (!people.isEmpty()) {
				moved.addAll(people);
				this.steps.computeIfPresent(way.to().reference(),
						(reference, step) -> step.with(new Change.Moved(way.from(), way.to(), people)));
				this.steps.computeIfPresent(way.from().reference(),
						(reference, step) -> step.withMoveTo(way.to().reference()));
			}
		}
	}

	private static List<Way> ways(Map<String, List<Step>> endedOf, List<Step> begun) {
		List<Way> ways = new ArrayList<>();
		for (Step step : begun) {
			Tenancy to = step.known().tenancy();
			Map<String, Way> byFrom = new TreeMap<>();
			for (String ref : to.refs()) {
				for (Step ended : endedOf.getOrDefault(ref, List.of())) {
					Tenancy from = ended.known().tenancy();
					if (to.isElsewhereThan(from)) {
						byFrom.computeIfAbsent(from.reference(), (absent) -> new Way(from, to, new HashSet<>()))
							.people()
							.add(ref);
					}
				}
			}
			ways.addAll(byFrom.values());
		}
		ways.sort(Comparator.comparingInt((Way way) -> -way.people().size())
			.thenComparing((way) -> way.from().reference())
			.thenComparing((way) -> way.to().reference()));
		return ways;
	}

	/**
	 * A way that some people may have taken.
	 *
	 * @param from tenancy that ended
	 * @param to tenancy that began
	 * @param people who is in both
	 */
	private record Way(Tenancy from, Tenancy to, Set<String> people) {

	}

	/**
	 * What changes of one tenancy.
	 *
	 * @param changes the changes, in the order in which they are told
	 * @param known what is known of it from now on
	 */
	record Step(List<Change> changes, KnownTenancy known) {

		Step {
			changes = List.copyOf(changes);
		}

		private Step with(Change change) {
			List<Change> more = new ArrayList<>(this.changes);
			more.add(change);
			return new Step(more, this.known);
		}

		private Step withMoveTo(String reference) {
			return new Step(this.changes, this.known.withMoveTo(reference));
		}

		private boolean changes(Map<String, KnownTenancy> previous) {
			return !this.changes.isEmpty() || !this.known.equals(previous.get(this.known.tenancy().reference()));
		}

	}

}
