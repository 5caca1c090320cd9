package org.mashhub.adapter.probation;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.probation.v1.SupervisionChange;

/** A change in the supervision of a person as probation sends it. */
record SupervisionNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The supervised person; only a withdrawn record may leave it out") @Valid @Nullable Offender person,
		@NotNull SupervisionChange change,
		@Schema(description = "First day of the change; last day when supervision ends") @NotNull @PossibleDate LocalDate effectiveOn,
		@Schema(description = "Conditions that bear on children, as codes") @Size(
				max = 20) List<@NotNull @ChildCondition String> conditions,
		@Schema(description = "The probation officer at work") @Valid @Nullable Officer officer) {

	SupervisionNotice {
		conditions = Given.list(conditions);
	}

	/** Whom the other agencies ring. */
	record Officer(@NotBlank @Size(max = 120) String name,
			@Schema(description = "Work phone") @Phone @Nullable String phone) {

	}

}
