package org.mashhub.correlation.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.Sex;

/**
 * Who a person is, over all records.
 *
 * @param id the person
 * @param founding the mention that was there first
 * @param displayName name to show to people who may see it
 * @param birthDate date of birth that most records give
 * @param birthYear year of birth, when no date is known
 * @param sex sex as recorded, unknown when records differ
 * @param calledChild whether a record calls the person a child
 * @param gpPractice practice that the latest record names, but for registrations, which
 * count from their day on
 * @param nhsNumber verified form of the NHS number, null when no record gives one
 * @param place whether it is nobody that is known, but whoever was at a place
 */
public record PersonSummary(PersonId id, MentionId founding, String displayName, @Nullable LocalDate birthDate,
		@Nullable Integer birthYear, Sex sex, boolean calledChild, @Nullable String gpPractice,
		@Nullable String nhsNumber, boolean place) {

	/**
	 * Whether the person is under 18, or unborn.
	 * @param clock the area's time
	 * @param zone the area's time zone
	 * @return true for a child; where no age is known, what records call the person
	 */
	public boolean isChild(Instant clock, ZoneId zone) {
		return isYoungerThan(Particulars.OF_AGE, clock, zone);
	}

	/**
	 * Whether the person is under some age, or unborn.
	 * @param age the age in years
	 * @param clock the area's time
	 * @param zone the area's time zone
	 * @return true for whoever is younger; where no age is known, what records call the
	 * person
	 */
	public boolean isYoungerThan(int age, Instant clock, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(clock, zone);
		if (this.birthDate != null) {
			return today.isBefore(Particulars.birthday(this.birthDate, age));
		}
		if (this.birthYear != null) {
			// Whose year alone is known comes to the age in the course of it.
			int years = today.getYear() - this.birthYear;
			return years < age || (years == age && this.calledChild);
		}
		return this.calledChild;
	}

	/**
	 * Whether the person was born after another, as far as it is known.
	 * @param other the other
	 * @return true for who is younger for sure
	 */
	boolean isBornAfter(PersonSummary other) {
		if (this.birthDate != null && other.birthDate != null) {
			return this.birthDate.isAfter(other.birthDate);
		}
		return this.birthYear != null && other.birthYear != null && this.birthYear > other.birthYear;
	}

	/**
	 * Initial and age, as alerts name a child.
	 * @param clock the area's time
	 * @param zone the area's time zone
	 * @return for example "Child A, 3 months"
	 */
	public String childLabel(Instant clock, ZoneId zone) {
		String age = age(clock, zone);
		return childName() + ((age != null) ? ", " + age : ", age not recorded");
	}

	/**
	 * The child's initial alone.
	 * @return for example "Child A"
	 */
	public String childName() {
		String initial = initial();
		return initial.isEmpty() ? "A child" : "Child " + initial;
	}

	/**
	 * Initial of the given name.
	 * @return one letter, of whatever script; empty when there is no name
	 */
	public String initial() {
		return this.displayName.codePoints()
			.filter(Character::isLetter)
			.mapToObj(Character::toString)
			.findFirst()
			.orElse("");
	}

	/**
	 * Age in days, for thresholds.
	 * @param clock the area's time
	 * @param zone the area's time zone
	 * @return age in completed years, 0 for a baby, null when no birth date is known
	 */
	public @Nullable Integer years(Instant clock, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(clock, zone);
		if (this.birthDate != null) {
			return this.birthDate.isAfter(today) ? 0 : Period.between(this.birthDate, today).getYears();
		}
		return (this.birthYear != null) ? today.getYear() - this.birthYear : null;
	}

	private @Nullable String age(Instant clock, ZoneId zone) {
		LocalDate today = LocalDate.ofInstant(clock, zone);
		if (this.birthDate == null) {
			return (this.birthYear != null) ? "about " + plural(today.getYear() - this.birthYear, "year") : null;
		}
		if (this.birthDate.isAfter(today)) {
			return "unborn";
		}
		Period age = Period.between(this.birthDate, today);
		if (age.getYears() >= 2) {
			return plural(age.getYears(), "year");
		}
		long months = age.toTotalMonths();
		if (months >= 1) {
			return plural((int) months, "month");
		}
		return (age.getDays() < 7) ? "under a week" : plural(age.getDays() / 7, "week");
	}

	private static String plural(int count, String unit) {
		return count + " " + unit + ((count != 1) ? "s" : "");
	}

}
