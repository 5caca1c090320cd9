package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Sex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/**
 * What is learned, against what is true of the records: each person is written of twice,
 * and how often which field differs is known. An address of their own, the same both
 * times, leaves no doubt who is who.
 */
class ModelTrainerTruthTest {

	private static final int PEOPLE = 200;

	private static final List<String> GIVEN = List.of("ADA", "BEN", "CARA", "DEV", "ELIF", "FINN", "GITA", "HUGO",
			"IFE", "JAN", "KOFI", "LENA", "MIA", "NOOR", "OLA", "PIA");

	private static final List<String> FAMILY = List.of("ABARA", "BROOK", "CHAN", "DOYLE", "EVANS", "FROST", "GHOSH",
			"HARTE", "IQBAL", "JONES", "KOWAL", "LOWE", "MALIK", "NOVAK", "OKORO", "PATEL");

	@Test
	void learnsHowOftenOnePersonsFieldsAgree() {
		Parameters learned = Learned.ONCE;

		assertThat(learned.same() * pairs(PEOPLE)).isCloseTo(PEOPLE, within(4.0));
		assertThat(learned.twins()).isEqualTo(learned.same() * 0.015, within(learned.same() * 1e-4));
		// One in ten phones was changed; what five pairs would show was believed before.
		assertThat(learned.match().get(Agreement.PHONE_SAME)).isCloseTo((0.9 * PEOPLE + 5 * 0.8) / (PEOPLE + 5),
				within(0.005));
		assertThat(learned.match().get(Agreement.PHONE_DIFFERENT)).isCloseTo((0.1 * PEOPLE + 5 * 0.1) / (PEOPLE + 5),
				within(0.005));
		assertThat(learned.match().get(Agreement.SEX_SAME)).isCloseTo((0.8 * PEOPLE + 5 * 0.8) / (0.8 * PEOPLE + 5),
				within(0.002));
		assertThat(learned.match().get(Agreement.EMAIL_SAME)).isCloseTo((PEOPLE + 5 * 0.8) / (PEOPLE + 5),
				within(0.002));
		assertThat(learned.match().get(Agreement.NUMBER_SAME)).isEqualTo(0.8, within(1e-9));
		assertThat(learned.match().get(Agreement.NUMBER_CLOSE)).isEqualTo(0.2 / 3, within(1e-9));
	}

	@Test
	void learnsHowOftenStrangersFieldsAgree() {
		Parameters learned = Learned.ONCE;

		assertThat(learned.random().get(Agreement.SEX_SAME)).isCloseTo(0.5, within(0.02));
		assertThat(learned.random().get(Agreement.SEX_DIFFERENT)).isCloseTo(0.5, within(0.02));
		assertThat(learned.random().get(Agreement.GIVEN_SAME)).isCloseTo(1.0 / 16, within(0.01));
		assertThat(learned.random().get(Agreement.EMAIL_SAME)).isLessThan(2e-6).isGreaterThanOrEqualTo(1e-6);
		assertThat(learned.random().get(Agreement.NUMBER_SAME)).isEqualTo(0.05, within(1e-9));
		assertThat(learned.random().get(Agreement.NUMBER_DIFFERENT)).isEqualTo(0.45, within(1e-9));
	}

	@Test
	void learnsHowCommonNamesAre() {
		List<Mention> mentions = twice(PEOPLE, (who, time) -> who);
		mentions.add(People.called("ZELDA", "ZUSAK").email("zz@example.com").mention());
		mentions.add(People.called("", "").email("nobody@example.com").mention());
		mentions.add(People.called("BABY", "LOWE").email("baby@example.com").mention());

		Parameters learned = ModelTrainer.train("truth", mentions);

		assertThat(learned.givenNames()).containsOnlyKeys(GIVEN);
		assertThat(learned.familyNames()).containsOnlyKeys(FAMILY);
		long adas = mentions.stream().filter((who) -> who.particulars().givenNames().contains("ADA")).count();
		assertThat(learned.givenNames().get("ADA")).isEqualTo((double) adas / (2 * PEOPLE + 1), within(1e-12));
		assertThat(learned.otherName()).isEqualTo(1.0 / (2 * PEOPLE + 3), within(1e-12));
	}

	@Test
	void givesChancesThatAddUpToOne() {
		Parameters learned = Learned.ONCE;

		for (Field field : Field.values()) {
			for (List<Agreement> levels : Agreement.groupsOf(field)) {
				assertThat(sum(levels, learned.match())).as(field.words()).isEqualTo(1, within(1e-9));
				assertThat(sum(levels, learned.random())).as(field.words()).isEqualTo(1, within(1e-5));
			}
		}
	}

	@Test
	void believesNoMoreThanSoManyFirstNamesToBeTakenDownQuiteWrongly() {
		Parameters learned = ModelTrainer.train("truth",
				twice(PEOPLE, (who, time) -> (who + 7 * time * ((who % 5 < 2) ? 1 : 0)) % PEOPLE));

		List<Agreement> levels = Agreement.of(Field.GIVEN_NAME);
		assertThat(learned.match().get(Agreement.GIVEN_DIFFERENT)).isEqualTo(0.1, within(1e-9));
		assertThat(sum(levels, learned.match())).isEqualTo(1, within(1e-9));
		assertThat(learned.match().get(Agreement.GIVEN_SAME)).isBetween(0.8, 0.9);
	}

	@Test
	void learnsMuchTheSameFromPairsDrawnAtRandom() {
		int many = 460;
		Parameters learned = ModelTrainer.train("truth", twice(many, (who, time) -> who));

		assertThat(learned.same() * pairs(many)).isCloseTo(many, within(5.0));
		assertThat(learned.random().get(Agreement.SEX_SAME)).isCloseTo(0.5, within(0.02));
		assertThat(learned.random().get(Agreement.GIVEN_SAME)).isCloseTo(1.0 / 16, within(0.01));
	}

	@Test
	void countsEachPairOnceThoughManyAreBornOnOneDay() {
		List<Mention> mentions = new ArrayList<>();
		for (int time = 0; time < 2; time++) {
			for (int who = 0; who < PEOPLE; who++) {
				mentions.add(People.called(GIVEN.get(who % 16), FAMILY.get(who / 16 % 16))
					.born("1990-05-04")
					.email("someone" + who + "@example.com")
					.phone("+4477" + (10_000_000 + 137 * who))
					.mention());
			}
		}

		Parameters learned = ModelTrainer.fit("truth", mentions);

		assertThat(learned.same() * pairs(PEOPLE)).isCloseTo(PEOPLE, within(20.0));
	}

	@Test
	void refusesWhatWouldSpeakAgainstOnePersonAndFitsWithoutIt() {
		List<Mention> mentions = new ArrayList<>();
		for (int who = 0; who < 150; who++) {
			for (int time = 0; time < 2; time++) {
				mentions.add(person(who, who, time).at("house " + time).mention());
			}
		}

		assertThatIllegalArgumentException().isThrownBy(() -> ModelTrainer.train("truth", mentions))
			.withMessageContaining("an equal home would speak against one person");
		Parameters fitted = ModelTrainer.fit("truth", mentions);
		for (Agreement level : Agreement.of(Field.ADDRESS)) {
			assertThat(fitted.match().get(level)).isEqualTo(fitted.random().get(level));
		}
		assertThat(fitted.match().get(Agreement.EMAIL_SAME))
			.isGreaterThan(10 * fitted.random().getOrDefault(Agreement.EMAIL_SAME, 1.0));
	}

	@Test
	void learnsFromAHundred() {
		assertThat(ModelTrainer.train("truth", twice(50, (who, time) -> who)).same() * pairs(50)).isCloseTo(50,
				within(3.0));
	}

	private static double sum(List<Agreement> levels, Map<Agreement, Double> chances) {
		return levels.stream().mapToDouble((level) -> chances.getOrDefault(level, 0.0)).sum();
	}

	private static double pairs(int people) {
		return people * (2.0 * people - 1);
	}

	/** Each person twice; which first name is written each time is given. */
	private static List<Mention> twice(int people, BiFunction<Integer, Integer, Integer> named) {
		List<Mention> mentions = new ArrayList<>();
		for (int who = 0; who < people; who++) {
			for (int time = 0; time < 2; time++) {
				People person = person(who, named.apply(who, time), time);
				if (who % 5 > 0 || time == 0) {
					person.of(((who * 31 + who / 7) % 2 == 0) ? Sex.FEMALE : Sex.MALE);
				}
				mentions.add(person.mention());
			}
		}
		return mentions;
	}

	private static People person(int who, int named, int time) {
		Random random = new Random(who * 7919L);
		String born = "%d-%02d-%02d".formatted(1950 + random.nextInt(60), 1 + random.nextInt(12),
				1 + random.nextInt(28));
		String phone = "+4477" + (10_000_000 + random.nextInt(80_000_000) + ((who % 10 == 0) ? 1_234_567 * time : 0));
		return People.called(GIVEN.get(named * 7 % 16), FAMILY.get(random.nextInt(16)))
			.born(born)
			.phone(phone)
			.email(Long.toString(random.nextLong() >>> 20, 36) + "@example.com");
	}

	/** Learned when first asked for, and looked at by several tests. */
	private static final class Learned {

		private static final Parameters ONCE = ModelTrainer.train("truth", twice(PEOPLE, (who, time) -> who));

	}

}
