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
import org.mashhub.event.socialcare.v1.AttemptOutcome;
import org.mashhub.event.socialcare.v1.ContactMethod;

/** An attempt to reach a family. */
record ContactAttemptNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Whom you tried to reach") @Size(max = 30) List<@NotNull @Valid FamilyMember> family,
		@NotNull ContactMethod method, @NotNull AttemptOutcome outcome,
		@Schema(description = "Day of the attempt") @NotNull @PossibleDate LocalDate attemptedOn)
		implements
			ChildRecord {

	ContactAttemptNotice {
		family = Given.list(family);
	}

}
