package org.mashhub.adapter.housing;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** What a person needs support with, as a landlord knows it. */
record SupportNeedNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The person; only a withdrawn record may leave it out") @Valid @Nullable HouseholdMember person,
		@Schema(description = "The home") @Valid @Nullable PostalAddress address,
		@NotEmpty @Size(max = 20) List<@NotNull SupportNeed> needs,
		@Schema(description = "First day on which you knew, or last day when it ended; may be left out where record.occurredAt is sent") @PossibleDate @Nullable LocalDate effectiveOn,
		@Schema(description = "True when the need is no longer there; default false") @Nullable Boolean ended) {

	SupportNeedNotice {
		needs = Given.list(needs);
	}

	/** What a person needs support with. */
	enum SupportNeed {

		DISABILITY_BENEFIT, PHYSICAL_DISABILITY, LEARNING_DISABILITY, MENTAL_HEALTH, SUBSTANCE_USE, DOMESTIC_ABUSE,
		DEBT, LITERACY, LANGUAGE, OTHER

	}

}
