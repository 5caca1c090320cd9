package org.mashhub.correlation.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NamesakesTest {

	@ParameterizedTest
	@CsvSource({ "KARL, KARL/PARKER", "KARL, KARL/", "KARL, CARL/PARKER", "ROBERT, BERT/JENNINGS", "ANN, ANNE/LOWE" })
	void knowsAnotherOfTheNameHoweverItIsWritten(String name, String beside) {
		assertThat(Namesakes.beside(People.called(name, "PARKER").beside(beside).particulars())).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "KARL, ADAM/KARL", "JO, JON/LOWE", "AMY, ANNE/LOWE" })
	void takesNobodyOfAnotherFirstNameForOne(String name, String beside) {
		assertThat(Namesakes.beside(People.called(name, "PARKER").beside(beside).particulars())).isZero();
	}

	@Test
	void sharesTheNameAmongAllWhoAreNamed() {
		assertThat(Namesakes.beside(
				People.called("AMIR", "").beside("AMINA/ZAMAN", "AMIR/ZAMAN", "MAJID/ALI", "FARZANA/BI").particulars()))
			.isEqualTo(0.25);
	}

	@Test
	void knowsNoNamesakeOfWhoeverStandsAloneOrHasNoName() {
		assertThat(Namesakes.beside(People.called("AMIR", "ZAMAN").particulars())).isZero();
		assertThat(Namesakes.beside(People.called("", "ZAMAN").beside("AMIR/ZAMAN").particulars())).isZero();
		assertThat(Namesakes.beside(People.called("AMIR", "ZAMAN").beside("AMINA/ZAMAN").particulars())).isZero();
	}

}
