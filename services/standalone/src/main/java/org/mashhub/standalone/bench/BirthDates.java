package org.mashhub.standalone.bench;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.BirthDate;

/**
 * How one table writes dates of birth: told from all of them, since 03/04/1990 alone can
 * be read in two ways. A date that can be none still tells its year.
 */
final class BirthDates {

	private static final Pattern TIME = Pattern.compile("(?<=\\d)(?:[T ]\\d{1,2}:.*)$");

	private static final Pattern PART = Pattern.compile("\\d+|\\p{L}+");

	/** Day 0 of spreadsheets. */
	private static final LocalDate SPREADSHEET = LocalDate.of(1899, 12, 30);

	private static final int TWO_DIGITS_BEFORE = 26;

	/** Beginnings of months in the languages of Europe, as far as they tell one. */
	private static final Map<String, Integer> MONTHS = Map.ofEntries(Map.entry("JAN", 1), Map.entry("ENE", 1),
			Map.entry("GEN", 1), Map.entry("STY", 1), Map.entry("OCA", 1), Map.entry("FEB", 2), Map.entry("FEV", 2),
			Map.entry("FEVR", 2), Map.entry("LUT", 2), Map.entry("SUB", 2), Map.entry("MAR", 3), Map.entry("MRT", 3),
			Map.entry("MAER", 3), Map.entry("MAA", 3), Map.entry("APR", 4), Map.entry("AVR", 4), Map.entry("ABR", 4),
			Map.entry("AVRI", 4), Map.entry("KWI", 4), Map.entry("NIS", 4), Map.entry("MAY", 5), Map.entry("MAI", 5),
			Map.entry("MAJ", 5), Map.entry("MAG", 5), Map.entry("MEI", 5), Map.entry("JUN", 6), Map.entry("GIU", 6),
			Map.entry("JUIN", 6), Map.entry("CZE", 6), Map.entry("HAZ", 6), Map.entry("JUL", 7), Map.entry("JUIL", 7),
			Map.entry("LUG", 7), Map.entry("LIP", 7), Map.entry("TEM", 7), Map.entry("AUG", 8), Map.entry("AGO", 8),
			Map.entry("AOU", 8), Map.entry("SIE", 8), Map.entry("AGU", 8), Map.entry("SEP", 9), Map.entry("SET", 9),
			Map.entry("WRZ", 9), Map.entry("EYL", 9), Map.entry("OCT", 10), Map.entry("OKT", 10), Map.entry("OTT", 10),
			Map.entry("OUT", 10), Map.entry("PAZ", 10), Map.entry("EKI", 10), Map.entry("NOV", 11),
			Map.entry("LIS", 11), Map.entry("KAS", 11), Map.entry("DEC", 12), Map.entry("DEZ", 12),
			Map.entry("DIC", 12), Map.entry("DES", 12), Map.entry("GRU", 12), Map.entry("ARA", 12));

	private final boolean monthFirst;

	private final Order compact;

	private BirthDates(boolean monthFirst, Order compact) {
		this.monthFirst = monthFirst;
		this.compact = compact;
	}

	/**
	 * Looks at all dates of a table.
	 * @param written the dates as they are written
	 * @return how to read them
	 */
	static BirthDates of(Collection<String> written) {
		int dayFirst = 0;
		int monthFirst = 0;
		int[] compact = new int[Order.values().length];
		for (String text : written) {
			List<String> parts = parts(text);
			if (parts.size() == 3 && parts.stream().allMatch((part) -> isNumber(part) && part.length() <= 4)
					&& parts.getFirst().length() <= 2) {
				dayFirst += (Integer.parseInt(parts.get(0)) > 12) ? 1 : 0;
				monthFirst += (Integer.parseInt(parts.get(1)) > 12) ? 1 : 0;
			}
			else if (parts.size() == 1 && isCompact(parts.getFirst())) {
				for (Order order : Order.values()) {
					compact[order.place()] += (order.read(parts.getFirst()) != null) ? 1 : 0;
				}
			}
		}
		Order best = Order.YEAR_FIRST;
		for (Order order : Order.values()) {
			best = (compact[order.place()] > compact[best.place()]) ? order : best;
		}
		return new BirthDates(monthFirst > dayFirst, best);
	}

	/**
	 * Reads a date.
	 * @param text as it is written
	 * @return the date, or the year where there is no more; null where it is neither
	 */
	@Nullable BirthDate read(String text) {
		List<String> parts = parts(text);
		return switch (parts.size()) {
			case 1 -> ofOne(parts.getFirst());
			case 3 -> ofThree(parts);
			default -> ofYear(parts);
		};
	}

	/**
	 * A date of three numbers.
	 * @param year the year
	 * @param month the month
	 * @param day the day
	 * @return the date, or the year where it is none; null where that cannot be
	 */
	static @Nullable BirthDate of(int year, int month, int day) {
		if (!isYear(year)) {
			return null;
		}
		LocalDate date = date(year, month, day);
		return (date != null) ? BirthDate.newBuilder().setDate(date).build()
				: BirthDate.newBuilder().setYear(year).build();
	}

	private @Nullable BirthDate ofOne(String part) {
		if (isCompact(part)) {
			LocalDate date = this.compact.read(part);
			return (date != null) ? BirthDate.newBuilder().setDate(date).build()
					: ofYear(List.of(this.compact.year(part)));
		}
		if (isNumber(part) && part.length() == 5) {
			return BirthDate.newBuilder().setDate(SPREADSHEET.plusDays(Integer.parseInt(part))).build();
		}
		return ofYear(List.of(part));
	}

	private @Nullable BirthDate ofThree(List<String> parts) {
		List<Integer> numbers = new ArrayList<>();
		int month = 0;
		for (String part : parts) {
			if (isNumber(part)) {
				numbers.add((part.length() <= 4 && !part.equals("0000")) ? Integer.parseInt(part) : -1);
			}
			else {
				month = month(part);
			}
		}
		if (numbers.size() == 2 && month > 0) {
			boolean yearFirst = numbers.get(0) > 31;
			int year = numbers.get(yearFirst ? 0 : 1);
			return of(fourDigits(year), month, numbers.get(yearFirst ? 1 : 0));
		}
		if (numbers.size() != 3) {
			return ofYear(parts);
		}
		if (parts.getFirst().length() == 4 || numbers.getFirst() > 31) {
			return either(numbers.get(0), numbers.get(1), numbers.get(2));
		}
		return this.monthFirst ? either(numbers.get(2), numbers.get(0), numbers.get(1))
				: either(numbers.get(2), numbers.get(1), numbers.get(0));
	}

	/** A date that can be read in the other order only is read so. */
	private static @Nullable BirthDate either(int year, int month, int day) {
		boolean other = month > 12 && month <= 31 && day >= 1 && day <= 12;
		return of(fourDigits(year), other ? day : month, other ? month : day);
	}

	private static @Nullable BirthDate ofYear(List<String> parts) {
		for (String part : parts) {
			if (isNumber(part) && part.length() == 4 && isYear(Integer.parseInt(part))) {
				return BirthDate.newBuilder().setYear(Integer.parseInt(part)).build();
			}
		}
		return null;
	}

	private static int fourDigits(int year) {
		return (year >= 100 || year < 0) ? year : (year > TWO_DIGITS_BEFORE) ? 1900 + year : 2000 + year;
	}

	private static boolean isYear(int year) {
		return year >= 1000 && year <= 2100;
	}

	private static boolean isNumber(String part) {
		return part.charAt(0) >= '0' && part.charAt(0) <= '9';
	}

	private static boolean isCompact(String part) {
		return isNumber(part) && part.length() >= 6 && part.length() <= 8;
	}

	private static int month(String word) {
		for (int length = Math.min(4, word.length()); length >= 3; length--) {
			Integer month = MONTHS.get(word.substring(0, length));
			if (month != null) {
				return month;
			}
		}
		return 0;
	}

	/** Numbers and names of months, without the time of day and the small words. */
	private static List<String> parts(String text) {
		String plain = Normalizer.normalize(TIME.matcher(text.strip()).replaceFirst(""), Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toUpperCase(Locale.ROOT);
		List<String> parts = new ArrayList<>();
		Matcher part = PART.matcher(plain);
		while (part.find()) {
			if (isNumber(part.group()) || month(part.group()) > 0) {
				parts.add(part.group());
			}
		}
		return parts;
	}

	private static @Nullable LocalDate date(int year, int month, int day) {
		try {
			return LocalDate.of(year, month, day);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The order of a date that is written without anything between its parts. */
	private enum Order {

		YEAR_FIRST, DAY_FIRST, MONTH_FIRST;

		@SuppressWarnings("EnumOrdinal")
		int place() {
			return ordinal();
		}

		/**
		 * A spreadsheet drops the nought that a day or month begins with; a year is
		 * written in full where it can be one.
		 */
		String year(String digits) {
			if (this == YEAR_FIRST) {
				return digits.substring(0, (digits.length() > 6 || digits.matches("(?:1[89]|20).*")) ? 4 : 2);
			}
			return digits.substring((digits.length() == 7) ? 3 : 4);
		}

		@Nullable LocalDate read(String digits) {
			String written = year(digits);
			int year = fourDigits(Integer.parseInt(written));
			String rest = (this == YEAR_FIRST) ? digits.substring(written.length())
					: digits.substring(0, digits.length() - written.length());
			int one = (rest.length() == 4 || (this == YEAR_FIRST && rest.length() == 3)) ? 2 : 1;
			int first = Integer.parseInt(rest.substring(0, one));
			int second = Integer.parseInt(rest.substring(one));
			return !isYear(year) ? null : (this == DAY_FIRST) ? date(year, second, first) : date(year, first, second);
		}

	}

}
