package org.mashhub.adapter.hospital;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.mashhub.adapter.kit.FieldProblem;

/**
 * The hub's answer as HL7 has it. AA means that the log holds what the message said, for
 * good. Of the message it repeats who sent it and its control id, nothing else.
 */
final class Hl7Acknowledgement {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ")
		.withZone(ZoneOffset.UTC);

	private Hl7Acknowledgement() {
	}

	static String accepted(Hl7Header header, String text) {
		return head(header) + "MSA|AA|" + header.controlId() + "|" + escaped(text) + "\r";
	}

	/**
	 * Says it in the form of HL7 up to 2.4 (ERR-1), and of later ones (ERR-2, 3, 4 and
	 * 8); in ERR-7 under which id the message is kept, when it is.
	 */
	static String rejected(Hl7Header header, Hl7Rejection rejection, Optional<UUID> kept) {
		String diagnostics = kept.map((id) -> "Kept for 30 days as " + id).orElse("");
		StringBuilder message = new StringBuilder(head(header)).append("MSA|")
			.append(rejection.kind().acknowledgement())
			.append('|')
			.append(header.controlId())
			.append('|')
			.append(escaped(sentence(rejection.problems().getFirst())))
			.append('\r');
		rejection.problems().forEach((problem) -> message.append(error(rejection.kind(), problem, diagnostics)));
		return message.toString();
	}

	private static String head(Hl7Header header) {
		String event = header.event().matches("[A-Z][0-9]{2}") ? "^" + header.event() + "^ACK" : "";
		return String.join("|", "MSH", "^~\\&", "MASH-HUB", "", header.application(), header.facility(),
				TIME.format(Instant.now()), "", "ACK" + event, UUID.randomUUID().toString().substring(0, 20),
				header.processing().matches("[DPT]") ? header.processing() : "P", "2.4") + "\r";
	}

	private static String error(Hl7Rejection.Kind kind, FieldProblem problem, String diagnostics) {
		List<String> place = List.of(problem.field().split("-", 2));
		String segment = place.getFirst();
		String field = (place.size() > 1) ? place.getLast() : "";
		return String.join("|", "ERR", segment + "^1^" + field + "^" + kind.code() + "&" + kind.text() + "&HL70357",
				segment + "^1^" + field, kind.code() + "^" + kind.text() + "^HL70357", "E", "", "", diagnostics,
				escaped(sentence(problem))) + "\r";
	}

	private static String sentence(FieldProblem problem) {
		return (problem.field().isEmpty() ? "The message" : problem.field()) + " " + problem.problem() + ". "
				+ problem.remedy();
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\E\\")
			.replace("|", "\\F\\")
			.replace("^", "\\S\\")
			.replace("~", "\\R\\")
			.replace("&", "\\T\\");
	}

}
