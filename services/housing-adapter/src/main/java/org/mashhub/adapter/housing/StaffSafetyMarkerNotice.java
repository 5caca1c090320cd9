package org.mashhub.adapter.housing;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.housing.v1.StaffSafetyAdvice;

/**
 * A marker that staff should take care. It has no place for what led to it: that stays
 * with the landlord.
 */
record StaffSafetyMarkerNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "Those in whose home staff should take care; only a withdrawn record may leave it out") @Size(
				max = 30) List<@NotNull @Valid HouseholdMember> household,
		@Schema(description = "The home") @Valid @Nullable PostalAddress address, @NotNull StaffSafetyAdvice advice,
		@Schema(description = "Day on which the marker was set, or lifted") @NotNull @PossibleDate LocalDate markedOn,
		@Schema(description = "Day on which it is reviewed") @PossibleDate(planned = true) @Nullable LocalDate reviewOn,
		@Schema(description = "True when the marker was lifted; default false") @Nullable Boolean ended) {

	StaffSafetyMarkerNotice {
		household = Given.list(household);
	}

}
