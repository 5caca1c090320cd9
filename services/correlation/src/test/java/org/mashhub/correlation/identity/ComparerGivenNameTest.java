package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What given names say of two mentions. */
class ComparerGivenNameTest {

	@ParameterizedTest
	@CsvSource({ "MARIE,MARIE,GIVEN_SAME", "DANIEL,DANNY,GIVEN_VARIANT", "NICOLA,NICKY,GIVEN_VARIANT",
			"MARIANNE,MARIANE,GIVEN_CLOSE", "WOJCIECHOWSKI,WOJCICHOSKI,GIVEN_CLOSE", "EVA,EVE,GIVEN_CLOSE",
			"ROSALIND,ROSELYN,GIVEN_ALIKE", "DWAYNE,DUANE,GIVEN_ALIKE", "EVA,EV,GIVEN_ALIKE", "BO,BA,GIVEN_DIFFERENT",
			"DIXON,DICKSON,GIVEN_DIFFERENT", "J,JOHN,GIVEN_INITIAL", "J,J,GIVEN_INITIAL", "J,MARY,GIVEN_DIFFERENT",
			"J,K,GIVEN_DIFFERENT" })
	void tellsHowFarTwoNamesAreOne(String one, String other, Agreement level) {
		assertThat(given(People.called(one, "OKORO"), People.called(other, "OKORO"))).isEqualTo(level);
	}

	@Test
	void saysNothingWhereNoNameIsKnown() {
		assertThat(given(People.called("", "OKORO"), People.called("MARIE", "OKORO"))).isNull();
		assertThat(given(People.called("", "OKORO"), People.called("", "OKORO"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "BABY", "INFANT", "TWIN", "UNKNOWN", "UNBORN", "BOY", "GIRL", "MALE", "FEMALE", "BABYBOY",
			"BABYGIRL", "NEWBORN", "NK" })
	void takesWhatStandsInThePlaceOfANameForNone(String placeholder) {
		assertThat(given(People.called(placeholder, "OKORO"), People.called(placeholder, "OKORO"))).isNull();
		assertThat(given(People.called(placeholder, "OKORO"), People.called("MARIE", "OKORO"))).isNull();
		assertThat(given(called(placeholder), called(placeholder))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DAD", "DADDY", "MUM", "MUMMY", "NAN", "GRAN", "GRANDAD", "AUNTIE", "UNCLE", "PARTNER" })
	void takesWhatAFamilyCallsSomebodyForNoName(String word) {
		assertThat(given(called(word), called(word))).isNull();
	}

	@Test
	void goesByWhatSomebodyIsCalledWhereNothingElseIsKnown() {
		assertThat(given(called("SPUD"), called("SPUD"))).isEqualTo(Agreement.GIVEN_VARIANT);
		assertThat(given(called("SPUD"), People.called("SPUD", "OKORO"))).isEqualTo(Agreement.GIVEN_VARIANT);
		assertThat(given(called("DANNY"), People.called("DANIEL", "OKORO"))).isEqualTo(Agreement.GIVEN_VARIANT);
		assertThat(given(called("SPUD"), called("MAZ"))).isEqualTo(Agreement.GIVEN_DIFFERENT);
	}

	@Test
	void goesByNoCallNameThatIsAFullNameOrOneOfSeveral() {
		assertThat(given(called("SPUD OKORO"), called("SPUD OKORO"))).isNull();
		assertThat(given(called("SPUD").alias("MAZ"), called("SPUD").alias("MAZ"))).isNull();
		assertThat(given(People.called("", "OKORO").alias("SPUD"), People.called("", "OKORO").alias("SPUD"))).isNull();
	}

	@Test
	void knowsSomebodyByAnAlias() {
		assertThat(given(People.called("DARREN", "POOLE").alias("SPUD POOLE"), People.called("SPUD", "POOLE")))
			.isEqualTo(Agreement.GIVEN_VARIANT);
		assertThat(given(People.called("DARREN", "POOLE").alias("SPUD"), People.called("SPUD", "POOLE")))
			.isEqualTo(Agreement.GIVEN_VARIANT);
		assertThat(given(People.called("DARREN", "POOLE").alias("SPUDDY POOLE"), People.called("SPUD", "POOLE")))
			.isEqualTo(Agreement.GIVEN_DIFFERENT);
		assertThat(given(People.called("DARREN", "POOLE").alias("LEE POOLE").alias("SPUD POOLE"),
				People.called("SPUD", "POOLE")))
			.isEqualTo(Agreement.GIVEN_VARIANT);
	}

	@Test
	void findsAFirstNameAmongMiddleNames() {
		assertThat(given(People.called("JOHN PAUL", "SMITH"), People.called("PAUL", "SMITH")))
			.isEqualTo(Agreement.GIVEN_MIDDLE);
		assertThat(given(People.called("JOHN PAUL", "SMITH"), People.called("PAUL JOHN", "SMITH")))
			.isEqualTo(Agreement.GIVEN_MIDDLE);
		assertThat(given(People.called("JOHN PAUL", "SMITH"), People.called("JOHN MARK", "SMITH")))
			.isEqualTo(Agreement.GIVEN_SAME);
		assertThat(given(People.called("JOHN PAUL", "SMITH"), People.called("MARK PAUL", "SMITH")))
			.isEqualTo(Agreement.GIVEN_DIFFERENT);
	}

	@Test
	void seesThatTwoNamesChangedPlaces() {
		assertThat(given(People.called("MARIE", "OKORO"), People.called("OKORO", "MARIE")))
			.isEqualTo(Agreement.GIVEN_SWAPPED);
		assertThat(given(People.called("MARIE", "OKORO"), People.called("OKORRO", "MARIA")))
			.isEqualTo(Agreement.GIVEN_SWAPPED);
		assertThat(given(People.called("LILY", "SNOW"), People.called("SNOT", "LILI")))
			.isEqualTo(Agreement.GIVEN_SWAPPED);
	}

	@Test
	void needsBothNamesToHaveChangedPlaces() {
		assertThat(given(People.called("MARIE", "OKORO"), People.called("OKORO", "LOWE")))
			.isNotEqualTo(Agreement.GIVEN_SWAPPED);
		assertThat(given(People.called("MARIE", "OKORO"), People.called("OKORO", "")))
			.isNotEqualTo(Agreement.GIVEN_SWAPPED);
		assertThat(given(People.called("BO", "LI"), People.called("LO", "BI"))).isEqualTo(Agreement.GIVEN_DIFFERENT);
	}

	@Test
	void takesOneSignOfAScriptWithoutLettersForAName() {
		assertThat(given(People.called("\uae40", "\ud64d"), People.called("\uae40", "\ud64d")))
			.isEqualTo(Agreement.GIVEN_SAME);
		assertThat(given(People.called("\uae40", "\ud64d"), People.called("\uc774", "\ud64d")))
			.isEqualTo(Agreement.GIVEN_DIFFERENT);
		assertThat(given(People.called("\u660e", "\u738b"), People.called("\u660e\u73e0", "\u738b")))
			.isEqualTo(Agreement.GIVEN_ALIKE);
	}

	private static People called(String callName) {
		return People.called("", "").alias(callName);
	}

	private static @Nullable Agreement given(People one, People other) {
		return Compared.in(Field.GIVEN_NAME, one, other);
	}

}
