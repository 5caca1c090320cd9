package org.mashhub.console.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.mashhub.console.readmodel.Part;

/**
 * Which part of a list a client wants: the same of every list.
 *
 * @param limit how many entries at most; null for as many as usual
 * @param after where the part before ended; null to begin
 */
record Wanted(
		@Parameter(description = "how many entries at most") @Schema(
				defaultValue = "" + Part.USUAL) @Min(1) @Max(Part.MOST) @Nullable Integer limit,
		@Parameter(
				description = "where the part before ended: follow the header Link, whose form may change") @Nullable String after) {

	Part part() {
		return new Part((this.limit != null) ? this.limit : Part.USUAL, this.after);
	}

}
