package org.mashhub.notification.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.NotificationRecorded;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.messaging.NameUuid;
import org.mashhub.notification.NotificationMetrics;
import org.mashhub.notification.outbox.Outbox;
import org.mashhub.notification.recipient.Decision.NotTold;
import org.mashhub.notification.recipient.RecipientDirectory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Records who is told what, on which basis and how far it has come: one notification for
 * each subject of an item and channel. Callers hold the item's lock.
 */
@Component
class NotificationLog {

	private static final String LAWFUL_BASIS = "Children Act 2004 section 11; UK GDPR Articles 6(1)(e), 9(2)(g) and 10 "
			+ "with Data Protection Act 2018 Schedule 1 paragraph 18";

	private static final String REASONS_NOT_NEEDED = "Why the status changed and what other agencies recorded: "
			+ "not needed to file a status.";

	private final NoticeStore store;

	private final Outbox outbox;

	private final RecipientDirectory directory;

	private final NotificationMetrics metrics;

	private final JdbcClient jdbc;

	private final Clock clock;

	NotificationLog(NoticeStore store, Outbox outbox, RecipientDirectory directory, NotificationMetrics metrics,
			JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.outbox = outbox;
		this.directory = directory;
		this.metrics = metrics;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	List<Channel> channels(Notice notice) {
		return this.directory.webhook(notice.recipient().organisation()).isPresent()
				? List.of(Channel.EMAIL, Channel.WEBHOOK) : List.of(Channel.EMAIL);
	}

	static UUID idOf(UUID noticeId, UUID subjectId, Channel channel) {
		return NameUuid.of("notification", noticeId, subjectId, channel);
	}

	void record(Notice notice, Subject subject, Channel channel, NotificationState state, String... reasons) {
		UUID notificationId = idOf(notice.id(), subject.id(), channel);
		this.store.remember(notificationId, notice.id());
		List<String> heldBack = new ArrayList<>(subject.heldBack());
		heldBack.addAll(List.of(reasons));
		NotificationRecorded.Builder record = NotificationRecorded.newBuilder()
			.setNotificationId(notificationId)
			.setArea(notice.area())
			.setChildId(subject.childId())
			.setRevision(subject.revision())
			.setRecipientRole(notice.recipient().role().name())
			.setRecipientName(notice.recipient().name())
			.setChannel(channel.name())
			.setState(state)
			.setLawfulBasis(LAWFUL_BASIS)
			.setAttempts(attempts(notice.id(), channel))
			.setAt(this.clock.instant());
		switch (notice.kind()) {
			case ALERT -> record.setAlertId(subject.id()).setPurpose(purposeOfAlert(notice));
			case STATUS -> {
				record.setNoticeId(subject.id())
					.setPurpose("So that the child's practice knows where the child stands with children's services.");
				heldBack.add(REASONS_NOT_NEEDED);
			}
		}
		this.outbox.append(notificationId, notificationId.toString(), record.setHeldBack(heldBack).build());
		reached(channel, state);
	}

	/** Records, once, that somebody is not told. */
	void recordNotTold(Alert alert, NotTold notTold) {
		UUID notificationId = NameUuid.of("notification", "not-told", alert.getAlertId(), notTold.recipient().key());
		if (!this.store.remember(notificationId, null)) {
			return;
		}
		this.outbox.append(notificationId, notificationId.toString(),
				NotificationRecorded.newBuilder()
					.setNotificationId(notificationId)
					.setArea(alert.getProvenance().getArea())
					.setAlertId(alert.getAlertId())
					.setChildId(alert.getChildId())
					.setRevision(alert.getRevision())
					.setRecipientRole(notTold.recipient().role().name())
					.setRecipientName(notTold.recipient().name())
					.setChannel(Channel.EMAIL.name())
					.setState(NotificationState.HELD_BACK)
					.setPurpose("To record that nothing was sent, and why.")
					.setLawfulBasis(LAWFUL_BASIS)
					.setHeldBack(notTold.reasons())
					.setAttempts(0)
					.setAt(this.clock.instant())
					.build());
		reached(Channel.EMAIL, NotificationState.HELD_BACK);
	}

	/** Counted when it is sure: what is rolled back is dealt with again. */
	private void reached(Channel channel, NotificationState state) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				NotificationLog.this.metrics.reached(channel.name(), state.name());
			}
		});
	}

	private static String purposeOfAlert(Notice notice) {
		return switch (notice.recipient().role()) {
			case LEAD_PROFESSIONAL -> "To protect the child: the recipient is the child's allocated lead professional.";
			case DUTY_DESK -> "To protect the child: the recipient is the duty desk of the child's area.";
			case GP_PRACTICE -> "To protect the child: the recipient is the child's GP practice.";
		};
	}

	private int attempts(UUID noticeId, Channel channel) {
		return this.jdbc.sql("""
				SELECT coalesce(sum(attempts), 0) FROM delivery WHERE notice_id = :id AND channel = :channel
				""").param("id", noticeId).param("channel", channel.name()).query(Integer.class).single();
	}

}
