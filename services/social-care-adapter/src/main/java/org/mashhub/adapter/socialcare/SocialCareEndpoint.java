package org.mashhub.adapter.socialcare;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.mashhub.adapter.kit.EventPublisher;
import org.mashhub.adapter.kit.Examples;
import org.mashhub.adapter.kit.Receipt;
import org.mashhub.adapter.kit.Sender;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a local authority's case system sends. */
@RestController
@RequestMapping(path = "/social-care", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "social-care")
class SocialCareEndpoint {

	private final SocialCareTranslator translator;

	private final EventPublisher publisher;

	SocialCareEndpoint(SocialCareTranslator translator, EventPublisher publisher) {
		this.translator = translator;
		this.publisher = publisher;
	}

	@PostMapping("/referrals")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A referral was received", description = "Scope publish:social-care")
	@Examples("social-care/referral.json")
	Receipt referral(Sender sender, @RequestBody @Valid ReferralNotice notice) {
		return this.publisher.publish(this.translator.referral(sender, notice));
	}

	@PostMapping("/status-changes")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A child's status began or ended", description = "Scope publish:social-care")
	@Examples("social-care/status-change.json")
	Receipt statusChange(Sender sender, @RequestBody @Valid StatusChangeNotice notice) {
		return this.publisher.publish(this.translator.statusChange(sender, notice));
	}

	@PostMapping("/lead-professionals")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A child has a lead professional", description = "Scope publish:social-care")
	@Examples("social-care/lead-professional.json")
	Receipt leadProfessional(Sender sender, @RequestBody @Valid LeadProfessionalNotice notice) {
		return this.publisher.publish(this.translator.leadProfessional(sender, notice));
	}

	@PostMapping("/closure-proposals")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "Somebody proposes to close a case", description = "Scope publish:social-care")
	@Examples("social-care/closure-proposal.json")
	Receipt closureProposal(Sender sender, @RequestBody @Valid ClosureProposalNotice notice) {
		return this.publisher.publish(this.translator.closureProposal(sender, notice));
	}

	@PostMapping("/closures")
	@ResponseStatus(HttpStatus.ACCEPTED)
	@Operation(summary = "A case was closed", description = "Scope publish:social-care")
	@Examples("social-care/closure.json")
	Receipt closure(Sender sender, @RequestBody @Valid ClosureNotice notice) {
		return this.publisher.publish(this.translator.closure(sender, notice));
	}

}
