package org.mashhub.adapter.healthvisiting;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.healthvisiting.v1.NoAccessReason;

/** A call at the home on which the practitioner did not get in. */
record NoAccessVisitNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The child to be visited; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Who was seen all the same, for example somebody at the door") @Size(
				max = 30) List<@NotNull @Valid PersonPresent> present,
		@NotNull @Valid Attempt visit) {

	NoAccessVisitNotice {
		present = Given.list(present);
	}

	/** What came of the call. */
	record Attempt(@NotNull NoAccessReason reason,
			@Schema(description = "Whether the family expected the visit") @Nullable Boolean announced,
			@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
					max = 2000) @Nullable String summary) {

	}

}
