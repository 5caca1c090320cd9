package org.mashhub.correlation.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When something is due. Red counts elapsed hours, since a child is at risk at night too;
 * the others count working days, which know weekends and bank holidays.
 */
public final class WorkingTime {

	/** Before offices open the Emergency Duty Team is still there alone. */
	private static final LocalTime OPENING = LocalTime.of(8, 30);

	private final ZoneId zone;

	private final LocalTime closing;

	private final Duration red;

	private final int amberDays;

	private final int greenDays;

	private final Set<LocalDate> bankHolidays = bankHolidays();

	/**
	 * Creates a clock of duties.
	 * @param zone time zone of the area
	 * @param closing when offices close and the Emergency Duty Team takes over
	 * @param red time to act on a red alert
	 * @param amberDays working days for an amber one
	 * @param greenDays working days for a green one
	 */
	public WorkingTime(ZoneId zone, LocalTime closing, Duration red, int amberDays, int greenDays) {
		this.zone = zone;
		this.closing = closing;
		this.red = red;
		this.amberDays = amberDays;
		this.greenDays = greenDays;
	}

	/**
	 * Time zone of the area.
	 * @return the zone
	 */
	public ZoneId zone() {
		return this.zone;
	}

	/**
	 * When offices close.
	 * @return local time
	 */
	public LocalTime closing() {
		return this.closing;
	}

	/**
	 * By when to act.
	 * @param colour how urgent
	 * @param from when it was raised
	 * @return the deadline
	 */
	public Instant due(Colour colour, Instant from) {
		return switch (colour) {
			case RED -> from.plus(this.red);
			case AMBER -> closingAfter(from, this.amberDays);
			case GREEN -> closingAfter(from, this.greenDays);
		};
	}

	/**
	 * Whether offices are closed at a time.
	 * @param at the time
	 * @return true after closing and before the morning, on weekends and bank holidays
	 */
	public boolean outOfHours(Instant at) {
		ZonedDateTime local = at.atZone(this.zone);
		LocalTime time = local.toLocalTime();
		return !working(local.toLocalDate()) || !time.isBefore(this.closing) || time.isBefore(OPENING);
	}

	private Instant closingAfter(Instant from, int workingDays) {
		LocalDate day = LocalDate.ofInstant(from, this.zone);
		int left = workingDays;
		while (left > 0) {
			day = day.plusDays(1);
			if (working(day)) {
				left--;
			}
		}
		return day.atTime(this.closing).atZone(this.zone).toInstant();
	}

	private boolean working(LocalDate day) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
				&& !this.bankHolidays.contains(day);
	}

	private static Set<LocalDate> bankHolidays() {
		try (InputStream in = WorkingTime.class.getResourceAsStream("bank-holidays.csv")) {
			if (in == null) {
				throw new IllegalStateException("bank-holidays.csv is missing from the build");
			}
			return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(LocalDate::parse)
				.collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
