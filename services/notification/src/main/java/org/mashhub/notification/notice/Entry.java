package org.mashhub.notification.notice;

/**
 * A subject in an item.
 *
 * @param subject what it is about
 * @param told true when a message about it was sealed, or it was acknowledged
 * @param acknowledged true when its recipient has acknowledged what they were last told
 * @param acknowledgements how often it was acknowledged in this item
 */
record Entry(Subject subject, boolean told, boolean acknowledged, int acknowledgements) {

	/**
	 * An entry is still to be read until it is acknowledged; what was closed before
	 * anybody was told of it never is.
	 */
	boolean unread() {
		return !this.acknowledged && (this.told || !this.subject.withdrawn());
	}

}
