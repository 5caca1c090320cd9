package org.mashhub.notification.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What led to an entry of a message.
 *
 * @param acceptedAt when its record was accepted; null where nobody knows
 * @param traceparent the trace it belongs to; null where there is none
 */
record Cause(@Nullable Instant acceptedAt, @Nullable String traceparent) {
}
