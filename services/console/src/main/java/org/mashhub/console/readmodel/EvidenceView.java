package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.HandlingCode;

/** One record behind an alert. */
public record EvidenceView(UUID receiptId, String sourceRecord, String agency, Instant occurredAt, Instant recordedAt,
		String statement, HandlingCode handling, @Nullable String conditions) {
}
