package org.mashhub.adapter.kit;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.common.v1.TimePrecision;

/**
 * What every notice says of the record in the sender's own system, as its block
 * {@code record}.
 *
 * @param id number of the record, unique in that system whatever its kind
 * @param version version of the record; a higher one replaces what a lower one said
 * @param state whether the record stands
 * @param retracts number of the record that this one withdraws, where it is another
 * @param system name of the system
 * @param organisation code of the sending organisation, to be checked against the token
 * @param occurredAt when it happened; may be left out where the notice has a date of its
 * own
 * @param occurredPrecision how exactly that is known
 * @param recordedAt when it was written down
 */
public record SourceRecord(
		@Schema(description = "Number of the record, unique in that system whatever its kind") @NotBlank @Size(min = 1,
				max = 120) String id,
		@Schema(description = "A higher version replaces what a lower one said; default 1") @Positive @Nullable Long version,
		@Schema(description = "Whether the record stands; default ACTIVE") @Nullable RecordState state,
		@Schema(description = "Number of the record that this one withdraws, where it is another") @Size(min = 1,
				max = 120) @Nullable String retracts,
		@Schema(description = "Name of the system that holds the record") @NotBlank @Pattern(
				regexp = "[A-Za-z0-9][A-Za-z0-9 ._/:-]{0,79}",
				message = "is not a system's name | Send letters, digits, space, dot, slash, colon, hyphen; at most 80.") String system,
		@Schema(description = "Code of the sending organisation; when sent, it must be the token's") @Nullable String organisation,
		@Schema(description = "When it happened; may be left out where the notice has a date of its own") @PossibleDate @Nullable OffsetDateTime occurredAt,
		@Schema(description = "How exactly that is known; default EXACT") @Nullable TimePrecision occurredPrecision,
		@Schema(description = "When it was written down") @NotNull @PossibleDate OffsetDateTime recordedAt) {

	/**
	 * Whether the record is withdrawn, so that it need not name anybody any more.
	 * @return true when it is retracted or was entered in error
	 */
	@Schema(hidden = true)
	public boolean isWithdrawn() {
		return this.state == RecordState.RETRACTED || this.state == RecordState.ENTERED_IN_ERROR;
	}

}
