package org.mashhub.adapter.hospital;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A booking with midwifery. The unborn child is nobody in it. */
record PregnancyBookingNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The mother; only a withdrawn record may leave her out") @Valid @Nullable Patient mother,
		@Schema(description = "Who is around the mother: PARTNER, FATHER_OF_BABY, CHILD, OTHER or NOT_KNOWN") @Size(
				max = 30) List<@NotNull @Valid PersonAround> family,
		@Schema(description = "Number of the pregnancy; booking, end and birth share it") @NotBlank @Size(min = 1,
				max = 60) String pregnancyId,
		@Schema(description = "Day of the booking") @NotNull @PossibleDate LocalDate bookedOn,
		@Schema(description = "Day on which the birth is expected") @PossibleDate(
				planned = true) @Nullable LocalDate expectedOn,
		@Schema(description = "Completed weeks at the booking") @Min(0) @Max(45) @Nullable Integer gestationWeeks,
		@Schema(description = "Whether it was asked if the parents are related by blood; leave out when not recorded") @Nullable Boolean kinshipAsked,
		@Schema(description = "Whether a kinship of the parents was recorded; leave out when not asked") @Nullable Boolean kinshipRecorded) {

	PregnancyBookingNotice {
		family = Given.list(family);
	}

}
