package org.mashhub.notification.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.notification.NotificationSettings;
import org.mashhub.notification.audit.AccessAudit;
import org.mashhub.notification.recipient.RecipientDirectory;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page behind the link of a message: shows the item to its recipient and nobody else,
 * and takes the acknowledgement. Whoever else asks is refused, and that is recorded; an
 * item that does not exist looks the same.
 */
@Controller
class NoticePages {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM yyyy", Locale.UK);

	private final NoticeStore store;

	private final Acknowledgements acknowledgements;

	private final AccessAudit audit;

	private final RecipientDirectory directory;

	private final ZoneId zone;

	NoticePages(NoticeStore store, Acknowledgements acknowledgements, AccessAudit audit, RecipientDirectory directory,
			NotificationSettings settings) {
		this.store = store;
		this.acknowledgements = acknowledgements;
		this.audit = audit;
		this.directory = directory;
		this.zone = settings.zone();
	}

	@GetMapping("/notices/{id}")
	@Transactional
	ModelAndView show(@PathVariable UUID id, @AuthenticationPrincipal OidcUser user) {
		Reader reader = reader(user);
		return own(id, reader).map((notice) -> {
			this.audit.record(reader.user(), AccessAudit.Action.READ, notice.id().toString());
			List<Entry> entries = this.store.entries(notice.id());
			return new ModelAndView("notice").addObject("notice", notice)
				.addObject("parts", entries.stream().map(this::part).toList())
				.addObject("partly", !notice.acknowledged() && entries.stream().anyMatch(Entry::acknowledged))
				.addObject("unread", entries.stream().filter(Entry::unread).count())
				.addObject("acknowledgedAt", time(notice.acknowledgedAt()))
				.addObject("ring", this.directory.ring(notice.area()));
		}).orElseGet(() -> refuse(id, reader));
	}

	@PostMapping("/notices/{id}/acknowledgement")
	@Transactional
	ModelAndView acknowledge(@PathVariable UUID id, @RequestParam(defaultValue = "") Set<Seen> seen,
			@AuthenticationPrincipal OidcUser user, RedirectAttributes next) {
		Reader reader = reader(user);
		return own(id, reader).map((notice) -> {
			if (!this.acknowledgements.acknowledge(notice.id(), reader.user(), seen)) {
				next.addFlashAttribute("changed", true);
			}
			return new ModelAndView("redirect:/notices/" + notice.id());
		}).orElseGet(() -> refuse(id, reader));
	}

	@GetMapping("/signed-out")
	ModelAndView signedOut() {
		return new ModelAndView("signed-out");
	}

	private Optional<Notice> own(UUID id, Reader reader) {
		return this.store.find(id).filter((notice) -> reader.is(notice.recipient()));
	}

	private ModelAndView refuse(UUID id, Reader reader) {
		this.audit.record(reader.user(), AccessAudit.Action.REFUSED, id.toString());
		return new ModelAndView("refused", HttpStatus.FORBIDDEN);
	}

	private Part part(Entry entry) {
		Subject subject = entry.subject();
		String heading = (subject.colour() != null && !subject.withdrawn())
				? subject.colour() + (subject.overdue() ? ": overdue since " : ": act by ") + time(subject.dueAt())
				: "";
		return new Part(Seen.of(subject), entry.acknowledged(), heading,
				(subject.colour() != null) ? subject.colour().name().toLowerCase(Locale.ROOT) : "none",
				subject.withdrawn(), subject.content().lines().filter((line) -> !line.isBlank()).toList(),
				subject.heldBack());
	}

	private @Nullable String time(@Nullable Instant instant) {
		return (instant != null) ? TIME.format(instant.atZone(this.zone)) : null;
	}

	private static Reader reader(OidcUser user) {
		List<String> roles = user.getClaimAsStringList("roles");
		Set<String> known = new HashSet<>();
		if (roles != null) {
			known.addAll(roles);
		}
		return new Reader(user.getName(), user.getEmail(), known);
	}

	/**
	 * One part of the page.
	 *
	 * @param seen what a reader of it has seen
	 * @param acknowledged true when it is acknowledged
	 * @param heading colour and deadline; empty where there is none
	 * @param colour name of the colour, for the tag
	 * @param withdrawn true when it no longer stands
	 * @param lines what may be read
	 * @param heldBack what may not, in words
	 */
	record Part(Seen seen, boolean acknowledged, String heading, String colour, boolean withdrawn, List<String> lines,
			List<String> heldBack) {
	}

}
