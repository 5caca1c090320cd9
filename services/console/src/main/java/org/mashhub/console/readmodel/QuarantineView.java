package org.mashhub.console.readmodel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** Something that could not be processed; its bytes stay in the topic. */
public record QuarantineView(String stage, String topic, int partition, long offset, @Nullable String area,
		@Nullable String receiptId, String reason, Instant at) {
}
