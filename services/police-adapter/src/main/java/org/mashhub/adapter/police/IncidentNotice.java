package org.mashhub.adapter.police;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** An incident log as a force sends it. */
record IncidentNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@NotNull @Valid Occurrence occurrence,
		@Schema(description = "Where it happened") @Valid @Nullable PostalAddress location,
		@Size(max = 60) List<@NotNull @Valid PolicePerson> persons,
		@Schema(description = "One-to-one relationships between persons") @Size(
				max = 200) List<@NotNull @Valid Link> links) {

	IncidentNotice {
		persons = Given.list(persons);
		links = Given.list(links);
	}

	/** What happened. */
	record Occurrence(
			@Schema(description = "Number that log, crime and notification share") @Size(min = 1,
					max = 60) @Nullable String number,
			@NotNull IncidentType type,
			@Schema(description = "Whether children were there; leave out when not recorded") @Nullable Boolean childrenPresent,
			@Schema(description = "Result code of the log, for example ARREST") @Size(min = 1,
					max = 60) @Nullable String result,
			@Schema(description = "Text that is cleared for sharing") @Size(min = 1,
					max = 2000) @Nullable String summary) {

	}

}
