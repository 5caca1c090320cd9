package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Birth;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Sex;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for the comparison of any two mentions. */
class ComparerProperties {

	private static final String[] NAMES = { "MARIE", "MARY", "MARIA", "OKORO", "OKORRO", "LEE", "LEO", "J", "M", "BABY",
			"DANIEL", "DANNY", "HENRY", "\uae40" };

	private static final String[] CALLED = { "DAD", "SPUD", "MARIE", "DANNY OKORO", "LEE HENRY" };

	private static final String[] NUMBERS = { "9990000018", "9990000026", "A/B/12345678", "A/B/12345687",
			"A/C/12345678" };

	private static final String[] SCHEMES = { Identifier.NHS_NUMBER, Identifier.PNC_ID, "LOCAL", "CRN" };

	private static final String[] DATES = { "1990-01-01", "1990-05-04", "1990-04-05", "1991-05-04", "1990-05-14",
			"2012-11-17" };

	private static final String[] MAILS = { "marie.okoro@example.com", "marie.okoro81@example.com", "okoro@example.net",
			"blue.sky@example.com", "blue.sky@another.org", "bleu.sky@example.com", "lee81@example.com" };

	private static final String[] BESIDE = { "ORLA/FENCOTE", "ORLA/", "ORLE/FENCOTE", "ORLA/FENCOTT", "JOE/OKORO" };

	private static final String[] WORDS = { "12", "MILL", "LEEDS", "HIGH" };

	private static final String[] CODES = { "ZZ991AA", "ZZ991AB", "ZZ882BB" };

	private static final List<Sex> SEXES = List.of(Sex.FEMALE, Sex.MALE, Sex.INDETERMINATE, Sex.UNKNOWN);

	private static final List<Birth> BIRTHS = List.of(
			new Birth(LocalDate.of(2012, 6, 1), List.of("N/9990000018", "P/MARIE/1990-05-04"), null, null, List.of()),
			new Birth(LocalDate.of(2012, 6, 1), List.of("N/9990000018"), null, null,
					List.of(LocalDate.of(2012, 6, 20))),
			new Birth(LocalDate.of(2011, 1, 9), List.of(), null, null, List.of()),
			new Birth(null, List.of("N/9990000018"), 30, false, List.of()),
			new Birth(null, List.of("P/MARIE/1990-05-04"), 20, null, List.of()),
			new Birth(null, List.of(), null, false, List.of()));

	private static final String[] PHONES = { "+447700900001", "+447700900010", "+447700900777" };

	/** What is not the best level though both say the same. */
	private static final Set<Agreement> LESS_THOUGH_THE_SAME = Set.of(Agreement.GIVEN_INITIAL, Agreement.GIVEN_VARIANT,
			Agreement.BIRTH_DEFAULT, Agreement.BIRTH_YEAR, Agreement.ADDRESS_CLOSE, Agreement.ADDRESS_POSTCODE,
			Agreement.COMPANION_CLOSE);

	private final Comparer comparer = new Comparer();

	@Property(tries = 2000)
	void theOrderOfTheTwoDoesNotMatter(@ForAll long seed) {
		Random random = new Random(seed);
		Particulars one = anybody(random);
		Particulars other = anybody(random);

		for (Field field : Field.values()) {
			assertThat(this.comparer.compare(field, one, other)).as(field.words())
				.isEqualTo(this.comparer.compare(field, other, one));
		}
	}

	@Property(tries = 1000)
	void whoeverSaysTheSameAgrees(@ForAll long seed) {
		Particulars who = anybody(new Random(seed));

		for (Field field : Field.values()) {
			Agreement level = this.comparer.compare(field, who, who);
			assertThat(level == null || level == Agreement.of(field).getFirst() || LESS_THOUGH_THE_SAME.contains(level))
				.as("%s", level)
				.isTrue();
		}
	}

	@Property(tries = 2000)
	void twoOfWhomAFieldSaysTheSameCompareAlikeWithEveryThird(@ForAll long seed) {
		Random random = new Random(seed);
		Particulars one = anybody(random);
		Particulars third = anybody(random);

		for (Field field : Field.values()) {
			Particulars other = anybody(random);
			Object compared = field.comparedOf(one);
			if (compared == null) {
				assertThat(this.comparer.compare(field, one, third)).as(field.words()).isNull();
			}
			else if (Objects.equals(compared, field.comparedOf(other))) {
				assertThat(this.comparer.compare(field, other, third)).as(field.words())
					.isEqualTo(this.comparer.compare(field, one, third));
			}
		}
	}

	private static Particulars anybody(Random random) {
		return somebody(random).particulars();
	}

	/** Somebody of whom any field may be known or not. */
	static People somebody(Random random) {
		People person = People.called(any(random, "", NAMES), any(random, "", NAMES));
		if (random.nextInt(4) == 0) {
			person.orFamily(NAMES[random.nextInt(NAMES.length)]);
		}
		if (random.nextInt(3) == 0) {
			person.alias(CALLED[random.nextInt(CALLED.length)]);
		}
		for (int i = random.nextInt(3); i > 0; i--) {
			person.numbered(SCHEMES[random.nextInt(SCHEMES.length)], NUMBERS[random.nextInt(NUMBERS.length)]);
		}
		if (random.nextInt(3) == 0) {
			person.bornAbout(1985 + random.nextInt(20));
		}
		else if (random.nextInt(3) > 0) {
			person.born(DATES[random.nextInt(DATES.length)]);
		}
		if (random.nextInt(3) == 0) {
			person.with(BIRTHS.get(random.nextInt(BIRTHS.size())));
		}
		person.of(SEXES.get(random.nextInt(SEXES.size())));
		if (random.nextInt(2) == 0) {
			person.at("home " + random.nextInt(3));
		}
		if (random.nextInt(2) == 0) {
			person.postcode(CODES[random.nextInt(CODES.length)]);
		}
		person.words(some(random, WORDS));
		List.of(some(random, PHONES)).forEach(person::phone);
		List.of(some(random, MAILS)).forEach(person::email);
		return person.beside(some(random, BESIDE));
	}

	private static String any(Random random, String none, String[] of) {
		return (random.nextInt(5) == 0) ? none : of[random.nextInt(of.length)];
	}

	/** Some of these, none of them twice. */
	private static String[] some(Random random, String[] of) {
		return Arrays.stream(of).filter((each) -> random.nextInt(of.length) == 0).toArray(String[]::new);
	}

}
