package org.mashhub.console.pages;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.decisions.DecisionView;
import org.mashhub.console.decisions.Decisions;
import org.mashhub.console.decisions.Decisions.Decided;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.console.readmodel.ConnectionView;
import org.mashhub.console.readmodel.LinkView;
import org.mashhub.console.readmodel.NamedChildView;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.security.Viewers;
import org.mashhub.hub.v1.AlertOutcome;
import org.mashhub.hub.v1.Certainty;
import org.mashhub.messaging.NameUuid;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One alert: its text, its evidence, who was told, and what an officer does with it. */
@Controller
class AlertPage {

	private static final int LONGEST_REASON = 2000;

	private static final String LINK_TO_CHECK = "A29";

	private static final String CHANGED = "changed";

	private static final List<AlertOutcome> ENDINGS = Arrays.stream(AlertOutcome.values())
		.filter((outcome) -> outcome != AlertOutcome.TAKEN)
		.toList();

	private final ReadModel readModel;

	private final Decisions decisions;

	private final AccessAudit audit;

	private final Times times;

	private final Words words;

	AlertPage(ReadModel readModel, Decisions decisions, AccessAudit audit, Times times, Words words) {
		this.readModel = readModel;
		this.decisions = decisions;
		this.audit = audit;
		this.times = times;
		this.words = words;
	}

	@GetMapping("/alerts/{alertId}")
	String page(@PathVariable UUID alertId, Model model, Authentication authentication) {
		AlertView alert = find(alertId, authentication);
		this.audit.record(authentication.getName(), Action.ALERT_VIEWED, alertId.toString());
		return show(alert, model, authentication);
	}

	@PostMapping("/alerts/{alertId}/take")
	String take(@PathVariable UUID alertId, @RequestParam UUID receiptId, @RequestParam(defaultValue = "") String shown,
			Model model, Authentication authentication, RedirectAttributes redirect) {
		AlertView alert = find(alertId, authentication);
		if (alert.open() && !shown.equals(shown(alert, authentication))) {
			return again(alert, model, authentication, null, "", CHANGED, "decision.changed");
		}
		return decide(alert, receiptId, AlertOutcome.TAKEN, null, authentication, redirect);
	}

	@PostMapping("/alerts/{alertId}/end")
	String end(@PathVariable UUID alertId, @RequestParam UUID receiptId, @RequestParam(defaultValue = "") String shown,
			@RequestParam(required = false) @Nullable AlertOutcome outcome,
			@RequestParam(defaultValue = "") String reason, Model model, Authentication authentication,
			RedirectAttributes redirect) {
		AlertView alert = find(alertId, authentication);
		// First of all: the page that says what else is missing shows the alert anew.
		if (alert.open() && !shown.equals(shown(alert, authentication))) {
			return again(alert, model, authentication, outcome, reason, CHANGED, "decision.changed");
		}
		if (outcome == null || outcome == AlertOutcome.TAKEN) {
			return again(alert, model, authentication, null, reason, "outcome", "outcome.missing");
		}
		if (Decisions.wantsReason(outcome) && reason.isBlank()) {
			return again(alert, model, authentication, outcome, reason, "reason", "reason.missing");
		}
		if (reason.length() > LONGEST_REASON) {
			return again(alert, model, authentication, outcome, reason, "reason", "reason.long");
		}
		return decide(alert, receiptId, outcome, reason.isBlank() ? null : reason.strip(), authentication, redirect);
	}

	private String decide(AlertView alert, UUID receiptId, AlertOutcome outcome, @Nullable String reason,
			Authentication authentication, RedirectAttributes redirect) {
		if (alert.open()) {
			this.decisions.record(receiptId, alert, new Decided(outcome, reason, authentication.getName(), true));
			this.audit.record(authentication.getName(), Action.ALERT_DECIDED, alert.alertId().toString());
			redirect.addFlashAttribute("done", (outcome == AlertOutcome.TAKEN) ? "done.taken" : "done.ended");
		}
		else {
			redirect.addFlashAttribute("done", "done.tooLate");
		}
		return "redirect:/alerts/" + alert.alertId();
	}

	private String again(AlertView alert, Model model, Authentication authentication, @Nullable AlertOutcome outcome,
			String reason, String field, String message) {
		model.addAttribute("chosen", outcome);
		model.addAttribute("reason", reason);
		model.addAttribute("wrongField", field);
		model.addAttribute("wrong", message);
		return show(alert, model, authentication);
	}

	private String show(AlertView alert, Model model, Authentication authentication) {
		Instant now = this.readModel.now(alert.area()).orElse(null);
		List<DecisionView> decided = this.decisions.about(alert.alertId());
		model.addAttribute("alert", alert);
		model.addAttribute("shown", shown(alert, authentication));
		model.addAttribute("row", AlertRow.of(alert, alert.area(), now, this.times, this.words));
		model.addAttribute("told",
				this.readModel.toldOf(List.of(alert.alertId())).getOrDefault(alert.alertId(), List.of()));
		model.addAttribute("revisions", this.readModel.revisions(alert, Viewers.of(authentication)));
		model.addAttribute("decided", decided);
		model.addAttribute("beingApplied", decided.stream().anyMatch((each) -> isBeingApplied(each, alert)));
		Set<UUID> children = this.readModel
			.childrenShown(alert.children().stream().map(NamedChildView::childId).toList());
		model.addAttribute("childrenShown",
				alert.children().stream().filter((child) -> children.contains(child.childId())).toList());
		model.addAttribute("questions", questions(alert, authentication));
		model.addAttribute("links", links(alert, authentication));
		model.addAttribute("endings", ENDINGS);
		model.addAttribute("receiptOfTaking", UUID.randomUUID());
		model.addAttribute("receiptId", UUID.randomUUID());
		return "console/alert";
	}

	/**
	 * Names what an officer has before them; newer evidence may come while they read.
	 * That they have taken it themselves, or that somebody has acknowledged it, changes
	 * nothing of that.
	 */
	private static String shown(AlertView alert, Authentication authentication) {
		String taken = Objects.requireNonNullElse(alert.takenBy(), "");
		String byAnother = taken.equals(authentication.getName()) ? "" : taken;
		return NameUuid
			.of("shown", alert.colour(), alert.audience(), alert.dueAt(), alert.childLabel(), alert.otherChildren(),
					alert.statements(), alert.connections(), alert.notKnown(), alert.ask(), alert.openItems(),
					alert.familyAdvice(), String.valueOf(alert.handlingAdvice()), alert.evidence(), byAnother)
			.toString();
	}

	/** The open questions that a link to check is about. */
	private List<ReviewView> questions(AlertView alert, Authentication authentication) {
		if (!alert.rule().equals(LINK_TO_CHECK)) {
			return List.of();
		}
		Set<UUID> people = new HashSet<>();
		alert.connections().forEach((connection) -> connection.path().forEach((step) -> people.add(step.toPersonId())));
		return alert.connections()
			.stream()
			.map(ConnectionView::personId)
			.distinct()
			.flatMap((person) -> this.readModel.openReviewsAbout(person, Viewers.of(authentication)).stream())
			.filter((review) -> people.containsAll(List.of(review.personId(), review.otherPersonId())))
			.distinct()
			.toList();
	}

	/**
	 * Why the records are about the same people; of people to be checked, nothing yet.
	 */
	private List<LinksOfPerson> links(AlertView alert, Authentication authentication) {
		Map<UUID, String> people = new LinkedHashMap<>();
		alert.children().forEach((child) -> people.put(child.childId(), child.label()));
		alert.connections()
			.stream()
			.filter((connection) -> connection.certainty() != Certainty.TO_BE_CHECKED)
			.forEach((connection) -> people.putIfAbsent(connection.personId(), connection.label()));
		Map<UUID, List<LinkView>> links = this.readModel.links(people.keySet(), Viewers.of(authentication));
		return people.entrySet()
			.stream()
			.filter((person) -> links.containsKey(person.getKey()))
			.map((person) -> new LinksOfPerson(person.getValue(), links.getOrDefault(person.getKey(), List.of())))
			.toList();
	}

	/** Until the alert itself shows it, or correlation has said what it did with it. */
	static boolean isBeingApplied(DecisionView decision, AlertView alert) {
		boolean shown = (decision.outcome() == AlertOutcome.TAKEN) ? alert.takenBy() != null : !alert.open();
		return !shown && decision.applied() == null;
	}

	private AlertView find(UUID alertId, Authentication authentication) {
		return this.readModel.alert(alertId, Viewers.of(authentication))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/**
	 * Records that are taken to be about one person.
	 *
	 * @param label whom the alert calls so
	 * @param links the records, and why
	 */
	record LinksOfPerson(String label, List<LinkView> links) {
	}

}
