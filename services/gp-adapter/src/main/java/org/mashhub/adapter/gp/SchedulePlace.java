package org.mashhub.adapter.gp;

import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A place in the routine immunisation schedule, named by the age at which it is due.
 *
 * @param code its code, for example {@code 3_YEARS_4_MONTHS}
 * @param age the age
 */
record SchedulePlace(String code, Period age) {

	private static final Pattern WEEKS = Pattern.compile("([1-9][0-9]?)_WEEKS?");

	private static final Pattern MONTHS = Pattern.compile("([1-9][0-9]?)_MONTHS?");

	private static final Pattern YEARS = Pattern.compile("([1-9][0-9]?)_YEARS?(?:_([1-9]|1[01])_MONTHS?)?");

	/**
	 * Reads a place as practices write it.
	 * @param text for example {@code 8_WEEKS} or {@code 8 weeks}
	 * @return the place; empty when it is none
	 */
	static Optional<SchedulePlace> read(@Nullable String text) {
		String code = (text != null) ? text.strip().toUpperCase(Locale.ROOT).replaceAll("[ _-]+", "_") : "";
		Matcher weeks = WEEKS.matcher(code);
		if (weeks.matches()) {
			return Optional.of(new SchedulePlace(code, Period.ofWeeks(Integer.parseInt(weeks.group(1)))));
		}
		Matcher months = MONTHS.matcher(code);
		if (months.matches()) {
			return Optional.of(new SchedulePlace(code, Period.ofMonths(Integer.parseInt(months.group(1)))));
		}
		Matcher years = YEARS.matcher(code);
		if (years.matches()) {
			int further = (years.group(2) != null) ? Integer.parseInt(years.group(2)) : 0;
			return Optional.of(new SchedulePlace(code, Period.of(Integer.parseInt(years.group(1)), further, 0)));
		}
		return Optional.empty();
	}

}
