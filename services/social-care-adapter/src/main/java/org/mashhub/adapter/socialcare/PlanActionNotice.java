package org.mashhub.adapter.socialcare;

import java.time.LocalDate;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.socialcare.v1.PlanActionState;

/** An action of a plan, each time that it goes further. */
record PlanActionNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Number of the action; default record.id") @Size(min = 1,
				max = 120) @Nullable String actionId,
		@Schema(description = "Role of the person who does it") @Size(min = 1, max = 120) @Nullable String ownerRole,
		@Schema(description = "Code of the organisation that does it") @OrganisationCode @Nullable String ownerOrganisation,
		@Schema(description = "Day by which") @PossibleDate(planned = true) @Nullable LocalDate dueOn,
		@Schema(description = "How one sees that it helped") @Size(min = 1, max = 500) @Nullable String measure,
		@Schema(description = "What happens if it does not") @Size(min = 1, max = 500) @Nullable String contingency,
		@NotNull PlanActionState state,
		@Schema(description = "Day of this state") @NotNull @PossibleDate LocalDate changedOn) implements ChildRecord {

}
