package org.mashhub.adapter.socialcare;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.EscalationOutcome;

/** What came of a stage of an escalation. */
record EscalationDecisionNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the escalation") @NotBlank @Size(max = 120) String escalationId,
		@Schema(description = "Stage that was decided") @NotNull @Min(1) @Max(9) Integer stage,
		@NotNull EscalationOutcome outcome,
		@Schema(description = "Day of the decision") @NotNull @PossibleDate LocalDate decidedOn,
		@Schema(description = "Role of the person who decided") @Size(min = 1,
				max = 120) @Nullable String decidedByRole)
		implements
			ChildRecord {

}
