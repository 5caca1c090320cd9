package org.mashhub.standalone;

/**
 * Something that a person can put right: says what is the matter and what to do, in one
 * line each, and is shown without a stack trace.
 */
public final class CannotProceedException extends RuntimeException {

	private final String remedy;

	/**
	 * Creates the exception.
	 * @param what what is the matter
	 * @param remedy what to do about it
	 */
	public CannotProceedException(String what, String remedy) {
		super(what);
		this.remedy = remedy;
	}

	/**
	 * Creates the exception with its cause.
	 * @param what what is the matter
	 * @param remedy what to do about it
	 * @param cause what led to it
	 */
	public CannotProceedException(String what, String remedy, Throwable cause) {
		super(what, cause);
		this.remedy = remedy;
	}

	/**
	 * What to do about it.
	 * @return one sentence
	 */
	public String remedy() {
		return this.remedy;
	}

}
