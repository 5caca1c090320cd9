package org.mashhub.adapter.hospital;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.hospital.v1.ComplaintCategory;

/** A patient left, or a child was taken away, against medical advice. */
record SelfDischargeNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The patient; only a withdrawn record may leave them out") @Valid @Nullable Patient patient,
		@Schema(description = "Family and household, as far as recorded") @Size(
				max = 30) List<@NotNull @Valid PersonAround> family,
		@Schema(description = "Number of the stay; admission and discharge share it") @Size(min = 1,
				max = 60) @Nullable String admissionId,
		@Schema(description = "What brought the patient; default NOT_RECORDED") @Nullable ComplaintCategory complaint,
		@Schema(description = "Reason given, for example CARE_OF_OTHER_CHILDREN, DISAGREEMENT or NOT_GIVEN") @Code @Nullable String reasonCode,
		@Schema(description = "True when a safeguarding concern was recorded; leave out when not recorded") @Nullable Boolean safeguardingConcern,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary)
		implements
			PatientNotice {

	SelfDischargeNotice {
		family = Given.list(family);
	}

}
