package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What family names say of two mentions. */
class ComparerFamilyNameTest {

	@ParameterizedTest
	@CsvSource({ "OKORO,OKORO,FAMILY_SAME", "OKORO,OKORRO,FAMILY_CLOSE", "WOJCIECHOWSKI,WOJCICHOSKI,FAMILY_CLOSE",
			"THORNBURY,THORNBERRY,FAMILY_ALIKE", "LI,LIN,FAMILY_ALIKE", "OKORO,LOWE,FAMILY_DIFFERENT",
			"DIXON,DICKSON,FAMILY_DIFFERENT" })
	void tellsHowFarTwoNamesAreOne(String one, String other, Agreement level) {
		assertThat(family(People.called("ANA", one), People.called("ANA", other))).isEqualTo(level);
	}

	@Test
	void saysNothingWhereOneIsUnknown() {
		assertThat(family(People.called("ANA", ""), People.called("ANA", "OKORO"))).isNull();
		assertThat(family(People.called("ANA", ""), People.called("ANA", ""))).isNull();
	}

	@Test
	void meetsADoubleNameInEitherHalf() {
		People both = People.called("ANA", "GARCIALOPEZ").orFamily("GARCIA").orFamily("LOPEZ");

		assertThat(family(both, People.called("ANA", "LOPEZ"))).isEqualTo(Agreement.FAMILY_SAME);
		assertThat(family(both, People.called("ANA", "GARCIA"))).isEqualTo(Agreement.FAMILY_SAME);
		assertThat(family(both, People.called("ANA", "LOPES"))).isEqualTo(Agreement.FAMILY_CLOSE);
		assertThat(family(both, People.called("ANA", "OKUBO"))).isEqualTo(Agreement.FAMILY_DIFFERENT);
	}

	@Test
	void seesThatTwoNamesChangedPlaces() {
		assertThat(family(People.called("MARIE", "OKORO"), People.called("OKORO", "MARIE")))
			.isEqualTo(Agreement.FAMILY_SWAPPED);
		assertThat(family(People.called("MARIE", "OKORO"), People.called("OKORRO", "MARIA")))
			.isEqualTo(Agreement.FAMILY_SWAPPED);
		assertThat(family(People.called("MARIE", "OKORO"), People.called("OKORO", "LOWE")))
			.isEqualTo(Agreement.FAMILY_DIFFERENT);
	}

	@Test
	void seesThatTheOnlyNameStandsInTheWrongPlace() {
		assertThat(family(People.called("", "HENRY"), People.called("HENRY", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_SWAPPED);
		assertThat(family(People.called("", "HENRI"), People.called("HENRY", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_SWAPPED);
		assertThat(family(People.called("BABY", "HENRY"), People.called("HENRY", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_SWAPPED);
		assertThat(family(People.called("LEE", "HENRY"), People.called("HENRY", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_DIFFERENT);
		assertThat(family(People.called("", "HENRY"), People.called("", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_DIFFERENT);
	}

	@Test
	void takesShortNamesInTheWrongPlaceForOneOnlyWhenTheyAreTheSame() {
		assertThat(family(People.called("", "LEO"), People.called("LEE", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_DIFFERENT);
		assertThat(family(People.called("", "LEE"), People.called("LEE", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_SWAPPED);
		assertThat(family(People.called("", "LILI"), People.called("LILY", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_SWAPPED);
		assertThat(family(People.called("", "LIL"), People.called("LILY", "SIMMONS")))
			.isEqualTo(Agreement.FAMILY_DIFFERENT);
	}

	@Test
	void takesWhoeverHasOneNameTwiceForNoSwap() {
		assertThat(family(People.called("JAMES", "JAMES"), People.called("JAMES", "JAMIS")))
			.isEqualTo(Agreement.FAMILY_CLOSE);
	}

	@Test
	void knowsAFamilyNameByAnAlias() {
		People married = People.called("MARIE", "OKORO").alias("MARIE SMITH");

		assertThat(family(married, People.called("MARIE", "SMITH"))).isEqualTo(Agreement.FAMILY_ALIAS);
		assertThat(family(People.called("MARIE", "OKORO").alias("BIBI").alias("MARIE SMITH"),
				People.called("MARIE", "LOWE").orFamily("SMITH")))
			.isEqualTo(Agreement.FAMILY_ALIAS);
		assertThat(family(married, People.called("MARIE", "LOWE"))).isEqualTo(Agreement.FAMILY_DIFFERENT);
		assertThat(family(People.called("MARIE", "OKORO").alias("MARIE GOLDSMITH"), People.called("MARIE", "SMITH")))
			.isEqualTo(Agreement.FAMILY_DIFFERENT);
	}

	@Test
	void takesAWholeNameThatSomebodyGoesByForTheGivenNameToo() {
		People police = People.called("JASON", "PIKE").alias("JAMIE CARTER");

		assertThat(Compared.in(Field.GIVEN_NAME, police, People.called("JAMIE", "CARTER")))
			.isEqualTo(Agreement.GIVEN_SAME);
		assertThat(Compared.in(Field.GIVEN_NAME, People.called("JAMIE", "CARTER"), police))
			.isEqualTo(Agreement.GIVEN_SAME);
		assertThat(Compared.in(Field.GIVEN_NAME, police, People.called("JAMIE", "COLE")))
			.isEqualTo(Agreement.GIVEN_VARIANT);
	}

	@Test
	void takesASlipForMoreThanAnAliasAndAnAliasForMoreThanALikeness() {
		assertThat(family(People.called("MARIE", "OKORRO").alias("MARIE OKORO"), People.called("MARIE", "OKORO")))
			.isEqualTo(Agreement.FAMILY_CLOSE);
		assertThat(family(People.called("MARIE", "THORNBURY").alias("MARIE THORNBERRY"),
				People.called("MARIE", "THORNBERRY")))
			.isEqualTo(Agreement.FAMILY_ALIAS);
	}

	private static @Nullable Agreement family(People one, People other) {
		return Compared.in(Field.FAMILY_NAME, one, other);
	}

}
