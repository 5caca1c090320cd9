package org.mashhub.adapter.socialcare;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A named professional's acceptance to lead after a step-down. */
record StepDownAcceptanceNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the step-down") @NotBlank @Size(max = 120) String stepDownId,
		@Schema(description = "Day of the acceptance") @NotNull @PossibleDate LocalDate acceptedOn,
		@Schema(description = "Name of the professional who leads from now on") @NotBlank @Size(
				max = 120) String leadName,
		@Schema(description = "Where the professional works") @Size(min = 1,
				max = 120) @Nullable String leadOrganisation,
		@Schema(description = "Work email, where alerts go") @Email @Size(max = 200) @Nullable String leadEmail,
		@Schema(description = "Work phone") @Phone @Nullable String leadPhone) implements ChildRecord {

}
