package org.mashhub.console.readmodel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.NotificationState;

/** Who was told what, how, on which basis, and what was held back. */
public record NotificationView(UUID notificationId, String area, @Nullable UUID alertId, @Nullable UUID noticeId,
		UUID childId, int revision, String recipientRole, @Nullable String recipientName, String channel,
		NotificationState state, String purpose, String lawfulBasis, List<String> heldBack, int attempts, Instant at) {
}
