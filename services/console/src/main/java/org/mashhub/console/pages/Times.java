package org.mashhub.console.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.mashhub.console.ConsoleSettings;
import org.mashhub.event.common.v1.TimePrecision;

import org.springframework.stereotype.Component;

/** Says times as people say them, in the zone of the hub. */
@Component("times")
public class Times {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	private static final DateTimeFormatter NEAR_DAY = DateTimeFormatter.ofPattern("EEE d MMMM", Locale.UK);

	private static final DateTimeFormatter FAR_DAY = DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.UK);

	private final ZoneId zone;

	Times(ConsoleSettings settings) {
		this.zone = settings.zone();
	}

	/**
	 * By when, seen from the area's own time.
	 * @param due the deadline
	 * @param now the area's time; null when it is not known
	 * @return for example {@code by 18:30 today}
	 */
	public String due(Instant due, @Nullable Instant now) {
		ZonedDateTime deadline = due.atZone(this.zone);
		String clock = CLOCK.format(deadline);
		if (now == null) {
			return "by " + clock + ", " + FAR_DAY.format(deadline);
		}
		LocalDate today = now.atZone(this.zone).toLocalDate();
		LocalDate day = deadline.toLocalDate();
		if (day.equals(today)) {
			return "by " + clock + " today";
		}
		if (day.equals(today.plusDays(1))) {
			return "by " + clock + " tomorrow";
		}
		return "by " + clock + ", " + ((day.getYear() == today.getYear()) ? NEAR_DAY : FAR_DAY).format(deadline);
	}

	/**
	 * Day and time.
	 * @param at when
	 * @return for example {@code 3 March 2015, 17:00}
	 */
	public String dateTime(Instant at) {
		ZonedDateTime time = at.atZone(this.zone);
		return DAY.format(time) + ", " + CLOCK.format(time);
	}

	/**
	 * The day.
	 * @param at when
	 * @return for example {@code 3 March 2015}
	 */
	public String day(Instant at) {
		return DAY.format(at.atZone(this.zone));
	}

	/**
	 * The day.
	 * @param date which
	 * @return for example {@code 3 March 2015}
	 */
	public String date(LocalDate date) {
		return DAY.format(date);
	}

	/**
	 * When, as exactly as it is known.
	 * @param at when
	 * @param precision how exactly that is known
	 * @return a time, a day, a month or a year
	 */
	public String asKnown(Instant at, TimePrecision precision) {
		return switch (precision) {
			case EXACT -> dateTime(at);
			case DAY -> day(at);
			case MONTH -> DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK).format(at.atZone(this.zone));
			case YEAR -> DateTimeFormatter.ofPattern("yyyy", Locale.UK).format(at.atZone(this.zone));
			case APPROXIMATE -> "about " + day(at);
		};
	}

	/**
	 * How old somebody is.
	 * @param birthDate date of birth
	 * @param now the area's time
	 * @return for example {@code 3 months}
	 */
	public String age(LocalDate birthDate, Instant now) {
		Period age = Period.between(birthDate, now.atZone(this.zone).toLocalDate());
		if (age.isNegative()) {
			return "not born yet";
		}
		if (age.getYears() >= 2) {
			return age.getYears() + " years";
		}
		long months = age.toTotalMonths();
		if (months >= 1) {
			return months + ((months == 1) ? " month" : " months");
		}
		return age.getDays() + ((age.getDays() == 1) ? " day" : " days");
	}

}
