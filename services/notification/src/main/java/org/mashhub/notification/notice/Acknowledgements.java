package org.mashhub.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.messaging.NameUuid;
import org.mashhub.notification.audit.AccessAudit;
import org.mashhub.notification.outbox.Outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes acknowledgements: each closes an item once, and goes back to the hub for every
 * alert in it.
 */
@Component
class Acknowledgements {

	private final NoticeStore store;

	private final NotificationLog notifications;

	private final Outbox outbox;

	private final AccessAudit audit;

	private final Clock clock;

	Acknowledgements(NoticeStore store, NotificationLog notifications, Outbox outbox, AccessAudit audit, Clock clock) {
		this.store = store;
		this.notifications = notifications;
		this.outbox = outbox;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Acknowledges an item; again does nothing.
	 * @param noticeId the item
	 * @param by user or client
	 */
	@Transactional
	void acknowledge(UUID noticeId, String by) {
		Notice notice = this.store.lock(noticeId);
		if (notice.acknowledged()) {
			return;
		}
		Instant now = this.clock.instant();
		this.store.acknowledge(noticeId, by, now);
		for (Entry entry : this.store.entries(noticeId)) {
			for (Channel channel : this.notifications.channels(notice)) {
				this.notifications.record(notice, entry.subject(), channel, NotificationState.ACKNOWLEDGED);
			}
			acknowledged(notice, entry.subject(), by, now)
				.ifPresent((record) -> this.outbox.append(record.getAlertId(), record.getAlertId().toString(), record));
		}
		this.audit.record(by, AccessAudit.Action.ACKNOWLEDGED, noticeId.toString());
	}

	private static Optional<AlertAcknowledged> acknowledged(Notice notice, Subject subject, String by, Instant now) {
		return switch (notice.kind()) {
			case STATUS -> Optional.empty();
			case ALERT -> Optional.of(AlertAcknowledged.newBuilder()
				.setReceiptId(NameUuid.of("acknowledgement", notice.id(), subject.id()))
				.setArea(notice.area())
				.setAlertId(subject.id())
				.setNotificationId(NotificationLog.idOf(notice.id(), subject.id(), Channel.EMAIL))
				.setBy(by)
				.setRole(notice.recipient().role().name())
				.setAt(now)
				.build());
		};
	}

}
