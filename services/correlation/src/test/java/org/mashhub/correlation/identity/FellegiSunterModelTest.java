package org.mashhub.correlation.identity;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Sex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The model that comes with the hub, at the thresholds that come with it. */
class FellegiSunterModelTest {

	private static final double SAME = 8;

	private static final double REVIEW = 1;

	private final FellegiSunterModel model = new FellegiSunterModel(ModelFile.builtIn(),
			new FellegiSunterModel.Thresholds(-1, REVIEW, SAME), 900_000);

	@Test
	void takesOneNhsNumberForOnePerson() {
		assertThat(bits(People.called("ELA", "NOWAK").numbered(Identifier.NHS_NUMBER, "9990000018"),
				People.called("ELLA", "NOVAK").numbered(Identifier.NHS_NUMBER, "9990000018")))
			.isGreaterThan(SAME);
	}

	@Test
	void neverTakesTwoNhsNumbersForOnePerson() {
		Mention one = People.called("ELLA", "NOVAK")
			.born("2019-05-04")
			.at("home")
			.numbered(Identifier.NHS_NUMBER, "9990000018")
			.mention();
		Mention other = People.called("ELLA", "NOVAK")
			.born("2019-05-04")
			.at("home")
			.numbered(Identifier.NHS_NUMBER, "9990000026")
			.mention();

		assertThat(this.model.provenDifferent(one, other)).isTrue();
	}

	@Test
	void neverTakesTwoNhsNumbersForOnePersonHoweverAlikeTheyAre() {
		Mention one = People.called("ELLA", "NOVAK").numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention other = People.called("ELLA", "NOVAK").numbered(Identifier.NHS_NUMBER, "9990000081").mention();

		assertThat(this.model.provenDifferent(one, other)).isTrue();
	}

	@Test
	void takesDayAndMonthSwappedForTheSamePersonAtTheSameHome() {
		assertThat(bits(People.called("MARIE", "OKORO").born("1990-05-04").at("home"),
				People.called("MARIE", "OKORO").born("1990-04-05").at("home")))
			.isGreaterThan(SAME);
	}

	@Test
	void takesNicknameAndSlipForTheSamePerson() {
		assertThat(bits(People.called("DANIEL", "HARTE").born("1990-05-04"),
				People.called("DANNY", "HART").born("1990-05-04")))
			.isGreaterThan(SAME);
	}

	@Test
	void keepsTwinsApart() {
		assertThat(bits(People.called("EVA", "LOWE").born("2024-05-04").at("home"),
				People.called("TESS", "LOWE").born("2024-05-04").at("home")))
			.isLessThan(REVIEW);
	}

	@Test
	void asksAboutABabyWithoutANameAndATwin() {
		double bits = bits(People.called("BABY", "LOWE").born("2024-05-04").at("home"),
				People.called("TESS", "LOWE").born("2024-05-04").at("home"));

		assertThat(bits).isLessThan(SAME).isGreaterThan(REVIEW);
	}

	@Test
	void asksAboutFatherAndSonOfOneNameWithoutADateOfBirth() {
		double bits = bits(People.called("JOHN", "LOWE").at("home"), People.called("JOHN", "LOWE").at("home"));

		assertThat(bits).isLessThan(SAME).isGreaterThan(REVIEW);
	}

	@Test
	void keepsFatherAndSonOfOneNameApart() {
		assertThat(bits(People.called("JOHN", "LOWE").born("1960-03-02").at("home").of(Sex.MALE),
				People.called("JOHN", "LOWE").born("1988-11-17").at("home").of(Sex.MALE)))
			.isLessThan(REVIEW);
	}

	@Test
	void keepsNamesakesWithOtherBirthDatesApart() {
		assertThat(bits(People.called("CRAIG", "DOYLE").born("1978-02-05").at("one"),
				People.called("CRAIG", "DOYLE").born("1994-07-19").at("two")))
			.isLessThan(-1);
	}

	@Test
	void countsSurnameHomeAndPhoneOfOneHouseholdNotAsThreeProofs() {
		double together = bits(People.called("ADA", "OKAFOR").at("home").phone("+447700900001"),
				People.called("IFE", "OKAFOR").at("home").phone("+447700900001"));

		assertThat(together).isLessThan(-1);
	}

	@Test
	void explainsWhatItWeighed() {
		Mention one = People.called("DANIEL", "HARTE").born("1990-05-04").of(Sex.MALE).at("home").mention();
		Mention other = People.called("DANNY", "HART").born("1990-05-04").of(Sex.MALE).at("home").mention();

		Score score = this.model.explain(one, other);

		assertThat(score.bits()).isEqualTo(this.model.bits(one, other), within(1e-4));
		assertThat(score.comparisons().stream().mapToDouble(Comparison::bits).sum()).isEqualTo(score.bits(),
				within(1e-9));
		assertThat(score.comparisons()).extracting(Comparison::field)
			.containsExactlyInAnyOrder("date of birth", "family name", "given name", "sex", "home",
					"before any comparison");
	}

	@Test
	void findsEachWithOneErrorByAnotherKey() {
		People right = People.called("MARIE", "OKORO").born("1990-05-04").at("home");

		assertThat(shareAKey(right, People.called("MARY", "OKORRO").born("1990-05-04"))).isTrue();
		assertThat(shareAKey(right, People.called("OKORO", "MARIE").born("1990-04-05"))).isTrue();
		assertThat(shareAKey(right, People.called("MARIE", "SMITH").at("home"))).isTrue();
		assertThat(shareAKey(right, People.called("", "OKORO").born("1990-05-14"))).isTrue();
	}

	private boolean shareAKey(People one, People other) {
		Set<String> keys = new HashSet<>(this.model.blockingKeys(one.mention()));
		keys.retainAll(this.model.blockingKeys(other.mention()));
		return !keys.isEmpty();
	}

	private double bits(People one, People other) {
		double bits = this.model.bits(one.mention(), other.mention());
		assertThat(this.model.bits(other.mention(), one.mention())).isEqualTo(bits);
		return bits;
	}

}
