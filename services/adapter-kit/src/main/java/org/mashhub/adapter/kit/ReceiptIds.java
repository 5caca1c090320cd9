package org.mashhub.adapter.kit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Mints receipt ids: UUIDs of version 7 (RFC 9562), so that they sort by acceptance. */
final class ReceiptIds {

	private static final long RANDOM_HIGH_BITS = 0xfffL;

	private final SecureRandom random = new SecureRandom();

	UUID mint(Instant now) {
		long high = (now.toEpochMilli() << 16) | 0x7000L | (this.random.nextLong() & RANDOM_HIGH_BITS);
		long low = (this.random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
		return new UUID(high, low);
	}

}
