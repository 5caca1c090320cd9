package org.mashhub.correlation.family;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Homes;

/**
 * What records say of a person's leaving homes: a move from there, the end of a tenancy,
 * or that a joint tenant is one no longer. Who has another tenancy of the same home by
 * then stays: of two joint tenants who part, one is often given a new one.
 */
final class Departures {

	private static final Set<String> BEGINS = Set.of("STARTED", "JOINT_TENANT_ADDED", "SUCCEEDED");

	private final List<Departure> moves = new ArrayList<>();

	private final List<Tenancy> begun = new ArrayList<>();

	private final List<Tenancy> ended = new ArrayList<>();

	/**
	 * Notes what a record says of the person. That somebody is to leave is not that they
	 * have left.
	 * @param fact the fact, of whatever kind
	 * @param until the last day that has come
	 */
	void note(Fact fact, LocalDate until) {
		String on = fact.value("on");
		if (on == null || LocalDate.parse(on).isAfter(until)) {
			return;
		}
		if (fact.kind() == FactKind.MOVED) {
			this.moves.add(new Departure(keys(fact.value("fromHomeKeys")), LocalDate.parse(on)));
		}
		else if (fact.kind() == FactKind.TENANCY_CHANGED) {
			String change = String.valueOf(fact.value("change"));
			Tenancy tenancy = new Tenancy(keys(fact.value("homeKeys")), fact.value("tenancy"), LocalDate.parse(on),
					change);
			if (BEGINS.contains(change)) {
				this.begun.add(tenancy);
			}
			else if (tenancy.ends()) {
				this.ended.add(tenancy);
			}
		}
	}

	private static List<String> keys(@Nullable String joined) {
		return (joined != null) ? List.of(joined.split(" ", -1)) : List.of();
	}

	/**
	 * When the person left a home.
	 * @param home keys of the home
	 * @return the first days on which the person is there no more
	 */
	NavigableSet<LocalDate> from(Set<String> home) {
		NavigableSet<LocalDate> days = new TreeSet<>();
		for (Departure move : this.moves) {
			if (Homes.same(home, move.home())) {
				days.add(move.on());
			}
		}
		for (Tenancy end : this.ended) {
			if (isOf(home, end) && this.begun.stream().noneMatch((other) -> other.isOf(home) && keeps(other, end))) {
				days.add(end.firstDayWithout());
			}
		}
		return days;
	}

	/** An end that names no home is of the home where the tenancy began. */
	private boolean isOf(Set<String> home, Tenancy end) {
		return end.home().isEmpty() ? this.begun.stream()
			.anyMatch((begun) -> begun.isOf(home) && begun.reference() != null
					&& begun.reference().equals(end.reference()))
				: end.isOf(home);
	}

	private boolean keeps(Tenancy other, Tenancy end) {
		boolean unnamed = (other.reference() == null || end.reference() == null) && other.on().isBefore(end.on());
		if (unnamed || Objects.equals(other.reference(), end.reference())) {
			return other.change().equals("SUCCEEDED") && !other.on().isBefore(end.on());
		}
		LocalDate without = end.firstDayWithout();
		return !other.on().isAfter(without) && this.ended.stream()
			.noneMatch((ended) -> Objects.equals(ended.reference(), other.reference())
					&& !ended.on().isBefore(other.on()) && !ended.firstDayWithout().isAfter(without));
	}

	/**
	 * A move away.
	 *
	 * @param home keys of the home
	 * @param on day of the move
	 */
	private record Departure(List<String> home, LocalDate on) {
	}

	/**
	 * What a landlord says of a tenancy.
	 *
	 * @param home keys of the home
	 * @param reference the landlord's reference
	 * @param on first day, or last when it ends
	 * @param change what became of it
	 */
	private record Tenancy(List<String> home, @Nullable String reference, LocalDate on, String change) {

		boolean isOf(Set<String> keys) {
			return Homes.same(keys, this.home);
		}

		boolean ends() {
			return this.change.equals("ENDED") || this.change.equals("JOINT_TENANT_REMOVED");
		}

		LocalDate firstDayWithout() {
			return this.change.equals("ENDED") ? this.on.plusDays(1) : this.on;
		}

	}

}
