package org.mashhub.adapter.kit;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The longest time for which it is normal that nothing comes, as ISO 8601 writes it: in
 * weeks, days and hours, since a month has no length of its own.
 */
final class LongestSilence {

	static final String REMEDY = "Send weeks, days or hours, at least PT1H and at most P366D, for example P1D, PT36H or P2W; "
			+ "leave it out when it comes irregularly.";

	private static final Duration SHORTEST = Duration.ofHours(1);

	private static final Duration LONGEST = Duration.ofDays(366);

	private static final int DAY = 24;

	private static final Pattern FORM = Pattern
		.compile("P(?=[0-9T])(?:([0-9]{1,2})W)?(?:([0-9]{1,3})D)?(?:T(?=[0-9])(?:([0-9]{1,4})H)?)?");

	private LongestSilence() {
	}

	/** Hours, empty when it is none that makes sense. */
	static Optional<Integer> hours(String text) {
		Matcher form = FORM.matcher(text);
		if (!form.matches()) {
			return Optional.empty();
		}
		Duration duration = Duration.ofDays(7L * number(form.group(1)) + number(form.group(2)))
			.plusHours(number(form.group(3)));
		return (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) ? Optional.empty()
				: Optional.of(Math.toIntExact(duration.toHours()));
	}

	/** The same in text. */
	static String text(int hours) {
		return (hours % DAY == 0) ? "P" + hours / DAY + "D" : "PT" + hours + "H";
	}

	private static long number(@Nullable String digits) {
		return (digits != null) ? Long.parseLong(digits) : 0;
	}

}
