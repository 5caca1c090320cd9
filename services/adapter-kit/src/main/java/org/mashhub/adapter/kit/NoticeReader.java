package org.mashhub.adapter.kit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a record from JSON, field by field valid or not at all. What it says of a record
 * that it refuses names fields, never values.
 */
public class NoticeReader {

	/**
	 * What may be repeated of a field's name, which the sender chose. A person's name
	 * that slipped into the place of one begins with a capital letter.
	 */
	private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][A-Za-z0-9_-]{0,39}");

	private static final Pattern ELEMENT = Pattern.compile("\\.<[a-z ]+>$");

	private final JsonMapper json;

	private final Validator validator;

	NoticeReader(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	/**
	 * Reads one record.
	 * @param <N> the record as the agency sends it
	 * @param body JSON in UTF-8
	 * @param form the record as the agency sends it
	 * @return the record
	 * @throws UnreadableNoticeException when it is not JSON or not of that form
	 * @throws NoticeRefusedException when a field cannot be right
	 */
	public <N> N read(byte[] body, Class<N> form) {
		N notice = parse(body, form);
		Set<ConstraintViolation<N>> violations = this.validator.validate(notice);
		if (!violations.isEmpty()) {
			throw new NoticeRefusedException(violations.stream()
				.map((violation) -> FieldProblem.ofMessage(
						ELEMENT.matcher(violation.getPropertyPath().toString()).replaceFirst(""),
						violation.getMessage()))
				.sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::problem))
				.toList());
		}
		return notice;
	}

	private <N> N parse(byte[] body, Class<N> form) {
		if (body.length == 0) {
			throw new UnreadableNoticeException(
					new FieldProblem("", "the body is missing", "Send the record as JSON."));
		}
		N notice;
		try {
			notice = this.json.readValue(body, form);
		}
		catch (JacksonException ex) {
			throw new UnreadableNoticeException(explain(ex));
		}
		if (notice == null) {
			throw new UnreadableNoticeException(
					new FieldProblem("", "the body is null", "Send the record as a JSON object."));
		}
		return notice;
	}

	private static FieldProblem explain(JacksonException failure) {
		String field = path(failure);
		return switch (failure) {
			case UnrecognizedPropertyException unknown ->
				new FieldProblem(field, "is not a field of this notice", spelled(unknown));
			case PlainText.NoTextException noText -> new FieldProblem(field, "has a character that is no text",
					"Leave control characters and broken surrogate pairs out.");
			case MismatchedInputException mismatch ->
				new FieldProblem(field, "has the wrong type or an unknown code", expected(mismatch.getTargetType()));
			case StreamReadException malformed -> new FieldProblem(field,
					"the body is not well-formed JSON" + position(malformed), "Send one JSON object in UTF-8.");
			default -> new FieldProblem(field, "cannot be read", "See /v3/api-docs for what is expected.");
		};
	}

	/** The field that is meant, where another way of writing names has it; else all. */
	private static String spelled(UnrecognizedPropertyException unknown) {
		List<String> known = (unknown.getKnownPropertyIds() != null)
				? unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList() : List.of();
		String name = letters(unknown.getPropertyName());
		return known.stream()
			.filter((field) -> letters(field).equals(name))
			.map((field) -> "Its name is " + field + ".")
			.findFirst()
			.orElse("Leave it out, or correct its spelling: there are " + String.join(", ", known)
					+ "; see /v3/api-docs.");
	}

	private static String letters(String name) {
		return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
	}

	private static String position(StreamReadException malformed) {
		return (malformed.getLocation() != null)
				? ", line " + malformed.getLocation().getLineNr() + ", column " + malformed.getLocation().getColumnNr()
				: "";
	}

	/** What a field of a type wants. */
	static String expected(@Nullable Class<?> type) {
		if (type == null) {
			return "See /v3/api-docs for what is expected.";
		}
		if (type.isEnum()) {
			return "Send one of: " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name())
				.collect(Collectors.joining(", ")) + ".";
		}
		return switch (type.getSimpleName()) {
			case "String" -> "Send a text in quotes.";
			case "LocalDate" -> "Send a date as YYYY-MM-DD.";
			case "OffsetDateTime" -> "Send a time with its offset, for example 2026-01-31T14:05:00Z.";
			case "Integer", "Long", "int", "long" -> "Send a whole number.";
			case "Boolean", "boolean" -> "Send true or false.";
			case "List" -> "Send a list in square brackets.";
			default -> "Send an object in braces.";
		};
	}

	private static String path(JacksonException failure) {
		StringBuilder path = new StringBuilder();
		for (JacksonException.Reference step : failure.getPath()) {
			String name = step.getPropertyName();
			if (name == null) {
				path.append('[').append(step.getIndex()).append(']');
			}
			else {
				path.append((path.length() > 0) ? "." : "")
					.append(PLAIN_NAME.matcher(name).matches() ? name : "(a field with an unusual name)");
			}
		}
		return path.toString();
	}

}
