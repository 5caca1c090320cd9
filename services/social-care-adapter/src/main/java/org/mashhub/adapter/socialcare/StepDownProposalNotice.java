package org.mashhub.adapter.socialcare;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A case that is to go down to early help. */
record StepDownProposalNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the step-down; its acceptance names it") @NotBlank @Size(
				max = 120) String stepDownId,
		@Schema(description = "Day of the proposal") @NotNull @PossibleDate LocalDate proposedOn,
		@Schema(description = "Code of the organisation that is to take it") @OrganisationCode @Nullable String toOrganisation,
		@Schema(description = "Name of the professional who is to lead") @Size(min = 1,
				max = 120) @Nullable String proposedLead)
		implements
			ChildRecord {

}
