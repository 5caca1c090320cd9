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
import org.mashhub.event.housing.v1.MoveInitiator;

/** A move as a landlord sends it. */
record MoveNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The new tenancy") @Valid @Nullable TenancyName tenancy,
		@Schema(description = "Everybody who moved; only a withdrawn record may leave it out") @Size(
				max = 30) List<@NotNull @Valid HouseholdMember> household,
		@Schema(description = "Home left; leave out when it was not yours") @Valid @Nullable PostalAddress from,
		@Schema(description = "Home moved to; leave out when not known") @Valid @Nullable PostalAddress to,
		@Schema(description = "Day of the move") @NotNull @PossibleDate LocalDate movedOn,
		@Schema(description = "Who wanted the move; default UNKNOWN") @Nullable MoveInitiator initiatedBy) {

	MoveNotice {
		household = Given.list(household);
	}

}
