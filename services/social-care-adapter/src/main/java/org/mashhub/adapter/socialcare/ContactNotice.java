package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.time.OffsetDateTime;
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

/**
 * A contact about a child. It has no place for who made it: whoever wants to stay unknown
 * is sealed by the adapter of the single point of access.
 */
record ContactNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Those around the child whom the contact speaks of, never the caller as such") @Size(
				max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "Reference of the contact") @Size(min = 1, max = 60) @Nullable String contactReference,
		@Schema(description = "DfE CIN census code of the source, 1A to 10") @NotNull @ReferralSource String contactSourceCode,
		@Schema(description = "True when the caller gave no name; default: whether the source is 9") @Nullable Boolean anonymous,
		@Schema(description = "First day of what was seen or heard") @PossibleDate @Nullable LocalDate observedFrom,
		@Schema(description = "Last day of what was seen or heard") @PossibleDate @Nullable LocalDate observedTo,
		@Schema(description = "When it was reported, with offset") @NotNull @PossibleDate OffsetDateTime reportedAt,
		@Size(max = 20) List<@NotNull Concern> concerns,
		@Schema(description = "Short text for the chronology; say \"the caller\", never who") @Size(min = 1,
				max = 2000) @Nullable String summary)
		implements
			ChildRecord {

	ContactNotice {
		family = Given.list(family);
		concerns = Given.list(concerns);
	}

}
