package org.mashhub.adapter.earlyhelp;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentStatus;

/** An early help assessment that stands elsewhere than before. */
record AssessmentNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Size(max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "Number of the assessment, the same from recommendation to closure") @NotBlank @Size(
				max = 120) String assessmentId,
		@NotNull EarlyHelpAssessmentStatus status,
		@Schema(description = "First day of the status") @NotNull @PossibleDate LocalDate effectiveOn,
		@Schema(description = "Day by which the next step is due") @PossibleDate(
				planned = true) @Nullable LocalDate dueOn,
		@Schema(description = "Who leads; left out when nobody does yet") @Valid @Nullable Lead lead,
		@Schema(description = "Codes of the organisations around the family") @Size(
				max = 30) List<@NotBlank @Size(max = 60) String> members) {

	AssessmentNotice {
		family = Given.list(family);
		members = Given.list(members);
	}

	/** The lead professional. */
	record Lead(@NotBlank @Size(max = 120) String name,
			@Schema(description = "Where the lead professional works") @Size(min = 1,
					max = 120) @Nullable String organisation,
			@Schema(description = "Work email") @Email @Nullable String email) {

	}

}
