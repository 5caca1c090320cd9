package org.mashhub.adapter.singlepointofaccess;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A contact by a member of the public, as the form of the front door holds it. */
record PublicContactNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Reference given to the caller") @Size(min = 1,
				max = 60) @Nullable String contactReference,
		@Schema(description = "DfE CIN census code: 1A family, 1B acquaintance, 1C self, 1D other, 9 anonymous") @NotNull @ContactSource String contactSourceCode,
		@Schema(description = "True when the caller gave no name; default: whether the source is 9") @Nullable Boolean anonymous,
		@Schema(description = "Who called: sealed, never shared; leave out or blank when the caller does not say") @Valid @Nullable Referrer referrer,
		@Schema(description = "Reference of an earlier contact by the same caller, where you can tell") @Size(min = 1,
				max = 60) @Nullable String sameCallerAs,
		@Schema(description = "First day of what was seen or heard") @PossibleDate @Nullable LocalDate observedFrom,
		@Schema(description = "Last day of what was seen or heard") @PossibleDate @Nullable LocalDate observedTo,
		@Schema(description = "When the caller told you, with offset") @NotNull @PossibleDate OffsetDateTime reportedAt,
		@Schema(description = "Where it was seen or heard") @Valid @Nullable PostalAddress location,
		@Size(max = 20) List<@NotNull Concern> concerns,
		@Schema(description = "Children spoken of") @Size(max = 20) List<@NotNull @Valid Child> children,
		@Schema(description = "Adults spoken of, never the caller") @Size(max = 20) List<@NotNull @Valid Adult> adults,
		@Schema(description = "Somebody whom the caller names as one who knows more") @Valid @Nullable Informant informant,
		@Schema(description = "Short text for the chronology; say \"the caller\", never who") @Size(min = 1,
				max = 2000) @Nullable String summary) {

	PublicContactNotice {
		concerns = Given.list(concerns);
		children = Given.list(children);
		adults = Given.list(adults);
	}

	/** Somebody who knows more, as the caller says. */
	record Informant(@Size(min = 1, max = 120) @Nullable String forenames,
			@Size(min = 1, max = 120) @Nullable String surname, @Phone @Nullable String phone,
			@Valid @Nullable PostalAddress address,
			@Schema(description = "Description of somebody whom the caller could not name") @Size(min = 1,
					max = 500) @Nullable String description) {

	}

}
