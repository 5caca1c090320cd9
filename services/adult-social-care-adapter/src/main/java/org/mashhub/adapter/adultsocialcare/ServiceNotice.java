package org.mashhub.adapter.adultsocialcare;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.adultsocialcare.v1.ServiceChange;

/** A service that has begun, ended or was refused, support of a carer included. */
record ServiceNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "Whom it is about; only a withdrawn record may leave it out") @Valid @Nullable Adult adult,
		@Schema(description = "Those around the adult: the children of the home above all") @Size(
				max = 30) List<@NotNull @Valid OtherPerson> others,
		@Schema(description = "What service, for example CARE_PACKAGE, CARER_SUPPORT or SUBSTANCE_MISUSE_SERVICE") @NotNull @Code String service,
		@NotNull ServiceChange change,
		@Schema(description = "First or last day, or the day of the refusal") @NotNull @PossibleDate LocalDate effectiveOn)
		implements
			AdultRecord {

	ServiceNotice {
		others = Given.list(others);
	}

}
