package org.mashhub.adapter.kit;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Computes the check letter over the year's last two digits and the serial number. */
class PncIdValidator implements ConstraintValidator<PncId, String> {

	private static final Pattern FORM = Pattern.compile("(?:19|20)?(\\d{2})/(\\d{1,7})([A-Z])");

	private static final String LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

	@Override
	public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
		if (value == null) {
			return true;
		}
		Matcher matcher = FORM.matcher(value.strip().toUpperCase(Locale.ROOT));
		if (!matcher.matches()) {
			return false;
		}
		int number = Integer.parseInt(matcher.group(1)) * 10_000_000 + Integer.parseInt(matcher.group(2));
		return matcher.group(3).charAt(0) == LETTERS.charAt(number % LETTERS.length());
	}

}
