package org.mashhub.notification.delivery;

/** What one attempt came to. */
sealed interface Result {

	/** The other side has it. */
	record Delivered() implements Result {
	}

	/**
	 * The other side could not take it now.
	 *
	 * @param reason why, without content
	 */
	record NotNow(String reason) implements Result {
	}

	/**
	 * The other side will never take it.
	 *
	 * @param reason why, without content
	 */
	record Refused(String reason) implements Result {
	}

}
