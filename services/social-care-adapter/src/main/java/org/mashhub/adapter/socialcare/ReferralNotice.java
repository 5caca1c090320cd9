package org.mashhub.adapter.socialcare;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A referral as the case system holds it. */
record ReferralNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Size(max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "Reference given to the referrer") @Size(min = 1,
				max = 60) @Nullable String referralReference,
		@Schema(description = "DfE CIN census code of the source, 1A to 10") @NotNull @ReferralSource String referralSourceCode,
		@Schema(description = "DfE CIN census code of the primary need, N1 to N8, N0 or N9") @PrimaryNeed @Nullable String primaryNeedCode,
		@Schema(description = "Short text for the chronology") @Size(min = 1, max = 2000) @Nullable String summary)
		implements
			ChildRecord {

	ReferralNotice {
		family = Given.list(family);
	}

}
