package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A disagreement that was escalated under the policy for professional differences. */
record EscalationNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the escalation") @NotBlank @Size(max = 120) String escalationId,
		@Schema(description = "Stage of the policy, counting from 1") @NotNull @Min(1) @Max(9) Integer stage,
		@Schema(description = "Code of the organisation that disagrees") @NotNull @OrganisationCode String raisedBy,
		@Schema(description = "Code of the organisation whose decision it is") @NotNull @OrganisationCode String against,
		@Schema(description = "What it is about, for example CLOSURE, THRESHOLD, CONFERENCE_REFUSED or INFORMATION_REFUSED") @Size(
				max = 30) List<@NotNull @Code String> reasonCodes,
		@Schema(description = "Day on which the stage began") @NotNull @PossibleDate LocalDate raisedOn,
		@Schema(description = "Day by which it must be decided") @PossibleDate(
				planned = true) @Nullable LocalDate respondBy)
		implements
			ChildRecord {

	EscalationNotice {
		reasonCodes = Given.list(reasonCodes);
	}

}
