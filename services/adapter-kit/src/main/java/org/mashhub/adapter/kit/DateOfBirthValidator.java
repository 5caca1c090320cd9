package org.mashhub.adapter.kit;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Accepts what {@link PartialDate} can read and somebody alive can have. */
class DateOfBirthValidator implements ConstraintValidator<DateOfBirth, String> {

	private final Clock clock = Clock.systemUTC();

	@Override
	public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
		if (value == null) {
			return true;
		}
		return PartialDate.read(value)
			.map(PartialDate::earliest)
			.filter((day) -> day.getYear() >= 1900 && !day.isAfter(LocalDate.now(this.clock).plusDays(1)))
			.isPresent();
	}

}
