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

/** A closed case as the case system holds it. */
record ClosureNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "DfE CIN census closure reason, RC1 to RC9") @ClosureReason @Nullable String closeReasonCode,
		@Schema(description = "Last day of the case") @NotNull @PossibleDate LocalDate closedOn,
		@Schema(description = "Role of the approving manager") @Size(min = 1, max = 120) @Nullable String approvedBy,
		@Schema(description = "Answers to items of the closure challenge") @Size(
				max = 60) List<@NotNull @Valid Answer> answers,
		@Schema(description = "Numbers of recorded assertions that it rests on, as their assertionId") @Size(
				max = 60) List<@NotNull @AssertionNumber String> restsOn)
		implements
			ChildRecord {

	ClosureNotice {
		answers = Given.list(answers);
		restsOn = Given.list(restsOn);
	}

}
