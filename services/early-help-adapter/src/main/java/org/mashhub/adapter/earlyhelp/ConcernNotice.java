package org.mashhub.adapter.earlyhelp;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.earlyhelp.v1.EarlyHelpConcern;

/** A concern about a child that somebody in early help records. */
record ConcernNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Others whom the record speaks of, a stranger too") @Size(
				max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "What the concern is of") @NotNull EarlyHelpConcern kind,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	ConcernNotice {
		family = Given.list(family);
	}

}
