package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.mashhub.correlation.observation.Sex;

import static org.assertj.core.api.Assertions.assertThat;

/** What dates of birth, ages and sexes say of two mentions. */
class ComparerBirthTest {

	@Test
	void takesTheSame1JanuaryForADefault() {
		assertThat(birth("1990-05-04", "1990-05-04")).isEqualTo(Agreement.BIRTH_SAME);
		assertThat(birth("1990-01-01", "1990-01-01")).isEqualTo(Agreement.BIRTH_DEFAULT);
		assertThat(birth("1990-01-02", "1990-01-02")).isEqualTo(Agreement.BIRTH_SAME);
		assertThat(birth("1990-02-01", "1990-02-01")).isEqualTo(Agreement.BIRTH_SAME);
	}

	@Test
	void takes1JanuaryForADefaultOfAnyDateInTheYear() {
		assertThat(birth("1990-01-01", "1990-11-23")).isEqualTo(Agreement.BIRTH_DEFAULT_YEAR);
		assertThat(birth("1990-01-11", "1990-01-01")).isEqualTo(Agreement.BIRTH_DEFAULT_YEAR);
		assertThat(birth("1990-01-01", "1991-11-23")).isEqualTo(Agreement.BIRTH_NEAR);
	}

	@Test
	void seesThatDayAndMonthChangedPlaces() {
		assertThat(birth("1990-05-04", "1990-04-05")).isEqualTo(Agreement.BIRTH_SWAPPED);
		assertThat(birth("1990-12-01", "1990-01-12")).isEqualTo(Agreement.BIRTH_SWAPPED);
		assertThat(birth("1990-05-04", "1990-04-06")).isEqualTo(Agreement.BIRTH_TWO_SLIPS);
		assertThat(birth("1990-05-04", "1990-06-05")).isEqualTo(Agreement.BIRTH_TWO_SLIPS);
		assertThat(birth("1990-05-04", "1991-04-05")).isEqualTo(Agreement.BIRTH_NEAR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2018-11-21", "1918-11-11", "2008-11-11", "2017-11-11", "2018-01-11", "2018-12-11",
			"2018-11-01", "2018-11-12" })
	void findsASlipInAnyDigit(String other) {
		assertThat(birth(other.startsWith("1") ? "2918-11-11" : "2018-11-11", other)).isEqualTo(Agreement.BIRTH_CLOSE);
	}

	@ParameterizedTest
	@CsvSource({ "1987-05-04,1978-05-04", "1990-12-21,1990-12-12", "1990-02-13,1990-01-23", "1990-10-04,1990-01-04" })
	void takesTwoNeighboursExchangedForOneSlip(String one, String other) {
		assertThat(birth(one, other)).isEqualTo(Agreement.BIRTH_CLOSE);
	}

	@ParameterizedTest
	@CsvSource({ "1987-05-04,1996-05-04", "1987-05-04,1976-05-04", "1987-05-04,1998-05-04", "2013-05-04,2310-05-04",
			"1990-05-04,1990-05-21", "1990-02-04,1990-11-04", "1990-05-04,2001-05-04" })
	void takesOnePartThatIsQuiteWrongForTwoPartsTheSame(String one, String other) {
		assertThat(birth(one, other)).isEqualTo(Agreement.BIRTH_TWO_PARTS);
	}

	@ParameterizedTest
	@CsvSource({ "1990-05-04,1990-06-05", "1990-05-04,1991-06-04", "1990-05-04,1980-05-14" })
	void findsTwoSlipsInTwoParts(String one, String other) {
		assertThat(birth(one, other)).isEqualTo(Agreement.BIRTH_TWO_SLIPS);
	}

	@Test
	void tellsAGenerationFromLess() {
		assertThat(birth("1990-05-04", "2000-11-23")).isEqualTo(Agreement.BIRTH_NEAR);
		assertThat(birth("1990-05-04", "2001-11-23")).isEqualTo(Agreement.BIRTH_FAR);
	}

	@ParameterizedTest
	@CsvSource({ "1990,BIRTH_YEAR", "1992,BIRTH_YEAR", "1988,BIRTH_YEAR", "1993,BIRTH_DECADE", "2000,BIRTH_DECADE",
			"1980,BIRTH_DECADE", "2001,BIRTH_GENERATION", "1979,BIRTH_GENERATION" })
	void comparesYearsWhereOneHasNoDate(int about, Agreement level) {
		assertThat(birth(People.called("", "").born("1990-05-04"), People.called("", "").bornAbout(about)))
			.isEqualTo(level);
		assertThat(birth(People.called("", "").bornAbout(1990), People.called("", "").bornAbout(about)))
			.isEqualTo(level);
	}

	@Test
	void saysNothingWhereOneIsUnknown() {
		assertThat(birth(People.called("", "").born("1990-05-04"), People.called("", ""))).isNull();
		assertThat(birth(People.called("", "").bornAbout(1990), People.called("", ""))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "FEMALE,FEMALE,SEX_SAME", "MALE,MALE,SEX_SAME", "MALE,FEMALE,SEX_DIFFERENT", "MALE,UNKNOWN,",
			"FEMALE,UNKNOWN,", "FEMALE,INDETERMINATE,", "MALE,INDETERMINATE,", "UNKNOWN,UNKNOWN,",
			"INDETERMINATE,INDETERMINATE," })
	void comparesSexesThatAreKnown(Sex one, Sex other, @Nullable Agreement level) {
		assertThat(Compared.in(Field.SEX, People.called("", "").of(one), People.called("", "").of(other)))
			.isEqualTo(level);
	}

	private static @Nullable Agreement birth(String one, String other) {
		return birth(People.called("", "").born(one), People.called("", "").born(other));
	}

	private static @Nullable Agreement birth(People one, People other) {
		return Compared.in(Field.BIRTH, one, other);
	}

}
