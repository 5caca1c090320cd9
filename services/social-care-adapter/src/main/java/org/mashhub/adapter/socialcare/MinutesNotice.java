package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** That the minutes of a meeting were sent out. */
record MinutesNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the meeting") @NotBlank @Size(max = 120) String meetingId,
		@Schema(description = "Day on which they were sent") @NotNull @PossibleDate LocalDate circulatedOn,
		@Schema(description = "Codes of the organisations they were sent to") @Size(
				max = 40) List<@NotNull @OrganisationCode String> recipients)
		implements
			ChildRecord {

	MinutesNotice {
		recipients = Given.list(recipients);
	}

}
