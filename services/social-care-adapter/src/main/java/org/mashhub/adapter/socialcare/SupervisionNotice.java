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

/** That a case was discussed in supervision; it has no place for what was said. */
record SupervisionNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Day of the supervision") @NotNull @PossibleDate LocalDate supervisedOn,
		@Schema(description = "Role of the supervisor") @NotBlank @Size(max = 120) String supervisorRole,
		@Schema(description = "Role of the practitioner supervised") @Size(min = 1,
				max = 120) @Nullable String practitionerRole,
		@Schema(description = "Day by which the next is due") @PossibleDate(
				planned = true) @Nullable LocalDate nextDueOn)
		implements
			ChildRecord {

}
