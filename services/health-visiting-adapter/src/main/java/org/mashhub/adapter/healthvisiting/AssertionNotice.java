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
import org.mashhub.event.healthvisiting.v1.AssertionKind;

/** Something that somebody told the practitioner and that nobody has verified. */
record AssertionNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The child whom it bears on; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Whom it is about, who said it, and others whom it speaks of") @Size(
				max = 30) List<@NotNull @Valid PersonPresent> others,
		@NotNull @Valid Assertion assertion) {

	AssertionNotice {
		others = Given.list(others);
	}

	/** What was said. */
	record Assertion(
			@Schema(description = "Number by which its verification will name it; default record.id") @Size(min = 1,
					max = 120) @Nullable String id,
			@NotNull AssertionKind kind,
			@Schema(description = "Whom it is about, unless it is the child: the person's id, or role and position, for example partner-1") @Size(
					min = 1, max = 60) @Nullable String about,
			@Schema(description = "Who said it: the person's id, or role and position, for example mother-1; left out when they must not be known") @Size(
					min = 1, max = 60) @Nullable String saidBy,
			@Schema(description = "What was said, as a short text for the chronology") @Size(min = 1,
					max = 2000) @Nullable String summary) {

	}

}
