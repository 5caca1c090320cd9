package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.picture.LeadProfessional;
import org.mashhub.correlation.rules.Affected;
import org.mashhub.correlation.rules.Together;

/**
 * Of whom one alert speaks: brothers and sisters for whom one rule rests on a record they
 * share, and of whom the same people are told.
 */
final class SiblingGroups {

	private SiblingGroups() {
	}

	/**
	 * Groups children; whom nothing joins is a group alone. The grouping does not depend
	 * on the order in which they are given.
	 */
	static List<Together> of(List<Affected> affected) {
		List<Affected> left = new ArrayList<>(affected);
		left.sort(Affected.ELDEST_FIRST);
		List<Together> groups = new ArrayList<>();
		while (!left.isEmpty()) {
			List<Affected> joined = joined(left);
			// Who leads for one child must not be told of another's case; whom nobody
			// leads for goes with the first.
			String lead = joined.stream().map(SiblingGroups::lead).filter(Objects::nonNull).findFirst().orElse(null);
			List<Affected> group = joined.stream()
				.filter((child) -> lead(child) == null || Objects.equals(lead(child), lead))
				.toList();
			left.removeAll(group);
			groups.add(Together.of(group));
		}
		return groups;
	}

	/** The first one and all whom anything joins to it, in their order. */
	private static List<Affected> joined(List<Affected> children) {
		List<Affected> joined = new ArrayList<>(List.of(children.getFirst()));
		List<Affected> left = new ArrayList<>(children.subList(1, children.size()));
		for (int i = 0; i < joined.size(); i++) {
			Affected one = joined.get(i);
			List<Affected> next = left.stream().filter((other) -> together(one, other)).toList();
			for (Affected other : next) {
				if (joined.stream().noneMatch((known) -> speaks(known, other) || speaks(other, known))) {
					joined.add(other);
					left.remove(other);
				}
			}
		}
		joined.sort(Affected.ELDEST_FIRST);
		return joined;
	}

	/**
	 * Of whom something is held for another child's sake is not named as a child beside
	 * that one: who reads of "a young man" need not learn from the alert which it is.
	 */
	private static boolean speaks(Affected one, Affected other) {
		return one.child()
			.adults()
			.stream()
			.filter((adult) -> adult.summary().id().equals(other.child().child().id()))
			.anyMatch((adult) -> !Collections.disjoint(adult.facts(), Set.copyOf(one.finding().evidence())));
	}

	private static boolean together(Affected one, Affected other) {
		return one.child().siblings().contains(other.child().child().id())
				&& other.child().siblings().contains(one.child().child().id())
				&& one.finding().audience() == other.finding().audience()
				&& !Collections.disjoint(one.records(), other.records());
	}

	private static @Nullable String lead(Affected affected) {
		LeadProfessional lead = affected.child().lead();
		return (lead != null) ? lead.name() + " " + lead.email() : null;
	}

}
