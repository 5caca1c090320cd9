package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.mashhub.adapter.housing.snapshot.SnapshotDiff.Step;
import org.mashhub.event.common.v1.PersonMention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mashhub.adapter.housing.snapshot.Tenancies.FIRST;
import static org.mashhub.adapter.housing.snapshot.Tenancies.SECOND;
import static org.mashhub.adapter.housing.snapshot.Tenancies.after;
import static org.mashhub.adapter.housing.snapshot.Tenancies.changes;
import static org.mashhub.adapter.housing.snapshot.Tenancies.known;
import static org.mashhub.adapter.housing.snapshot.Tenancies.moves;

/** What must hold for any two tables. */
class SnapshotDiffProperties {

	private static final String[] REFERENCES = { "T1", "T2", "T3", "T4", "T5" };

	private static final String[] HOMES = { "4 Mill Row", "17 Quarry Court", "3 Lock Street" };

	private static final String[] PEOPLE = { "A", "A2", "a", "B", "C", "c", "d", "E" };

	@Property(tries = 1000)
	void theChangesAppliedToTheFirstGiveTheSecond(@ForAll("tables") Map<String, Tenancy> first,
			@ForAll("tables") Map<String, Tenancy> second) {
		List<Step> steps = SnapshotDiff.between(known(first), second, SECOND);

		Map<String, Tenancy> applied = new TreeMap<>(first);
		changes(steps).forEach((change) -> apply(change, applied));

		assertThat(applied).isEqualTo(expected(first, second));
	}

	@Property(tries = 1000)
	void whatIsKnownAfterwardsIsTheSecond(@ForAll("tables") Map<String, Tenancy> first,
			@ForAll("tables") Map<String, Tenancy> second) {
		Map<String, KnownTenancy> known = known(first);

		Map<String, Tenancy> afterwards = new TreeMap<>();
		after(known, SnapshotDiff.between(known, second, SECOND))
			.forEach((reference, tenancy) -> afterwards.put(reference, tenancy.tenancy()));

		assertThat(afterwards).isEqualTo(expected(first, second));
	}

	@Property(tries = 1000)
	void exactlyThoseMoveWhoLeaveOneHomeForAnother(@ForAll("tables") Map<String, Tenancy> first,
			@ForAll("tables") Map<String, Tenancy> second) {
		Map<String, KnownTenancy> before = known(first);
		List<Step> steps = SnapshotDiff.between(before, second, SECOND);
		List<Tenancy> ended = new ArrayList<>();
		List<Tenancy> begun = new ArrayList<>();
		after(before, steps).values().forEach((known) -> {
			Tenancy earlier = first.get(reference(known));
			if (known.isEnded() && (earlier == null || !earlier.isEnded())) {
				ended.add(known.tenancy());
			}
			if (!known.isEnded() && !first.containsKey(reference(known))) {
				begun.add(known.tenancy());
			}
		});
		Set<String> movers = new TreeSet<>();
		for (Tenancy from : ended) {
			for (Tenancy to : begun) {
				if (to.isElsewhereThan(from)) {
					Set<String> both = new TreeSet<>(from.refs());
					both.retainAll(to.refs());
					movers.addAll(both);
				}
			}
		}

		List<String> moved = new ArrayList<>();
		for (Change.Moved move : moves(steps)) {
			moved.addAll(move.people());
			assertThat(ended).contains(move.from());
			assertThat(begun).contains(move.tenancy());
			assertThat(move.tenancy().isElsewhereThan(move.from())).isTrue();
			assertThat(move.from().refs()).containsAll(move.people());
			assertThat(move.tenancy().refs()).containsAll(move.people());
		}

		assertThat(moved).containsExactlyInAnyOrderElementsOf(movers);
	}

	@Property(tries = 500)
	void theSameTableTwiceChangesNothing(@ForAll("tables") Map<String, Tenancy> first,
			@ForAll("tables") Map<String, Tenancy> second) {
		Map<String, KnownTenancy> known = after(known(first), SnapshotDiff.between(known(first), second, SECOND));

		assertThat(SnapshotDiff.between(known, second, SECOND.plusDays(1))).isEmpty();
	}

	@Property(tries = 1000)
	void whateverPartWasAppliedTheSameTableCompletesIt(@ForAll("tables") Map<String, Tenancy> first,
			@ForAll("tables") Map<String, Tenancy> second, @ForAll Set<Integer> keptBeforeTheCrash) {
		Map<String, KnownTenancy> before = known(first);
		List<Step> steps = SnapshotDiff.between(before, second, SECOND);
		List<Step> kept = new ArrayList<>();
		List<Change> untold = new ArrayList<>();
		for (int i = 0; i < steps.size(); i++) {
			if (keptBeforeTheCrash.contains(i)) {
				kept.add(steps.get(i));
			}
			else {
				untold.addAll(steps.get(i).changes());
			}
		}
		Map<String, KnownTenancy> cutOff = after(before, kept);

		List<Step> again = SnapshotDiff.between(cutOff, second, SECOND);

		assertThat(changes(steps)).containsAll(changes(again));
		assertThat(changes(again)).containsAll(untold);
		assertThat(moves(again)).containsExactlyElementsOf(moves(steps));
		assertThat(after(cutOff, again)).isEqualTo(after(before, steps));
	}

	@Provide
	Arbitrary<Map<String, Tenancy>> tables() {
		Arbitrary<Set<String>> people = Arbitraries.of(PEOPLE)
			.set()
			.ofMinSize(1)
			.ofMaxSize(4)
			.map(SnapshotDiffProperties::oneEach);
		Arbitrary<LocalDate> end = Arbitraries.of(FIRST.minusDays(9), FIRST).injectNull(0.85);
		return Combinators.combine(Arbitraries.of(REFERENCES), Arbitraries.of(HOMES), end, people)
			.as((reference, home, endedOn, who) -> Tenancies.tenancy(reference, home, endedOn,
					who.toArray(String[]::new)))
			.list()
			.ofMaxSize(5)
			.map((tenancies) -> tenancies.stream()
				.collect(
						Collectors.toMap(Tenancy::reference, (tenancy) -> tenancy, (one, other) -> one, TreeMap::new)));
	}

	/** Nobody lives twice in a household. */
	private static Set<String> oneEach(Set<String> names) {
		Map<String, String> byRef = new TreeMap<>();
		names.stream()
			.sorted()
			.forEach((name) -> byRef.put(name.substring(0, 1).toUpperCase(java.util.Locale.ROOT), name));
		return new TreeSet<>(byRef.values());
	}

	private static Map<String, Tenancy> expected(Map<String, Tenancy> first, Map<String, Tenancy> second) {
		Map<String, Tenancy> expected = new TreeMap<>(second);
		second.forEach((reference, tenancy) -> {
			Tenancy before = first.get(reference);
			if (before != null && tenancy.isEnded()) {
				expected.put(reference, tenancy.withThoseOf(before));
			}
		});
		first.forEach((reference, tenancy) -> expected.computeIfAbsent(reference,
				(leftOut) -> tenancy.isEnded() ? tenancy : tenancy.endedOn(SECOND)));
		return expected;
	}

	private static void apply(Change change, Map<String, Tenancy> tenancies) {
		String reference = change.tenancy().reference();
		Tenancy before = tenancies.get(reference);
		if (change instanceof Change.Started) {
			assertThat(before).isNull();
			tenancies.put(reference, ending(change.tenancy(), null));
			return;
		}
		assertThat(before).isNotNull();
		Tenancy known = java.util.Objects.requireNonNull(before);
		switch (change) {
			case Change.Started started -> throw new AssertionError(started);
			case Change.Corrected corrected -> {
				assertThat(corrected.tenancy().isEnded() || tenants(known).equals(tenants(corrected.tenancy())))
					.as("who became a tenant or is none any more is told apart")
					.isTrue();
				tenancies.put(reference, ending(corrected.tenancy(), known.endedOn()));
			}
			case Change.Joined joined -> {
				assertThat(tenants(known)).doesNotContain(joined.tenant().getRef());
				tenancies.put(reference, with(known, joined.tenant()));
			}
			case Change.Left left -> {
				assertThat(tenants(known)).contains(left.tenant().getRef());
				tenancies.put(reference, without(known, left));
			}
			case Change.Ended ended -> tenancies.put(reference, ending(known, ended.tenancy().endedOn()));
			case Change.Resumed resumed -> tenancies.put(reference, ending(known, null));
			case Change.Moved moved -> assertThat(moved.people()).isNotEmpty();
			case Change.MoveWithdrawn withdrawn -> assertThat(withdrawn.to()).isNotEmpty();
		}
	}

	private static Tenancy ending(Tenancy tenancy, @org.jspecify.annotations.Nullable LocalDate endedOn) {
		return new Tenancy(tenancy.reference(), tenancy.home(), tenancy.startedOn(), endedOn, tenancy.members(),
				tenancy.relationships());
	}

	private static Tenancy with(Tenancy tenancy, PersonMention tenant) {
		List<PersonMention> members = new ArrayList<>(tenancy.members());
		members.removeIf((member) -> member.getRef().equals(tenant.getRef()));
		members.add(tenant);
		return members(tenancy, members);
	}

	private static Tenancy without(Tenancy tenancy, Change.Left left) {
		List<PersonMention> members = new ArrayList<>(tenancy.members());
		members.removeIf((member) -> member.getRef().equals(left.tenant().getRef()));
		left.tenancy()
			.members()
			.stream()
			.filter((member) -> member.getRef().equals(left.tenant().getRef()))
			.forEach(members::add);
		return members(tenancy, members);
	}

	private static Tenancy members(Tenancy tenancy, List<PersonMention> members) {
		return new Tenancy(tenancy.reference(), tenancy.home(), tenancy.startedOn(), tenancy.endedOn(), members,
				tenancy.relationships());
	}

	private static Set<String> tenants(Tenancy tenancy) {
		return tenancy.members()
			.stream()
			.filter(Tenancy::isTenant)
			.map(PersonMention::getRef)
			.collect(Collectors.toCollection(HashSet::new));
	}

	private static String reference(KnownTenancy known) {
		return known.tenancy().reference();
	}

}
