package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.TimePrecision;

/** One line of a chronology, as an agency recorded it. */
public record ChronologyView(String area, String sourceRecord, String agency, String organisationCode, String eventType,
		Instant occurredAt, TimePrecision occurredPrecision, Instant recordedAt, Instant receivedAt, long version,
		String headline, @Nullable String summary, HandlingCode handling, @Nullable String conditions,
		List<UUID> mentions, List<String> facts) {
}
