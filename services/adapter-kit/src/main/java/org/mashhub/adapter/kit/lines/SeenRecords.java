package org.mashhub.adapter.kit.lines;

/**
 * On which line each record of a file stood first, and what it said: 20 bytes a slot,
 * however long numbers and rows are. Two records are taken for one when 64 bits of their
 * hashes are equal, which among five million happens once in a million files.
 */
final class SeenRecords {

	/** Fits beside everything else into a gigabyte while it grows for the last time. */
	private static final int MOST_SLOTS = 1 << 24;

	private long[] keys = new long[1 << 10];

	private long[] contents = new long[1 << 10];

	/** From 1: a slot of line 0 is free. */
	private int[] lines = new int[1 << 10];

	private int size;

	/**
	 * Remembers a record, unless one of that key is remembered.
	 * @param key hash of what it is called
	 * @param content hash of what it says
	 * @param line line on which it begins
	 * @return whether it is remembered now, and was not
	 */
	boolean add(long key, long content, long line) {
		int slot = slot(key);
		if (this.lines[slot] != 0) {
			return false;
		}
		this.keys[slot] = key;
		this.contents[slot] = content;
		this.lines[slot] = (int) Math.min(line, Integer.MAX_VALUE);
		this.size++;
		if (this.size > this.lines.length / 4 * 3 && !isFull()) {
			grow();
		}
		return true;
	}

	/** Whether it can hold no more. */
	boolean isFull() {
		return this.lines.length == MOST_SLOTS && this.size > MOST_SLOTS / 4 * 3;
	}

	/** How many it holds. */
	int size() {
		return this.size;
	}

	/** Line of the record that is remembered under a key. */
	long lineOf(long key) {
		return this.lines[slot(key)];
	}

	/** What the record said that is remembered under a key. */
	long contentOf(long key) {
		return this.contents[slot(key)];
	}

	/** The slot of a key, or the free one where it belongs. */
	private int slot(long key) {
		int slot = (int) key & (this.lines.length - 1);
		while (this.lines[slot] != 0 && this.keys[slot] != key) {
			slot = (slot + 1) & (this.lines.length - 1);
		}
		return slot;
	}

	private void grow() {
		long[] oldKeys = this.keys;
		long[] oldContents = this.contents;
		int[] oldLines = this.lines;
		this.keys = new long[oldKeys.length * 2];
		this.contents = new long[oldKeys.length * 2];
		this.lines = new int[oldKeys.length * 2];
		for (int at = 0; at < oldLines.length; at++) {
			if (oldLines[at] != 0) {
				int slot = slot(oldKeys[at]);
				this.keys[slot] = oldKeys[at];
				this.contents[slot] = oldContents[at];
				this.lines[slot] = oldLines[at];
			}
		}
	}

}
