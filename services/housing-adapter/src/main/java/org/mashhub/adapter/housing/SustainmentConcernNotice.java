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
import org.mashhub.event.housing.v1.SustainmentConcern;

/** What puts a tenancy at risk, as a landlord holds it. */
record SustainmentConcernNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Valid @Nullable TenancyName tenancy,
		@Schema(description = "Everybody in the household; only a withdrawn record may leave it out") @Size(
				max = 30) List<@NotNull @Valid HouseholdMember> household,
		@Schema(description = "The home") @Valid @Nullable PostalAddress address, @NotNull SustainmentConcern concern,
		@Schema(description = "First day; may be left out where record.occurredAt is sent") @PossibleDate @Nullable LocalDate effectiveOn,
		@Schema(description = "True when it is over; default false") @Nullable Boolean ended) {

	SustainmentConcernNotice {
		household = Given.list(household);
	}

}
