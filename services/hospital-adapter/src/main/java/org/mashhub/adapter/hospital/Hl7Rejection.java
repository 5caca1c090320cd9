package org.mashhub.adapter.hospital;

import java.util.List;

import org.mashhub.adapter.kit.FieldProblem;

import org.springframework.http.HttpStatus;

/** A message that is not taken; names fields and remedies, never a value. */
class Hl7Rejection extends RuntimeException {

	private final Kind kind;

	private final List<FieldProblem> problems;

	Hl7Rejection(Kind kind, List<FieldProblem> problems) {
		super("the message has " + problems.size() + " problems");
		this.kind = kind;
		this.problems = List.copyOf(problems);
	}

	Hl7Rejection(Kind kind, String field, String problem, String remedy) {
		this(kind, List.of(new FieldProblem(field, problem, remedy)));
	}

	Kind kind() {
		return this.kind;
	}

	List<FieldProblem> problems() {
		return this.problems;
	}

	/** Why, in the codes of HL7's tables 0008 and 0357. */
	enum Kind {

		UNREADABLE("AR", "100", "Segment sequence error", HttpStatus.BAD_REQUEST),
		UNSUPPORTED_TYPE("AR", "200", "Unsupported message type", HttpStatus.BAD_REQUEST),
		UNSUPPORTED_EVENT("AR", "201", "Unsupported event code", HttpStatus.BAD_REQUEST),
		UNSUPPORTED_PROCESSING("AR", "202", "Unsupported processing id", HttpStatus.BAD_REQUEST),
		MISSING("AE", "101", "Required field missing", HttpStatus.UNPROCESSABLE_CONTENT),
		INVALID("AE", "102", "Data type error", HttpStatus.UNPROCESSABLE_CONTENT),
		UNKNOWN_CODE("AE", "103", "Table value not found", HttpStatus.UNPROCESSABLE_CONTENT),
		UNAVAILABLE("AR", "207", "Application internal error", HttpStatus.SERVICE_UNAVAILABLE);

		private final String acknowledgement;

		private final String code;

		private final String text;

		private final HttpStatus status;

		Kind(String acknowledgement, String code, String text, HttpStatus status) {
			this.acknowledgement = acknowledgement;
			this.code = code;
			this.text = text;
			this.status = status;
		}

		String acknowledgement() {
			return this.acknowledgement;
		}

		String code() {
			return this.code;
		}

		String text() {
			return this.text;
		}

		HttpStatus status() {
			return this.status;
		}

		/**
		 * Whether the message is one that the hub would take if it were right. What it
		 * never takes it keeps nothing of, and what it cannot keep its sender still has.
		 */
		boolean isMendable() {
			return switch (this) {
				case UNREADABLE, UNSUPPORTED_PROCESSING, MISSING, INVALID, UNKNOWN_CODE -> true;
				case UNSUPPORTED_TYPE, UNSUPPORTED_EVENT, UNAVAILABLE -> false;
			};
		}

	}

}
