package org.mashhub.adapter.ambulance;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PersonAround;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** An attendance as the crew's patient record has it. */
record AttendanceNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Number of the call, as the dispatch system has it") @Size(min = 1,
				max = 60) @Nullable String incidentNumber,
		@Schema(description = "The patient; only a withdrawn record may leave them out") @Valid @Nullable Patient patient,
		@Schema(description = "Who else was there, children included") @Size(
				max = 30) List<@NotNull @Valid PersonAround> present,
		@Schema(description = "What the call was for; leave out when not recorded") @Nullable Complaint complaint,
		@Schema(description = "Whether it was at the home of the patient; leave out when not recorded") @Nullable Boolean atHome,
		@Schema(description = "How the home was, where it was graded") @Valid @Nullable Conditions conditions,
		@Schema(description = "Whether the patient was taken to hospital") @Nullable Boolean conveyed,
		@Schema(description = "Whether somebody refused that the patient be taken to hospital") @Nullable Boolean refusedConveyance,
		@Schema(description = "True when the crew records a safeguarding concern") @Nullable Boolean concern,
		@Schema(description = "Short text for the chronology, fit for the family to read") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	AttendanceNotice {
		present = Given.list(present);
	}

	/** How a home was. */
	record Conditions(@Schema(description = "1 best to 5 worst") @NotNull @Min(1) @Max(5) Integer grade,
			@Schema(description = "Tool behind the grade; grades of different tools are not compared") @NotBlank @Size(
					max = 60) String tool) {

	}

	/** What a call was for, in one word. */
	enum Complaint {

		RESPIRATORY, SEIZURE, INJURY, INGESTION, FEEDING, INFECTION, MENTAL_HEALTH, OTHER

	}

}
