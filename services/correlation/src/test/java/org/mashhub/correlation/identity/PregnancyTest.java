package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.mashhub.correlation.observation.Birth;

import static org.assertj.core.api.Assertions.assertThat;

/** Which child, of those who were born, an unborn child can be. */
class PregnancyTest {

	private static final String MOTHER = "P/NGOZI/1997-04-22";

	@ParameterizedTest
	@ValueSource(strings = { "2025-06-01", "2025-10-18", "2026-03-28", "2025-04-20" })
	void isOneThatWasBornToTheSameMotherInItsTime(String born) {
		assertThat(level(unborn(), child(born))).isEqualTo(Agreement.PREGNANCY_SAME);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2026-03-29", "2030-01-01", "2024-12-02", "1997-04-22" })
	void isNobodyBornLongBeforeOrTooLateWhoeverIsTheMother(String born) {
		assertThat(level(unborn(), child(born))).isEqualTo(Agreement.PREGNANCY_DIFFERENT);
		assertThat(level(unborn(), People.called("BLESSING", "OKORO").born(born)))
			.isEqualTo(Agreement.PREGNANCY_DIFFERENT);
	}

	/** The name may not have been written anew, or she is with child again. */
	@ParameterizedTest
	@ValueSource(strings = { "2025-04-19", "2024-12-03" })
	void mayBeOneBornSomeMonthsBefore(String born) {
		assertThat(level(unborn(), child(born))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "1990,PREGNANCY_DIFFERENT", "2023,PREGNANCY_DIFFERENT", "2024,", "2025,", "2026,",
			"2027,PREGNANCY_DIFFERENT" })
	void isNobodyOfAnotherYear(int year, @Nullable Agreement level) {
		assertThat(level(unborn(), People.called("OBI", "OKORO").bornAbout(year))).isEqualTo(level);
	}

	@Test
	void isNotToldWhereNoMotherIsNamedOrAnother() {
		assertThat(level(unborn(), People.called("BABY", "OKORO").born("2025-10-18"))).isNull();
		assertThat(level(unborn(), People.called("BABY", "OKORO").born("2025-10-18").unborn(null, "N/9990000018")))
			.isNull();
		assertThat(level(unborn(), People.called("BABY", "OKORO"))).isNull();
		assertThat(level(child("2025-10-18"), child("2025-10-18"))).isNull();
	}

	/** Of 30 weeks on 18 October the pregnancy began in March. */
	@Test
	void isNoneWhosePregnancyHadNotBegun() {
		Birth early = new Birth(null, List.of(MOTHER), 30, null, List.of());

		assertThat(level(unborn(), child("2025-10-18").with(early))).isEqualTo(Agreement.PREGNANCY_SAME);
		assertThat(level(unborn(), child("2026-01-11").with(early))).isEqualTo(Agreement.PREGNANCY_SAME);
		assertThat(level(unborn(), child("2026-01-12").with(early))).isEqualTo(Agreement.PREGNANCY_DIFFERENT);
	}

	@Test
	void isNoneBornOfALaterPregnancyOnceItsOwnHasEnded() {
		assertThat(level(ended("2025-07-01"), child("2025-11-18"))).isEqualTo(Agreement.PREGNANCY_SAME);
		assertThat(level(ended("2025-07-01"), child("2025-11-19"))).isEqualTo(Agreement.PREGNANCY_DIFFERENT);
		assertThat(level(ended("2025-04-19"), child("2025-11-19"))).isEqualTo(Agreement.PREGNANCY_SAME);
	}

	@Test
	void isWhomTheSameNumberSaysItIsWheneverTheNameWasWritten() {
		assertThat(level(unborn().numbered("LA_CHILD_ID", "E1/7"), child("2024-10-18").numbered("LA_CHILD_ID", "E1/7")))
			.isNull();
		assertThat(level(unborn().numbered("LA_CHILD_ID", "E1/7"), child("2024-10-18").numbered("LA_CHILD_ID", "E1/8")))
			.isEqualTo(Agreement.PREGNANCY_DIFFERENT);
	}

	@Test
	void isAnotherThanAnUnbornChildOfYearsLater() {
		assertThat(level(unborn(), unborn())).isNull();
		assertThat(level(unborn(), People.called("UNBORN", "OKORO").unborn("2026-09-24", MOTHER))).isNull();
		assertThat(level(unborn(), People.called("UNBORN", "OKORO").unborn("2026-09-25", MOTHER)))
			.isEqualTo(Agreement.PREGNANCY_DIFFERENT);
	}

	private static @Nullable Agreement level(People one, People other) {
		return Compared.in(Field.PREGNANCY, one, other);
	}

	private static People unborn() {
		return People.called("UNBORN", "OKORO").unborn("2025-06-01", MOTHER, "N/9990000026");
	}

	private static People ended(String on) {
		return unborn()
			.with(new Birth(LocalDate.of(2025, 6, 1), List.of(MOTHER), null, null, List.of(LocalDate.parse(on))));
	}

	private static People child(String born) {
		return People.called("BABY", "OKORO").born(born).unborn(null, MOTHER);
	}

}
