package org.mashhub.adapter.kit;

import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Computes the check letter as the DfE's school census does (rule 1510; Government Data
 * Standards Catalogue, Unique Pupil Number 2.0): the characters after it, weighted 2 to
 * 13, modulo 23. The letters I, O and S are not used.
 */
class UpnValidator implements ConstraintValidator<Upn, String> {

	private static final Pattern FORM = Pattern.compile("[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]");

	private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

	@Override
	public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
		return value == null || valid(value.strip().toUpperCase(Locale.ROOT));
	}

	private static boolean valid(String upn) {
		if (!FORM.matcher(upn).matches()) {
			return false;
		}
		int sum = 0;
		for (int i = 1; i < upn.length(); i++) {
			char character = upn.charAt(i);
			int value = (character <= '9') ? character - '0' : LETTERS.indexOf(character);
			sum += value * (i + 1);
		}
		return upn.charAt(0) == LETTERS.charAt(sum % LETTERS.length());
	}

}
