package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.ReferralOutcome;

/** What was decided on a referral, of which the referrer must be told. */
record ReferralDecisionNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Reference given to the referrer") @NotBlank @Size(max = 60) String referralReference,
		@Schema(description = "Outcome as the Standard Safeguarding Dataset lists it") @NotNull ReferralOutcome referralOutcome,
		@Schema(description = "Why, for example THRESHOLD_NOT_MET or ALREADY_OPEN") @Size(
				max = 30) List<@NotNull @Code String> reasonCodes,
		@Schema(description = "Day of the decision") @NotNull @PossibleDate LocalDate decidedOn,
		@Schema(description = "Role of the person who decided") @Size(min = 1,
				max = 120) @Nullable String decidedByRole,
		@Schema(description = "Short text for the chronology") @Size(min = 1, max = 2000) @Nullable String summary)
		implements
			ChildRecord {

	ReferralDecisionNotice {
		reasonCodes = Given.list(reasonCodes);
	}

}
