package org.mashhub.adapter.kit;

/**
 * What is wrong with one field and what to do about it; never holds the value received.
 *
 * @param field path of the field, for example {@code persons[0].pncId}
 * @param problem what is wrong
 * @param remedy what the sender can do
 */
public record FieldProblem(String field, String problem, String remedy) {

	/**
	 * Splits a constraint's message of the form {@code problem | remedy}.
	 * @param field path of the field
	 * @param message the message
	 * @return both parts
	 */
	public static FieldProblem ofMessage(String field, String message) {
		int bar = message.indexOf(" | ");
		return (bar >= 0) ? new FieldProblem(field, message.substring(0, bar), message.substring(bar + 3))
				: new FieldProblem(field, message, "See the description of this field at /v3/api-docs.");
	}

}
