package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.ConferenceOutcome;

/** What was decided on a request for a conference or strategy discussion. */
record ConferenceDecisionNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the request, as whoever asked gave it") @NotBlank @Size(
				max = 120) String requestId,
		@NotNull ConferenceOutcome outcome,
		@Schema(description = "Why, for example THRESHOLD_NOT_MET, VISIT_INSTEAD or ALREADY_PLANNED") @Size(
				max = 30) List<@NotNull @Code String> reasonCodes,
		@Schema(description = "Codes of the organisations that were asked before") @Size(
				max = 40) List<@NotNull @OrganisationCode String> consulted,
		@Schema(description = "Day of the decision") @NotNull @PossibleDate LocalDate decidedOn,
		@Schema(description = "Role of the person who decided") @Size(min = 1,
				max = 120) @Nullable String decidedByRole)
		implements
			ChildRecord {

	ConferenceDecisionNotice {
		reasonCodes = Given.list(reasonCodes);
		consulted = Given.list(consulted);
	}

}
