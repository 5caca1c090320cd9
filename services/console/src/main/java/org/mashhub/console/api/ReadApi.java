package org.mashhub.console.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.decisions.DecisionView;
import org.mashhub.console.decisions.Decisions;
import org.mashhub.console.decisions.LinkAnswerView;
import org.mashhub.console.decisions.LinkAnswers;
import org.mashhub.console.ledger.FeedView;
import org.mashhub.console.ledger.Feeds;
import org.mashhub.console.ledger.OpenReceipt;
import org.mashhub.console.live.LiveUpdates;
import org.mashhub.console.readmodel.AlertFilter;
import org.mashhub.console.readmodel.AlertFilter.Which;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.console.readmodel.AreaView;
import org.mashhub.console.readmodel.ChildView;
import org.mashhub.console.readmodel.ChronologyOfChild;
import org.mashhub.console.readmodel.IdentityView;
import org.mashhub.console.readmodel.LinkView;
import org.mashhub.console.readmodel.NotificationView;
import org.mashhub.console.readmodel.QuarantineView;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.readmodel.ReadModel.Viewer;
import org.mashhub.console.readmodel.ReceiptView;
import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.readmodel.RevisionView;
import org.mashhub.console.security.Viewers;
import org.mashhub.hub.v1.Colour;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What the hub shows, as JSON. */
@RestController
@RequestMapping("/api")
class ReadApi {

	private final ReadModel readModel;

	private final Feeds feeds;

	private final Decisions decisions;

	private final LinkAnswers answers;

	private final LiveUpdates live;

	private final AccessAudit audit;

	ReadApi(ReadModel readModel, Feeds feeds, Decisions decisions, LinkAnswers answers, LiveUpdates live,
			AccessAudit audit) {
		this.readModel = readModel;
		this.feeds = feeds;
		this.decisions = decisions;
		this.answers = answers;
		this.live = live;
		this.audit = audit;
	}

	@GetMapping("/alerts")
	List<ToldAlert> alerts(@RequestParam(required = false) @Nullable String area,
			@RequestParam(required = false) @Nullable Colour colour, @RequestParam(defaultValue = "open") String state,
			Authentication authentication) {
		List<AlertView> alerts = this.readModel.alerts(new AlertFilter(area, colour, which(state)), of(authentication));
		this.audit.record(authentication.getName(), Action.ALERTS_LISTED, (area != null) ? area : "all");
		Map<UUID, List<NotificationView>> told = this.readModel
			.toldOf(alerts.stream().map(AlertView::alertId).toList());
		return alerts.stream()
			.map((alert) -> new ToldAlert(alert, told.getOrDefault(alert.alertId(), List.of())))
			.toList();
	}

	@GetMapping("/alerts/{alertId}")
	WholeAlert alert(@PathVariable UUID alertId, Authentication authentication) {
		AlertView alert = this.readModel.alert(alertId, of(authentication)).orElseThrow(() -> unknown("alert"));
		this.audit.record(authentication.getName(), Action.ALERT_VIEWED, alertId.toString());
		return new WholeAlert(alert, this.readModel.toldOf(List.of(alertId)).getOrDefault(alertId, List.of()),
				this.readModel.revisions(alert), this.decisions.about(alertId));
	}

	@GetMapping(path = "/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter stream() {
		return this.live.listen();
	}

	@GetMapping("/children")
	List<ChildView> children(@RequestParam(required = false) @Nullable String area, Authentication authentication) {
		this.audit.record(authentication.getName(), Action.CHILDREN_LISTED, (area != null) ? area : "all");
		return this.readModel.children(area);
	}

	@GetMapping("/children/{childId}")
	WholeChild child(@PathVariable UUID childId, Authentication authentication) {
		ChildView child = this.readModel.child(childId).orElseThrow(() -> unknown("child"));
		this.audit.record(authentication.getName(), Action.CHILD_VIEWED, childId.toString());
		Viewer viewer = of(authentication);
		return new WholeChild(child, this.readModel.chronology(child, viewer),
				this.readModel.alertsAbout(childId, viewer));
	}

	@GetMapping("/receipts/{receiptId}")
	ReceiptView receipt(@PathVariable UUID receiptId) {
		return this.readModel.receipt(receiptId);
	}

	@GetMapping("/areas")
	List<AreaView> areas() {
		return this.readModel.areas();
	}

	@GetMapping("/feeds")
	WhatComesIn feeds() {
		return new WhatComesIn(this.feeds.all(), this.feeds.open());
	}

	@GetMapping("/notifications")
	List<NotificationView> notifications(@RequestParam(required = false) @Nullable String area,
			Authentication authentication) {
		this.audit.record(authentication.getName(), Action.NOTIFICATIONS_LISTED, (area != null) ? area : "all");
		return this.readModel.notifications(area);
	}

	@GetMapping("/quarantine")
	List<QuarantineView> quarantine(Authentication authentication) {
		this.audit.record(authentication.getName(), Action.QUARANTINE_LISTED, "all");
		return this.readModel.quarantine();
	}

	@GetMapping("/identity/{mentionId}")
	IdentityView identity(@PathVariable UUID mentionId, Authentication authentication) {
		IdentityView identity = this.readModel.identity(mentionId, of(authentication))
			.orElseThrow(() -> unknown("mention"));
		this.audit.record(authentication.getName(), Action.IDENTITY_VIEWED, mentionId.toString());
		return identity;
	}

	@GetMapping("/reviews")
	List<ReviewView> reviews(Authentication authentication) {
		this.audit.record(authentication.getName(), Action.REVIEWS_LISTED, "all");
		return this.readModel.openReviews(of(authentication));
	}

	@GetMapping("/reviews/{reviewId}")
	WholeReview review(@PathVariable UUID reviewId, Authentication authentication) {
		ReviewView review = this.readModel.review(reviewId, of(authentication)).orElseThrow(() -> unknown("question"));
		this.audit.record(authentication.getName(), Action.REVIEW_VIEWED, reviewId.toString());
		return new WholeReview(review, this.answers.about(reviewId));
	}

	@GetMapping("/persons/{personId}/links")
	LinksOfPerson links(@PathVariable UUID personId, Authentication authentication) {
		List<LinkView> links = this.readModel.links(List.of(personId), of(authentication)).get(personId);
		if (links == null) {
			throw unknown("person");
		}
		this.audit.record(authentication.getName(), Action.LINKS_VIEWED, personId.toString());
		return new LinksOfPerson(personId, links, this.readModel.openReviewsAbout(personId, of(authentication)));
	}

	private static Which which(String state) {
		return switch (state) {
			case "open" -> Which.OPEN;
			case "closed" -> Which.CLOSED;
			case "all" -> Which.ALL;
			default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "state is one of open, closed, all");
		};
	}

	private static Viewer of(Authentication authentication) {
		return Viewers.of(authentication);
	}

	private static ResponseStatusException unknown(String what) {
		return new ResponseStatusException(HttpStatus.NOT_FOUND, "The hub shows no such " + what + ".");
	}

	/**
	 * A question about two people, and what was answered.
	 *
	 * @param review the question
	 * @param answers what officers answered here, the one that counts first
	 */
	record WholeReview(@JsonUnwrapped ReviewView review, List<LinkAnswerView> answers) {
	}

	/**
	 * Why records are taken to be about one person.
	 *
	 * @param personId the person
	 * @param links the records, as they happened
	 * @param questions links of the person that an officer should check
	 */
	record LinksOfPerson(UUID personId, List<LinkView> links, List<ReviewView> questions) {
	}

	/**
	 * What agencies send, and what of it is on its way.
	 *
	 * @param feeds all feeds, the silent ones first
	 * @param open receipts that are not settled, the oldest ones
	 */
	record WhatComesIn(List<FeedView> feeds, List<OpenReceipt> open) {
	}

	/**
	 * An alert and who was told.
	 *
	 * @param alert the alert
	 * @param notifications who was told
	 */
	record ToldAlert(@JsonUnwrapped AlertView alert, List<NotificationView> notifications) {
	}

	/**
	 * All there is about an alert.
	 *
	 * @param alert the alert
	 * @param notifications who was told
	 * @param revisions its history, newest first
	 * @param decisions what officers decided here
	 */
	record WholeAlert(@JsonUnwrapped AlertView alert, List<NotificationView> notifications,
			List<RevisionView> revisions, List<DecisionView> decisions) {
	}

	/**
	 * All there is about a child.
	 *
	 * @param child the picture
	 * @param chronology what agencies recorded
	 * @param alerts alerts about the child
	 */
	record WholeChild(@JsonUnwrapped ChildView child, ChronologyOfChild chronology, List<AlertView> alerts) {
	}

}
