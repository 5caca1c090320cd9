package org.mashhub.correlation.observation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one record says of somebody's birth beside its date.
 *
 * @param unbornOn day on which the record spoke of a child who was not born yet, null of
 * everybody else
 * @param mothers keys of the mother whom the record names, of an unborn child and of one
 * under two: her NHS number, and her first name with her date of birth; of a mother whose
 * pregnancy ended, her own
 * @param weeks completed weeks of the pregnancy at the birth, when they are recorded
 * @param multiple whether it was a birth of twins or more, null where nothing says
 * @param ended days on which a pregnancy ended without a birth: the mother's own, or
 * those of an unborn child's mother
 */
public record Birth(@Nullable LocalDate unbornOn, List<String> mothers, @Nullable Integer weeks,
		@Nullable Boolean multiple, List<LocalDate> ended) {

	/** What nearly all records say of it. */
	public static final Birth UNKNOWN = new Birth(null, List.of(), null, null, List.of());

	public Birth {
		unbornOn = Canonical.ofNullable(unbornOn);
		mothers = Canonical.listOf(mothers);
		ended = Canonical.listOf(ended);
	}

	/**
	 * The same, when it is known which pregnancies of the mother ended without a birth.
	 * @param days the days
	 * @return a copy
	 */
	public Birth withEnded(Collection<LocalDate> days) {
		return new Birth(this.unbornOn, this.mothers, this.weeks, this.multiple, List.copyOf(days));
	}

	/**
	 * Whether it is recorded as a birth of one child.
	 * @return false for twins, and where nothing says
	 */
	public boolean single() {
		return Boolean.FALSE.equals(this.multiple);
	}

	/**
	 * Whether it is recorded as a birth of twins or more.
	 * @return false for one child, and where nothing says
	 */
	public boolean ofSeveral() {
		return Boolean.TRUE.equals(this.multiple);
	}

}
