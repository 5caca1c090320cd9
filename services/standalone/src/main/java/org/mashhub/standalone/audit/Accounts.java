package org.mashhub.standalone.audit;

import java.util.UUID;

import org.mashhub.standalone.CannotProceedException;

/**
 * What is known of each accepted receipt, in arrays that are as large as they will ever
 * be from the start: {@value #BYTES_A_SLOT} bytes a slot, of which three in four are
 * used, that is 31 bytes a receipt or 155 MB for five million.
 */
final class Accounts {

	private static final int BYTES_A_SLOT = 23;

	private static final double FULL = 0.75;

	private static final int MOST_FEEDS = Short.MAX_VALUE;

	private static final int MOST_ENTRIES = Byte.MAX_VALUE;

	private final long[] high;

	private final long[] low;

	/** Number of the feed and one; 0 where the slot is empty. */
	private final short[] feed;

	private final byte[] expected;

	private final byte[] logged;

	private final byte[] applied;

	private final byte[] quarantined;

	private final boolean[] refused;

	private long unsettled;

	/**
	 * Creates accounts.
	 * @param receipts how many there are at most
	 * @throws CannotProceedException when there is not enough memory
	 */
	Accounts(long receipts) {
		long slots = Math.max(16, (long) (receipts / FULL) + 1);
		long needed = slots * BYTES_A_SLOT;
		if (slots > Integer.MAX_VALUE - 8 || needed > Runtime.getRuntime().maxMemory() / 2) {
			throw new CannotProceedException(
					receipts + " records want " + needed / 1_000_000 + " MB of memory, which is too much here",
					"Give the command more: MASH_JAVA_OPTIONS=-Xmx" + (needed / 500_000_000 + 1) + "g ./mash audit.");
		}
		int size = (int) slots;
		this.high = new long[size];
		this.low = new long[size];
		this.feed = new short[size];
		this.expected = new byte[size];
		this.logged = new byte[size];
		this.applied = new byte[size];
		this.quarantined = new byte[size];
		this.refused = new boolean[size];
	}

	/**
	 * Opens an account.
	 * @return false when the receipt has one already
	 */
	boolean accept(UUID receipt, int feedNumber) {
		if (feedNumber >= MOST_FEEDS) {
			throw new IllegalStateException("more than " + MOST_FEEDS + " feeds");
		}
		int slot = slot(receipt);
		if (this.feed[slot] != 0) {
			return false;
		}
		this.high[slot] = receipt.getMostSignificantBits();
		this.low[slot] = receipt.getLeastSignificantBits();
		this.feed[slot] = (short) (feedNumber + 1);
		this.unsettled++;
		return true;
	}

	/** The feed of a receipt, -1 when there is no such account. */
	int feedOf(UUID receipt) {
		return this.feed[slot(receipt)] - 1;
	}

	/** Notes an entry of the log. */
	void logged(UUID receipt, int entries) {
		change(receipt, (slot) -> {
			this.expected[slot] = (byte) Math.min(MOST_ENTRIES, Math.max(this.expected[slot], entries));
			this.logged[slot] = oneMore(this.logged[slot]);
		});
	}

	/** Notes that an entry was applied. */
	void applied(UUID receipt) {
		change(receipt, (slot) -> this.applied[slot] = oneMore(this.applied[slot]));
	}

	/** Notes that an entry is in quarantine. */
	void quarantined(UUID receipt) {
		change(receipt, (slot) -> this.quarantined[slot] = oneMore(this.quarantined[slot]));
	}

	/** Notes that intake has put the record into quarantine. */
	void refused(UUID receipt) {
		change(receipt, (slot) -> this.refused[slot] = true);
	}

	/** How many accounts do not balance. */
	long unsettled() {
		return this.unsettled;
	}

	boolean isSettled(UUID receipt) {
		int slot = slot(receipt);
		return this.feed[slot] != 0 && isSettled(slot);
	}

	/** Whether all entries of a receipt are in the log. */
	boolean isLogged(UUID receipt) {
		int slot = slot(receipt);
		return this.expected[slot] > 0 && this.logged[slot] >= this.expected[slot];
	}

	private void change(UUID receipt, Change change) {
		int slot = slot(receipt);
		if (this.feed[slot] == 0) {
			return;
		}
		boolean before = isSettled(slot);
		change.at(slot);
		this.unsettled += (before ? 1 : 0) - (isSettled(slot) ? 1 : 0);
	}

	private boolean isSettled(int slot) {
		return this.refused[slot] || (this.expected[slot] > 0 && this.logged[slot] == this.expected[slot]
				&& this.applied[slot] + this.quarantined[slot] == this.logged[slot]);
	}

	/** The receipt's slot, or the empty one where it would be. */
	private int slot(UUID receipt) {
		long mixed = (receipt.getMostSignificantBits() ^ Long.rotateLeft(receipt.getLeastSignificantBits(), 32))
				* 0x9E3779B97F4A7C15L;
		int slot = (int) Math.floorMod(mixed ^ (mixed >>> 29), (long) this.feed.length);
		while (this.feed[slot] != 0 && (this.high[slot] != receipt.getMostSignificantBits()
				|| this.low[slot] != receipt.getLeastSignificantBits())) {
			slot = (slot + 1 < this.feed.length) ? slot + 1 : 0;
		}
		return slot;
	}

	private static byte oneMore(byte count) {
		return (count < MOST_ENTRIES) ? (byte) (count + 1) : count;
	}

	/** Changes a slot. */
	private interface Change {

		void at(int slot);

	}

}
