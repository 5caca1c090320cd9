package org.mashhub.correlation.identity;

import java.util.Arrays;

/**
 * Groups of mentions that officers' answers hold together. What proves one of them to be
 * another person than somebody proves it of all that are tied to it, so that no weaker
 * evidence ever stands between an answer and its effect.
 */
final class Ties {

	private final int[] root;

	private final boolean[][] apart;

	/**
	 * Creates ties between groups that nothing ties yet.
	 * @param bits weights of all pairs with the smaller index first, negative infinity
	 * where something proves two people
	 */
	Ties(double[][] bits) {
		this.root = new int[bits.length];
		Arrays.setAll(this.root, (index) -> index);
		this.apart = new boolean[bits.length][bits.length];
		for (int i = 0; i < bits.length; i++) {
			for (int j = i + 1; j < bits.length; j++) {
				boolean proven = bits[i][j] == Double.NEGATIVE_INFINITY;
				this.apart[i][j] = proven;
				this.apart[j][i] = proven;
			}
		}
	}

	/** The group that stands for all that are tied to one. */
	int of(int group) {
		int found = group;
		while (this.root[found] != found) {
			found = this.root[found];
		}
		return found;
	}

	/**
	 * Whether nothing proves that those tied to one group are others than the other's.
	 */
	boolean permit(int one, int other) {
		return !this.apart[of(one)][of(other)];
	}

	/** Ties two groups, unless something proves two people. */
	void tie(int one, int other) {
		int kept = of(one);
		int gone = of(other);
		if (kept == gone || this.apart[kept][gone]) {
			return;
		}
		this.root[gone] = kept;
		for (int third = 0; third < this.root.length; third++) {
			boolean either = this.apart[kept][third] || this.apart[gone][third];
			this.apart[kept][third] = either;
			this.apart[third][kept] = either;
		}
	}

}
