package org.mashhub.notification.notice;

/**
 * A subject in an item.
 *
 * @param subject what it is about
 * @param told true when a message about it was sealed
 */
record Entry(Subject subject, boolean told) {
}
