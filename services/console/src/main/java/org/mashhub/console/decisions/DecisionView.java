package org.mashhub.console.decisions;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.AlertOutcome;

/**
 * A decision that an officer recorded in this console.
 *
 * @param receiptId its receipt
 * @param outcome what was decided
 * @param reason why, in the officer's words
 * @param by who decided
 * @param at when, by the wall
 * @param applied what correlation did with it; null while it has not been dealt with
 */
public record DecisionView(UUID receiptId, AlertOutcome outcome, @Nullable String reason, String by, Instant at,
		@Nullable String applied) {
}
