package org.mashhub.adapter.hospital;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/**
 * A pregnancy that ended other than by the birth of a living child. Has no field for a
 * cause, and none for text.
 */
record PregnancyEndingNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The mother; only a withdrawn record may leave her out") @Valid @Nullable Patient mother,
		@Schema(description = "Number of the pregnancy; booking, end and birth share it") @Size(min = 1,
				max = 60) @Nullable String pregnancyId,
		@Schema(description = "Day, when known") @PossibleDate @Nullable LocalDate endedOn) {

}
