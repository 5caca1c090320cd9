package org.mashhub.adapter.kit;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * All that an organisation publishes. What it declared before and does not name is over.
 *
 * @param organisation code of the organisation, only to be checked
 * @param feeds what it publishes; a missing list is refused, since an empty one ends all
 */
public record FeedsNotice(
		@Schema(description = "your organisation's code, only to be checked",
				example = "harrow-vale-police") @Nullable String organisation,
		@Schema(description = "all that you publish; what is left out is over") @NotNull @Size(
				max = 200) List<@NotNull @Valid Feed> feeds) {

	/**
	 * One kind of event.
	 *
	 * @param eventType name of the contract
	 * @param longestSilence ISO 8601 duration in weeks, days and hours; null when it
	 * comes irregularly
	 */
	public record Feed(
			@Schema(description = "name of the event, see docs/asyncapi.yaml",
					example = "IncidentLogged") @NotNull String eventType,
			@Schema(description = "longest normal silence in weeks, days and hours; left out when it comes irregularly",
					example = "P1D") @Nullable String longestSilence) {
	}

}
