package org.mashhub.adapter.police;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;

/** How one person of a record stands to another. */
record Link(@Schema(
		description = "nominal of the first person, or role and position, for example suspect-1") @NotBlank String from,
		@NotNull RelationshipKind type, @Schema(description = "The second person") @NotBlank String to,
		@Schema(description = "How far you stand behind it; default RECORDED") @Nullable RelationshipStatus status) {

}
