package org.mashhub.adapter.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.BirthDate;

/** As much of a date as is known: the year, the month of it, the day of that. */
record PartialDate(int year, @Nullable Integer month, @Nullable Integer day) {

	private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

	static Optional<PartialDate> read(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		PartialDate read = new PartialDate(Integer.parseInt(matcher.group(1)), number(matcher.group(2)),
				number(matcher.group(3)));
		try {
			read.earliest();
			return Optional.of(read);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	LocalDate earliest() {
		return LocalDate.of(this.year, (this.month != null) ? this.month : 1, (this.day != null) ? this.day : 1);
	}

	BirthDate.Builder birth() {
		if (this.day != null) {
			return BirthDate.newBuilder().setDate(earliest());
		}
		return BirthDate.newBuilder().setYear(this.year).setMonth(this.month);
	}

	private static @Nullable Integer number(@Nullable String digits) {
		return (digits != null) ? Integer.valueOf(digits) : null;
	}

}
