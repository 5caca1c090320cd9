package org.mashhub.adapter.ambulance;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A death that a crew attended. Has no field for a cause, and none for what happened. */
record DeathNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Who died; only a withdrawn record may leave them out") @Valid @Nullable Patient deceased,
		@Schema(description = "The family, as far as known") @Size(max = 30) List<@NotNull @Valid PersonAround> family,
		@Schema(description = "Day of death, when known") @PossibleDate @Nullable LocalDate diedOn,
		@Schema(description = "Role of the person who confirmed who died, no name; leave out when nobody did") @Size(
				min = 1, max = 120) @Nullable String identityConfirmedBy) {

	DeathNotice {
		family = Given.list(family);
	}

}
