package org.mashhub.adapter.earlyhelp;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** Early help asks children's social care to take a child on. */
record StepUpRequestNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Size(max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "Number by which the decision will name the request; default record.id") @Size(min = 1,
				max = 120) @Nullable String requestId,
		@NotNull @PossibleDate LocalDate requestedOn,
		@Schema(description = "Level of need in your threshold framework, 1 to 4") @Min(1) @Max(4) @Nullable Integer thresholdLevel,
		@Schema(description = "Why, as codes, for example NEGLECT") @Size(
				max = 20) List<@NotNull @Code String> reasonCodes,
		@Schema(description = "Short text for the chronology") @Size(min = 1, max = 2000) @Nullable String summary) {

	StepUpRequestNotice {
		family = Given.list(family);
		reasonCodes = Given.list(reasonCodes);
	}

}
