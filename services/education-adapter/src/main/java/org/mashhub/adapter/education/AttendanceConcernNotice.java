package org.mashhub.adapter.education;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A child who misses nursery or school more than it should. */
record AttendanceConcernNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Size(max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "Possible sessions that the child attended, in whole percent") @Min(0) @Max(100) @Nullable Integer attendancePercent,
		@Schema(description = "First day counted") @PossibleDate @Nullable LocalDate fromOn,
		@Schema(description = "Last day counted; it counts as when it happened where the record does not say") @PossibleDate @Nullable LocalDate toOn,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	AttendanceConcernNotice {
		family = Given.list(family);
	}

}
