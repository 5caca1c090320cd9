package org.mashhub.adapter.socialcare;

import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** Somebody who stands in for a practitioner who is away. */
record CoverNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Children it holds for; none when it holds for all of the practitioner's work") @Size(
				max = 100) List<@NotNull @Valid Child> children,
		@Schema(description = "Name of who is away") @NotBlank @Size(max = 120) String professionalName,
		@Schema(description = "Work email of who is away") @Email @Size(max = 200) @Nullable String professionalEmail,
		@Schema(description = "First moment, with offset") @NotNull @PossibleDate(planned = true) OffsetDateTime from,
		@Schema(description = "Last moment, with offset") @NotNull @PossibleDate(planned = true) OffsetDateTime until,
		@Schema(description = "Name of who stands in") @NotBlank @Size(max = 120) String delegateName,
		@Schema(description = "Work email of who stands in") @Email @Size(max = 200) @Nullable String delegateEmail,
		@Schema(description = "Work phone of who stands in") @Phone @Nullable String delegatePhone)
		implements
			CaseRecord {

	CoverNotice {
		children = Given.list(children);
	}

}
