package org.mashhub.adapter.police;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.police.v1.CustodyStatus;

/** A custody or court outcome as a force sends it. */
record CustodyNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Number of the occurrence it belongs to") @Size(min = 1,
				max = 60) @Nullable String occurrenceNumber,
		@NotNull CustodyStatus status,
		@Schema(description = "Type of the offence, in the words of an occurrence's type") @Nullable IncidentType offenceType,
		@Schema(description = "First day of the new standing") @NotNull @PossibleDate LocalDate effectiveOn,
		@Schema(description = "Day of a planned release") @PossibleDate(
				planned = true) @Nullable LocalDate plannedRelease,
		@Schema(description = "The person; only a withdrawn record may leave it out") @Valid @Nullable PolicePerson detainee) {

}
