package org.mashhub.adapter.gp;

import java.time.OffsetDateTime;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.NhsNumber;
import org.mashhub.adapter.kit.OdsCode;
import org.mashhub.adapter.kit.PossibleDate;

/**
 * A signal of the NHS Multicast Notification Service: a CloudEvent that says what
 * happened, to whom, and when, and nothing else. What CloudEvents allows beside is passed
 * over, as it asks of those who do not know it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record NhsEvent(
		@Schema(description = "Version of CloudEvents: 1.0") @NotNull @Pattern(regexp = "1\\.0",
				message = "is not a version that the hub reads | Send 1.0.") String specversion,
		@Schema(description = "Id of the signal, unique at its source") @NotNull @Pattern(
				regexp = "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}",
				message = "is not an id | Send at most 64 letters, digits, dots, colons, hyphens.") String id,
		@Schema(description = "Who produced the signal, for example the NHS Spine system") @NotNull @Pattern(
				regexp = "[A-Za-z0-9][A-Za-z0-9 ._/:-]{0,79}",
				message = "is not a system's name | Send letters, digits, space, dot, slash, colon, hyphen; at most 80.") String source,
		@Schema(description = "What happened, for example pds-change-of-gp-2") @NotBlank String type,
		@Schema(description = "When it happened, with offset") @NotNull @PossibleDate OffsetDateTime time,
		@Schema(description = "The patient's NHS number") @NotNull @NhsNumber String subject,
		@Schema(description = "What whoever passes the signal on has added to it") @Valid @Nullable Filtering filtering,
		@Schema(hidden = true) @Null(
				message = "is there | Send the signal without data: the hub takes no content that way.") @Nullable Object data) {

	/** What a thin signal leaves out and the hub cannot do without. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	record Filtering(@Schema(
			description = "ODS code of the practice where the patient is registered now") @OdsCode @Nullable String generalpractitioner,
			@Schema(description = "The Personal Demographics Service's death notification status: 1, 2 or U") @Pattern(
					regexp = "[12U]",
					message = "is not a status | Send 1 (informal), 2 (formal) or U (removed).") @Nullable String deathnotificationstatus) {

	}

}
