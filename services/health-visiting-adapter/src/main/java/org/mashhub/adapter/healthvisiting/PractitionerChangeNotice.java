package org.mashhub.adapter.healthvisiting;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.healthvisiting.v1.ServiceLevel;

/** Another practitioner is responsible for the child from a day on. */
record PractitionerChangeNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Name of the practitioner before") @Size(min = 1,
				max = 120) @Nullable String fromPractitioner,
		@Schema(description = "Name of the practitioner from now on; left out when nobody is named yet") @Size(min = 1,
				max = 120) @Nullable String toPractitioner,
		@Schema(description = "What they are, as a code; default HEALTH_VISITOR") @Code @Nullable String role,
		@Schema(description = "Reason, as a code of the DfE's SSDA903 list") @ChangeReason @Nullable String reasonCode,
		@Schema(description = "Level of service that the child has; default NOT_RECORDED") @Nullable ServiceLevel serviceLevel,
		@Schema(description = "First day of the change") @NotNull @PossibleDate LocalDate effectiveOn) {

}
