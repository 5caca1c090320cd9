package org.mashhub.console.pages;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The word for a code, from messages.properties; a code without one is made readable. */
@Component("words")
public class Words {

	private final MessageSource messages;

	Words(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The word for a code.
	 * @param kind kind of code, for example {@code outcome}
	 * @param code the code
	 * @return the word
	 */
	public String of(String kind, @Nullable Object code) {
		if (code == null) {
			return "";
		}
		String name = code.toString();
		String message = this.messages.getMessage(kind + "." + name, null, "", Locale.UK);
		return (message != null && !message.isEmpty()) ? message : readable(name);
	}

	private static String readable(String code) {
		String spaced = code.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
			.replace('_', ' ')
			.replace('-', ' ')
			.toLowerCase(Locale.ROOT);
		return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
	}

}
