package org.mashhub.correlation.state;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;

/**
 * Follows NHS numbers that were replaced or joined. A record that gives one person
 * several says that all are that person's; so whoever is recorded under one of them is
 * compared as having them all, the ones that count now first. Without such a record
 * everybody is compared as recorded: taken back is the same as never said.
 */
final class FollowedNumbers {

	private final AreaState state;

	FollowedNumbers(AreaState state) {
		this.state = state;
	}

	/**
	 * All numbers of whoever a mention speaks of, when it gives several of them; empty
	 * for the many that give none or one.
	 */
	Set<String> joinedBy(Mention mention) {
		Set<String> own = mention.particulars().validIdentifiers(Identifier.NHS_NUMBER);
		return (own.size() > 1) ? family(own) : Set.of();
	}

	/** All numbers that go with some numbers, these among them. */
	private Set<String> family(Collection<String> numbers) {
		Set<String> family = new TreeSet<>(numbers);
		Deque<String> open = new ArrayDeque<>(numbers);
		while (!open.isEmpty()) {
			List<Renumbering> given = this.state.renumberings().get(open.pop());
			if (given != null) {
				for (Renumbering renumbering : given) {
					for (String number : renumbering.numbers()) {
						if (family.add(number)) {
							open.push(number);
						}
					}
				}
			}
		}
		return family;
	}

	/** A mention as it is to be compared. */
	Mention followed(Mention mention) {
		Set<String> own = mention.particulars().validIdentifiers(Identifier.NHS_NUMBER);
		if (own.stream().allMatch((number) -> this.state.renumberings().get(number) == null)) {
			return mention;
		}
		List<Identifier> identifiers = new ArrayList<>();
		family(own).stream()
			.sorted(Comparator.comparing(this::isReplaced).thenComparing(Comparator.naturalOrder()))
			.forEach((number) -> identifiers.add(new Identifier(Identifier.NHS_NUMBER, number, true)));
		mention.particulars()
			.identifiers()
			.stream()
			.filter((identifier) -> !identifier.scheme().equals(Identifier.NHS_NUMBER) || !identifier.valid())
			.forEach(identifiers::add);
		return new Mention(mention.id(), mention.ref(), mention.role(),
				mention.particulars().withIdentifiers(identifiers), mention.addressProtected(),
				mention.restrictedRecord(), mention.unidentified());
	}

	private boolean isReplaced(String number) {
		List<Renumbering> given = this.state.renumberings().get(number);
		return given != null
				&& given.stream().anyMatch((renumbering) -> !renumbering.numbers().getFirst().equals(number));
	}

	/** The numbers of a mention as it gives them, each once. */
	static Renumbering of(Mention mention) {
		return new Renumbering(mention.id(),
				mention.particulars()
					.identifiers()
					.stream()
					.filter((identifier) -> identifier.valid() && identifier.scheme().equals(Identifier.NHS_NUMBER))
					.map(Identifier::value)
					.distinct()
					.toList());
	}

}
