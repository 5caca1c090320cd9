package org.mashhub.notification.notice;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.mashhub.hub.v1.Colour;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.recipient.RecipientDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fixes the words of a telling when its time has come, before the first attempt to
 * deliver it: whatever is repeated later, also after a crash, is the same message.
 */
@Component
class Sealer {

	private static final Logger log = LoggerFactory.getLogger(Sealer.class);

	private final NoticeStore store;

	private final RecipientDirectory directory;

	private final NotificationSettings settings;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Sealer(NoticeStore store, RecipientDirectory directory, NotificationSettings settings,
			TransactionTemplate transaction, Clock clock) {
		this.store = store;
		this.directory = directory;
		this.settings = settings;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "${hub.notification.delivery.poll-interval}")
	void sealAllDue() {
		try {
			boolean more;
			do {
				more = Boolean.TRUE.equals(this.transaction.execute((status) -> sealOne()));
			}
			while (more);
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("reason", ex.getClass().getSimpleName()).log("Sealing waits");
		}
	}

	private boolean sealOne() {
		Instant now = this.clock.instant();
		Optional<MessageKey> due = this.store.nextToSeal(now);
		due.ifPresent((message) -> seal(message, now));
		return due.isPresent();
	}

	private void seal(MessageKey message, Instant now) {
		List<Subject> subjects = this.store.toldBy(message);
		if (subjects.isEmpty()) {
			return;
		}
		Notice notice = this.store.lock(message.noticeId());
		EmailText text = EmailText.of(headline(notice.kind(), subjects), link(this.settings.url(), notice),
				this.directory.ring(notice.area()), this.settings.zone());
		if (this.store.seal(message, text, now)) {
			this.store.markTold(message);
		}
	}

	static URI link(URI url, Notice notice) {
		return URI.create(url.toString().replaceAll("/+$", "") + "/notices/" + notice.id());
	}

	static Headline headline(Notice.Kind kind, List<Subject> subjects) {
		List<Subject> standing = subjects.stream().filter((subject) -> !subject.withdrawn()).toList();
		int withdrawn = subjects.size() - standing.size();
		if (standing.isEmpty()) {
			return new Headline.Withdrawn(kind, withdrawn);
		}
		return switch (kind) {
			case STATUS ->
				new Headline.Statuses(standing.stream().anyMatch(Subject::forAction), standing.size(), withdrawn);
			case ALERT -> new Headline.Alerts(
					standing.stream()
						.map(Subject::colour)
						.filter(Objects::nonNull)
						.min(Comparator.naturalOrder())
						.orElse(Colour.RED),
					standing.stream()
						.map(Subject::dueAt)
						.filter(Objects::nonNull)
						.min(Comparator.naturalOrder())
						.orElseThrow(),
					standing.stream().anyMatch(Subject::overdue), standing.size(), withdrawn);
		};
	}

}
