package org.mashhub.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.mashhub.hub.v1.AlertAcknowledged;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.messaging.NameUuid;
import org.mashhub.notification.audit.AccessAudit;
import org.mashhub.notification.outbox.Outbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes acknowledgements of what a reader has seen, and of nothing else: each goes back
 * to the hub for every standing alert among it, with the revision seen, and the last one
 * closes the item.
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
	 * Acknowledges what of an item stands as it was seen, and closes the item when
	 * nothing is left to be read; again does nothing.
	 * @param noticeId the item
	 * @param by user or client
	 * @param seen what the reader had before them
	 * @return true when nothing is left to be read
	 */
	@Transactional
	boolean acknowledge(UUID noticeId, String by, Set<Seen> seen) {
		Notice notice = this.store.lock(noticeId);
		return notice.acknowledged() || acknowledge(notice, by, seen);
	}

	/**
	 * Acknowledges what of an item has been sent, for a client that does not say what it
	 * saw.
	 * @param noticeId the item
	 * @param by the client
	 */
	@Transactional
	void acknowledgeSent(UUID noticeId, String by) {
		Notice notice = this.store.lock(noticeId);
		if (!notice.acknowledged()) {
			acknowledge(notice, by, this.store.sent(noticeId));
		}
	}

	private boolean acknowledge(Notice notice, String by, Set<Seen> seen) {
		Instant now = this.clock.instant();
		List<Entry> unread = this.store.entries(notice.id()).stream().filter(Entry::unread).toList();
		List<Entry> read = unread.stream()
			.filter((entry) -> seen.stream().anyMatch((one) -> one.isOf(entry.subject())))
			.toList();
		read.forEach((entry) -> acknowledge(notice, entry, by, now));
		boolean closed = read.size() == unread.size();
		if (closed) {
			this.store.acknowledge(notice.id(), by, now);
		}
		if (closed || !read.isEmpty()) {
			this.audit.record(by, AccessAudit.Action.ACKNOWLEDGED, notice.id().toString());
		}
		return closed;
	}

	private void acknowledge(Notice notice, Entry entry, String by, Instant now) {
		this.store.acknowledge(notice.id(), entry.subject().id());
		for (Channel channel : this.notifications.channels(notice)) {
			this.notifications.record(notice, entry.subject(), channel, NotificationState.ACKNOWLEDGED);
		}
		if (notice.kind() == Notice.Kind.ALERT && stands(entry.subject())) {
			Given given = entry.subject().given();
			this.outbox.append(entry.subject().id(), entry.subject().id().toString(),
					AlertAcknowledged.newBuilder()
						.setReceiptId(receipt(notice, entry))
						.setArea(notice.area())
						.setAlertId(entry.subject().id())
						.setNotificationId(NotificationLog.idOf(notice.id(), entry.subject().id(), Channel.EMAIL))
						.setBy(by)
						.setRole(notice.recipient().role().name())
						.setAt(now)
						.setRevision(entry.subject().revision())
						.setEpoch((given != null) ? given.epoch() : null)
						.setClock((given != null) ? given.clock() : null)
						.build());
		}
	}

	/** A closed alert may have stayed in an item that it has left for a newer one. */
	private boolean stands(Subject subject) {
		return !subject.withdrawn()
				&& this.store.alert(subject.id()).filter((alert) -> alert.getState() != AlertState.CLOSED).isPresent();
	}

	/**
	 * Told again, and acknowledged again, in the same item is a second acknowledgement.
	 */
	private static UUID receipt(Notice notice, Entry entry) {
		return (entry.acknowledgements() == 0) ? NameUuid.of("acknowledgement", notice.id(), entry.subject().id())
				: NameUuid.of("acknowledgement", notice.id(), entry.subject().id(), entry.acknowledgements());
	}

}
