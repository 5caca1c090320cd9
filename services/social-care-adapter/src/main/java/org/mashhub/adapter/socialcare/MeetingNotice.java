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
import org.mashhub.event.socialcare.v1.MeetingKind;

/** A meeting about a child that took place. */
record MeetingNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the meeting") @NotBlank @Size(max = 120) String meetingId,
		@NotNull MeetingKind kind, @Schema(description = "Day of the meeting") @NotNull @PossibleDate LocalDate heldOn,
		@Schema(description = "Codes of the organisations invited") @Size(
				max = 40) List<@NotNull @OrganisationCode String> invited,
		@Schema(description = "Codes of the organisations that were there") @Size(
				max = 40) List<@NotNull @OrganisationCode String> attended,
		@Schema(description = "Whether the family was there") @Nullable Boolean familyPresent,
		@Schema(description = "Whether the genogram was gone through") @Nullable Boolean genogramReviewed,
		@Schema(description = "Day of the next meeting, when agreed") @PossibleDate(
				planned = true) @Nullable LocalDate nextOn)
		implements
			ChildRecord {

	MeetingNotice {
		invited = Given.list(invited);
		attended = Given.list(attended);
	}

}
