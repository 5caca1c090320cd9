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

/** A lead professional's assignment as the case system holds it. */
record LeadProfessionalNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@NotNull @Valid Professional professional,
		@Schema(description = "First day") @NotNull @PossibleDate LocalDate effectiveOn,
		@Schema(description = "Last day, when the assignment has ended") @PossibleDate(
				planned = true) @Nullable LocalDate endedOn)
		implements
			ChildRecord {

	/** The professional at work; nothing private. */
	record Professional(@NotBlank @Size(max = 120) String name, @Size(min = 1, max = 120) @Nullable String jobTitle,
			@Size(min = 1, max = 120) @Nullable String organisation,
			@Schema(description = "Work email, where alerts go") @Email @Size(max = 200) @Nullable String email,
			@Phone @Nullable String phone) {

	}

}
