package org.mashhub.notification.notice;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.audit.AccessAudit;
import org.mashhub.notification.audit.Verification;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Items for systems: who was told what kind of thing, how far it has come; never what it
 * says, for a system is no recipient.
 */
@RestController
@RequestMapping("/api")
class NoticesEndpoint {

	private static final int LIMIT = 200;

	private final NoticeStore store;

	private final Acknowledgements acknowledgements;

	private final AccessAudit audit;

	private final NotificationSettings settings;

	NoticesEndpoint(NoticeStore store, Acknowledgements acknowledgements, AccessAudit audit,
			NotificationSettings settings) {
		this.store = store;
		this.acknowledgements = acknowledgements;
		this.audit = audit;
		this.settings = settings;
	}

	/**
	 * Newest first; of one recipient (address or role) and one area where they are named.
	 */
	@GetMapping("/notices")
	@Transactional
	List<NoticeView> list(@RequestParam(required = false) @Nullable String recipient,
			@RequestParam(required = false) @Nullable String area, @AuthenticationPrincipal Jwt client) {
		List<NoticeView> views = views(this.store.list(recipient, area, LIMIT));
		// Last: until the end of the transaction whoever writes to the audit waits, and
		// every delivery does.
		this.audit.record(name(client), AccessAudit.Action.LISTED, "notices");
		return views;
	}

	@GetMapping("/notices/{id}")
	@Transactional
	NoticeView show(@PathVariable UUID id, @AuthenticationPrincipal Jwt client) {
		NoticeView view = view(find(id));
		this.audit.record(name(client), AccessAudit.Action.LISTED, id.toString());
		return view;
	}

	/**
	 * Acknowledges what the client names as seen; without a body, what has been sent.
	 */
	@PostMapping("/notices/{id}/acknowledgement")
	@Transactional
	NoticeView acknowledge(@PathVariable UUID id, @RequestBody(required = false) @Nullable Acknowledgement body,
			@AuthenticationPrincipal Jwt client) {
		Notice notice = find(id);
		if (body != null && body.seen() != null) {
			this.acknowledgements.acknowledge(notice.id(), name(client), body.seen());
		}
		else {
			this.acknowledgements.acknowledgeSent(notice.id(), name(client));
		}
		return view(find(notice.id()));
	}

	@GetMapping("/access-audit/verification")
	Verification verifyAudit() {
		return this.audit.verify();
	}

	private static String name(Jwt client) {
		String subject = client.getSubject();
		return (subject != null) ? subject : "unnamed client";
	}

	private Notice find(UUID id) {
		return this.store.find(id).orElseThrow(() -> new NoSuchNotice(id));
	}

	private NoticeView view(Notice notice) {
		return views(List.of(notice)).getFirst();
	}

	private List<NoticeView> views(List<Notice> notices) {
		Set<UUID> ids = notices.stream().map(Notice::id).collect(Collectors.toSet());
		Map<UUID, Map<UUID, Integer>> told = this.store.toldRevisions(ids);
		Map<UUID, List<Entry>> entries = this.store.entries(ids);
		Map<UUID, List<DeliveryView>> deliveries = this.store.deliveries(ids);
		return notices.stream()
			.map((notice) -> view(notice, told.getOrDefault(notice.id(), Map.of()),
					entries.getOrDefault(notice.id(), List.of()), deliveries.getOrDefault(notice.id(), List.of())))
			.toList();
	}

	private NoticeView view(Notice notice, Map<UUID, Integer> told, List<Entry> entries,
			List<DeliveryView> deliveries) {
		List<SubjectView> subjects = entries.stream()
			.map((entry) -> view(entry, told.get(entry.subject().id())))
			.toList();
		return new NoticeView(notice.id(), notice.kind().name(), notice.area(), notice.family(),
				notice.recipient().role().name(), notice.recipient().name(), notice.recipient().email(),
				Sealer.link(this.settings.url(), notice), notice.openedAt(), notice.acknowledgedAt(),
				notice.acknowledgedBy(), subjects, deliveries);
	}

	private static SubjectView view(Entry entry, @Nullable Integer toldRevision) {
		Subject subject = entry.subject();
		return new SubjectView(subject.id(), subject.childId(), subject.revision(),
				(subject.given() != null) ? subject.given().clock() : null, toldRevision,
				(subject.colour() != null) ? subject.colour().name() : null, subject.dueAt(), subject.overdue(),
				subject.withdrawn(), entry.acknowledged(), subject.heldBack());
	}

	/** What is acknowledged: entries in the versions that were seen. */
	record Acknowledgement(@Nullable Set<Seen> seen) {
	}

	/** An item without its content. */
	record NoticeView(UUID id, String kind, String area, UUID family, String recipientRole, String recipientName,
			String recipientEmail, URI link, Instant openedAt, @Nullable Instant acknowledgedAt,
			@Nullable String acknowledgedBy, List<SubjectView> subjects, List<DeliveryView> deliveries) {
	}

	/**
	 * A subject without its content: the revision that the item holds with the area's
	 * time at it, and the newest that has been sent.
	 */
	record SubjectView(UUID id, UUID childId, int revision, @Nullable Instant clock, @Nullable Integer toldRevision,
			@Nullable String colour, @Nullable Instant dueAt, boolean overdue, boolean withdrawn, boolean acknowledged,
			List<String> heldBack) {
	}

	/** There is no such item. */
	static class NoSuchNotice extends ErrorResponseException {

		NoSuchNotice(UUID id) {
			super(HttpStatus.NOT_FOUND,
					ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
							"There is no notice " + id + "; ids come in links, notifications and GET /api/notices."),
					null);
		}

	}

}
