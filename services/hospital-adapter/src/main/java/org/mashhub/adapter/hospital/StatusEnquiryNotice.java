package org.mashhub.adapter.hospital;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.hospital.v1.StatusAnswer;
import org.mashhub.event.hospital.v1.StatusQuestion;

/** A question about a family that hospital staff put to another agency. */
record StatusEnquiryNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The patient; only a withdrawn record may leave them out") @Valid @Nullable Patient patient,
		@Schema(description = "Family and household, as far as recorded") @Size(
				max = 30) List<@NotNull @Valid PersonAround> family,
		@Schema(description = "Kind of agency asked, for example social-care") @NotNull @Pattern(
				regexp = "police|gp|health-visiting|ambulance|housing|social-care|early-help|probation|education|adult-social-care|single-point-of-access",
				message = "is not a kind of agency | Send for example social-care, police, gp or health-visiting.") String askedOf,
		@NotNull StatusQuestion question, @NotNull StatusAnswer answer,
		@Schema(description = "Role of the person who answered, no name") @Size(min = 1,
				max = 120) @Nullable String answeredByRole,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	StatusEnquiryNotice {
		family = Given.list(family);
	}

}
