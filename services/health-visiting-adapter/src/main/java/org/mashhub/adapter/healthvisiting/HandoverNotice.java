package org.mashhub.adapter.healthvisiting;

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

/** A practitioner has handed the child over to another. */
record HandoverNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Name of who handed over") @Size(min = 1, max = 120) @Nullable String fromPractitioner,
		@Schema(description = "Name of who took over") @Size(min = 1, max = 120) @Nullable String toPractitioner,
		@Schema(description = "True when they spoke with each other; a note or a form is false") @NotNull Boolean verbal,
		@NotNull @PossibleDate LocalDate handedOverOn,
		@Schema(description = "What is still to be done for the child, as codes, for example SAFE_SLEEP_ASSESSMENT") @Size(
				max = 30) List<@NotNull @Code String> outstandingTasks) {

	HandoverNotice {
		outstandingTasks = Given.list(outstandingTasks);
	}

}
