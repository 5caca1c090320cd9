package org.mashhub.adapter.socialcare;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A practitioner who works with a child from a day on. */
record InvolvementStartNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Name of the practitioner") @NotBlank @Size(max = 120) String professionalName,
		@Schema(description = "What the practitioner is, for example SOCIAL_WORKER or HOUSING_OFFICER") @NotNull @Code String professionalRole,
		@Schema(description = "Where the practitioner works") @Size(min = 1, max = 120) @Nullable String organisation,
		@Schema(description = "Work email") @Email @Size(max = 200) @Nullable String email,
		@Schema(description = "Work phone") @Phone @Nullable String phone,
		@Schema(description = "Role of the supervisor of record; left out when there is none") @Size(min = 1,
				max = 120) @Nullable String supervisorRole,
		@Schema(description = "First day") @NotNull @PossibleDate LocalDate startedOn) implements ChildRecord {

}
