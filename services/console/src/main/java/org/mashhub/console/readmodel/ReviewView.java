package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Two people may be one: an officer should look. */
public record ReviewView(UUID reviewId, String area, boolean open, UUID personId, UUID otherPersonId, double bits,
		List<ComparisonView> comparisons, String text, Instant askedAt) {
}
