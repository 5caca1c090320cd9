package org.mashhub.adapter.socialcare;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Code;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;

/** A way in which a person must be reached. */
record CommunicationNeedNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "The child; only a withdrawn record may leave it out") @Valid @Nullable Child child,
		@Schema(description = "Whose need it is, unless it is the child's own") @Valid @Nullable FamilyMember person,
		@Schema(description = "For example CANNOT_READ, EASY_READ, INTERPRETER, SIGN_LANGUAGE or LARGE_PRINT") @NotEmpty @Size(
				max = 20) List<@NotNull @Code String> needCodes,
		@Schema(description = "Language of the interpreter, ISO 639-3, for example pol") @Pattern(regexp = "[a-z]{3}",
				message = "is not an ISO 639-3 code | Send three small letters, for example pol for Polish.") @Nullable String language,
		@Schema(description = "True when the need is no longer there") @Nullable Boolean ended) implements ChildRecord {

	CommunicationNeedNotice {
		needCodes = Given.list(needCodes);
	}

}
