package org.mashhub.correlation.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.family.StepKind;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;

/**
 * Moves of a child's family: those that name the child, and those that name a parent
 * alone, as far as they lead from or to a home of the child. A parent who lives elsewhere
 * moves alone.
 */
final class FamilyMoves {

	private FamilyMoves() {
	}

	/**
	 * The moves, but for those that the landlord wanted.
	 * @param child the child
	 * @return moves by their day, those that name the child first
	 */
	static List<KnownFact> of(ChildView child) {
		List<KnownFact> moves = new ArrayList<>(
				child.facts(FactKind.MOVED).filter(FamilyMoves::wanted).sorted(byDay()).toList());
		Set<String> homes = homes(child);
		child.adults()
			.stream()
			.filter(FamilyMoves::parent)
			.flatMap((adult) -> adult.facts().stream())
			.filter((fact) -> fact.kind() == FactKind.MOVED)
			.sorted(byDay())
			.filter((move) -> leads(move, homes))
			.filter(FamilyMoves::wanted)
			.forEach(moves::add);
		moves.sort(byDay());
		return List.copyOf(moves);
	}

	/**
	 * The day of a move.
	 * @param move the move
	 * @return the day
	 */
	static LocalDate on(KnownFact move) {
		return LocalDate.parse(Objects.requireNonNull(move.fact().value("on"), "a move has a day"));
	}

	private static Comparator<KnownFact> byDay() {
		return Comparator.comparing(FamilyMoves::on);
	}

	private static boolean wanted(KnownFact move) {
		return !move.fact().is("initiatedBy", "LANDLORD");
	}

	private static boolean parent(ConnectedAdult adult) {
		return adult.path().steps().size() == 1 && adult.path().steps().getFirst().kind() == StepKind.PARENT;
	}

	/** Homes at which the child itself is recorded. */
	private static Set<String> homes(ChildView child) {
		Set<String> homes = new TreeSet<>();
		for (KnownFact fact : child.facts()) {
			homes.addAll(fact.subject().particulars().homeKeys());
			if (fact.kind() == FactKind.MOVED) {
				homes.addAll(keys(fact, "fromHomeKeys"));
				homes.addAll(keys(fact, "toHomeKeys"));
			}
		}
		return homes;
	}

	/** Where a child goes with a parent it lives from then on. */
	private static boolean leads(KnownFact move, Set<String> homes) {
		List<String> from = keys(move, "fromHomeKeys");
		List<String> to = keys(move, "toHomeKeys");
		boolean nothingKnown = homes.isEmpty() || (from.isEmpty() && to.isEmpty());
		boolean leads = nothingKnown || !Collections.disjoint(homes, from) || !Collections.disjoint(homes, to);
		if (leads && !homes.isEmpty()) {
			homes.addAll(to);
		}
		return leads;
	}

	private static List<String> keys(KnownFact move, String attribute) {
		@Nullable String keys = move.fact().value(attribute);
		return (keys != null && !keys.isEmpty()) ? List.of(keys.split(" ", -1)) : List.of();
	}

}
