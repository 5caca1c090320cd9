package org.mashhub.adapter.police;

import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.PossibleDate;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.police.v1.InformationAnswer;

/** A force's answer to a request for information. */
record InformationAnswerNotice(@NotNull @Valid SourceRecord record, @Valid @Nullable Sharing sharing,
		@Schema(description = "Number of the request, as it stands on the request") @NotBlank @Size(min = 1,
				max = 120) String requestId,
		@NotNull Answer answer,
		@Schema(description = "Why it was refused, as a code; required with REFUSED, and only there") @Pattern(
				regexp = "[A-Z][A-Z_]{2,59}",
				message = "is not a code | Send capitals such as NO_LAWFUL_BASIS or MORE_DETRIMENTAL_TO_THE_CHILD.") @Nullable String refusalReason,
		@Schema(description = "Day of the answer") @NotNull @PossibleDate LocalDate answeredOn,
		@Schema(description = "Text that is cleared for sharing") @Size(min = 1, max = 2000) @Nullable String summary,
		@Schema(description = "Who was asked about, in the request's words where nothing is held; only a withdrawn record may leave them out") @Size(
				max = 60) List<@NotNull @Valid PolicePerson> persons) {

	InformationAnswerNotice {
		persons = Given.list(persons);
	}

	/** What cannot be right as a whole. */
	List<FieldProblem> problems() {
		boolean refused = this.answer == Answer.REFUSED;
		if (refused == (this.refusalReason != null)) {
			return List.of();
		}
		return List.of(refused
				? new FieldProblem("refusalReason", "is missing",
						"Say why it was refused, for example MORE_DETRIMENTAL_TO_THE_CHILD.")
				: new FieldProblem("refusalReason", "is given though nothing was refused",
						"Leave it out, or send answer REFUSED."));
	}

	/** How a request was answered. */
	enum Answer {

		ANSWERED, NOTHING_HELD, REFUSED;

		InformationAnswer common() {
			return InformationAnswer.valueOf(name());
		}

	}

}
