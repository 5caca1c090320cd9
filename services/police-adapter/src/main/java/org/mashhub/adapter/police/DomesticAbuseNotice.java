package org.mashhub.adapter.police;

import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.police.v1.DashRiskGrade;

/** A notification of domestic abuse as a force sends it. */
record DomesticAbuseNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@NotNull @Valid Occurrence occurrence,
		@Schema(description = "Where it happened") @Valid @Nullable PostalAddress location,
		@Schema(description = "Each with a role: VICTIM, SUSPECT, and CHILD for every child, absent or not; only a withdrawn record may leave them out") @Size(
				max = 60) List<@NotNull @Valid PolicePerson> persons,
		@Schema(description = "One-to-one relationships between persons") @Size(
				max = 200) List<@NotNull @Valid Link> links) {

	DomesticAbuseNotice {
		persons = Given.list(persons);
		links = Given.list(links);
	}

	/** What cannot be right as a whole: who was hurt is told by role alone. */
	List<FieldProblem> problems() {
		List<FieldProblem> problems = new ArrayList<>();
		for (int i = 0; i < this.persons.size(); i++) {
			if (this.persons.get(i).role() == null) {
				problems.add(new FieldProblem("persons[" + i + "].role", "is missing",
						"Send VICTIM for who was hurt, SUSPECT for who is said to have hurt, CHILD for each child."));
			}
		}
		return problems;
	}

	/** What happened, and how grave it was found. */
	record Occurrence(
			@Schema(description = "Number that log, crime and notification share") @Size(min = 1,
					max = 60) @Nullable String number,
			@Schema(description = "Grade of the DASH risk assessment") @NotNull DashRiskGrade riskGrade,
			@Schema(description = "Whether children were there; leave out when not recorded") @Nullable Boolean childrenPresent,
			@Schema(description = "Whether children normally live there; leave out when not recorded") @Nullable Boolean childrenResident,
			@Schema(description = "Text that is cleared for sharing") @Size(min = 1,
					max = 2000) @Nullable String summary) {

	}

}
