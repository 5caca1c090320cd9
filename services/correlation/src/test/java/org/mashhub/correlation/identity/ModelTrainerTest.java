package org.mashhub.correlation.identity;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ModelTrainerTest {

	private static final List<String> GIVEN = List.of("ADA", "BEN", "CARA", "DEV", "ELIF", "FINN", "GITA", "HUGO",
			"IFE", "JAN", "KOFI", "LENA", "MIA", "NOOR", "OLA", "PIA");

	private static final List<String> FAMILY = List.of("ABARA", "BROOK", "CHAN", "DOYLE", "EVANS", "FROST", "GHOSH",
			"HARTE", "IQBAL", "JONES", "KOWAL", "LOWE", "MALIK", "NOVAK", "OKORO", "PATEL");

	@Test
	void learnsWithoutBeingToldWhoIsWho() {
		Parameters learned = ModelTrainer.train("test", twice(300));

		// 300 pairs among 600 records. One in six was given a wrong date of birth: some
		// of
		// these are rather taken for two people of one household.
		assertThat(learned.same() * 600 * 599 / 2).isBetween(255.0, 330.0);
		assertThat(learned.match().get(Agreement.BIRTH_SAME)).isBetween(0.8, 0.99);
		assertThat(learned.match().get(Agreement.GIVEN_SAME)).isGreaterThan(0.9);
		assertThat(learned.random().get(Agreement.BIRTH_SAME)).isLessThan(0.01);
	}

	@Test
	void learnsTheSameFromTheSame() throws IOException {
		String first = ModelFile.write(ModelTrainer.train("test", twice(100)));
		String second = ModelFile.write(ModelTrainer.train("test", twice(100)));

		assertThat(second).isEqualTo(first);
		assertThat(ModelFile.write(ModelFile.read(new StringReader(first)))).isEqualTo(first);
	}

	@Test
	void refusesToLearnFromAHandful() {
		assertThatIllegalArgumentException().isThrownBy(() -> ModelTrainer.train("test", twice(10)))
			.withMessageContaining("at least 100");
	}

	@Test
	void countsTheHalvesOfDoubleNames() {
		List<Mention> mentions = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			mentions.add(People.called(GIVEN.get(i % 16), "GARCIA" + FAMILY.get(i % 16)).orFamily("GARCIA").mention());
		}

		assertThat(ModelTrainer.fit("test", mentions).familyNames().get("GARCIA")).isEqualTo(1.0);
	}

	@Test
	void takesFamiliesForFamiliesWhereFewAreMetTwice() {
		Random random = new Random(5);
		List<Mention> mentions = new ArrayList<>();
		for (int home = 0; home < 150; home++) {
			String family = FAMILY.get(random.nextInt(FAMILY.size()));
			for (int member = 0; member < 4; member++) {
				String given = GIVEN.get((home + 4 * member) % GIVEN.size());
				String born = "%d-%02d-%02d".formatted(1950 + random.nextInt(60), 1 + random.nextInt(12),
						1 + random.nextInt(28));
				for (int time = 0; time < ((random.nextInt(4) == 0) ? 2 : 1); time++) {
					People person = People.called(given, family).at("home" + home);
					mentions.add(((random.nextInt(3) > 0) ? person.born(born) : person).mention());
				}
			}
		}

		Parameters learned = ModelTrainer.fit("test", mentions);

		double pairs = mentions.size() * (mentions.size() - 1) / 2.0;
		assertThat(learned.same() * pairs).isBetween(90.0, 220.0);
		assertThat(learned.match().get(Agreement.GIVEN_SAME)).isGreaterThan(0.8);
	}

	@Test
	void takesNoSonForHisFather() {
		Random random = new Random(6);
		List<Mention> mentions = new ArrayList<>();
		for (int home = 0; home < 200; home++) {
			String given = GIVEN.get(random.nextInt(GIVEN.size()));
			String family = FAMILY.get(random.nextInt(FAMILY.size()));
			for (int member = 0; member < 2; member++) {
				int year = 1940 + 30 * member + random.nextInt(8);
				for (int time = 0; time < 2; time++) {
					mentions.add(People.called(given, family).bornAbout(year).at("home" + home).mention());
				}
			}
		}

		assertThat(ModelTrainer.fit("test", mentions).match().get(Agreement.BIRTH_GENERATION)).isLessThan(0.03);
	}

	@Test
	void learnsForAHandfulWhatItCan() {
		assertThat(ModelTrainer.fit("test", twice(3)).same()).isPositive().isLessThan(1);
		assertThat(ModelTrainer.fit("test", List.of()).version()).isEqualTo("test");
	}

	private static List<Mention> twice(int people) {
		Random random = new Random(4);
		List<Mention> mentions = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			String given = GIVEN.get(random.nextInt(GIVEN.size()));
			String family = FAMILY.get(random.nextInt(FAMILY.size()));
			String born = "%d-%02d-%02d".formatted(1950 + random.nextInt(60), 1 + random.nextInt(12),
					1 + random.nextInt(28));
			String wrong = (i % 6 == 0) ? "1970-03-0" + (1 + i % 9) : born;
			mentions.add(People.called(given, family).born(born).at("home" + i).mention());
			mentions.add(People.called(given, family).born(wrong).at("home" + i).mention());
		}
		return mentions;
	}

}
