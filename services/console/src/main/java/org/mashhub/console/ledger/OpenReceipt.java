package org.mashhub.console.ledger;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A receipt that is not settled.
 *
 * @param receiptId the receipt
 * @param since when the broker first had something of it
 * @param agency agency of its feed; null when no agency topic has it
 * @param organisation organisation of its feed
 * @param eventType kind of event
 * @param waitsFor what is missing
 */
public record OpenReceipt(UUID receiptId, Instant since, @Nullable String agency, @Nullable String organisation,
		@Nullable String eventType, WaitsFor waitsFor) {

	/** What is missing. */
	public enum WaitsFor {

		/** An area: intake keeps it until the area table names one. */
		AREA,
		/** Its entries in the area log. */
		LOG,
		/** That correlation applies them. */
		CORRELATION,
		/** The record itself: the area log has an entry that no agency topic has. */
		RECORD

	}
}
