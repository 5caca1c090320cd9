package org.mashhub.adapter.socialcare;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.AssertionKind;

/** Something that somebody said and that bears on a child. */
record AssertionNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Whom it is about, who said it, and others whom it speaks of") @Size(
				max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "Number by which its verification and decisions will name it; default record.id") @AssertionNumber @Nullable String assertionId,
		@NotNull AssertionKind kind,
		@Schema(description = "Whom it is about, unless it is the child: the person's id, or role and position, for example partner-1") @Size(
				min = 1, max = 60) @Nullable String about,
		@Schema(description = "Who said it, likewise; left out when they must not be known") @Size(min = 1,
				max = 60) @Nullable String saidBy,
		@Schema(description = "True when you verified it before you wrote it down; default false") @Nullable Boolean verified,
		@Schema(description = "Short text for the chronology") @Size(min = 1, max = 2000) @Nullable String summary)
		implements
			ChildRecord {

	AssertionNotice {
		family = Given.list(family);
	}

}
