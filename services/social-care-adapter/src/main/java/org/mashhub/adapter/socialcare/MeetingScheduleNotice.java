package org.mashhub.adapter.socialcare;

import java.time.OffsetDateTime;
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

/** A meeting about a child that was called. */
record MeetingScheduleNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the meeting") @NotBlank @Size(max = 120) String meetingId,
		@NotNull MeetingKind kind,
		@Schema(description = "When it begins, with offset") @NotNull @PossibleDate(
				planned = true) OffsetDateTime scheduledFor,
		@Schema(description = "Codes of the organisations invited") @Size(
				max = 40) List<@NotNull @OrganisationCode String> invited)
		implements
			ChildRecord {

	MeetingScheduleNotice {
		invited = Given.list(invited);
	}

}
