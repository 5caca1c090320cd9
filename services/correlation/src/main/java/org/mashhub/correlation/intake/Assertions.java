package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.PersonMention;

/** Whom an assertion is said of: the children whom it bears on, and whom it is about. */
final class Assertions {

	private Assertions() {
	}

	static List<String> subjects(List<PersonMention> people, Optional<String> about) {
		return Stream.concat(Facts.children(people).stream(), about.stream()).distinct().toList();
	}

	/** What the person is who said it; their name stays with the mention. */
	static @Nullable String role(List<PersonMention> people, Optional<String> saidBy) {
		return saidBy
			.flatMap((ref) -> people.stream()
				.filter((person) -> person.getRef().equals(ref))
				.map((person) -> person.getRole().name())
				.findFirst())
			.orElse(null);
	}

}
