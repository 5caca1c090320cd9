package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.AssessmentKind;

/** A completed assessment, child by child. */
record AssessmentNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "What it says of each child; only a withdrawn record may leave them out") @Size(
				max = 20) List<@NotNull @Valid ChildAssessment> children,
		@Schema(description = "Number of the assessment") @NotBlank @Size(max = 120) String assessmentId,
		@NotNull AssessmentKind kind, @Schema(description = "First day") @PossibleDate @Nullable LocalDate startedOn,
		@Schema(description = "Day on which it was completed and authorised") @NotNull @PossibleDate LocalDate completedOn,
		@Schema(description = "Year of the CIN census whose list of factors you use, for example 2024-25") @CensusVersion @Nullable String censusVersion)
		implements
			CaseRecord {

	AssessmentNotice {
		children = Given.list(children);
	}

}
