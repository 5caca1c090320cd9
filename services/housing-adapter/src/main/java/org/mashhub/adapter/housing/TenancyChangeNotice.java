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
import org.mashhub.event.housing.v1.TenancyChange;

/** A change of a tenancy as a landlord sends it. */
record TenancyChangeNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Valid @Nullable TenancyName tenancy,
		@Schema(description = "Those whom the change is about: everybody when the tenancy starts or ends, else who came or left; only a withdrawn record may leave it out") @Size(
				max = 30) List<@NotNull @Valid HouseholdMember> household,
		@Schema(description = "The home") @Valid @Nullable PostalAddress address, @NotNull TenancyChange change,
		@Schema(description = "First day of the change, or last day when the tenancy ends") @NotNull @PossibleDate LocalDate effectiveOn) {

	TenancyChangeNotice {
		household = Given.list(household);
	}

}
