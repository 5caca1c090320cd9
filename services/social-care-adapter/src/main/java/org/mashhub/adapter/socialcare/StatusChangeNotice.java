package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.CaseStatus;

/** A status of a child as the case system holds it. */
record StatusChangeNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Size(max = 30) List<@NotNull @Valid FamilyMember> family, @NotNull CaseStatus status,
		@Schema(description = "True when the status ends; default false, it begins") @Nullable Boolean ended,
		@Schema(description = "First day, or last day when it ends") @NotNull @PossibleDate LocalDate effectiveOn,
		@Schema(description = "Phone of the worker to ring") @Phone @Nullable String workerPhone)
		implements
			ChildRecord {

	StatusChangeNotice {
		family = Given.list(family);
	}

}
