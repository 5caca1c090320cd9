package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.HandlingCode;

/**
 * One record behind an alert.
 *
 * @param statement what it says; null when the agency restricts the record and the viewer
 * may know no more than that there is one
 */
public record EvidenceView(UUID receiptId, String sourceRecord, String agency, Instant occurredAt, Instant recordedAt,
		@Nullable String statement, HandlingCode handling, @Nullable String conditions) {

	EvidenceView withoutStatement() {
		return new EvidenceView(this.receiptId, this.sourceRecord, this.agency, this.occurredAt, this.recordedAt, null,
				this.handling, null);
	}

}
