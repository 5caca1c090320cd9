package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.AssertionOutcome;

/** What a source that can know said of an assertion. */
record AssertionVerificationNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Whom the assertion is about, and others whom it speaks of") @Size(
				max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "Number of the assertion") @NotNull @AssertionNumber String assertionId,
		@NotNull AssertionOutcome outcome,
		@Schema(description = "Kind of source asked, for example POLICE, COURT, GP or REGISTRAR") @NotNull @IndependentSource String source,
		@Schema(description = "Whom it is about, unless it is the child: the person's id, or role and position, for example partner-1") @Size(
				min = 1, max = 60) @Nullable String about,
		@Schema(description = "Day of the answer") @NotNull @PossibleDate LocalDate verifiedOn) implements ChildRecord {

	AssertionVerificationNotice {
		family = Given.list(family);
	}

}
