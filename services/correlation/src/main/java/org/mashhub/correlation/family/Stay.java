package org.mashhub.correlation.family;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.mashhub.correlation.observation.Homes;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.SourceRecordId;

/**
 * A time that a person is recorded at a home.
 *
 * @param homeKeys keys of the home
 * @param from first day
 * @param until last day
 * @param left whether it ended because they are recorded to have moved away, or because
 * all who recorded them there have recorded them elsewhere since
 * @param agencies who recorded it
 * @param records where
 */
public record Stay(Set<String> homeKeys, LocalDate from, LocalDate until, boolean left, List<String> agencies,
		List<SourceRecordId> records) {

	public Stay {
		homeKeys = Set.copyOf(homeKeys);
		agencies = List.copyOf(agencies);
		records = List.copyOf(records);
	}

	/**
	 * Whether somebody was there on a day, as a record has it.
	 * @param mention somebody whom the record has at a home
	 * @param day the day
	 * @return true when it is this home, and one of the days of the stay
	 */
	public boolean holds(Mention mention, LocalDate day) {
		return !day.isBefore(this.from) && !day.isAfter(this.until)
				&& Homes.same(this.homeKeys, mention.particulars().homeKeys());
	}

	/**
	 * Whether two stays were in the same home at the same time.
	 * @param other the other
	 * @return true when they were
	 */
	public boolean meets(Stay other) {
		return !this.from.isAfter(other.until) && !other.from.isAfter(this.until)
				&& Homes.same(this.homeKeys, other.homeKeys);
	}

}
