package org.mashhub.adapter.hospital;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** The birth of a living child; twins are two records. */
record BirthNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Patient child,
		@Schema(description = "The mother; only a withdrawn record may leave her out") @Valid @Nullable Patient mother,
		@Schema(description = "Who else is around the child") @Size(max = 30) List<@NotNull @Valid PersonAround> family,
		@Schema(description = "Number of the pregnancy; booking, end and birth share it") @Size(min = 1,
				max = 60) @Nullable String pregnancyId,
		@Schema(description = "Day of the birth") @NotNull @PossibleDate LocalDate bornOn,
		@Schema(description = "Completed weeks at birth") @Min(20) @Max(45) @Nullable Integer gestationWeeks,
		@Schema(description = "True for twins or more") @Nullable Boolean multiple) {

	BirthNotice {
		family = Given.list(family);
	}

}
