package org.mashhub.adapter.socialcare;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** That the referrer was told what came of a referral; never who that is. */
record FeedbackNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Reference of the referral") @NotBlank @Size(max = 60) String referralReference,
		@Schema(description = "DfE CIN census code of the source, 1A to 10") @ReferralSource @Nullable String referralSourceCode,
		@Schema(description = "Day on which the referrer was told") @NotNull @PossibleDate LocalDate givenOn)
		implements
			ChildRecord {

}
