package org.mashhub.adapter.earlyhelp;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** One family's line of a session's register. */
record SessionAttendanceNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The child whose family was expected; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Who came, or was expected, with the child") @Size(
				max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "What session, as a code, for example STAY_AND_PLAY") @Code @Nullable String sessionType,
		@Schema(description = "Day of the session") @NotNull @PossibleDate LocalDate heldOn,
		@Schema(description = "Whether the family came") @NotNull Boolean attended,
		@Schema(description = "Whether the child was there") @Nullable Boolean childPresent) {

	SessionAttendanceNotice {
		family = Given.list(family);
	}

}
