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

/** An assessment that has begun. */
record AssessmentStartNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Each child whom it assesses; only a withdrawn record may leave them out") @Size(
				max = 20) List<@NotNull @Valid Child> children,
		@Schema(description = "Number of the assessment") @NotBlank @Size(max = 120) String assessmentId,
		@NotNull AssessmentKind kind, @Schema(description = "First day") @NotNull @PossibleDate LocalDate startedOn,
		@Schema(description = "Day by which it must be completed") @PossibleDate(
				planned = true) @Nullable LocalDate dueOn)
		implements
			CaseRecord {

	AssessmentStartNotice {
		children = Given.list(children);
	}

}
