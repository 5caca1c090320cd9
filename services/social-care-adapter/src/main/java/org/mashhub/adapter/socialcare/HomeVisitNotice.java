package org.mashhub.adapter.socialcare;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.ChildSeen;

/** A social worker's visit to the home. */
record HomeVisitNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Who else was there, or is said to live there") @Size(
				max = 30) List<@NotNull @Valid FamilyMember> present,
		@NotNull ChildSeen childSeen,
		@Schema(description = "Whether the child was seen alone") @Nullable Boolean seenAlone,
		@Schema(description = "Whether the family expected the visit") @Nullable Boolean announced,
		@Valid @Nullable Conditions conditions,
		@Schema(description = "True when a safeguarding concern is recorded") @Nullable Boolean concern,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary)
		implements
			ChildRecord {

	HomeVisitNotice {
		present = Given.list(present);
	}

	/** How the home was. */
	record Conditions(@Schema(description = "1 best to 5 worst") @NotNull @Min(1) @Max(5) Integer grade, @Schema(
			description = "Tool behind the grade, for example GCP2; grades of different tools are not compared") @NotBlank @Size(
					max = 60) String tool) {

	}

}
