package org.mashhub.population.agencies;

import java.util.Optional;

import org.mashhub.event.common.v1.Identifier;
import org.mashhub.population.people.Area;
import org.mashhub.population.people.Person;

/** Numbers that people have in registers and in the agencies' own indexes. */
final class RegisterNumbers {

	private static final String PNC_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY";

	private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

	/** Area code that is in use nowhere; Ofcom keeps a part of it for drama. */
	private static final String AREA_CODE = "01632 ";

	/** Has no factor in common with a million, so each number comes once. */
	private static final long STRIDE = 611_953;

	private static final int MILLION = 1_000_000;

	private final long offset;

	RegisterNumbers(Area area) {
		this.offset = Math.floorMod(area.seed(), 7919);
	}

	/** The number that a register beyond the agency has given a person. */
	Optional<Identifier> of(Agency agency, Person person, int day) {
		return switch (agency) {
			case POLICE, PROBATION ->
				person.arrestedFirst().map((year) -> new Identifier("PNC_ID", pncId(year, person), false));
			case EDUCATION -> pupil(person, day);
			case SOCIAL_CARE,
					EARLY_HELP ->
				person.isChild(day)
						? Optional.of(new Identifier("LA_CHILD_ID", "LA9" + digits(person.number(), 7), false))
						: Optional.empty();
			case GP, HEALTH_VISITING, HOSPITAL, AMBULANCE, HOUSING, ADULT_SOCIAL_CARE, SINGLE_POINT_OF_ACCESS ->
				Optional.empty();
		};
	}

	/** The agency's own number of a person; the second when it has the person twice. */
	String own(Agency agency, Person person, boolean second) {
		long place = person.number() * 2L + (second ? 1 : 0);
		if (agency == Agency.PROBATION) {
			return (char) ('X' - place / MILLION) + digits((place * STRIDE + this.offset) % MILLION, 6);
		}
		long scattered = (place * STRIDE + this.offset + agency.code().length() * 104_729L) % (3L * MILLION);
		return agency.numbers() + digits(scattered, 7);
	}

	/** A telephone number; each person has room for two, the later ones repeat. */
	static String phone(Person person, int version) {
		return AREA_CODE + digits((person.number() * 2L + version % 2) * STRIDE % MILLION, 6);
	}

	private static Optional<Identifier> pupil(Person person, int day) {
		int age = person.age(day);
		return (age >= 3 && age < 19) ? Optional.of(new Identifier("UPN", upn(person), false)) : Optional.empty();
	}

	/** Check letter over the characters after it, weighted 2 to 13, modulo 23 (DfE). */
	private static String upn(Person person) {
		int year = Math.floorMod(1970 + Math.floorDiv(person.born(), 365) + 4, 100);
		String digits = "999" + digits(person.number() / 1000, 4) + digits(year, 2) + digits(person.number() % 1000, 3);
		int sum = 0;
		for (int at = 0; at < digits.length(); at++) {
			sum += (digits.charAt(at) - '0') * (at + 2);
		}
		return UPN_LETTERS.charAt(sum % 23) + digits;
	}

	/** Check letter over the year's last two digits and the serial. */
	private static String pncId(int year, Person person) {
		long number = year % 100 * 10_000_000L + person.number();
		return year + "/" + digits(person.number(), 7) + PNC_LETTERS.charAt((int) (number % 23));
	}

	private static String digits(long number, int length) {
		char[] digits = new char[length];
		long rest = number;
		for (int at = length - 1; at >= 0; at--) {
			digits[at] = (char) ('0' + rest % 10);
			rest /= 10;
		}
		return new String(digits);
	}

}
