package org.mashhub.adapter.hospital;

import java.util.List;

/**
 * What a message says of itself in MSH, as it stands there: still escaped, empty where
 * nothing is said.
 *
 * @param application MSH-3, who sends
 * @param facility MSH-4, from where
 * @param time MSH-7, when this was said
 * @param type MSH-9, first component
 * @param event MSH-9, second component
 * @param controlId MSH-10
 * @param processing MSH-11, first component
 */
record Hl7Header(String application, String facility, String time, String type, String event, String controlId,
		String processing) {

	/** Of a body that has no header. */
	static final Hl7Header NONE = new Hl7Header("", "", "", "", "", "", "");

	/**
	 * Reads the header.
	 * @param segment the first segment, which begins with {@code MSH|}
	 * @return the header
	 */
	static Hl7Header of(String segment) {
		List<String> fields = List.of(segment.split("\\|", -1));
		String type = field(fields, 9);
		return new Hl7Header(field(fields, 3), field(fields, 4), field(fields, 7), component(type, 0),
				component(type, 1), field(fields, 10), component(field(fields, 11), 0));
	}

	/**
	 * The field separator is a field itself, so that MSH-2 is the second of the texts.
	 */
	private static String field(List<String> fields, int number) {
		return (number <= fields.size()) ? fields.get(number - 1).strip() : "";
	}

	private static String component(String field, int position) {
		String[] components = field.split("\\^", -1);
		return (position < components.length) ? components[position].strip() : "";
	}

}
