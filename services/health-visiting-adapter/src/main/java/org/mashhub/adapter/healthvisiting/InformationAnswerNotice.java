package org.mashhub.adapter.healthvisiting;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.healthvisiting.v1.InformationAnswer;

/** The answer to a request for information. */
record InformationAnswerNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The child who was asked about; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Others who were asked about") @Size(max = 30) List<@NotNull @Valid PersonPresent> others,
		@Schema(description = "Number of the request, as it came from the hub or from social care") @NotBlank @Size(
				max = 120) String requestId,
		@NotNull InformationAnswer answer,
		@Schema(description = "Why it was refused, as a code, for example NO_LAWFUL_BASIS; with REFUSED, and only there") @Code @Nullable String refusalReason,
		@NotNull @PossibleDate LocalDate answeredOn,
		@Schema(description = "Short text for the chronology") @Size(min = 1, max = 2000) @Nullable String summary) {

	InformationAnswerNotice {
		others = Given.list(others);
	}

}
