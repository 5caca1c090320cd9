package org.mashhub.adapter.healthvisiting;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.healthvisiting.v1.AdviceUnderstood;

/** Where and how a baby sleeps was assessed, or could not be. */
record SafeSleepNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The baby; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "False when the assessment was due and not done") @NotNull Boolean done,
		@Schema(description = "Risks found: BED_SHARING, SOFA_SHARING, SMOKING, ALCOHOL, DRUGS, PREMATURE, LOW_BIRTH_WEIGHT, OVERHEATING, UNSAFE_SURFACE") @Size(
				max = 9) List<@NotNull @SleepRisk String> riskFactors,
		@Schema(description = "Whether the advice given was understood; default NOT_RECORDED") @Nullable AdviceUnderstood adviceUnderstood,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	SafeSleepNotice {
		riskFactors = Given.list(riskFactors);
	}

}
