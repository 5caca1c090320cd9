package org.mashhub.correlation.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.mashhub.correlation.observation.Particulars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class WeightsTest {

	private static final double OTHER = 1.0 / 1024;

	private static final List<Agreement> BY_NAME = List.of(Agreement.GIVEN_SAME, Agreement.GIVEN_SWAPPED,
			Agreement.FAMILY_SAME, Agreement.FAMILY_SWAPPED, Agreement.COMPANION_SAME, Agreement.COMPANION_CLOSE);

	private final Weights weights = new Weights(parameters(0.125, 0.25, 0.125));

	@Test
	void weighsAnAgreementByHowMuchLikelierItIsForOnePerson() {
		assertThat(this.weights.match(Agreement.PHONE_SAME, 1.0 / 16)).isEqualTo(3, within(1e-9));
		assertThat(this.weights.match(Agreement.PHONE_DIFFERENT, 0.5)).isEqualTo(-1, within(1e-9));
		assertThat(this.weights.match(Agreement.PHONE_SAME, 1.0 / 1024)).isEqualTo(9, within(1e-9));
	}

	@ParameterizedTest
	@EnumSource
	void weighsWhatItKeepsAsWhatItReckons(Agreement level) {
		Particulars nobody = People.called("", "").particulars();
		double kept = BY_NAME.contains(level) ? 1.0 / 16 : this.weights.random(level, nobody, nobody);
		double nearly = kept * (1 + 1e-12);

		assertThat(this.weights.match(level, nearly)).isEqualTo(this.weights.match(level, kept), within(1e-6));
		assertThat(this.weights.household(level, nearly)).isEqualTo(this.weights.household(level, kept), within(1e-6));
		assertThat(this.weights.twins(level, nearly, true)).isEqualTo(this.weights.twins(level, kept, true),
				within(1e-6));
		assertThat(this.weights.twins(level, nearly, false)).isEqualTo(this.weights.twins(level, kept, false),
				within(1e-6));
	}

	@Test
	void weighsWhatAHouseholdSharesForItToo() {
		double match = this.weights.match(Agreement.ADDRESS_SAME, 1.0 / 16);

		assertThat(this.weights.household(Agreement.ADDRESS_SAME, 1.0 / 16)).isBetween(match - 0.5, match);
		assertThat(this.weights.household(Agreement.PHONE_SAME, 1.0 / 16)).isEqualTo(Weights.log2(0.5 * 8 + 0.5),
				within(1e-9));
		assertThat(this.weights.household(Agreement.BIRTH_SAME, 1.0 / 16)).isZero();
		assertThat(this.weights.household(Agreement.SEX_SAME, 0.5)).isZero();
		assertThat(this.weights.household(Agreement.PNC_SAME, 1.0 / 16)).isZero();
	}

	@Test
	void expectsTheNhsNumberOfSomebodyElseOfTheHouseholdMoreOftenThanAStrangers() {
		double match = this.weights.match(Agreement.NHS_SAME, 1e-8);

		assertThat(this.weights.household(Agreement.NHS_SAME, 1e-8)).isEqualTo(match + Weights.log2(1e-3),
				within(0.01));
		assertThat(this.weights.twins(Agreement.NHS_SAME, 1e-8, false)).isEqualTo(match + Weights.log2(0.03),
				within(0.01));
		assertThat(this.weights.twins(Agreement.NHS_SAME, 1e-8, true)).isEqualTo(match + Weights.log2(1e-3),
				within(0.01));
	}

	@Test
	void takesACoupleToBeOfAnAge() {
		assertThat(this.weights.household(Agreement.BIRTH_YEAR, 0.1)).isEqualTo(2);
		assertThat(this.weights.household(Agreement.BIRTH_DECADE, 0.1)).isEqualTo(1);
		assertThat(this.weights.household(Agreement.BIRTH_GENERATION, 0.1)).isZero();
	}

	@Test
	void letsTwinsShareTheirBirthButNoGivenNameAndGrownOnesNoHome() {
		double match = this.weights.match(Agreement.BIRTH_SAME, 1.0 / 16);

		assertThat(this.weights.twins(Agreement.BIRTH_SAME, 1.0 / 16, false)).isBetween(match - 0.1, match);
		assertThat(this.weights.twins(Agreement.BIRTH_SAME, 1.0 / 16, true)).isBetween(match - 0.1, match);
		assertThat(this.weights.twins(Agreement.GIVEN_SAME, 1.0 / 16, false)).isBetween(0.0, 0.1);
		assertThat(this.weights.twins(Agreement.ADDRESS_SAME, 1.0 / 32, false)).isGreaterThan(3);
		assertThat(this.weights.twins(Agreement.ADDRESS_SAME, 1.0 / 32, true)).isBetween(0.1, 1.5);
		assertThat(this.weights.twins(Agreement.PNC_SAME, 1.0 / 16, false)).isZero();
	}

	@Test
	void weighsANameByHowCommonItIs() {
		Particulars smith = People.called("JOHN", "SMITH").particulars();
		Particulars okoro = People.called("ZELDA", "OKORO").particulars();

		assertThat(this.weights.random(Agreement.GIVEN_SAME, smith, smith)).isEqualTo(0.01);
		assertThat(this.weights.random(Agreement.FAMILY_SAME, smith, smith)).isEqualTo(0.02);
		assertThat(this.weights.random(Agreement.GIVEN_SAME, okoro, okoro)).isEqualTo(OTHER);
		assertThat(this.weights.random(Agreement.FAMILY_SAME, okoro, okoro)).isEqualTo(OTHER);
		assertThat(this.weights.random(Agreement.SEX_SAME, smith, smith)).isEqualTo(1.0 / 16);
	}

	@Test
	void weighsADoubleNameByTheRarestThatBothHave() {
		Particulars both = People.called("ANA", "SMITH").orFamily("JONES").particulars();

		assertThat(this.weights.random(Agreement.FAMILY_SAME, both, both)).isEqualTo(0.01);
		assertThat(this.weights.random(Agreement.FAMILY_SAME, both, People.called("ANA", "SMITH").particulars()))
			.isEqualTo(0.02);
		assertThat(this.weights.random(Agreement.FAMILY_SAME, both, People.called("ANA", "OKORO").particulars()))
			.isEqualTo(OTHER);
	}

	@Test
	void weighsNamesThatChangedPlacesByTheCommonerOfThem() {
		Particulars one = People.called("JOHN", "SMITH").particulars();
		Particulars swapped = People.called("SMITH", "JOHN").particulars();

		assertThat(this.weights.random(Agreement.GIVEN_SWAPPED, one, swapped)).isEqualTo(0.01);
		assertThat(this.weights.random(Agreement.GIVEN_SWAPPED, swapped, one)).isEqualTo(0.01);
		assertThat(this.weights.random(Agreement.FAMILY_SWAPPED, one, swapped)).isEqualTo(0.02);
		assertThat(this.weights.random(Agreement.FAMILY_SWAPPED, swapped, one)).isEqualTo(0.02);
	}

	@Test
	void saysNothingOfTheSlipByWhichNamesChangedPlaces() {
		assertThat(this.weights.match(Agreement.GIVEN_SWAPPED, 1.0 / 64))
			.isEqualTo(this.weights.match(Agreement.GIVEN_SAME, 1.0 / 64));
		assertThat(this.weights.match(Agreement.FAMILY_SWAPPED, 1.0 / 64))
			.isEqualTo(this.weights.match(Agreement.FAMILY_SAME, 1.0 / 64));
	}

	@ParameterizedTest
	@CsvSource({ "JOHN/SMITH,JOHN/SMITH,0.0002", "JOHN/OKUBO,JOHN/OKUBO,1e-5", "MIA/SMITH,MIA/SMITH,1.953125e-5",
			"JOHN/,JOHN/SMITH,0.01", "JOHN/SMITH,JOHN/,0.01", "JOHN/,JOHN/,0.01", "JOHN/OKORO,JOHN/OKORO,0.01",
			"JOHN/LOWE,JOHN/LOWE,0.01", "JOHN/SMITH,JOHN/JONES,1e-5", "JOHN/SMITH,MIA/SMITH,1e-5",
			"JO/SMITH,JOHN/SMITH,1e-5" })
	void weighsCompanyByItsNamesButNotTwiceByOnesOwn(String one, String other, double common) {
		assertThat(
				this.weights.random(Agreement.COMPANION_SAME, People.called("ZELDA", "OKORO").beside(one).particulars(),
						People.called("ZELDA", "LOWE").beside(other).particulars()))
			.isEqualTo(common, within(common * 1e-9));
	}

	@Test
	void findsSomebodyInCommonMoreEasilyAmongMany() {
		Particulars one = People.called("", "").beside("JOHN/SMITH", "MIA/JONES", "JOE/").particulars();
		Particulars other = People.called("", "").beside("JOHN/SMITH", "JOE/JONES").particulars();

		assertThat(this.weights.ofNames(Agreement.COMPANION_SAME, one, other)).isEqualTo(0.0002 * 6, within(1e-12));
		assertThat(this.weights.ofNames(Agreement.COMPANION_SAME, other, one)).isEqualTo(0.0002 * 6, within(1e-12));
	}

	@Test
	void neverTakesCompanyForLikelierThanNotByChance() {
		String[] crowd = IntStream.range(0, 13).mapToObj((number) -> "ADAM/FAMILY" + number).toArray(String[]::new);

		assertThat(this.weights.ofNames(Agreement.COMPANION_CLOSE, People.called("", "").beside(crowd).particulars(),
				People.called("", "").beside("ADAM/").particulars()))
			.isEqualTo(0.5);
	}

	@Test
	void weighsCompanyOfNearlyTheSameNameNoMoreThanItsSlips() {
		Particulars one = People.called("", "").beside("JOHN/SMITH").particulars();

		assertThat(this.weights.random(Agreement.COMPANION_CLOSE, one, one)).isEqualTo(1.0 / 16);
		assertThat(this.weights.random(Agreement.COMPANION_CLOSE, 0.25)).isEqualTo(0.25);
	}

	@Test
	void asksForNamesOnlyWhereALevelDependsOnThem() {
		Particulars one = People.called("JOHN", "SMITH").particulars();

		assertThat(Weights.isByName(Agreement.GIVEN_SAME)).isTrue();
		assertThat(Weights.isByName(Agreement.GIVEN_CLOSE)).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> this.weights.ofNames(Agreement.SEX_SAME, one, one));
	}

	/** Strangers are as likely as not, before any comparison. */
	@ParameterizedTest
	@CsvSource({ "0,0,0", "3,1,0", "-2,4,1", "1,-3,5", "20,10,-10" })
	void reckonsOddsAndChancesFromOneSum(double match, double household, double twins) {
		double same = 0.125 * Math.pow(2, match);
		double ofHousehold = 0.25 * Math.pow(2, household);
		double ofTwins = 0.125 * Math.pow(2, twins);
		double all = 0.5 + same + ofHousehold + ofTwins;
		double[] chances = new double[4];

		this.weights.chances(match, household, twins, chances);

		assertThat(chances).containsExactly(new double[] { 0.5 / all, same / all, ofHousehold / all, ofTwins / all },
				within(1e-9));
		assertThat(this.weights.odds(match, household, twins)).isEqualTo(Weights.log2(same / (all - same)),
				within(1e-9));
		assertThat(this.weights.atBest(match, 0)).isGreaterThan(this.weights.odds(match, household, twins));
	}

	@Test
	void knowsTheMostThatNamesCanAdd() {
		assertThat(this.weights.atBest(5, 0)).isEqualTo(3, within(1e-9));
		assertThat(this.weights.atBest(5, 2)).isEqualTo(23, within(1e-9));
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0", "1,0,0", "1.5,0,1", "0,2.5,2", "3,4,1", "3,4.5,2", "-9,3,2", "3,-9,1" })
	void tellsWhichOtherExplanationIsLikeliest(double household, double twins, int likeliest) {
		assertThat(this.weights.likeliestOther(household, twins)).isEqualTo(likeliest);
	}

	@Test
	void takesNothingForImpossible() {
		Weights alone = new Weights(new Parameters("test", 0.5, 0, 0, Map.of(), Map.of(), Map.of(), Map.of(), OTHER));

		assertThat(alone.odds(0, 0, 0)).isEqualTo(0, within(1e-9));
		assertThat(alone.match(Agreement.SEX_SAME, 1e-9)).isEqualTo(0, within(1e-9));
	}

	/** Half for one person and a sixteenth for strangers; what differs half and half. */
	private static Parameters parameters(double same, double household, double twins) {
		Map<Agreement, Double> match = new EnumMap<>(Agreement.class);
		Map<Agreement, Double> random = new EnumMap<>(Agreement.class);
		for (Agreement level : Agreement.values()) {
			boolean different = level.name().endsWith("_DIFFERENT");
			match.put(level, different ? 0.25 : 0.5);
			random.put(level, different ? 0.5 : 1.0 / 16);
		}
		match.put(Agreement.GIVEN_SWAPPED, 0.001);
		match.put(Agreement.FAMILY_SWAPPED, 0.001);
		return new Parameters("test", same, household, twins, match, random, Map.of("JOHN", 0.01, "ADAM", 0.04),
				Map.of("SMITH", 0.02, "JONES", 0.01), OTHER);
	}

}
