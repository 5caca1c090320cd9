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
import org.mashhub.event.healthvisiting.v1.ChildConcernKind;

/** A concern about a child that a practitioner records. */
record ChildConcernNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Others whom the record speaks of") @Size(
				max = 30) List<@NotNull @Valid PersonPresent> others,
		@Schema(description = "What the concern is of") @NotNull ChildConcernKind kind,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	ChildConcernNotice {
		others = Given.list(others);
	}

}
