package org.mashhub.notification.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.Alert;
import org.mashhub.hub.v1.AlertOutcome;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.FormerChild;
import org.mashhub.hub.v1.NotificationState;
import org.mashhub.hub.v1.Provenance;
import org.mashhub.messaging.NameUuid;
import org.mashhub.messaging.ReceiptTime;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.recipient.Decision;
import org.mashhub.notification.recipient.Decision.Told;
import org.mashhub.notification.recipient.Disclosure;
import org.mashhub.notification.recipient.Recipient;
import org.mashhub.notification.recipient.RecipientDirectory;
import org.mashhub.notification.recipient.Recipients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns revisions of alerts into items: tells each recipient once, again when it became
 * more urgent, overdue, has a new deadline because something newer happened, or asks to
 * be told again, and tells whoever was told when it no longer stands.
 */
@Component
public class AlertNotices {

	private static final Logger log = LoggerFactory.getLogger(AlertNotices.class);

	/**
	 * Alerts share one bundle: an item holds all of a family's until it is acknowledged.
	 */
	private static final String BUNDLE = "alerts";

	private static final String LEAD_NOT_REACHED = "The lead professional could not be reached.";

	private static final String LEAD_NOT_CORRECTED = "Somebody was told of this as the lead professional by mistake, and could not be "
			+ "told that it was one.";

	private static final String LEAD_IN_ERROR = "You were told of this by mistake: the record that you lead this case was withdrawn "
			+ "or corrected. Nothing is asked of you. Do not rely on what it said, pass nothing of it on, and tell whoever acted on it.";

	private final NoticeStore store;

	private final NotificationLog notifications;

	private final RecipientDirectory directory;

	private final NotificationSettings settings;

	private final Clock clock;

	AlertNotices(NoticeStore store, NotificationLog notifications, RecipientDirectory directory,
			NotificationSettings settings, Clock clock) {
		this.store = store;
		this.notifications = notifications;
		this.directory = directory;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Considers a revision of an alert; the same or an older one again does nothing,
	 * whichever epoch it is of.
	 * @param alert the revision
	 */
	@Transactional
	public void consider(Alert alert) {
		Alert former = this.store.alert(alert.getAlertId()).orElse(null);
		Provenance known = (former != null) ? former.getProvenance() : null;
		if (!this.store.claim(alert, (known != null) ? known.getClock() : null)) {
			return;
		}
		if (alert.getState() == AlertState.CLOSED) {
			this.store.newestWith(alert.getAlertId()).forEach((noticeId) -> close(alert, noticeId));
			return;
		}
		Decision decision = Recipients.decide(alert, this.directory.dutyDesk(alert.getProvenance().getArea()));
		boolean sameLead = former != null && leadKey(former).equals(leadKey(alert));
		decision.told().forEach((told) -> tell(alert, told, alert.getTellAgain() && isNews(alert, known), sameLead));
		decision.notTold().forEach((notTold) -> this.notifications.recordNotTold(alert, notTold));
		if (former != null && alert.getLeadInError()) {
			Recipients.lead(former)
				.filter((lead) -> leadKey(alert).filter(lead.key()::equals).isEmpty())
				.flatMap((lead) -> this.store.newestWith(alert.getAlertId(), lead.key()))
				.ifPresent((noticeId) -> takeBack(alert, noticeId));
		}
		log.atInfo()
			.addKeyValue("alertId", alert.getAlertId())
			.addKeyValue("revision", alert.getRevision())
			.addKeyValue("told", decision.told().stream().map((told) -> told.recipient().role()).toList())
			.log("Decided who is told of an alert");
	}

	/** Of the moment that is known already another epoch has nothing to tell again. */
	private static boolean isNews(Alert alert, @Nullable Provenance known) {
		Provenance given = alert.getProvenance();
		return known == null || known.getEpoch().equals(given.getEpoch()) || given.getClock().isAfter(known.getClock());
	}

	private static Optional<String> leadKey(Alert alert) {
		return Recipients.lead(alert).map(Recipient::key);
	}

	/**
	 * A message to a lead professional cannot be delivered: the duty desk is told
	 * instead, of each message once. Where it knows of the alert already it is told
	 * again: it may have left it to the lead.
	 * @param message the message that failed
	 */
	@Transactional
	public void tellDeskInstead(MessageKey message) {
		for (Subject unread : this.store.toldBy(message)) {
			this.store.alert(unread.id())
				.filter((alert) -> alert.getState() != AlertState.CLOSED)
				.ifPresent((alert) -> tellDeskInstead(alert, message,
						unread.withdrawn() ? LEAD_NOT_CORRECTED : LEAD_NOT_REACHED));
		}
	}

	private void tellDeskInstead(Alert alert, MessageKey message, String why) {
		Recipient desk = this.directory.dutyDesk(alert.getProvenance().getArea());
		Subject subject = subject(alert, Disclosure.of(alert, desk.role())).withLine(why);
		Optional<UUID> before = this.store.newestWith(alert.getAlertId(), desk.key());
		if (known(before, alert).filter(subject::equals).isEmpty()) {
			tell(alert, desk, subject, before, noticeId(alert, desk, "lead-not-reached", message.stableId()));
		}
	}

	private void tell(Alert alert, Told told, boolean again, boolean sameLead) {
		Subject subject = subject(alert, told.disclosure());
		Optional<UUID> before = this.store.newestWith(alert.getAlertId(), told.recipient().key());
		Optional<Subject> known = known(before, alert);
		if (before.isPresent() && known.isPresent() && !again && !worthTellingAgain(known.get(), subject, alert)) {
			this.store.lock(before.get());
			this.store.put(before.get(), sameLead ? withSameLines(subject, known.get()) : subject,
					this.clock.instant());
			return;
		}
		tell(alert, told.recipient(), subject, before, noticeId(alert, told.recipient()));
	}

	private Optional<Subject> known(Optional<UUID> noticeId, Alert alert) {
		return noticeId.flatMap((id) -> this.store.entry(id, alert.getAlertId())).map(Entry::subject);
	}

	/** With its time: another epoch may number another revision the same. */
	private static UUID noticeId(Alert alert, Recipient recipient, Object... occasion) {
		List<Object> parts = new ArrayList<>(List.of(recipient.key(), alert.getAlertId(), alert.getRevision(),
				alert.getProvenance().getClock().toEpochMilli()));
		parts.addAll(List.of(occasion));
		return NameUuid.of("notice", parts.toArray());
	}

	private void tell(Alert alert, Recipient recipient, Subject subject, Optional<UUID> before, UUID noticeId) {
		Instant now = this.clock.instant();
		// A child who joins or leaves may change what the family is called by: the alert
		// stays in the item that its reader has.
		Notice notice = before.map(this.store::lock)
			.filter((open) -> !open.acknowledged())
			.orElseGet(() -> this.store.open(new Notice(noticeId, Notice.Kind.ALERT, alert.getProvenance().getArea(),
					alert.getFamily(), recipient, now, null, null), BUNDLE));
		this.store.put(notice.id(), subject, now);
		List<Channel> channels = this.notifications.channels(notice);
		this.store.tell(
				this.store.compose(notice.id(), now.plus(this.settings.delivery().bundleWindow()), null, channels),
				subject, acceptedAt(alert));
		channels.forEach((channel) -> this.notifications.record(notice, subject, channel, NotificationState.DECIDED));
	}

	/** A revision that says nothing new does not mean that the lead was reached. */
	private static Subject withSameLines(Subject subject, Subject known) {
		return known.content().lines().anyMatch(LEAD_NOT_REACHED::equals) ? subject.withLine(LEAD_NOT_REACHED)
				: subject;
	}

	/** Null for an alert that time alone has changed. */
	private static @Nullable Instant acceptedAt(Alert alert) {
		return ReceiptTime.of(alert.getProvenance().getReceiptId()).orElse(null);
	}

	private static boolean worthTellingAgain(Subject known, Subject now, Alert alert) {
		boolean moreUrgent = known.colour() != null && now.colour() != null
				&& now.colour().compareTo(known.colour()) < 0;
		return known.withdrawn() || moreUrgent || isRenewed(known, alert) || (now.overdue() && !known.overdue());
	}

	/**
	 * Whether something newer gave it another deadline since. A later one alone says so
	 * only under one epoch: another may give people more time.
	 */
	private static boolean isRenewed(Subject known, Alert alert) {
		boolean later = known.dueAt() != null && alert.getDueAt().isAfter(known.dueAt());
		Given given = known.given();
		if (given == null || given.epoch().equals(alert.getProvenance().getEpoch())) {
			return later;
		}
		return alert.getRenewedAt().map((renewed) -> renewed.isAfter(given.clock())).orElse(later);
	}

	private void close(Alert alert, UUID noticeId) {
		boolean settled = settled(alert);
		close(alert, noticeId, settled, (disclosure) -> whyClosed(alert, disclosure, settled));
	}

	/** Whoever was taken for the lead by mistake is told so, and no more of the alert. */
	private void takeBack(Alert alert, UUID noticeId) {
		close(alert, noticeId, false, (disclosure) -> List.of(LEAD_IN_ERROR));
	}

	private void close(Alert alert, UUID noticeId, boolean settled, Function<Disclosure, List<String>> why) {
		Notice notice = this.store.lock(noticeId);
		Entry entry = this.store.entry(noticeId, alert.getAlertId()).orElseThrow();
		if (entry.subject().withdrawn()) {
			return;
		}
		Subject closed = closed(alert, notice, why);
		this.store.put(noticeId, closed, this.clock.instant());
		List<Channel> channels = this.notifications.channels(notice);
		if (!entry.told()) {
			this.store.untell(noticeId, alert.getAlertId());
			channels.forEach((channel) -> this.notifications.record(notice, closed, channel,
					NotificationState.HELD_BACK, "Closed before it was sent."));
		}
		else if (!settled) {
			Instant releaseAt = this.clock.instant().plus(this.settings.delivery().bundleWindow());
			this.store.tell(this.store.compose(noticeId, releaseAt, null, channels), closed, acceptedAt(alert));
			channels
				.forEach((channel) -> this.notifications.record(notice, closed, channel, NotificationState.DECIDED));
		}
	}

	/**
	 * Where what was told was right, its end needs no message: an officer ended it, the
	 * child has died, or another alert says the same.
	 */
	private static boolean settled(Alert alert) {
		return alert.getOutcome()
			.map((outcome) -> !outcome.equals(AlertOutcome.WRONG_PERSON.name())
					&& !outcome.equals(AlertOutcome.WRONG_HOUSEHOLD.name()))
			.orElse(alert.getSettled());
	}

	private static Subject closed(Alert alert, Notice notice, Function<Disclosure, List<String>> why) {
		Disclosure disclosure = Disclosure.of(alert, notice.recipient().role());
		List<String> lines = new ArrayList<>(why.apply(disclosure));
		lines.add("It was about: " + alert.getChildLabel());
		return new Subject(alert.getAlertId(), alert.getChildId(), alert.getRevision(), Given.by(alert.getProvenance()),
				alert.getColour(), alert.getDueAt(), false, false, true, String.join("\n", lines),
				disclosure.heldBack());
	}

	private static List<String> whyClosed(Alert alert, Disclosure disclosure, boolean settled) {
		List<String> lines = new ArrayList<>();
		if (settled) {
			lines.add((alert.getOutcome().isPresent() ? "Ended by the MASH." : "Closed.")
					+ " Nothing more is asked of you.");
		}
		else {
			lines.add("This no longer stands. Do not rely on what it said, and tell whoever acted on it.");
		}
		if (disclosure.heldBack().isEmpty()) {
			alert.getClosedBecause().ifPresent((reason) -> lines.add("Why: " + reason));
		}
		return lines;
	}

	private static Subject subject(Alert alert, Disclosure disclosure) {
		List<String> lines = new ArrayList<>(List.of(disclosure.text()));
		alert.getNoLongerAbout().forEach((child) -> lines.add(noLonger(child, disclosure)));
		return new Subject(alert.getAlertId(), alert.getChildId(), alert.getRevision(), Given.by(alert.getProvenance()),
				alert.getColour(), alert.getDueAt(), alert.getOverdue(), true, false, String.join("\n", lines),
				disclosure.heldBack());
	}

	private static String noLonger(FormerChild child, Disclosure disclosure) {
		String why = disclosure.heldBack().isEmpty() ? " Why: " + child.getBecause() + "." : "";
		return "No longer about " + child.getLabel() + "." + (child.getSettled() ? ""
				: " Do not rely on what it said of this child, and tell whoever acted on it.") + why;
	}

}
