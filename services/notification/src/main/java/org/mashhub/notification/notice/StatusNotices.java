package org.mashhub.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.hub.v1.StatusNotice;
import org.mashhub.messaging.NameUuid;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.recipient.Recipient;
import org.mashhub.notification.recipient.RecipientDirectory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns changes of status into items for the child's practice: one for each family and
 * area day, sent when the area's clock passes the end of that day; urgent ones, and what
 * a practice must not go by any longer, at once; what was loaded at go-live never.
 */
@Component
class StatusNotices {

	private final NoticeStore store;

	private final NotificationLog notifications;

	private final RecipientDirectory directory;

	private final NotificationSettings settings;

	private final Clock clock;

	StatusNotices(NoticeStore store, NotificationLog notifications, RecipientDirectory directory,
			NotificationSettings settings, Clock clock) {
		this.store = store;
		this.notifications = notifications;
		this.directory = directory;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Considers a version of a status notice; the same or an older one again does
	 * nothing.
	 * @param status the version
	 * @param offset its place in its topic
	 */
	@Transactional
	void consider(StatusNotice status, long offset) {
		String area = status.getProvenance().getArea();
		Instant areaTime = status.getProvenance().getClock();
		StatusText text = StatusText.of(status, this.directory.ring(area));
		Optional<String> known = this.store.statusText(status.getNoticeId());
		if (!this.store.claimStatus(status.getNoticeId(), areaTime, offset, text.text())
				|| known.filter(text.text()::equals).isPresent() || status.getHistoric()) {
			return;
		}
		Subject subject = new Subject(status.getNoticeId(), status.getChildId(), 1, null, null, null, false,
				text.forAction(), status.getWithdrawn(), text.text(), List.of());
		if (status.getWithdrawn() || status.getToBeChecked()) {
			this.store.newestWith(status.getNoticeId()).forEach((noticeId) -> takeBack(subject, noticeId));
		}
		else {
			tell(status, subject, offset);
		}
	}

	private void tell(StatusNotice status, Subject subject, long offset) {
		Recipient practice = this.directory.practice(status.getGpPractice());
		ZonedDateTime endOfDay = endOfDay(status.getProvenance().getClock());
		UUID noticeId = NameUuid.of("notice", practice.key(), status.getNoticeId(),
				status.getProvenance().getClock().toEpochMilli(), offset);
		Notice notice = this.store.open(new Notice(noticeId, Notice.Kind.STATUS, status.getProvenance().getArea(),
				status.getFamily(), practice, this.clock.instant(), null, null), endOfDay.toLocalDate().toString());
		send(notice, numbered(notice, subject), status.getUrgent() ? null : endOfDay.toInstant());
	}

	private void takeBack(Subject takenBack, UUID noticeId) {
		Notice notice = this.store.lock(noticeId);
		Subject subject = numbered(notice, takenBack);
		if (this.store.entry(noticeId, subject.id()).orElseThrow().told()) {
			send(notice, subject, null);
		}
		else {
			this.store.put(noticeId, subject.asWithdrawn(), this.clock.instant());
			this.store.untell(noticeId, subject.id());
			this.notifications.channels(notice)
				.forEach((channel) -> this.notifications.record(notice, subject, channel, NotificationState.HELD_BACK,
						"Withdrawn before it was sent."));
		}
	}

	/** A status carries no revision, but each version of it must be told apart. */
	private Subject numbered(Notice notice, Subject subject) {
		return subject.withRevision(
				this.store.entry(notice.id(), subject.id()).map((entry) -> entry.subject().revision()).orElse(0) + 1);
	}

	private void send(Notice notice, Subject subject, @Nullable Instant areaReleaseAt) {
		Instant now = this.clock.instant();
		List<Channel> channels = this.notifications.channels(notice);
		this.store.put(notice.id(), subject, now);
		this.store.tell(this.store.compose(notice.id(), now.plus(this.settings.delivery().bundleWindow()),
				areaReleaseAt, channels), subject, null);
		channels.forEach((channel) -> this.notifications.record(notice, subject, channel, NotificationState.DECIDED));
	}

	/** What comes after the end of a day belongs to the next. */
	private ZonedDateTime endOfDay(Instant areaTime) {
		ZonedDateTime local = areaTime.atZone(this.settings.zone());
		ZonedDateTime end = local.with(this.settings.endOfDay());
		return local.isAfter(end) ? local.plusDays(1).with(this.settings.endOfDay()) : end;
	}

}
