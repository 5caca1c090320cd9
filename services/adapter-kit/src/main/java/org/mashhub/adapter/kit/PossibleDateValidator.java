package org.mashhub.adapter.kit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Compares with the wall's clock: no agency can write down what has yet to happen. */
class PossibleDateValidator implements ConstraintValidator<PossibleDate, Temporal> {

	/** What systems hold where nobody knew the day. */
	private static final LocalDate PLACEHOLDER = LocalDate.of(1900, 1, 1);

	private static final int YEARS_PLANNED_AHEAD = 10;

	private final Clock clock = Clock.systemUTC();

	private boolean planned;

	@Override
	public void initialize(PossibleDate annotation) {
		this.planned = annotation.planned();
	}

	@Override
	public boolean isValid(@Nullable Temporal value, ConstraintValidatorContext context) {
		if (value == null) {
			return true;
		}
		LocalDate today = LocalDate.now(this.clock);
		LocalDate last = this.planned ? today.plusYears(YEARS_PLANNED_AHEAD) : today.plusDays(1);
		LocalDate day = day(value);
		boolean possible = day.isAfter(PLACEHOLDER) && !day.isAfter(last);
		if (!possible && this.planned) {
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate("{org.mashhub.adapter.kit.PossibleDate.planned}")
				.addConstraintViolation();
		}
		return possible;
	}

	private static LocalDate day(Temporal value) {
		return switch (value) {
			case LocalDate date -> date;
			case OffsetDateTime time -> LocalDate.ofInstant(time.toInstant(), ZoneOffset.UTC);
			case Instant instant -> LocalDate.ofInstant(instant, ZoneOffset.UTC);
			default -> throw new IllegalArgumentException("not a date: " + value.getClass().getName());
		};
	}

}
