package org.mashhub.adapter.adultsocialcare;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A referral, or a request for support, about an adult. */
record ReferralNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "Whom it is about; only a withdrawn record may leave it out") @Valid @Nullable Adult adult,
		@Schema(description = "Those around the adult: the children of the home above all") @Size(
				max = 30) List<@NotNull @Valid OtherPerson> others,
		@Schema(description = "Reference given to the referrer") @Size(min = 1,
				max = 60) @Nullable String referralReference,
		@Schema(description = "What it is about, for example SELF_NEGLECT, DISABILITY or CARER_STRAIN") @Size(
				max = 30) List<@NotNull @Code String> reasonCodes,
		@Schema(description = "Short text for the chronology") @Size(min = 1, max = 2000) @Nullable String summary)
		implements
			AdultRecord {

	ReferralNotice {
		others = Given.list(others);
		reasonCodes = Given.list(reasonCodes);
	}

}
