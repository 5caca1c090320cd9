package org.mashhub.notification.notice;

import java.util.UUID;

/**
 * Names one telling of an item.
 *
 * @param noticeId the item
 * @param revision counts the tellings, from 1
 */
public record MessageKey(UUID noticeId, int revision) {

	/**
	 * The same for every repeat of the telling.
	 * @return item and revision
	 */
	public String stableId() {
		return this.noticeId + "." + this.revision;
	}

}
