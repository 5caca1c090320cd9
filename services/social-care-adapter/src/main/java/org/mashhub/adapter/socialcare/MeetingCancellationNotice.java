package org.mashhub.adapter.socialcare;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.CancellationReason;
import org.mashhub.event.socialcare.v1.MeetingKind;

/** A meeting about a child that did not take place. */
record MeetingCancellationNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the meeting") @NotBlank @Size(max = 120) String meetingId,
		@NotNull MeetingKind kind,
		@Schema(description = "When it would have begun, with offset") @PossibleDate(
				planned = true) @Nullable OffsetDateTime wasScheduledFor,
		@NotNull CancellationReason reason,
		@Schema(description = "When it takes place instead; left out when nothing was agreed") @PossibleDate(
				planned = true) @Nullable OffsetDateTime rearrangedFor)
		implements
			ChildRecord {

}
