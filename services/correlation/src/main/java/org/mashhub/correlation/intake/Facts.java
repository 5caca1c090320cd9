package org.mashhub.correlation.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.hub.v1.Fact;
import org.mashhub.hub.v1.FactKind;

/** Builds facts. */
final class Facts {

	private final List<Fact> facts = new ArrayList<>();

	/** Adds a fact about some people; values that are not recorded are left out. */
	Facts add(FactKind kind, List<String> subjects, @Nullable String... keysAndValues) {
		Map<String, String> attributes = new TreeMap<>();
		for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
			String key = keysAndValues[i];
			String value = keysAndValues[i + 1];
			if (key != null && value != null) {
				attributes.put(key, value);
			}
		}
		return addAll(kind, subjects, attributes);
	}

	Facts addAll(FactKind kind, List<String> subjects, Map<String, String> attributes) {
		if (!subjects.isEmpty()) {
			this.facts.add(new Fact(kind, subjects, attributes));
		}
		return this;
	}

	List<Fact> list() {
		return List.copyOf(this.facts);
	}

	static List<String> all(List<PersonMention> people) {
		return people.stream().map(PersonMention::getRef).toList();
	}

	static List<String> withRole(List<PersonMention> people, PersonRole... roles) {
		return people.stream()
			.filter((person) -> List.of(roles).contains(person.getRole()))
			.map(PersonMention::getRef)
			.toList();
	}

	static List<String> without(List<PersonMention> people, PersonRole... roles) {
		return people.stream()
			.filter((person) -> !List.of(roles).contains(person.getRole()))
			.map(PersonMention::getRef)
			.toList();
	}

}
