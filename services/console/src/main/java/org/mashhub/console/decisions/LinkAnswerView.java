package org.mashhub.console.decisions;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.LinkVerdict;

/**
 * What an officer answered about two mentions in this console.
 *
 * @param receiptId its receipt
 * @param reviewId the question
 * @param verdict the answer
 * @param reason why, in the officer's words
 * @param by who answered
 * @param at when, by the wall
 * @param applied what correlation did with it; null while it has not been dealt with
 */
public record LinkAnswerView(UUID receiptId, UUID reviewId, LinkVerdict verdict, String reason, String by, Instant at,
		@Nullable String applied) {
}
