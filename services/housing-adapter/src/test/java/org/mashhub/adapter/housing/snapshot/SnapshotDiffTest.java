package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.mashhub.adapter.housing.snapshot.SnapshotDiff.Step;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.PersonMention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mashhub.adapter.housing.snapshot.Tenancies.FIRST;
import static org.mashhub.adapter.housing.snapshot.Tenancies.SECOND;
import static org.mashhub.adapter.housing.snapshot.Tenancies.changes;
import static org.mashhub.adapter.housing.snapshot.Tenancies.known;
import static org.mashhub.adapter.housing.snapshot.Tenancies.moves;
import static org.mashhub.adapter.housing.snapshot.Tenancies.table;
import static org.mashhub.adapter.housing.snapshot.Tenancies.tenancy;

class SnapshotDiffTest {

	@Test
	void tellsThatAHouseholdMovedBesidesItsTenancies() {
		List<Step> steps = between(table(tenancy("T1", "4 Mill Row", "A", "b")),
				table(tenancy("T2", "17 Quarry Court", "A", "b", "C")));

		assertThat(changes(steps)).extracting(SnapshotDiffTest::name)
			.containsExactly("Ended T1", "Started T2", "Moved T2");
		assertThat(moves(steps)).singleElement().satisfies((move) -> {
			assertThat(move.from().home().getLines()).containsExactly("4 Mill Row");
			assertThat(move.people()).isEqualTo(Set.of("A", "B"));
		});
	}

	@Test
	void tellsOfNoMoveWhereTheHomeIsTheSame() {
		assertThat(
				moves(between(table(tenancy("T1", "4 Mill Row", "A", "B")), table(tenancy("T2", "4 MILL ROW", "A")))))
			.isEmpty();
	}

	@Test
	void tellsOfNoMoveWhereTheTenancyIsTheSame() {
		List<Step> steps = between(table(tenancy("T1", "4 Mill Row", "A")), table(tenancy("T1", "4A Mill Row", "A")));

		assertThat(changes(steps)).extracting(SnapshotDiffTest::name).containsExactly("Corrected T1");
	}

	@Test
	void doesNotTakeTheGarageForTheHome() {
		List<Step> steps = between(table(tenancy("G1", "Garage 1", "A"), tenancy("T1", "4 Mill Row", "A", "b")),
				table(tenancy("G2", "Garage 2", "A"), tenancy("T2", "17 Quarry Court", "A", "b")));

		assertThat(moves(steps)).extracting((move) -> move.from().reference(), (move) -> move.tenancy().reference())
			.containsExactly(tuple("T1", "T2"));
	}

	@Test
	void tellsOfBothMovesOfAHouseholdThatParts() {
		List<Step> steps = between(table(tenancy("T1", "4 Mill Row", "A", "B", "c")),
				table(tenancy("T2", "17 Quarry Court", "A", "c"), tenancy("T3", "3 Lock Street", "B")));

		assertThat(moves(steps)).extracting((move) -> move.tenancy().reference(), Change.Moved::people)
			.containsExactlyInAnyOrder(tuple("T2", Set.of("A", "C")), tuple("T3", Set.of("B")));
		assertThat(steps.getFirst().known().movedTo()).containsExactly("T2", "T3");
	}

	@Test
	void tellsWhoCameAndWhoLeft() {
		List<Step> steps = between(table(tenancy("T1", "4 Mill Row", "A", "B")),
				table(tenancy("T1", "4 Mill Row", "A", "C")));

		assertThat(changes(steps)).extracting(SnapshotDiffTest::name).containsExactly("Joined T1", "Left T1");
	}

	@Test
	void takesACorrectedSpellingForTheSamePerson() {
		PersonMention misspelt = tenancy("T1", "4 Mill Row", "A2").members().getFirst();
		PersonMention withOtherRef = PersonMention.newBuilder(misspelt).setRef("of-name-and-birth").build();
		Tenancy now = tenancy("T1", "4 Mill Row", "A");

		List<Step> steps = between(
				table(new Tenancy("T1", now.home(), now.startedOn(), null, List.of(withOtherRef), List.of())),
				table(now));

		assertThat(changes(steps)).extracting(SnapshotDiffTest::name).containsExactly("Corrected T1");
	}

	@Test
	void takesAChildWhoCameForACorrection() {
		List<Step> steps = between(table(tenancy("T1", "4 Mill Row", "A")),
				table(tenancy("T1", "4 Mill Row", "A", "b")));

		assertThat(changes(steps)).extracting(SnapshotDiffTest::name).containsExactly("Corrected T1");
	}

	@Test
	void withdrawsTheEndAndTheMoveOfATenancyThatIsThereAgain() {
		Map<String, KnownTenancy> known = Tenancies.after(known(table(tenancy("T1", "4 Mill Row", "A"))),
				between(table(tenancy("T1", "4 Mill Row", "A")), table(tenancy("T2", "17 Quarry Court", "A"))));

		List<Step> steps = SnapshotDiff.between(known,
				table(tenancy("T1", "4 Mill Row", "A"), tenancy("T2", "17 Quarry Court", "A")), SECOND.plusDays(1));

		assertThat(changes(steps)).extracting(SnapshotDiffTest::name).containsExactly("Resumed T1", "MoveWithdrawn T1");
		assertThat(steps.getFirst().known().movedTo()).isEmpty();
	}

	@Test
	void correctsAnAssumedEndWhenTheTableNamesItsDay() {
		LocalDate last = FIRST.minusDays(3);
		Map<String, KnownTenancy> known = Tenancies.after(known(table(tenancy("T1", "4 Mill Row", "A", "b"))),
				between(table(tenancy("T1", "4 Mill Row", "A", "b")), table(tenancy("T2", "3 Lock Street", "C"))));

		List<Step> steps = SnapshotDiff.between(known,
				table(tenancy("T1", "4 Mill Row", last, "A"), tenancy("T2", "3 Lock Street", "C")), SECOND.plusDays(1));

		assertThat(changes(steps))
			.containsExactly(new Change.Ended(tenancy("T1", "4 Mill Row", last, "A", "b"), true, false));
	}

	@Test
	void comparesHomesByUprnWhereBothHaveOne() {
		Tenancy one = home("999900000004", "4 Mill Row");

		assertThat(one.isElsewhereThan(home("999900000004", "Four, Mill Row"))).isFalse();
		assertThat(one.isElsewhereThan(home("999900000005", "4 Mill Row"))).isTrue();
		assertThat(one.isElsewhereThan(home(null, "4, MILL ROW"))).isFalse();
	}

	private static Tenancy home(@org.jspecify.annotations.Nullable String uprn, String line) {
		return new Tenancy("T", Address.newBuilder().setLines(List.of(line)).setUprn(uprn).build(), FIRST, null,
				List.of(), List.of());
	}

	private static List<Step> between(Map<String, Tenancy> before, Map<String, Tenancy> now) {
		return SnapshotDiff.between(known(before), now, SECOND);
	}

	private static String name(Change change) {
		return change.getClass().getSimpleName() + " " + change.tenancy().reference();
	}

}
