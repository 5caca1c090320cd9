package org.mashhub.adapter.hospital;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.hospital.v1.AntenatalGap;

/** Antenatal care that did not take place as planned. */
record ContactGapNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The mother; only a withdrawn record may leave her out") @Valid @Nullable Patient mother,
		@Schema(description = "Number of the pregnancy; booking, end and birth share it") @Size(min = 1,
				max = 60) @Nullable String pregnancyId,
		@NotNull AntenatalGap gap) {

}
