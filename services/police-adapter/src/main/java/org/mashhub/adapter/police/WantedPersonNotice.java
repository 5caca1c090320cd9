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

/** A circulation of a wanted person as a force sends it. */
record WantedPersonNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Number of the occurrence it belongs to") @Size(min = 1,
				max = 60) @Nullable String occurrenceNumber,
		@Schema(description = "Type of the offence, in the words of an occurrence's type") @Nullable IncidentType offenceType,
		@Schema(description = "First day of the circulation") @NotNull @PossibleDate LocalDate circulatedOn,
		@Schema(description = "True when the person is no longer wanted; record.occurredAt then says since when") @Nullable Boolean ended,
		@Schema(description = "The person; only a withdrawn record may leave it out") @Valid @Nullable PolicePerson person) {

}
