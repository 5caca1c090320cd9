package org.mashhub.adapter.hospital;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.hospital.v1.ComplaintCategory;

/** A discharge with what its letter says of the time after. */
record DischargeNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The patient; only a withdrawn record may leave them out") @Valid @Nullable Patient patient,
		@Schema(description = "Family and household, as far as recorded") @Size(
				max = 30) List<@NotNull @Valid PersonAround> family,
		@Schema(description = "Number of the stay; admission and discharge share it") @Size(min = 1,
				max = 60) @Nullable String admissionId,
		@Schema(description = "What brought the patient; default NOT_RECORDED") @Nullable ComplaintCategory complaint,
		@Schema(description = "Whether somebody must follow up; leave out when the letter does not say") @Nullable Boolean followUpRequired,
		@Schema(description = "Who follows up, for example GP, HEALTH_VISITOR or OUTPATIENT") @Code @Nullable String followUpWith,
		@Schema(description = "Day by which") @PossibleDate(planned = true) @Nullable LocalDate followUpBy,
		@Schema(description = "Whether the child was born before 37 weeks; leave out when not asked") @Nullable Boolean bornPremature,
		@Schema(description = "Whether somebody in the household smokes; leave out when not asked") @Nullable Boolean smokingInHousehold,
		@Schema(description = "True when a safeguarding concern was recorded; leave out when not recorded") @Nullable Boolean safeguardingConcern,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary)
		implements
			PatientNotice {

	DischargeNotice {
		family = Given.list(family);
	}

}
