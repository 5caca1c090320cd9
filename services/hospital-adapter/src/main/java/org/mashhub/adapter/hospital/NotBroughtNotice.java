package org.mashhub.adapter.hospital;

import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** An appointment to which a child was not brought. */
record NotBroughtNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Patient child,
		@Schema(description = "Family and household, as far as recorded") @Size(
				max = 30) List<@NotNull @Valid PersonAround> family,
		@Schema(description = "Start of the booked slot") @NotNull @PossibleDate OffsetDateTime appointmentAt,
		@Schema(description = "What it was for, as a code, for example PAEDIATRIC_OUTPATIENT or a treatment function code") @Code @Nullable String serviceType,
		@Schema(description = "Code of the organisation that offered it, when it is another") @Size(min = 1,
				max = 60) @Nullable String provider,
		@Schema(description = "Start of the new slot, when one was booked") @PossibleDate(
				planned = true) @Nullable OffsetDateTime rebookedFor) {

	NotBroughtNotice {
		family = Given.list(family);
	}

}
