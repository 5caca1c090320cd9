package org.mashhub.adapter.kit;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.FamilyInformed;
import org.mashhub.event.common.v1.HandlingCode;

/**
 * How a record may be shared, as the block {@code sharing} of a notice; what is left out
 * takes the agency's default.
 *
 * @param purpose why it is shared
 * @param lawfulBasis article and condition
 * @param handling who may see the content
 * @param conditions conditions in the agency's words
 * @param familyInformed whether the family knows
 */
public record Sharing(@Schema(description = "Why it is shared; default SAFEGUARDING_CHILDREN") @Pattern(
		regexp = "[A-Z][A-Z_]{2,59}",
		message = "is not a purpose | Send a code in capitals such as SAFEGUARDING_CHILDREN.") @Nullable String purpose,
		@Schema(description = "UK GDPR article and condition of the Data Protection Act 2018; default: the agency's") @Size(
				min = 3, max = 300) @Nullable String lawfulBasis,
		@Schema(description = "Who may see the content; default: the agency's") @Nullable HandlingCode handling,
		@Schema(description = "Conditions in the agency's words, shown with the content") @Size(min = 1,
				max = 500) @Nullable String conditions,
		@Schema(description = "Whether the family knows that this was shared; default UNKNOWN") @Nullable FamilyInformed familyInformed) {

	/** A notice without the block. */
	static final Sharing UNSTATED = new Sharing(null, null, null, null, null);

}
