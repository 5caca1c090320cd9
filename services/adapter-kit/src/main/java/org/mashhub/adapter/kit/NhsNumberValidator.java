package org.mashhub.adapter.kit;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Computes the check digit as the NHS Data Dictionary says. */
class NhsNumberValidator implements ConstraintValidator<NhsNumber, String> {

	private static final int DIGITS = 10;

	@Override
	public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
		return value == null || valid(value.replace(" ", ""));
	}

	private static boolean valid(String number) {
		if (number.length() != DIGITS || !number.chars().allMatch((c) -> c >= '0' && c <= '9')) {
			return false;
		}
		int sum = 0;
		for (int i = 0; i < DIGITS - 1; i++) {
			sum += (number.charAt(i) - '0') * (DIGITS - i);
		}
		int check = (11 - sum % 11) % 11;
		return check == number.charAt(DIGITS - 1) - '0' && sum > 0;
	}

}
