package org.mashhub.correlation.identity;

/** How far two spellings lie apart. */
final class Spelling {

	private Spelling() {
	}

	/**
	 * Whether one slip leads from one text to the other: a character wrong, missing or
	 * too many, or two neighbours swapped (Damerau 1964, distance 1).
	 * @param one one text
	 * @param other another text
	 * @return true for exactly one slip; false for equal texts
	 */
	static boolean oneSlip(String one, String other) {
		int a = one.length();
		int b = other.length();
		if (Math.abs(a - b) > 1) {
			return false;
		}
		int shorter = Math.min(a, b);
		int from = 0;
		while (from < shorter && one.charAt(from) == other.charAt(from)) {
			from++;
		}
		if (from == shorter) {
			return a != b;
		}
		if (a > b) {
			return sameFrom(one, from + 1, other, from);
		}
		if (a < b) {
			return sameFrom(one, from, other, from + 1);
		}
		return sameFrom(one, from + 1, other, from + 1) || (from + 1 < a && one.charAt(from) == other.charAt(from + 1)
				&& one.charAt(from + 1) == other.charAt(from) && sameFrom(one, from + 2, other, from + 2));
	}

	private static boolean sameFrom(String one, int at, String other, int otherAt) {
		return one.length() - at == other.length() - otherAt
				&& one.regionMatches(at, other, otherAt, one.length() - at);
	}

}
