package org.mashhub.console.readmodel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.Certainty;

/**
 * Who the mentions of records are for one child. Nobody is named here whom the child's
 * picture does not name.
 */
final class PeopleOfPicture {

	private final ChildView child;

	private final Map<UUID, ChildView> siblings = new LinkedHashMap<>();

	private final Map<UUID, ConnectionView> adults = new LinkedHashMap<>();

	private final Map<UUID, UUID> persons;

	private final Set<String> hiddenUntilChecked;

	/**
	 * Reads a picture.
	 * @param child the picture
	 * @param siblings pictures of the other children of the family, as far as the hub may
	 * show them
	 * @param persons which person each mention speaks of
	 * @param hiddenUntilChecked agencies of whose records it is not told who is meant
	 * before the person's link to the child is sure
	 */
	PeopleOfPicture(ChildView child, List<ChildView> siblings, Map<UUID, UUID> persons,
			Set<String> hiddenUntilChecked) {
		this.child = child;
		siblings.forEach((sibling) -> this.siblings.put(sibling.childId(), sibling));
		child.connections().forEach((adult) -> this.adults.putIfAbsent(adult.personId(), adult));
		this.persons = persons;
		this.hiddenUntilChecked = hiddenUntilChecked;
	}

	/**
	 * Whom a line of the chronology is about, part by part; parts about the same people
	 * are one.
	 */
	List<AboutView> about(ChronologyView entry) {
		Map<List<ConcernedView>, List<String>> parts = new LinkedHashMap<>();
		entry.statements()
			.forEach((part) -> parts.computeIfAbsent(people(part.mentions(), entry), (first) -> new ArrayList<>())
				.add(part.headline()));
		if (parts.isEmpty()) {
			return List.of(new AboutView(entry.headline(), List.of(), named(entry)));
		}
		return parts.entrySet()
			.stream()
			.map((part) -> new AboutView(String.join("; ", part.getValue()), part.getKey(),
					part.getKey().stream().anyMatch(ConcernedView::inPicture) ? List.of() : named(entry)))
			.toList();
	}

	private List<ConcernedView> named(ChronologyView entry) {
		return people(entry.mentions(), entry).stream().filter(ConcernedView::inPicture).toList();
	}

	private List<ConcernedView> people(Collection<UUID> mentions, ChronologyView entry) {
		return mentions.stream()
			.map((mention) -> person(this.persons.get(mention), entry))
			.distinct()
			.sorted(Comparator.comparing(ConcernedView::whose))
			.toList();
	}

	private ConcernedView person(@Nullable UUID person, ChronologyView entry) {
		if (person == null) {
			return ConcernedView.elsewhere();
		}
		if (person.equals(this.child.childId())) {
			return ConcernedView.of(this.child);
		}
		ConnectionView adult = this.adults.get(person);
		if (adult != null) {
			return (adult.certainty() == Certainty.TO_BE_CHECKED && this.hiddenUntilChecked.contains(entry.agency()))
					? ConcernedView.toBeChecked() : ConcernedView.adult(adult);
		}
		if (!this.child.siblings().contains(person)) {
			return ConcernedView.elsewhere();
		}
		ChildView sibling = this.siblings.get(person);
		return (sibling != null) ? ConcernedView.sibling(sibling) : ConcernedView.sibling();
	}

}
