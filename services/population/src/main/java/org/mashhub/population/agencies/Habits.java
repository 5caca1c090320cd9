package org.mashhub.population.agencies;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.mashhub.population.names.Lists;

/**
 * How an agency writes people down: shares of mentions from 0 to 1. The figures, what
 * each is and why, stand in the table {@code habits.csv}.
 *
 * @param names how it writes names
 * @param birth how it writes dates of birth
 * @param numbers which numbers it writes
 * @param addresses how it writes addresses
 * @param particulars what else it writes of a person
 * @param records how it keeps its records
 */
record Habits(OfNames names, OfBirth birth, OfNumbers numbers, OfAddresses addresses, Particulars particulars,
		OfRecords records) {

	private static final int FIRST_AGENCY = 1;

	/** Reads the habits of all agencies. */
	static Map<Agency, Habits> read() {
		List<String> lines = Lists.lines(Habits.class, "habits.csv");
		List<String> heading = List.of(lines.getFirst().split(",", -1));
		Map<Agency, Map<String, Double>> rates = new EnumMap<>(Agency.class);
		for (Agency agency : Agency.values()) {
			Map<String, Double> column = new LinkedHashMap<>();
			int at = heading.indexOf(agency.code());
			for (String line : lines.subList(FIRST_AGENCY, lines.size())) {
				String[] cells = line.split(",", heading.size());
				column.put(cells[0], Double.valueOf(cells[at]));
			}
			rates.put(agency, column);
		}
		Map<Agency, Habits> habits = new EnumMap<>(Agency.class);
		rates.forEach((agency, column) -> habits.put(agency, of(column)));
		return habits;
	}

	private static Habits of(Map<String, Double> rates) {
		Map<String, Double> left = new LinkedHashMap<>(rates);
		Column column = (habit) -> {
			Double rate = left.remove(habit);
			if (rate == null) {
				throw new IllegalStateException("the table of habits has no line " + habit);
			}
			return rate;
		};
		Habits habits = new Habits(OfNames.of(column), OfBirth.of(column), OfNumbers.of(column), OfAddresses.of(column),
				Particulars.of(column), OfRecords.of(column));
		if (!left.isEmpty()) {
			throw new IllegalStateException("nobody has the habits " + left.keySet());
		}
		return habits;
	}

	/** One agency's column of the table; each line is read once. */
	@FunctionalInterface
	private interface Column {

		double take(String habit);

	}

	/** How names are written; each component is a line of the table. */
	record OfNames(double slip, double byEar, double otherSpelling, double nickname, double alias, double middleNames,
			double initial, double partOfName, double swappedNames, double formerName, double accents, double capitals,
			double asOneText, double noFamilyName) {

		static OfNames of(Column column) {
			return new OfNames(column.take("slip"), column.take("by-ear"), column.take("other-spelling"),
					column.take("nickname"), column.take("alias"), column.take("middle-names"), column.take("initial"),
					column.take("part-of-name"), column.take("swapped-names"), column.take("former-name"),
					column.take("accents"), column.take("capitals"), column.take("as-one-text"),
					column.take("no-family-name"));
		}

	}

	/** How dates of birth are written. */
	record OfBirth(double noBirth, double firstOfJanuary, double swappedBirth, double wrongBirth) {

		static OfBirth of(Column column) {
			return new OfBirth(column.take("no-birth"), column.take("first-of-january"), column.take("swapped-birth"),
					column.take("wrong-birth"));
		}

	}

	/** Which numbers are written. */
	record OfNumbers(double nhsNumber, double nhsOfRelative, double nhsOfStranger, double ownNumber,
			double secondNumber, double otherRegisters) {

		static OfNumbers of(Column column) {
			return new OfNumbers(column.take("nhs-number"), column.take("nhs-of-relative"),
					column.take("nhs-of-stranger"), column.take("own-number"), column.take("second-number"),
					column.take("other-registers"));
		}

	}

	/** How addresses are written. */
	record OfAddresses(double noAddress, double oldAddress, double noPostcode, double wrongPostcode, double noFlat,
			double abbreviated, double oneLine, double uprn) {

		static OfAddresses of(Column column) {
			return new OfAddresses(column.take("no-address"), column.take("old-address"), column.take("no-postcode"),
					column.take("wrong-postcode"), column.take("no-flat"), column.take("abbreviated"),
					column.take("one-line"), column.take("uprn"));
		}

	}

	/** What else is written of a person. */
	record Particulars(double phone, double oldPhone, double email, double noSex, double wrongSex, double practice) {

		static Particulars of(Column column) {
			return new Particulars(column.take("phone"), column.take("old-phone"), column.take("email"),
					column.take("no-sex"), column.take("wrong-sex"), column.take("practice"));
		}

	}

	/**
	 * How records are kept.
	 *
	 * @param sameAgain what is written comes from the agency's index
	 * @param corrected of records with a mistake: corrected later
	 * @param withdrawn of all records: withdrawn later
	 * @param lateHours mean hours from what happened to its being written down
	 */
	record OfRecords(double sameAgain, double corrected, double withdrawn, double lateHours) {

		static OfRecords of(Column column) {
			return new OfRecords(column.take("same-again"), column.take("corrected"), column.take("withdrawn"),
					column.take("late-hours"));
		}

	}

}
