package org.mashhub.notification.notice;

import org.mashhub.hub.v1.NotificationState;
import org.mashhub.notification.recipient.RecipientRole;

import org.springframework.stereotype.Component;

/** Records what became of a telling. */
@Component
public class Tellings {

	private final NoticeStore store;

	private final NotificationLog notifications;

	private final AlertNotices alerts;

	Tellings(NoticeStore store, NotificationLog notifications, AlertNotices alerts) {
		this.store = store;
		this.notifications = notifications;
		this.alerts = alerts;
	}

	/**
	 * A message has been delivered; must run in the caller's transaction.
	 * @param message the message
	 * @param channel how
	 */
	public void sent(MessageKey message, Channel channel) {
		record(message, channel, NotificationState.SENT);
	}

	/**
	 * A message will never be delivered; must run in the caller's transaction.
	 * @param message the message
	 * @param channel how it was tried
	 */
	public void failed(MessageKey message, Channel channel) {
		Notice notice = record(message, channel, NotificationState.FAILED);
		if (channel == Channel.EMAIL && notice.recipient().role() == RecipientRole.LEAD_PROFESSIONAL) {
			this.alerts.tellDeskInstead(message);
		}
	}

	private Notice record(MessageKey message, Channel channel, NotificationState state) {
		Notice notice = this.store.lock(message.noticeId());
		this.store.toldBy(message).forEach((subject) -> this.notifications.record(notice, subject, channel, state));
		return notice;
	}

}
