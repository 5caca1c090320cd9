package org.mashhub.adapter.hospital;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.TimePrecision;

/**
 * Reads HL7's times: {@code YYYYMMDD[HHMM[SS[.SSSS]]][+ZZZZ]}, in UK time without an
 * offset.
 */
final class Hl7Time {

	private static final ZoneId UK = ZoneId.of("Europe/London");

	private static final Pattern FORM = Pattern
		.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})?(?:(\\d{2})(?:\\.(\\d{1,4}))?)?)?([+-]\\d{4})?");

	private Hl7Time() {
	}

	/**
	 * Reads a time.
	 * @param text the time; null when there is none
	 * @return the time; empty when the text is none that names at least a day
	 */
	static Optional<Moment> read(@Nullable String text) {
		if (text == null) {
			return Optional.empty();
		}
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			LocalDateTime local = LocalDateTime.of(number(matcher, 1), number(matcher, 2), number(matcher, 3),
					number(matcher, 4), number(matcher, 5), number(matcher, 6), nanos(matcher.group(7)));
			OffsetDateTime at = (matcher.group(8) != null)
					? local
						.atOffset(ZoneOffset.of(matcher.group(8).substring(0, 3) + ":" + matcher.group(8).substring(3)))
					: local.atZone(UK).toOffsetDateTime();
			return Optional.of(new Moment(at, (matcher.group(5) != null) ? TimePrecision.EXACT
					: (matcher.group(4) != null) ? TimePrecision.APPROXIMATE : TimePrecision.DAY));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static int number(Matcher matcher, int group) {
		return (matcher.group(group) != null) ? Integer.parseInt(matcher.group(group)) : 0;
	}

	private static int nanos(@Nullable String fraction) {
		return (fraction != null) ? Integer.parseInt((fraction + "000000000").substring(0, 9)) : 0;
	}

}
