package org.mashhub.adapter.probation;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.probation.v1.RiskToChildren;

/** An assessment in OASys as probation sends it. */
record AssessmentNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "The assessed person; only a withdrawn record may leave it out") @Valid @Nullable Offender person,
		@Schema(description = "Day on which the assessment was completed") @NotNull @PossibleDate LocalDate assessedOn,
		@Schema(description = "Risk of serious harm to children in the community") @NotNull RiskToChildren riskToChildren,
		@Schema(description = "How many children the assessment cites, 0 for none; default: how many are listed") @Min(0) @Max(30) @Nullable Integer childrenCited,
		@Schema(description = "The children whom it cites") @Size(max = 30) List<@NotNull @Valid CitedChild> children,
		@Schema(description = "Conditions that bear on children, as codes") @Size(
				max = 20) List<@NotNull @ChildCondition String> conditions) {

	AssessmentNotice {
		children = Given.list(children);
		conditions = Given.list(conditions);
	}

	/** How many children it cites; null, not none, where it does not say. */
	@Nullable Integer cited() {
		if (this.childrenCited != null) {
			return this.childrenCited;
		}
		return this.children.isEmpty() ? null : this.children.size();
	}

	/** What cannot be right as a whole. */
	List<FieldProblem> problems() {
		boolean fewer = this.childrenCited != null && this.childrenCited < this.children.size();
		return fewer ? List.of(new FieldProblem("childrenCited", "is less than the children who are listed",
				"Count every child whom the assessment cites, or leave it out.")) : List.of();
	}

}
