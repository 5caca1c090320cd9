package org.mashhub.adapter.kit;

import java.util.List;

/** A body that cannot be read as what it should be. Its message holds nothing of it. */
public class UnreadableNoticeException extends RuntimeException {

	private final List<FieldProblem> problems;

	public UnreadableNoticeException(FieldProblem problem) {
		super("the body cannot be read");
		this.problems = List.of(problem);
	}

	/**
	 * What is wrong.
	 * @return where and how to mend it
	 */
	public List<FieldProblem> problems() {
		return this.problems;
	}

}
