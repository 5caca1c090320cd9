package org.mashhub.adapter.probation;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.probation.v1.ReleaseStatus;

/** A prisoner's release as probation or prison sends it. */
record ReleaseNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The prisoner; only a withdrawn record may leave it out") @Valid @Nullable Offender person,
		@NotNull ReleaseStatus status,
		@Schema(description = "Day of release or recall; of a planned release, the day on which it was planned") @NotNull @PossibleDate LocalDate effectiveOn,
		@Schema(description = "Day of the planned release; required with RELEASE_PLANNED") @PossibleDate(
				planned = true) @Nullable LocalDate plannedRelease,
		@Nullable OffenceType offenceType,
		@Schema(description = "Conditions of the licence that bear on children, as codes") @Size(
				max = 20) List<@NotNull @ChildCondition String> conditions) {

	ReleaseNotice {
		conditions = Given.list(conditions);
	}

	/** What cannot be right as a whole. */
	List<FieldProblem> problems() {
		if (this.status != ReleaseStatus.RELEASE_PLANNED || this.record.isWithdrawn()) {
			return List.of();
		}
		if (this.plannedRelease == null) {
			return List.of(new FieldProblem("plannedRelease", "is missing, and a release is planned",
					"Send the day for which it is planned."));
		}
		return this.plannedRelease.isBefore(this.effectiveOn)
				? List.of(new FieldProblem("plannedRelease", "is before the day on which it was planned",
						"Send status RELEASED for one that has happened, or correct one of the two."))
				: List.of();
	}

}
