package org.mashhub.adapter.police;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.police.v1.ConferenceKind;

/** A request for a conference or a strategy discussion as a force sends it. */
record ConferenceRequestNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Number of the request, which the decision will name; default record.id") @Size(min = 1,
				max = 120) @Nullable String requestNumber,
		@NotNull ConferenceKind kind,
		@Schema(description = "Code of the organisation that you ask, for example the council's") @NotNull @Pattern(
				regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}",
				message = "is not an organisation's code | Send letters, digits, dot, hyphen; at most 60.") String requestedOf,
		@NotNull @PossibleDate LocalDate requestedOn,
		@Schema(description = "Why, as codes, for example THREAT_TO_CHILD, DOMESTIC_ABUSE or WANTED_PERSON_IN_HOME") @Size(
				max = 20) List<@NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,59}",
						message = "is not a code | Send capitals such as THREAT_TO_CHILD.") String> reasonCodes,
		@Schema(description = "Text that is cleared for sharing") @Size(min = 1, max = 2000) @Nullable String summary,
		@Schema(description = "Each child in the role CHILD, unborn or not; only a withdrawn record may leave them out") @Size(
				max = 60) List<@NotNull @Valid PolicePerson> persons,
		@Schema(description = "One-to-one relationships between persons") @Size(
				max = 200) List<@NotNull @Valid Link> links) {

	ConferenceRequestNotice {
		reasonCodes = Given.list(reasonCodes);
		persons = Given.list(persons);
		links = Given.list(links);
	}

	/** What cannot be right as a whole. */
	List<FieldProblem> problems() {
		boolean aboutAChild = this.persons.stream().anyMatch((person) -> person.role() == PolicePerson.Role.CHILD);
		return (aboutAChild || this.record.isWithdrawn()) ? List.of() : List.of(new FieldProblem("persons",
				"name no child", "Give each child the role CHILD; describe a child who is not born yet."));
	}

}
