package org.mashhub.correlation.state;

/** Whether a practice may go by what it is, or was, told of a status; the worst last. */
public enum Standing {

	/** It may. */
	STANDS,
	/** It was right, and what has come since is for the MASH alone. */
	TO_BE_CHECKED,
	/** It was told in error. */
	IN_ERROR;

	/**
	 * Whether somebody who was told the other goes by more than they may.
	 * @param told what they were told last
	 * @return true when they are to be told this
	 */
	public boolean isWorseThan(Standing told) {
		return compareTo(told) > 0;
	}

}
