package org.mashhub.adapter.kit.lines;

import java.util.List;

import org.mashhub.adapter.kit.FieldProblem;

/** One record of a file: JSON that can be tried, or the reason why there is none. */
public final class NoticeLine {

	private final long number;

	private final byte[] json;

	private final List<FieldProblem> problems;

	private NoticeLine(long number, byte[] json, List<FieldProblem> problems) {
		this.number = number;
		this.json = json;
		this.problems = problems;
	}

	static NoticeLine of(long number, byte[] json) {
		return new NoticeLine(number, json, List.of());
	}

	static NoticeLine unreadable(long number, FieldProblem problem) {
		return new NoticeLine(number, new byte[0], List.of(problem));
	}

	/**
	 * Where it stands.
	 * @return line of the file on which it begins, from 1
	 */
	public long number() {
		return this.number;
	}

	/**
	 * The record.
	 * @return JSON in UTF-8; empty when there is none
	 */
	public byte[] json() {
		return this.json;
	}

	/**
	 * Why it cannot be read as a record.
	 * @return the reasons, none when it can be tried
	 */
	public List<FieldProblem> problems() {
		return this.problems;
	}

}
