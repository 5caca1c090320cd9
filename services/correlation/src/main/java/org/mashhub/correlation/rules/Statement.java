package org.mashhub.correlation.rules;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.PersonId;

/**
 * A sentence of what is recorded. How an adult is connected may be known of brothers and
 * sisters in different ways, while all else is the same: then it is one sentence still.
 *
 * @param about the adult it speaks of, null when it speaks of none
 * @param before what comes before the connection
 * @param connection how the adult is connected to the child, and who says so; empty when
 * it speaks of none
 * @param after what comes after it
 */
public record Statement(@Nullable PersonId about, String before, String connection, String after) {

	/**
	 * A sentence that speaks of no adult in particular.
	 * @param text all of it
	 * @return the sentence
	 */
	public static Statement of(String text) {
		return new Statement(null, text, "", "");
	}

	/**
	 * All of it.
	 * @return the text
	 */
	public String text() {
		return this.before + this.connection + this.after;
	}

	/** The same without what may differ from child to child. */
	Statement unconnected() {
		return new Statement(this.about, this.before, "", this.after);
	}

}
