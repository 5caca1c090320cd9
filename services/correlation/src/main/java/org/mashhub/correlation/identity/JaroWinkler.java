package org.mashhub.correlation.identity;

/**
 * String similarity after Jaro (1989) with Winkler's (1990) weight for a common
 * beginning.
 */
final class JaroWinkler {

	private static final double PREFIX_SCALE = 0.1;

	private static final int PREFIX_LENGTH = 4;

	private JaroWinkler() {
	}

	/**
	 * Similarity of two strings.
	 * @param one one string
	 * @param other the other
	 * @return 0 (nothing in common) to 1 (equal)
	 */
	static double similarity(String one, String other) {
		if (one.equals(other)) {
			return 1;
		}
		// Matching from left to right can differ by direction; one direction serves both.
		return (one.compareTo(other) < 0) ? directed(one, other) : directed(other, one);
	}

	private static double directed(String one, String other) {
		int lengthOne = one.length();
		int lengthOther = other.length();
		if (lengthOne == 0 || lengthOther == 0) {
			return 0;
		}
		int window = Math.max(0, Math.max(lengthOne, lengthOther) / 2 - 1);
		boolean[] usedOne = new boolean[lengthOne];
		boolean[] usedOther = new boolean[lengthOther];
		int matches = 0;
		for (int i = 0; i < lengthOne; i++) {
			int from = Math.max(0, i - window);
			int to = Math.min(lengthOther - 1, i + window);
			for (int j = from; j <= to; j++) {
				if (!usedOther[j] && one.charAt(i) == other.charAt(j)) {
					usedOne[i] = true;
					usedOther[j] = true;
					matches++;
					break;
				}
			}
		}
		if (matches == 0) {
			return 0;
		}
		int outOfOrder = 0;
		int j = 0;
		for (int i = 0; i < lengthOne; i++) {
			if (usedOne[i]) {
				while (!usedOther[j]) {
					j++;
				}
				if (one.charAt(i) != other.charAt(j)) {
					outOfOrder++;
				}
				j++;
			}
		}
		double m = matches;
		double jaro = (m / lengthOne + m / lengthOther + (m - outOfOrder / 2.0) / m) / 3;
		int prefix = 0;
		while (prefix < Math.min(PREFIX_LENGTH, Math.min(lengthOne, lengthOther))
				&& one.charAt(prefix) == other.charAt(prefix)) {
			prefix++;
		}
		return jaro + prefix * PREFIX_SCALE * (1 - jaro);
	}

}
