package org.mashhub.console.pages;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.readmodel.AboutView;
import org.mashhub.console.readmodel.ConcernedView;
import org.mashhub.hub.v1.Certainty;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says whom a line of a child's chronology is about, in words of messages.properties. */
@Component("people")
public class People {

	private final MessageSource messages;

	People(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * Whom it is about, and who is named where that is nobody of the child's picture.
	 * @param about part of a line
	 * @return for example "About Ava and Noah (other child of the family)"; empty when
	 * there is nobody
	 */
	public String about(AboutView about) {
		String of = about.people().isEmpty() ? "" : message("about", join(about.people()));
		if (about.named().isEmpty()) {
			return of;
		}
		String names = join(about.named());
		return of.isEmpty() ? message("about.names", names) : message("about.andNames", of, names);
	}

	private String join(List<ConcernedView> people) {
		List<String> words = people.stream().map(this::words).toList();
		return (words.size() <= 1) ? String.join("", words)
				: message("about.join", String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
	}

	private String words(ConcernedView person) {
		return switch (person.whose()) {
			case CHILD -> name(person.name());
			case SIBLING -> (person.name() == null) ? message("about.sibling.notShown")
					: message("about.who", name(person.name()), message("about.sibling"));
			case ADULT -> message("about.who", name(person.name()), (person.certainty() == Certainty.TO_BE_CHECKED)
					? message("about.toCheck", String.valueOf(person.relation())) : String.valueOf(person.relation()));
			case TO_BE_CHECKED -> message("about.toBeChecked");
			case ELSEWHERE -> message("about.elsewhere");
		};
	}

	private String name(@Nullable String name) {
		return (name == null || name.isBlank()) ? message("about.notNamed") : name;
	}

	private String message(String key, Object... values) {
		return this.messages.getMessage(key, values, Locale.UK);
	}

}
