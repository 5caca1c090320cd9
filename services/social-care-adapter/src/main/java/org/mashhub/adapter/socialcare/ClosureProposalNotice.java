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

/** A proposal to close a case; a later version of it adds answers. */
record ClosureProposalNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "DfE CIN census closure reason, RC1 to RC9") @ClosureReason @Nullable String closeReasonCode,
		@Schema(description = "Day on which the case would close") @PossibleDate(
				planned = true) @Nullable LocalDate proposedFor,
		@Schema(description = "Answers to items of the closure challenge") @Size(
				max = 60) List<@NotNull @Valid Answer> answers,
		@Schema(description = "Numbers of recorded assertions that it rests on, as their assertionId") @Size(
				max = 60) List<@NotNull @AssertionNumber String> restsOn)
		implements
			ChildRecord {

	ClosureProposalNotice {
		answers = Given.list(answers);
		restsOn = Given.list(restsOn);
	}

}
