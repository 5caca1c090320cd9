package org.mashhub.adapter.healthvisiting;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.healthvisiting.v1.ChildSeen;

/** The new birth visit, 10 to 14 days after birth, as the practitioner writes it down. */
record BirthVisitNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The baby; only a withdrawn record may leave it out") @Valid @Nullable Child baby,
		@Valid @Nullable PersonPresent mother,
		@Schema(description = "Who else was there") @Size(max = 30) List<@NotNull @Valid PersonPresent> present,
		@NotNull @Valid Visit visit) {

	BirthVisitNotice {
		present = Given.list(present);
	}

	/** What the practitioner saw and was told. */
	record Visit(@NotNull ChildSeen childSeen,
			@Schema(description = "Completed weeks at birth") @Min(20) @Max(45) @Nullable Integer gestationWeeks,
			@Nullable Feeding feeding,
			@Schema(description = "True when a safeguarding concern is recorded") @Nullable Boolean concern,
			@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
					max = 2000) @Nullable String summary) {

	}

	/** How the baby is fed. */
	enum Feeding {

		BREAST, FORMULA, MIXED

	}

}
