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

/**
 * A complaint about a household as a landlord holds it. It has no place for who
 * complained.
 */
record BehaviourComplaintNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "Those complained of, never who complained; only a withdrawn record may leave it out") @Size(
				max = 30) List<@NotNull @Valid HouseholdMember> household,
		@Schema(description = "Their home") @Valid @Nullable PostalAddress address,
		@Schema(description = "Where it happened; default: their home") @Valid @Nullable PostalAddress location,
		@Schema(description = "Day of the complaint") @NotNull @PossibleDate LocalDate receivedOn,
		@NotEmpty @Size(max = 10) List<@NotNull ComplaintType> complaintTypes,
		@Schema(description = "Whether the complaint was anonymous") @Nullable Boolean anonymous,
		@Schema(description = "Short text for the chronology; say \"a neighbour\", never who") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	BehaviourComplaintNotice {
		household = Given.list(household);
		complaintTypes = Given.list(complaintTypes);
	}

	/** What a household is said to do. */
	enum ComplaintType {

		NOISE, HARASSMENT, DRUGS, VIOLENCE, PROPERTY_DAMAGE, VISITORS, ANIMALS, OTHER

	}

}
