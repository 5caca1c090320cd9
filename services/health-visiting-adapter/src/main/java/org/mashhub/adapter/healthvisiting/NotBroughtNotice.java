package org.mashhub.adapter.healthvisiting;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.OdsCode;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A booked contact to which the child was not brought. */
record NotBroughtNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@NotNull @Valid Appointment appointment) {

	/** The slot. */
	record Appointment(@Schema(
			description = "Start of the slot; it counts as when it happened where the record does not say") @NotNull @PossibleDate OffsetDateTime startsAt,
			@Schema(description = "What it was for, as a code, for example SIX_WEEK_CHECK") @Code @Nullable String serviceType,
			@Schema(description = "ODS code of the organisation that offered it, when it is another") @OdsCode @Nullable String provider,
			@Schema(description = "Start of the new slot, when one was booked") @PossibleDate(
					planned = true) @Nullable OffsetDateTime rebookedFor) {

	}

}
