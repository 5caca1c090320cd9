package org.mashhub.messaging;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** When a record was accepted, as its receipt's id says. */
public final class ReceiptTime {

	private static final int TIME_ORDERED = 7;

	private static final int BELOW_THE_TIME = 16;

	private ReceiptTime() {
	}

	/**
	 * Reads the time out of an id of version 7 (RFC 9562).
	 * @param receiptId id of a receipt
	 * @return when an adapter minted it; empty for what no adapter has accepted, such as
	 * a tick of the clock
	 */
	public static Optional<Instant> of(UUID receiptId) {
		return (receiptId.version() == TIME_ORDERED)
				? Optional.of(Instant.ofEpochMilli(receiptId.getMostSignificantBits() >>> BELOW_THE_TIME))
				: Optional.empty();
	}

}
