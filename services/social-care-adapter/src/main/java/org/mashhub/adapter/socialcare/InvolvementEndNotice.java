package org.mashhub.adapter.socialcare;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A practitioner who no longer works with a child. */
record InvolvementEndNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Name of the practitioner") @NotBlank @Size(max = 120) String professionalName,
		@Schema(description = "What the practitioner is, for example SOCIAL_WORKER or HOUSING_OFFICER") @NotNull @Code String professionalRole,
		@Schema(description = "Where the practitioner works") @Size(min = 1, max = 120) @Nullable String organisation,
		@Schema(description = "Reason, as a code of the DfE's SSDA903 list") @WorkerChangeReason @Nullable String workerChangeReason,
		@Schema(description = "Last day") @NotNull @PossibleDate LocalDate endedOn) implements ChildRecord {

}
