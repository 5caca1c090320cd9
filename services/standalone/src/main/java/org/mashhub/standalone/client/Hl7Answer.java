package org.mashhub.standalone.client;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads the acknowledgement that the hub answers to an HL7 v2 message with. */
final class Hl7Answer {

	private static final String UUIDS = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

	private Hl7Answer() {
	}

	static boolean is(String body) {
		return body.startsWith("MSH|");
	}

	/** The receipts in MSA-3, when it is an AA. */
	static List<UUID> receipts(String body) {
		return segments(body, "MSA").filter((fields) -> field(fields, 1).equals("AA"))
			.flatMap((fields) -> Stream.of(field(fields, 3).split(" ")))
			.filter((word) -> word.matches(UUIDS))
			.map(UUID::fromString)
			.toList();
	}

	/** Whether an ERR says under which id the message is kept. */
	static boolean isKept(String body) {
		return segments(body, "ERR").anyMatch((fields) -> field(fields, 7).startsWith("Kept "));
	}

	/** What each ERR says: a sentence with the field, the problem and the remedy. */
	static List<JsonNode> errors(String body) {
		return segments(body, "ERR").map((fields) -> error(plain(field(fields, 8)))).toList();
	}

	private static JsonNode error(String sentence) {
		String[] told = sentence.split("\\. ", 2);
		String[] words = told[0].split(" ", 2);
		return JsonNodeFactory.instance.objectNode()
			.put("field", words[0])
			.put("problem", (words.length > 1) ? words[1] : "")
			.put("remedy", (told.length > 1) ? told[1] : "");
	}

	private static Stream<String[]> segments(String body, String name) {
		return body.lines().filter((line) -> line.startsWith(name + "|")).map((line) -> line.split("\\|", -1));
	}

	private static String field(String[] fields, int number) {
		return (number < fields.length) ? fields[number] : "";
	}

	private static String plain(String text) {
		return text.replace("\\F\\", "|")
			.replace("\\S\\", "^")
			.replace("\\R\\", "~")
			.replace("\\T\\", "&")
			.replace("\\E\\", "\\");
	}

}
