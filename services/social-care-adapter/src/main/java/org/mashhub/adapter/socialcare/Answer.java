package org.mashhub.adapter.socialcare;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.event.socialcare.v1.ClosureAnswer;

/** An answer to one item of the closure challenge. */
record Answer(@Schema(description = "The item, as named in the challenge") @NotBlank @Size(max = 200) String item,
		@Schema(description = "What was done, or why it is accepted") @NotBlank @Size(max = 2000) String answer,
		@Schema(description = "Role of the person who answers") @Size(min = 1, max = 120) @Nullable String answeredBy) {

	ClosureAnswer toEvent() {
		return ClosureAnswer.newBuilder()
			.setItem(this.item)
			.setAnswer(this.answer)
			.setAnsweredBy(this.answeredBy)
			.build();
	}

}
