package org.mashhub.console.pages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.decisions.LinkAnswerView;
import org.mashhub.console.decisions.LinkAnswers;
import org.mashhub.console.readmodel.Lists;
import org.mashhub.console.readmodel.Page;
import org.mashhub.console.readmodel.Part;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.readmodel.ReadModel.Viewer;
import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.readmodel.ReviewedMentionView;
import org.mashhub.console.security.Viewers;
import org.mashhub.hub.v1.LinkVerdict;

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

/** Links to check: the list, one question, and an officer's answer to it. */
@Controller
class ReviewPage {

	private static final int LONGEST_REASON = 2000;

	private static final List<LinkVerdict> VERDICTS = List.of(LinkVerdict.SAME, LinkVerdict.DIFFERENT,
			LinkVerdict.UNSURE);

	private final ReadModel readModel;

	private final Lists lists;

	private final LinkAnswers answers;

	private final AccessAudit audit;

	ReviewPage(ReadModel readModel, Lists lists, LinkAnswers answers, AccessAudit audit) {
		this.readModel = readModel;
		this.lists = lists;
		this.answers = answers;
		this.audit = audit;
	}

	@GetMapping("/reviews")
	String list(@RequestParam(defaultValue = "") String after, Model model, Authentication authentication) {
		Viewer viewer = Viewers.of(authentication);
		this.audit.record(authentication.getName(), Action.REVIEWS_LISTED, "all");
		Page<ReviewView> open = this.lists.openReviews(viewer, Part.ofPage(after));
		List<LinkAnswerView> newest = this.answers.newest();
		Set<UUID> shown = this.readModel.reviewsShown(newest.stream().map(LinkAnswerView::reviewId).toList(), viewer);
		List<LinkAnswerView> answered = newest.stream().filter((answer) -> shown.contains(answer.reviewId())).toList();
		model.addAttribute("reviews", open.items());
		model.addAttribute("next", open.next());
		model.addAttribute("after", after);
		model.addAttribute("answered", answered);
		return "console/reviews";
	}

	@GetMapping("/reviews/{reviewId}")
	String page(@PathVariable UUID reviewId, Model model, Authentication authentication) {
		ReviewView review = find(reviewId, authentication);
		this.audit.record(authentication.getName(), Action.REVIEW_VIEWED, reviewId.toString());
		return show(review, model, authentication);
	}

	@PostMapping("/reviews/{reviewId}/answer")
	String answer(@PathVariable UUID reviewId, @RequestParam UUID receiptId,
			@RequestParam(defaultValue = "") String asked,
			@RequestParam(required = false) @Nullable LinkVerdict verdict,
			@RequestParam(defaultValue = "") String reason, Model model, Authentication authentication,
			RedirectAttributes redirect) {
		ReviewView review = find(reviewId, authentication);
		Filled filled = new Filled(verdict, reason);
		if (verdict == null) {
			return again(review, model, authentication, filled, "verdict", "verdict.missing");
		}
		if (reason.isBlank()) {
			return again(review, model, authentication, filled, "reason", "verdict.reason.missing");
		}
		if (reason.length() > LONGEST_REASON) {
			return again(review, model, authentication, filled, "reason", "reason.long");
		}
		if (review.open() && !asked.equals(asked(review))) {
			return again(review, model, authentication, filled, "verdict", "verdict.changed");
		}
		if (this.answers.canAnswer(review)) {
			this.answers.record(receiptId, review, verdict, reason.strip(), authentication.getName());
			this.audit.record(authentication.getName(), Action.REVIEW_ANSWERED, reviewId.toString());
			redirect.addFlashAttribute("done", "done.answered");
		}
		else {
			redirect.addFlashAttribute("done", "done.notAsked");
		}
		return "redirect:/reviews/" + reviewId;
	}

	private String again(ReviewView review, Model model, Authentication authentication, Filled filled, String field,
			String message) {
		model.addAttribute("chosen", filled.verdict());
		model.addAttribute("reason", filled.reason());
		model.addAttribute("wrongField", field);
		model.addAttribute("wrong", message);
		return show(review, model, authentication);
	}

	private String show(ReviewView review, Model model, Authentication authentication) {
		Viewer viewer = Viewers.of(authentication);
		List<LinkAnswerView> answered = this.answers.about(review.reviewId());
		model.addAttribute("review", review);
		model.addAttribute("asked", asked(review));
		model.addAttribute("records", this.readModel.recordsOf(review.area(), review.personId(), viewer));
		model.addAttribute("otherRecords", this.readModel.recordsOf(review.area(), review.otherPersonId(), viewer));
		model.addAttribute("answered", answered);
		model.addAttribute("beingApplied", !answered.isEmpty() && answered.getFirst().applied() == null);
		model.addAttribute("countsAs", countsAs(review, viewer));
		model.addAttribute("canAnswer", this.answers.canAnswer(review));
		model.addAttribute("verdicts", VERDICTS);
		model.addAttribute("receiptId", UUID.randomUUID());
		return "console/review";
	}

	/** What the two are taken for now, whatever was answered; null when one is gone. */
	private @Nullable String countsAs(ReviewView review, Viewer viewer) {
		UUID one = personOf(review.mention(), viewer);
		UUID other = personOf(review.otherMention(), viewer);
		return (one == null || other == null) ? null : one.equals(other) ? "ONE" : "TWO";
	}

	private @Nullable UUID personOf(@Nullable ReviewedMentionView mention, Viewer viewer) {
		return (mention == null) ? null
				: this.readModel.identity(mention.mentionId(), viewer)
					.flatMap((identity) -> Optional.ofNullable(identity.personId()))
					.orElse(null);
	}

	/** Which two were shown; another record may come while the officer reads. */
	private static String asked(ReviewView review) {
		ReviewedMentionView one = review.mention();
		ReviewedMentionView other = review.otherMention();
		return (one != null && other != null) ? one.mentionId() + " " + other.mentionId() : "";
	}

	private ReviewView find(UUID reviewId, Authentication authentication) {
		return this.readModel.review(reviewId, Viewers.of(authentication))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** What the officer had filled in. */
	private record Filled(@Nullable LinkVerdict verdict, String reason) {
	}

}
