package org.mashhub.adapter.police;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.police.v1.IntelligenceAssessment;
import org.mashhub.event.police.v1.IntelligenceHandling;
import org.mashhub.event.police.v1.SourceEvaluation;

/**
 * An intelligence report as a force has sanitised it, graded 3x5x2. It has no field for
 * the source or the text before it was sanitised: both stay with police.
 */
record IntelligenceNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing, @Schema(
		description = "How reliable the source is: 1 RELIABLE, 2 UNTESTED, 3 NOT_RELIABLE") @NotNull SourceEvaluation sourceEvaluation,
		@Schema(description = "How well the source knows: A directly, B indirectly but corroborated, C indirectly, D not known, E suspected to be false") @NotNull IntelligenceAssessment assessment,
		@Schema(description = "P lawful sharing permitted; C with conditions") @NotNull IntelligenceHandling handlingCode,
		@Schema(description = "The conditions; required with C") @Size(min = 1,
				max = 500) @Nullable String handlingConditions,
		@Schema(description = "What it is about") @Nullable IncidentType type,
		@Schema(description = "First day of what was observed") @PossibleDate @Nullable LocalDate observedFrom,
		@Schema(description = "Last day of what was observed") @PossibleDate @Nullable LocalDate observedTo,
		@Schema(description = "The place it is about") @Valid @Nullable PostalAddress location,
		@Schema(description = "Whom it names; never its source") @Size(
				max = 60) List<@NotNull @Valid PolicePerson> persons,
		@Schema(description = "One-to-one relationships between persons") @Size(
				max = 200) List<@NotNull @Valid Link> links,
		@Schema(description = "True while a live operation depends on it; default false") @Nullable Boolean liveOperation,
		@Schema(description = "True when you release it to the MASH in spite of conditions or an operation; default false") @Nullable Boolean released,
		@Schema(description = "Day on which you review the report") @PossibleDate(
				planned = true) @Nullable LocalDate reviewOn,
		@Schema(description = "Sanitised text that is cleared for sharing") @Size(min = 1,
				max = 2000) @Nullable String sanitisedText) {

	IntelligenceNotice {
		persons = Given.list(persons);
		links = Given.list(links);
	}

	/** The day that counts where the record names no time. */
	@Nullable LocalDate observed() {
		return (this.observedFrom != null) ? this.observedFrom : this.observedTo;
	}

	/** Conditions of handling travel with the content, beside any that the record has. */
	Sharing handling() {
		Sharing said = (this.sharing != null) ? this.sharing : new Sharing(null, null, null, null, null);
		String conditions = Stream.of(this.handlingConditions, said.conditions())
			.filter(Objects::nonNull)
			.distinct()
			.collect(Collectors.joining(" "));
		return new Sharing(said.purpose(), said.lawfulBasis(),
				staysWithPolice() ? HandlingCode.POLICE_MASH_ONLY : said.handling(),
				conditions.isEmpty() ? null : conditions, said.familyInformed());
	}

	/** Conditions or an operation bind it until it is released, whatever it says else. */
	private boolean staysWithPolice() {
		boolean bound = this.handlingCode == IntelligenceHandling.C || Given.is(this.liveOperation);
		return bound && !Given.is(this.released);
	}

	/** What cannot be right as a whole. */
	List<FieldProblem> problems() {
		List<FieldProblem> problems = new ArrayList<>();
		if (this.observedFrom != null && this.observedTo != null && this.observedFrom.isAfter(this.observedTo)) {
			problems.add(new FieldProblem("observedTo", "is before observedFrom", "Exchange the two, or correct one."));
		}
		if (this.handlingCode == IntelligenceHandling.C && this.handlingConditions == null
				&& !this.record.isWithdrawn()) {
			problems.add(new FieldProblem("handlingConditions", "are missing, and the handling code is C",
					"Send the conditions under which it may be handled."));
		}
		if (this.persons.isEmpty() && this.location == null && !this.record.isWithdrawn()) {
			problems.add(new FieldProblem("persons", "is missing or empty, and so is location",
					"Name or describe a person, or send the place; only a withdrawn record may leave out both."));
		}
		for (int i = 0; i < this.persons.size(); i++) {
			if (this.persons.get(i).role() == PolicePerson.Role.REPORTER) {
				problems.add(new FieldProblem("persons[" + i + "].role", "is not a role in intelligence",
						"Leave the source out: it stays with police."));
			}
		}
		return problems;
	}

}
