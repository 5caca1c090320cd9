package org.mashhub.adapter.kit;

import java.util.List;

/**
 * A record that can be read but cannot be right; sending it again will not help. Its
 * message names no field and no value.
 */
public class NoticeRefusedException extends RuntimeException {

	private final List<FieldProblem> problems;

	public NoticeRefusedException(List<FieldProblem> problems) {
		super("the record has " + problems.size() + " problems");
		this.problems = List.copyOf(problems);
	}

	/**
	 * What is wrong.
	 * @return fields and remedies
	 */
	public List<FieldProblem> problems() {
		return this.problems;
	}

}
