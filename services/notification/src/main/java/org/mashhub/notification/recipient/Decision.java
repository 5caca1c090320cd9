package org.mashhub.notification.recipient;

import java.util.List;

/**
 * Who is told of one revision of an alert, and who is not, and why.
 *
 * @param told those who are told
 * @param notTold those who are not
 */
public record Decision(List<Told> told, List<NotTold> notTold) {

	public Decision {
		told = List.copyOf(told);
		notTold = List.copyOf(notTold);
	}

	/**
	 * Somebody who is told.
	 *
	 * @param recipient who
	 * @param disclosure what
	 */
	public record Told(Recipient recipient, Disclosure disclosure) {
	}

	/**
	 * Somebody who would be told, but for the reasons.
	 *
	 * @param recipient who
	 * @param reasons why not, in words
	 */
	public record NotTold(Recipient recipient, List<String> reasons) {

		public NotTold {
			reasons = List.copyOf(reasons);
		}

	}

}
