package org.mashhub.adapter.education;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.education.v1.PupilChange;

/** A child came onto the roll of a nursery or school, or left it. */
record PupilMoveNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Size(max = 30) List<@NotNull @Valid FamilyMember> family, @NotNull PupilChange change,
		@Nullable Setting setting,
		@Schema(description = "Unique reference number of the school (Get Information about Schools), six digits") @Pattern(
				regexp = "[0-9]{6}",
				message = "is not a school's URN | Send its six digits; leave it out for a nursery that has only an Ofsted number.") @Nullable String schoolUrn,
		@Schema(description = "First day on roll, or last") @NotNull @PossibleDate LocalDate effectiveOn) {

	PupilMoveNotice {
		family = Given.list(family);
	}

	/** What kind of setting it is. */
	enum Setting {

		NURSERY, PRIMARY, SECONDARY, OTHER

	}

}
