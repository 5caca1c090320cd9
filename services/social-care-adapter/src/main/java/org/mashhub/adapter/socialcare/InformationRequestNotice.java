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

/**
 * A question to an organisation: what does it know of a child, or of an adult around the
 * child?
 */
record InformationRequestNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Adults whom you also ask about") @Size(
				max = 30) List<@NotNull @Valid FamilyMember> family,
		@Schema(description = "Number of the request, which the answer names; default record.id") @Size(min = 1,
				max = 120) @Nullable String requestId,
		@Schema(description = "Kind of agency asked, for example gp") @NotNull @AgencyKind String requestedOfAgency,
		@Schema(description = "Code of the organisation asked") @OrganisationCode @Nullable String requestedOf,
		@Schema(description = "Day of the request") @NotNull @PossibleDate LocalDate requestedOn,
		@Schema(description = "Day by which an answer is due") @PossibleDate(planned = true) @Nullable LocalDate dueOn,
		@Schema(description = "Number of the assessment it is for") @Size(min = 1,
				max = 120) @Nullable String assessmentId)
		implements
			ChildRecord {

	InformationRequestNotice {
		family = Given.list(family);
	}

}
