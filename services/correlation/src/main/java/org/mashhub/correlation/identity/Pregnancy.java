package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Particulars;

/**
 * Whether a child of whom a record spoke before the birth can be a child who was born: of
 * the same mother, after the record, and no later than a pregnancy lasts.
 */
final class Pregnancy {

	/** Days: 42 weeks, and some for a day that is not exact. */
	private static final int LONGEST = 300;

	/**
	 * A birth is registered within so many days (Births and Deaths Registration Act 1953,
	 * s. 2), and nobody knows of another pregnancy by then: a record that still says
	 * "unborn" is of the child just born.
	 */
	private static final int REGISTERED_WITHIN = 42;

	/** So long after a birth no record calls that child unborn any more. */
	private static final int NAMED_WITHIN = 180;

	/** Days from the end of one pregnancy to the earliest birth from another. */
	private static final int NEXT_BIRTH_AFTER = 140;

	private Pregnancy() {
	}

	/**
	 * Compares an unborn child with another mention.
	 * @param one one mention
	 * @param other the other
	 * @return the level, null where neither is unborn or nothing can be told
	 */
	static @Nullable Agreement compare(Particulars one, Particulars other) {
		LocalDate day = one.birth().unbornOn();
		LocalDate another = other.birth().unbornOn();
		if (day == null) {
			return (another != null) ? compare(other, another, one) : null;
		}
		if (another == null) {
			return compare(one, day, other);
		}
		boolean apart = Math.abs(ChronoUnit.DAYS.between(day, another)) > LONGEST + NAMED_WITHIN;
		return (apart && !ofOneNumber(one, other)) ? Agreement.PREGNANCY_DIFFERENT : null;
	}

	private static @Nullable Agreement compare(Particulars unborn, LocalDate on, Particulars child) {
		if (isAnother(unborn, on, child)) {
			// An agency that keeps a child's number has not written the name anew.
			return ofOneNumber(unborn, child) ? null : Agreement.PREGNANCY_DIFFERENT;
		}
		LocalDate born = child.birthDate();
		boolean inTime = born != null && !born.isBefore(on.minusDays(REGISTERED_WITHIN));
		return (inTime && !Collections.disjoint(unborn.birth().mothers(), child.birth().mothers()))
				? Agreement.PREGNANCY_SAME : null;
	}

	private static boolean isAnother(Particulars unborn, LocalDate on, Particulars child) {
		LocalDate born = child.birthDate();
		if (born == null) {
			Integer year = child.birthYear();
			return year != null
					&& (year < on.minusDays(NAMED_WITHIN).getYear() || year > on.plusDays(LONGEST).getYear());
		}
		Integer weeks = child.birth().weeks();
		boolean notBegun = weeks != null && on.isBefore(born.minusWeeks(weeks + 2L));
		return notBegun || born.isBefore(on.minusDays(NAMED_WITHIN)) || born.isAfter(on.plusDays(LONGEST))
				|| unborn.birth()
					.ended()
					.stream()
					.anyMatch((ended) -> isInTime(ended, on) && isFromAnother(born, ended));
	}

	/** Whether a pregnancy that came to its end on a day is that of an unborn child. */
	private static boolean isInTime(LocalDate ended, LocalDate on) {
		return !ended.isBefore(on.minusDays(REGISTERED_WITHIN)) && !ended.isAfter(on.plusDays(LONGEST));
	}

	/**
	 * Whether a birth is so long after the end of one pregnancy that it is of another.
	 */
	static boolean isFromAnother(LocalDate born, LocalDate ended) {
		return born.isAfter(ended.plusDays(NEXT_BIRTH_AFTER));
	}

	private static boolean ofOneNumber(Particulars one, Particulars other) {
		return one.identifiers().stream().anyMatch((number) -> number.valid() && other.identifiers().contains(number));
	}

	/**
	 * The mother of a child as its record has her.
	 * @param child the child
	 * @return first name and date of birth, null where the record does not say
	 */
	static @Nullable String mother(Particulars child) {
		for (String key : child.birth().mothers()) {
			if (key.startsWith(Particulars.BY_NAME_AND_DATE)) {
				return key;
			}
		}
		return null;
	}

	/** The years in which an unborn child can come to be born. */
	static List<Integer> years(LocalDate on) {
		return IntStream.rangeClosed(on.minusDays(REGISTERED_WITHIN).getYear(), on.plusDays(LONGEST).getYear())
			.boxed()
			.toList();
	}

	/**
	 * Whether two mentions cannot be of twins: one of them is recorded as born alone, and
	 * the other not as a twin. Of whom two mothers are recorded, it says nothing: babies
	 * of one ward are born alone, each of them.
	 */
	static boolean isSingle(Birth one, Birth other) {
		return (one.single() || other.single()) && !one.ofSeveral() && !other.ofSeveral()
				&& !haveTwoMothers(one.mothers(), other.mothers());
	}

	static boolean haveTwoMothers(Collection<String> ofOne, Collection<String> ofOther) {
		return !ofOne.isEmpty() && !ofOther.isEmpty() && Collections.disjoint(ofOne, ofOther);
	}

}
