package org.mashhub.standalone.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A fictional person of a {@link Town}.
 *
 * @param number place in the town, from 0
 * @param forename first given name
 * @param middleName second given name
 * @param surname family name
 * @param born date of birth
 * @param female whether female
 * @param nhsNumber NHS number from the range for tests
 * @param pncId number in the police national computer, null when police know none
 * @param phone mobile number from the range for drama
 */
record Resident(int number, String forename, String middleName, String surname, LocalDate born, boolean female,
		String nhsNumber, @Nullable String pncId, String phone) {

	private static final int[] WEIGHTS = { 10, 9, 8, 7, 6, 5, 4, 3, 2 };

	String sex() {
		return this.female ? "FEMALE" : "MALE";
	}

	/**
	 * An NHS number of the test range with its check digit.
	 * @param serial number within the range
	 * @return ten digits that begin with 999, empty when this number has no check digit
	 */
	static String nhsNumber(int serial) {
		String digits = String.format(Locale.ROOT, "999%06d", serial);
		int sum = 0;
		for (int at = 0; at < WEIGHTS.length; at++) {
			sum += (digits.charAt(at) - '0') * WEIGHTS[at];
		}
		int check = (11 - sum % 11) % 11;
		return (check == 10) ? "" : digits + check;
	}

	/**
	 * People who live together.
	 *
	 * @param number place in the town, from 0
	 * @param home where they live
	 * @param adults adults, the mother or only parent first
	 * @param children children, the youngest first
	 * @param vulnerable whether agencies come back to them again and again
	 */
	record Household(int number, Home home, List<Resident> adults, List<Resident> children, boolean vulnerable) {

		Household movedTo(Home there) {
			return new Household(this.number, there, this.adults, this.children, this.vulnerable);
		}

	}

	/**
	 * A fictional home; its postcode exists nowhere.
	 *
	 * @param line number and street
	 * @param postcode postcode
	 * @param uprn property number
	 */
	record Home(String line, String postcode, String uprn) {
	}

}
