package org.mashhub.console.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.HandlingCode;

/**
 * One of the two mentions that a question is about.
 *
 * @param role what the person was in the record; null where that says too much already
 */
public record ReviewedMentionView(UUID mentionId, String sourceRecord, String ref, String agency, Instant occurredAt,
		@Nullable String role, String name, @Nullable LocalDate birthDate, @Nullable Integer birthYear,
		HandlingCode handling) {

	ReviewedMentionView withoutRole() {
		return new ReviewedMentionView(this.mentionId, this.sourceRecord, this.ref, this.agency, this.occurredAt, null,
				this.name, this.birthDate, this.birthYear, this.handling);
	}
}
