package org.mashhub.adapter.hospital;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.validation.Validator;
import org.mashhub.adapter.kit.FieldProblem;

import org.springframework.stereotype.Component;

/**
 * Holds a record that came in another format to the same rules as one that came as JSON,
 * and names what is wrong by the fields of that format.
 */
@Component
class NoticeChecks {

	private final Validator validator;

	NoticeChecks(Validator validator) {
		this.validator = validator;
	}

	/**
	 * Checks a record.
	 * @param notice the record
	 * @param fields the format's field for the beginning of a path in the record, without
	 * positions
	 * @return what is wrong; empty when nothing is
	 */
	List<FieldProblem> problems(Object notice, Map<String, String> fields) {
		return this.validator.validate(notice)
			.stream()
			.map((violation) -> FieldProblem.ofMessage(named(violation.getPropertyPath().toString(), fields),
					violation.getMessage()))
			.distinct()
			.sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::problem))
			.toList();
	}

	private static String named(String path, Map<String, String> fields) {
		String plain = path.replaceAll("\\[\\d+]", "");
		return fields.entrySet()
			.stream()
			.filter((field) -> plain.equals(field.getKey()) || plain.startsWith(field.getKey() + "."))
			.max(Comparator.comparingInt((field) -> field.getKey().length()))
			.map(Map.Entry::getValue)
			.orElse(plain);
	}

}
