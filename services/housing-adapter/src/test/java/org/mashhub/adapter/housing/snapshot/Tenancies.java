package org.mashhub.adapter.housing.snapshot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.housing.snapshot.SnapshotDiff.Step;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/** Tenancies for tests. */
final class Tenancies {

	static final LocalDate FIRST = LocalDate.of(2025, 11, 1);

	static final LocalDate SECOND = LocalDate.of(2025, 11, 2);

	private Tenancies() {
	}

	/**
	 * A tenancy of some people; a lower-case letter is a child, {@code A2} a misspelt A.
	 */
	static Tenancy tenancy(String reference, String home, @Nullable LocalDate endedOn, String... people) {
		Address address = Address.newBuilder().setLines(List.of(home)).setPostcode("ZZ99 3WZ").build();
		List<PersonMention> members = new ArrayList<>();
		for (String person : people) {
			members.add(person(person, address));
		}
		return new Tenancy(reference, address, LocalDate.of(2020, 1, 1), endedOn, members, List.of());
	}

	static Tenancy tenancy(String reference, String home, String... people) {
		return tenancy(reference, home, null, people);
	}

	private static PersonMention person(String name, Address home) {
		String ref = name.substring(0, 1);
		return PersonMention.newBuilder()
			.setRef(ref.toUpperCase(java.util.Locale.ROOT))
			.setRole(Character.isUpperCase(name.charAt(0)) ? PersonRole.TENANT : PersonRole.CHILD)
			.setNames(List.of(PersonName.newBuilder()
				.setUse(NameUse.USUAL)
				.setGiven(List.of(name))
				.setFamily("Family-" + ref)
				.build()))
			.setBirth(BirthDate.newBuilder().setDate(LocalDate.of(1990, 1, 1).plusDays(name.charAt(0))).build())
			.setSex(Sex.UNKNOWN)
			.setAddress(home)
			.build();
	}

	static Map<String, Tenancy> table(Tenancy... tenancies) {
		Map<String, Tenancy> table = new TreeMap<>();
		for (Tenancy tenancy : tenancies) {
			table.put(tenancy.reference(), tenancy);
		}
		return table;
	}

	/** What is known after a first table. */
	static Map<String, KnownTenancy> known(Map<String, Tenancy> table) {
		return after(Map.of(), SnapshotDiff.between(Map.of(), table, FIRST));
	}

	static Map<String, KnownTenancy> after(Map<String, KnownTenancy> before, List<Step> steps) {
		Map<String, KnownTenancy> known = new TreeMap<>(before);
		steps.forEach((step) -> known.put(step.known().tenancy().reference(), step.known()));
		return known;
	}

	static List<Change> changes(List<Step> steps) {
		return steps.stream().flatMap((step) -> step.changes().stream()).toList();
	}

	static List<Change.Moved> moves(List<Step> steps) {
		return changes(steps).stream().filter(Change.Moved.class::isInstance).map(Change.Moved.class::cast).toList();
	}

}
