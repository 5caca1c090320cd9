package org.mashhub.adapter.housing;

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
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** The conditions of a home as housing staff graded them. */
record HomeConditionsNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Everybody who lives there; only a withdrawn record may leave it out") @Size(
				max = 30) List<@NotNull @Valid HouseholdMember> household,
		@Schema(description = "The home") @Valid @Nullable PostalAddress address,
		@Schema(description = "Day on which the home was seen") @NotNull @PossibleDate LocalDate visitedOn,
		@Schema(description = "1 best to 5 worst") @NotNull @Min(1) @Max(5) Integer conditionsGrade,
		@Schema(description = "Tool behind the grade; grades of different tools are not compared") @Size(min = 1,
				max = 80) @Nullable String conditionsTool,
		@Schema(description = "Whether the household expected the visit") @Nullable Boolean announced,
		@Schema(description = "True when the officer records a safeguarding concern") @Nullable Boolean concern,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	HomeConditionsNotice {
		household = Given.list(household);
	}

}
