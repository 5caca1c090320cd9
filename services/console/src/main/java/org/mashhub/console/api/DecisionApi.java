package org.mashhub.console.api;

import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.audit.AccessAudit;
import org.mashhub.console.audit.AccessAudit.Action;
import org.mashhub.console.decisions.Decisions;
import org.mashhub.console.decisions.Decisions.Decided;
import org.mashhub.console.decisions.LinkAnswers;
import org.mashhub.console.feed.Rebuild;
import org.mashhub.console.readmodel.AlertView;
import org.mashhub.console.readmodel.ReadModel;
import org.mashhub.console.readmodel.ReceiptView;
import org.mashhub.console.readmodel.ReviewView;
import org.mashhub.console.security.Viewers;
import org.mashhub.hub.v1.AlertOutcome;
import org.mashhub.hub.v1.LinkVerdict;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What can be done over the API. */
@RestController
@RequestMapping("/api")
@Tag(name = ConsoleDescription.TAG)
class DecisionApi {

	private final ReadModel readModel;

	private final Decisions decisions;

	private final LinkAnswers answers;

	private final Rebuild rebuild;

	private final AccessAudit audit;

	DecisionApi(ReadModel readModel, Decisions decisions, LinkAnswers answers, Rebuild rebuild, AccessAudit audit) {
		this.readModel = readModel;
		this.decisions = decisions;
		this.answers = answers;
		this.rebuild = rebuild;
		this.audit = audit;
	}

	@PostMapping("/alerts/{alertId}/decisions")
	@Operation(operationId = "console-decide", summary = "An officer decides about an alert",
			description = "The decision is kept at once and applied by the hub: the receipt in the answer, which is the hub's own, says when. Sent twice with the same receiptId it counts once. Say which revision you have read: a decision about one that is no longer the alert's is refused, and one that newer evidence overtakes on its way does nothing.")
	@ResponseStatus(HttpStatus.ACCEPTED)
	ReceiptView decide(@PathVariable UUID alertId, @RequestBody @Valid Decision decision,
			Authentication authentication) {
		AlertView alert = this.readModel.alert(alertId, Viewers.of(authentication))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The hub shows no such alert."));
		UUID sentId = (decision.receiptId() != null) ? decision.receiptId() : UUID.randomUUID();
		Optional<UUID> before = this.decisions.recorded(sentId, alertId);
		if (before.isPresent()) {
			return this.readModel.receipt(before.get());
		}
		if (!alert.open()) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The alert has already ended.");
		}
		if (!decision.isAbout(alert)) {
			throw new ResponseStatusException(HttpStatus.CONFLICT,
					"The alert has changed since this revision: read it again, then decide.");
		}
		if (Decisions.wantsReason(decision.outcome()) && (decision.reason() == null || decision.reason().isBlank())) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This outcome wants a reason: send reason.");
		}
		UUID receiptId = this.decisions.record(sentId, alert, new Decided(decision.outcome(), decision.reason(),
				authentication.getName(), decision.revision() != null));
		this.audit.record(authentication.getName(), Action.ALERT_DECIDED, alertId.toString());
		return this.readModel.receipt(receiptId);
	}

	@PostMapping("/reviews/{reviewId}/answers")
	@Operation(operationId = "console-answer", summary = "An officer answers whether two people are one",
			description = "The last answer counts. Sent twice with the same receiptId it counts once; the receipt in the answer is the hub's own.")
	@ResponseStatus(HttpStatus.ACCEPTED)
	ReceiptView answer(@PathVariable UUID reviewId, @RequestBody @Valid Answer answer, Authentication authentication) {
		ReviewView review = this.readModel.review(reviewId, Viewers.of(authentication))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "The hub shows no such question."));
		if (!this.answers.canAnswer(review)) {
			throw new ResponseStatusException(HttpStatus.CONFLICT, "The question has gone away.");
		}
		UUID sentId = (answer.receiptId() != null) ? answer.receiptId() : UUID.randomUUID();
		UUID receiptId = this.answers.record(sentId, review, answer.verdict(), answer.reason().strip(),
				authentication.getName());
		this.audit.record(authentication.getName(), Action.REVIEW_ANSWERED, reviewId.toString());
		return this.readModel.receipt(receiptId);
	}

	@Hidden
	@PostMapping("/read-model/rebuild")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void rebuild(Authentication authentication) {
		this.audit.record(authentication.getName(), Action.READ_MODEL_REBUILT, "all");
		this.rebuild.start();
	}

	/**
	 * What an officer decided.
	 *
	 * @param outcome the outcome
	 * @param reason why, in the officer's words
	 * @param receiptId what the sender calls it, so that sending twice decides once
	 * @param revision the alert's revision that the officer has read; none where it is
	 * not known
	 * @param epoch the epoch of that revision, as its provenance has it
	 */
	record Decision(@NotNull AlertOutcome outcome, @Size(max = 2000) @Nullable String reason, @Nullable UUID receiptId,
			@Nullable Integer revision, @Nullable String epoch) {

		private boolean isAbout(AlertView alert) {
			return this.revision == null || (this.revision == alert.revision()
					&& (this.epoch == null || this.epoch.equals(alert.provenance().epoch())));
		}

	}

	/**
	 * What an officer answered about two people.
	 *
	 * @param verdict the answer
	 * @param reason why, in the officer's words
	 * @param receiptId what the sender calls it, so that sending twice answers once
	 */
	record Answer(@NotNull LinkVerdict verdict, @NotBlank @Size(max = 2000) String reason, @Nullable UUID receiptId) {
	}

}
