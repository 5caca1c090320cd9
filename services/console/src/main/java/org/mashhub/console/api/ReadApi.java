package org.mashhub.console.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
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
import org.mashhub.console.readmodel.Lists;
import org.mashhub.console.readmodel.NotificationView;
import org.mashhub.console.readmodel.Page;
import org.mashhub.console.readmodel.QuarantineView;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.readmodel.ReadModel.Viewer;
import org.mashhub.console.readmodel.ReceiptView;
import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.readmodel.RevisionView;
import org.mashhub.console.security.Viewers;
import org.mashhub.hub.v1.Colour;
import org.springdoc.core.annotations.ParameterObject;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.util.UriComponentsBuilder;

/** What the hub shows, as JSON. */
@RestController
@RequestMapping("/api")
@Tag(name = ConsoleDescription.TAG)
class ReadApi {

	private final ReadModel readModel;

	private final Lists lists;

	private final Feeds feeds;

	private final Decisions decisions;

	private final LinkAnswers answers;

	private final LiveUpdates live;

	private final AccessAudit audit;

	ReadApi(ReadModel readModel, Lists lists, Feeds feeds, Decisions decisions, LinkAnswers answers, LiveUpdates live,
			AccessAudit audit) {
		this.readModel = readModel;
		this.lists = lists;
		this.feeds = feeds;
		this.decisions = decisions;
		this.answers = answers;
		this.live = live;
		this.audit = audit;
	}

	@GetMapping("/alerts")
	@Operation(operationId = "console-alerts", summary = "Alerts, soonest deadline first",
			description = "Open ones by deadline, the soonest first; those that have ended the latest first; each with who was told.")
	ResponseEntity<List<ToldAlert>> alerts(@RequestParam(required = false) @Nullable String area,
			@RequestParam(required = false) @Nullable Colour colour, @RequestParam(defaultValue = "open") String state,
			@Valid @ParameterObject Wanted wanted, Authentication authentication, HttpServletRequest request) {
		Page<AlertView> alerts = this.lists.alerts(new AlertFilter(area, colour, which(state)), of(authentication),
				wanted.part());
		this.audit.record(authentication.getName(), Action.ALERTS_LISTED, (area != null) ? area : "all");
		Map<UUID, List<NotificationView>> told = this.readModel
			.toldOf(alerts.items().stream().map(AlertView::alertId).toList());
		return part(new Page<>(alerts.items()
			.stream()
			.map((alert) -> new ToldAlert(alert, told.getOrDefault(alert.alertId(), List.of())))
			.toList(), alerts.next()), request);
	}

	@GetMapping("/alerts/{alertId}")
	@Operation(operationId = "console-alert", summary = "One alert with its history",
			description = "Evidence, who was told, revisions and decisions, as far as the reader may see them.")
	WholeAlert alert(@PathVariable UUID alertId, Authentication authentication) {
		AlertView alert = this.readModel.alert(alertId, of(authentication)).orElseThrow(() -> unknown("alert"));
		this.audit.record(authentication.getName(), Action.ALERT_VIEWED, alertId.toString());
		return new WholeAlert(alert, this.readModel.toldOf(List.of(alertId)).getOrDefault(alertId, List.of()),
				this.readModel.revisions(alert, of(authentication)), this.decisions.about(alertId));
	}

	@GetMapping(path = "/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "console-alert-stream", summary = "Signals that alerts have changed",
			description = "Server-sent events named alerts, without content: read the list again.")
	@ApiResponse(responseCode = "200", description = "Until the reader goes away",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
	SseEmitter stream() {
		return this.live.listen();
	}

	@GetMapping("/children")
	@Operation(operationId = "console-children", summary = "Children that the hub may show",
			description = "Pictures by id, an order that no renaming changes.")
	ResponseEntity<List<ChildView>> children(@RequestParam(required = false) @Nullable String area,
			@Valid @ParameterObject Wanted wanted, Authentication authentication, HttpServletRequest request) {
		this.audit.record(authentication.getName(), Action.CHILDREN_LISTED, (area != null) ? area : "all");
		return part(this.lists.children(area, wanted.part()), request);
	}

	@GetMapping("/children/{childId}")
	@Operation(operationId = "console-child", summary = "One child",
			description = "The picture, the chronology and the alerts about the child.")
	WholeChild child(@PathVariable UUID childId, Authentication authentication) {
		ChildView child = this.readModel.child(childId).orElseThrow(() -> unknown("child"));
		this.audit.record(authentication.getName(), Action.CHILD_VIEWED, childId.toString());
		Viewer viewer = of(authentication);
		return new WholeChild(child, this.readModel.chronology(child, viewer),
				this.readModel.alertsAbout(childId, viewer));
	}

	@GetMapping("/receipts/{receiptId}")
	@Operation(operationId = "console-receipt", summary = "What became of an accepted record",
			description = "PENDING until the hub has dealt with it.")
	ReceiptView receipt(@PathVariable UUID receiptId) {
		return this.readModel.receipt(receiptId);
	}

	@GetMapping("/areas")
	@Operation(operationId = "console-areas", summary = "Areas and how late it is there",
			description = "An area is one safeguarding partnership, or a fictional one.")
	List<AreaView> areas() {
		return this.readModel.areas();
	}

	@GetMapping("/feeds")
	@Operation(operationId = "console-feeds", summary = "What agencies send, and what of it is on its way",
			description = "Feeds with the silent ones first, and the oldest receipts that are not settled.")
	WhatComesIn feeds() {
		return new WhatComesIn(this.feeds.all(), this.feeds.open());
	}

	@GetMapping("/notifications")
	@Operation(operationId = "console-notifications", summary = "Who was told what",
			description = "In the order of their time; one that changes takes a later place.")
	ResponseEntity<List<NotificationView>> notifications(@RequestParam(required = false) @Nullable String area,
			@Valid @ParameterObject Wanted wanted, Authentication authentication, HttpServletRequest request) {
		this.audit.record(authentication.getName(), Action.NOTIFICATIONS_LISTED, (area != null) ? area : "all");
		return part(this.lists.notifications(area, wanted.part()), request);
	}

	@GetMapping("/quarantine")
	@Operation(operationId = "console-quarantine", summary = "What could not be processed",
			description = "Places in topics and reasons, newest first; never content.")
	ResponseEntity<List<QuarantineView>> quarantine(@Valid @ParameterObject Wanted wanted,
			Authentication authentication, HttpServletRequest request) {
		this.audit.record(authentication.getName(), Action.QUARANTINE_LISTED, "all");
		return part(this.lists.quarantine(wanted.part()), request);
	}

	@GetMapping("/identity/{mentionId}")
	@Operation(operationId = "console-identity", summary = "Which person a mention speaks of",
			description = "The decision, what it rests on and the next best candidate.")
	IdentityView identity(@PathVariable UUID mentionId, Authentication authentication) {
		IdentityView identity = this.readModel.identity(mentionId, of(authentication))
			.orElseThrow(() -> unknown("mention"));
		this.audit.record(authentication.getName(), Action.IDENTITY_VIEWED, mentionId.toString());
		return identity;
	}

	@GetMapping("/reviews")
	@Operation(operationId = "console-reviews", summary = "Links that an officer should check",
			description = "Open questions whose two records the reader may see, most alike first.")
	ResponseEntity<List<ReviewView>> reviews(@Valid @ParameterObject Wanted wanted, Authentication authentication,
			HttpServletRequest request) {
		this.audit.record(authentication.getName(), Action.REVIEWS_LISTED, "all");
		return part(this.lists.openReviews(of(authentication), wanted.part()), request);
	}

	@GetMapping("/reviews/{reviewId}")
	@Operation(operationId = "console-review", summary = "One question about two people",
			description = "With what officers have answered, the answer that counts first.")
	WholeReview review(@PathVariable UUID reviewId, Authentication authentication) {
		ReviewView review = this.readModel.review(reviewId, of(authentication)).orElseThrow(() -> unknown("question"));
		this.audit.record(authentication.getName(), Action.REVIEW_VIEWED, reviewId.toString());
		return new WholeReview(review, this.answers.about(reviewId));
	}

	@GetMapping("/persons/{personId}/links")
	@Operation(operationId = "console-person-links", summary = "Why records are taken to be about one person",
			description = "Records in the order in which things happened, and open questions about the person.")
	LinksOfPerson links(@PathVariable UUID personId, Authentication authentication) {
		List<LinkView> links = this.readModel.links(List.of(personId), of(authentication)).get(personId);
		if (links == null) {
			throw unknown("person");
		}
		this.audit.record(authentication.getName(), Action.LINKS_VIEWED, personId.toString());
		return new LinksOfPerson(personId, links, this.readModel.openReviewsAbout(personId, of(authentication)));
	}

	/** Where the next part is stands in the header {@code Link}, as RFC 8288 has it. */
	private static <T> ResponseEntity<List<T>> part(Page<T> page, HttpServletRequest request) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (page.next() != null) {
			String next = UriComponentsBuilder.fromPath(request.getRequestURI())
				.query(request.getQueryString())
				.replaceQueryParam("after", page.next())
				.build(true)
				.toUriString();
			answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
		}
		return answer.body(page.items());
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
