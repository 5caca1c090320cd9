package org.mashhub.population.people;

/**
 * NHS numbers of the range that is kept for tests: 999 000 0000 to 999 999 9999. It holds
 * 909,091 numbers; who comes after has none.
 */
final class NhsNumbers {

	private static final int SERIALS = 1_000_000;

	/** Has no factor in common with the number of serials, so each comes once. */
	private static final long STRIDE = 387_420_489;

	private final long first;

	private long given;

	NhsNumbers(long seed) {
		this.first = Math.floorMod(seed, SERIALS);
	}

	/** The next serial; -1 when there is none left. */
	int next() {
		while (this.given < SERIALS) {
			int serial = (int) ((this.first + this.given++ * STRIDE) % SERIALS);
			if (check(serial) < 10) {
				return serial;
			}
		}
		return -1;
	}

	static String text(int serial) {
		char[] digits = new char[10];
		int rest = serial;
		for (int at = 8; at >= 3; at--) {
			digits[at] = (char) ('0' + rest % 10);
			rest /= 10;
		}
		digits[0] = '9';
		digits[1] = '9';
		digits[2] = '9';
		digits[9] = (char) ('0' + check(serial));
		return new String(digits);
	}

	/** Modulus 11 with the weights 10 to 2 (NHS Data Dictionary); 10 is no digit. */
	private static int check(int serial) {
		int sum = 9 * (10 + 9 + 8);
		int rest = serial;
		for (int weight = 2; weight <= 7; weight++) {
			sum += rest % 10 * weight;
			rest /= 10;
		}
		return (11 - sum % 11) % 11;
	}

}
