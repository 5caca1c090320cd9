package org.mashhub.correlation.identity;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class JaroWinklerTest {

	/**
	 * As published: Winkler (1990), Porter and Winkler (1997), and the examples that
	 * textbooks have made of them.
	 */
	@ParameterizedTest
	@CsvSource({ "MARTHA,MARHTA,0.9611", "DIXON,DICKSONX,0.8133", "DWAYNE,DUANE,0.84", "JELLYFISH,SMELLYFISH,0.8963",
			"SHACKLEFORD,SHACKELFORD,0.982", "DUNNINGHAM,CUNNIGHAM,0.896", "NICHLESON,NICHULSON,0.956",
			"JONES,JOHNSON,0.832", "MASSEY,MASSIE,0.933", "ABROMS,ABRAMS,0.922", "HARDIN,MARTINEZ,0.722",
			"ITMAN,SMITH,0.467", "JERALDINE,GERALDINE,0.926", "MICHELLE,MICHAEL,0.921", "JULIES,JULIUS,0.933",
			"TANYA,TONYA,0.88", "SEAN,SUSAN,0.805", "JON,JOHN,0.933" })
	void givesThePublishedValues(String one, String other, double published) {
		assertThat(JaroWinkler.similarity(one, other)).isEqualTo(published, within(0.0006));
	}

	@Test
	void goesFromNothingInCommonToTheSame() {
		assertThat(JaroWinkler.similarity("MARTHA", "MARTHA")).isEqualTo(1);
		assertThat(JaroWinkler.similarity("", "")).isEqualTo(1);
		assertThat(JaroWinkler.similarity("", "MARTHA")).isZero();
		assertThat(JaroWinkler.similarity("MARTHA", "")).isZero();
		assertThat(JaroWinkler.similarity("MARTHA", "FISCOU")).isZero();
	}

	@Test
	void matchesEachLetterOnceAndNotFarAway() {
		assertThat(JaroWinkler.similarity("AAAB", "ACDE")).isEqualTo(0.5 + 0.1 * 0.5, within(1e-9));
		assertThat(JaroWinkler.similarity("ABCDEF", "GHIJKA")).isZero();
		assertThat(JaroWinkler.similarity("XBA", "YAB")).isZero();
	}

	@Property(tries = 500)
	void isTheSameEitherWayAndNeverMoreThanOne(@ForAll @AlphaChars @StringLength(max = 12) String one,
			@ForAll @AlphaChars @StringLength(max = 12) String other) {
		double similarity = JaroWinkler.similarity(one, other);

		assertThat(similarity).isBetween(0.0, 1.0).isEqualTo(JaroWinkler.similarity(other, one));
		assertThat(similarity == 1).isEqualTo(one.equals(other));
	}

}
