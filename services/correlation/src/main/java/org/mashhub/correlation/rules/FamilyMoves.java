package org.mashhub.correlation.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Homes;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;

/**
 * Moves of a child's family: those that name the child, and those that name a parent, or
 * a carer, alone whom the child went with. A parent who lives elsewhere, or who comes to
 * the child's home, moves alone. So does one who leaves the child's home, once the child
 * is recorded there again; while another parent still lives there, it is not known whom
 * the child is with until the child is recorded somewhere.
 */
final class FamilyMoves {

	/**
	 * So long before the day of a move somebody may be met at the new home, or another
	 * record may say that the move was.
	 */
	private static final int EARLY_DAYS = 60;

	private final ChildView child;

	/** Where the child was recorded, by day; moves of the family are added. */
	private final List<Sighting> sightings;

	private final List<KnownFact> moves = new ArrayList<>();

	private final List<KnownFact> doubtful = new ArrayList<>();

	/**
	 * Reads the moves of a child's family.
	 * @param child the child
	 */
	FamilyMoves(ChildView child) {
		this.child = child;
		this.sightings = sightings(child);
		child.facts(FactKind.MOVED).forEach(this.moves::add);
		child.adults()
			.stream()
			.filter((adult) -> bringsUp(adult))
			.flatMap((adult) -> adult.facts().stream().map((fact) -> new ParentsMove(adult, fact)))
			.filter((move) -> move.fact().kind() == FactKind.MOVED)
			.sorted(Comparator.comparing((move) -> on(move.fact())))
			.forEach(this::add);
	}

	/**
	 * The moves, but for those that the landlord wanted.
	 * @return moves by their day, those that name the child first
	 */
	List<KnownFact> moves() {
		return wanted(this.moves);
	}

	/**
	 * Moves of one parent away from the child's home while another lives there, as long
	 * as nothing says where the child has been since.
	 * @return moves by their day, but for those that the landlord wanted
	 */
	List<KnownFact> perhaps() {
		return wanted(this.doubtful);
	}

	/**
	 * The day of a move.
	 * @param move the move
	 * @return the day
	 */
	static LocalDate on(KnownFact move) {
		return LocalDate.parse(Objects.requireNonNull(move.fact().value("on"), "a move has a day"));
	}

	private static List<KnownFact> wanted(List<KnownFact> moves) {
		return moves.stream()
			.filter((move) -> !move.fact().is("initiatedBy", "LANDLORD"))
			.sorted(Comparator.comparing(FamilyMoves::on))
			.toList();
	}

	/**
	 * Moves without those that say again, of another day, what the one before them says.
	 * @param moves moves by their day
	 * @return the first record of each
	 */
	static List<KnownFact> once(List<KnownFact> moves) {
		List<KnownFact> once = new ArrayList<>();
		for (KnownFact move : moves) {
			if (once.isEmpty() || !toldAgain(once.getLast(), move)) {
				once.add(move);
			}
		}
		return List.copyOf(once);
	}

	/**
	 * Who lives there since shortly before moves in no second time: the landlord and the
	 * benefits office, or a tenancy's start and the day of the keys, say other days.
	 */
	private static boolean toldAgain(KnownFact known, KnownFact move) {
		return !on(move).isAfter(on(known).plusDays(EARLY_DAYS))
				&& Homes.same(keys(known, "toHomeKeys"), keys(move, "toHomeKeys"));
	}

	private void add(ParentsMove move) {
		switch (childWent(move)) {
			case ALONG -> {
				this.moves.add(move.fact());
				this.sightings.add(new Sighting(on(move.fact()), keys(move.fact(), "toHomeKeys"), false));
				this.sightings.sort(Comparator.comparing(Sighting::day));
			}
			case PERHAPS -> this.doubtful.add(move.fact());
			case NOT -> {
			}
		}
	}

	private Went childWent(ParentsMove move) {
		LocalDate day = on(move.fact());
		List<String> from = keys(move.fact(), "fromHomeKeys");
		List<String> to = keys(move.fact(), "toHomeKeys");
		if (this.sightings.isEmpty() || (from.isEmpty() && to.isEmpty())) {
			return Went.ALONG;
		}
		LocalDate cameFrom = lastBefore(day, from);
		LocalDate wasThere = lastBefore(day, to);
		if (wasThere != null && (cameFrom == null || wasThere.isAfter(cameFrom))) {
			if (isKnown(move)) {
				return Went.ALONG;
			}
			// A tenancy may begin when the family is there already.
			boolean early = cameFrom != null && !wasThere.isBefore(day.minusDays(EARLY_DAYS)) && !movedTo(to);
			return early ? Went.ALONG : Went.NOT;
		}
		// Long after a move records name the old home: somebody must have been there.
		Sighting sure = this.sightings.stream()
			.filter((sighting) -> (sighting.at(to) && !sighting.day().isBefore(day))
					|| (sighting.at(from) && sighting.day().isAfter(day) && sighting.visited()))
			.findFirst()
			.orElse(null);
		if (sure != null) {
			return sure.at(to) ? Went.ALONG : Went.NOT;
		}
		if (cameFrom == null) {
			return Went.NOT;
		}
		if (!anotherStays(move, from, day)) {
			return Went.ALONG;
		}
		boolean recordedThere = this.sightings.stream()
			.anyMatch((sighting) -> sighting.at(from) && sighting.day().isAfter(day));
		return recordedThere ? Went.NOT : Went.PERHAPS;
	}

	/**
	 * Another record has said that the family moved there about that time, and this
	 * parent with it.
	 */
	private boolean isKnown(ParentsMove move) {
		return once(wanted(this.moves)).stream()
			.anyMatch((known) -> toldAgain(known, move.fact()) && !on(move.fact())
				.isBefore(on(known).minusDays(EARLY_DAYS)) && move.parent()
					.facts()
					.stream()
					.anyMatch(
							(fact) -> fact.kind() == FactKind.MOVED && fact.record().id().equals(known.record().id())));
	}

	private boolean movedTo(List<String> home) {
		return this.moves.stream().anyMatch((known) -> Homes.same(keys(known, "toHomeKeys"), home));
	}

	private @Nullable LocalDate lastBefore(LocalDate day, List<String> home) {
		return this.sightings.stream()
			.filter((sighting) -> sighting.day().isBefore(day) && sighting.at(home))
			.map(Sighting::day)
			.reduce((first, second) -> second)
			.orElse(null);
	}

	private boolean anotherStays(ParentsMove move, List<String> home, LocalDate day) {
		return this.child.adults()
			.stream()
			.filter((adult) -> !adult.summary().id().equals(move.parent().summary().id()))
			.filter((adult) -> RiskEvents.sure(adult) && bringsUp(adult))
			.flatMap((adult) -> adult.stays().stream())
			.anyMatch((stay) -> Homes.same(stay.homeKeys(), home) && stay.from().isBefore(day)
					&& !stay.until().isBefore(day));
	}

	private static boolean bringsUp(ConnectedAdult adult) {
		return adult.path().steps().size() == 1 && adult.path().steps().getFirst().bringsUp();
	}

	private static List<Sighting> sightings(ChildView child) {
		List<Sighting> sightings = new ArrayList<>();
		for (KnownFact fact : child.facts()) {
			if (fact.kind() == FactKind.MOVED) {
				sightings.add(new Sighting(on(fact).minusDays(1), keys(fact, "fromHomeKeys"), false));
				sightings.add(new Sighting(on(fact), keys(fact, "toHomeKeys"), false));
			}
			else if (!wasNotSeen(fact)) {
				sightings.add(new Sighting(day(fact, child.zone()), fact.subject().particulars().homeKeys(),
						fact.kind() == FactKind.VISIT_MADE));
			}
		}
		sightings.removeIf((sighting) -> sighting.homeKeys().isEmpty());
		sightings.sort(Comparator.comparing(Sighting::day));
		return sightings;
	}

	/** Who calls and does not see the child does not know that it lives there. */
	private static boolean wasNotSeen(KnownFact fact) {
		return fact.record()
			.facts()
			.stream()
			.anyMatch((said) -> said.kind() == FactKind.CHILD_SEEN && said.is("seen", "NOT_SEEN")
					&& said.subjects().contains(fact.subject().ref()));
	}

	private static LocalDate day(KnownFact fact, ZoneId zone) {
		return LocalDate.ofInstant(fact.occurredAt(), zone);
	}

	private static List<String> keys(KnownFact move, String attribute) {
		@Nullable String keys = move.fact().value(attribute);
		return (keys != null && !keys.isEmpty()) ? List.of(keys.split(" ", -1)) : List.of();
	}

	private enum Went {

		ALONG, PERHAPS, NOT

	}

	/**
	 * A move that names a parent or a carer.
	 *
	 * @param parent who moved
	 * @param fact the move
	 */
	private record ParentsMove(ConnectedAdult parent, KnownFact fact) {
	}

	/**
	 * A day on which the child was recorded at a home.
	 *
	 * @param day the day
	 * @param homeKeys keys of the home
	 * @param visited whether somebody visited it there
	 */
	private record Sighting(LocalDate day, List<String> homeKeys, boolean visited) {

		boolean at(List<String> home) {
			return Homes.same(this.homeKeys, home);
		}

	}

}
