package org.mashhub.correlation.identity;

import java.util.HashSet;
import java.util.Set;

import java.util.List;

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
	void takesWhoeverIsKnownByAnNhsNumberAloneForThePersonWhoHasIt() {
		assertThat(bits(People.called("", "").numbered(Identifier.NHS_NUMBER, "9990000018"),
				People.called("EVA", "LOWE")
					.born("2024-05-04")
					.at("home")
					.numbered(Identifier.NHS_NUMBER, "9990000018")))
			.isGreaterThan(SAME);
	}

	@Test
	void asksWhereABabysRecordHasTheMothersNhsNumber() {
		double bits = bits(ofOneNumber("DAWN", "1999-02-14"), ofOneNumber("EVA", "2024-05-04"));

		assertThat(bits).isLessThan(SAME).isGreaterThanOrEqualTo(REVIEW);
	}

	@Test
	void asksWhereTwoSiblingsHaveOneNhsNumber() {
		double bits = bits(ofOneNumber("TESS", "2021-03-01"), ofOneNumber("EVA", "2024-05-04"));

		assertThat(bits).isLessThan(SAME).isGreaterThanOrEqualTo(REVIEW);
	}

	@Test
	void asksWhereTwinsHaveOneNhsNumber() {
		double bits = bits(
				ofOneNumber("TESS", "2024-05-04").of(Sex.FEMALE).phone("+447700900001").email("dawn@example.org"),
				ofOneNumber("EVA", "2024-05-04").of(Sex.FEMALE).phone("+447700900001").email("dawn@example.org"));

		assertThat(bits).isLessThan(SAME).isGreaterThan(REVIEW);
	}

	@Test
	void asksWhereANewbornWithoutANameHasTheMothersNhsNumber() {
		double bits = bits(ofOneNumber("DAWN", "1999-02-14").of(Sex.FEMALE).phone("+447700900001"),
				ofOneNumber("BABY", "2024-05-04").of(Sex.FEMALE).phone("+447700900001"));

		assertThat(bits).isLessThan(SAME).isGreaterThan(REVIEW);
	}

	@Test
	void takesWhoeverIsKnownByTheNumberOfOneSystemAloneForItsHolder() {
		People holder = People.called("AVA", "MARLOW").born("2024-05-04").at("home").numbered("LA_CHILD_ID", "X/1");

		assertThat(bits(People.called("", "").numbered("LA_CHILD_ID", "X/1"), holder)).isGreaterThan(SAME);
		assertThat(bits(People.called("", "").numbered("LA_CHILD_ID", "Y/1"), holder)).isLessThan(REVIEW);
		assertThat(bits(People.called("BEN", "MARLOW").born("2024-05-04").at("home").numbered("LA_CHILD_ID", "X/1"),
				holder))
			.isLessThan(SAME);
	}

	@Test
	void asksAboutChildrenOfOneNameAndBirthdayWhoHaveTwoMothers() {
		People one = People.called("OLIVER", "SMITH").born("2023-05-14").at("one").unborn(null, "P/AMY/1995-05-06");

		assertThat(bits(one,
				People.called("OLIVER", "SMITH").born("2023-05-14").at("other").unborn(null, "P/RACHEL/1991-08-09")))
			.isBetween(REVIEW, SAME);
		assertThat(bits(People.called("ISLA", "MARLOWE").born("2023-05-14").at("one").unborn(null, "P/AMY/1995-05-06"),
				People.called("ISLA", "MARLOWE").born("2023-05-14").at("one").unborn(null, "P/RACHEL/1991-08-09")))
			.isBetween(REVIEW, SAME);
		assertThat(bits(one,
				People.called("OLIVER", "SMITH").born("2023-05-14").at("one").unborn(null, "P/AMIE/1995-05-06")))
			.isGreaterThan(SAME);
		assertThat(this.model
			.explain(one.mention(),
					People.called("OLIVER", "SMITH").born("2023-05-14").unborn(null, "P/RACHEL/1991-08-09").mention())
			.comparisons()).anySatisfy((comparison) -> {
				assertThat(comparison.field()).isEqualTo("mother");
				assertThat(comparison.bits()).isNegative();
			});
	}

	@Test
	void asksAboutTwoOfOneNameAndFirstOfJanuary() {
		double elsewhere = bits(People.called("ALI", "HASSAN").of(Sex.MALE).born("1990-01-01").at("one"),
				People.called("ALI", "HASSAN").of(Sex.MALE).born("1990-01-01").at("other"));
		double nowhere = bits(People.called("MOHAMMED", "AHMED").of(Sex.MALE).born("1988-01-01").at("one"),
				People.called("MOHAMMED", "AHMED").of(Sex.MALE).born("1988-01-01"));

		assertThat(elsewhere).isBetween(REVIEW, SAME);
		assertThat(nowhere).isBetween(REVIEW, SAME);
		assertThat(bits(People.called("ALI", "HASSAN").of(Sex.MALE).born("1990-01-01").at("one"),
				People.called("ALI", "HASSAN").of(Sex.MALE).born("1990-01-01").at("one")))
			.isGreaterThan(SAME);
	}

	@Test
	void asksAboutAManOfOneNameWhoWasMetWhereOneOfThatNameLives() {
		People met = People.called("DAZ", "").metAt("home");

		assertThat(bits(met, People.called("DAZ", "").of(Sex.MALE).bornAbout(1989).at("home"))).isBetween(REVIEW, SAME);
		assertThat(bits(met, People.called("DARREN", "PIKE").of(Sex.MALE).born("1989-05-04").at("home")))
			.isBetween(REVIEW, SAME);
		assertThat(bits(People.called("JOHN", "").metAt("home"), People.called("JOHN", "").metAt("home")))
			.isBetween(REVIEW, SAME);
		assertThat(this.model
			.explain(People.called("JOHN", "").metAt("home").mention(),
					People.called("JOHN", "").bornAbout(1989).at("home").mention())
			.comparisons())
			.anySatisfy((comparison) -> assertThat(comparison.field() + " " + comparison.level())
				.isEqualTo("home where the other lives, or was"));
	}

	@Test
	void asksAboutNobodyWhoWasMetThereAndCannotBeTheOne() {
		People john = People.called("JOHN", "").of(Sex.MALE).bornAbout(1989).at("home");

		assertThat(bits(People.called("JOHN", "").metAt("elsewhere"), john)).isLessThan(REVIEW);
		assertThat(bits(People.called("PAUL", "").metAt("home"), john)).isLessThan(REVIEW);
		assertThat(bits(People.called("JOHN", "").of(Sex.FEMALE).metAt("home"), john)).isLessThan(REVIEW);
		assertThat(bits(People.called("JOHN", "").bornAbout(1950).metAt("home"), john)).isLessThan(REVIEW);
		assertThat(bits(People.called("JOHN", "LOWE").metAt("home"), People.called("JOHN", "PIKE").at("home")))
			.isLessThan(REVIEW);
	}

	@Test
	void asksAboutWhoeverHasOneNhsNumberHoweverLittleElseAgrees() {
		assertThat(bits(People.called("DAWN", "LOWE").born("1999-02-14").numbered(Identifier.NHS_NUMBER, "9990000018"),
				People.called("EVA", "STONE").born("2024-05-04").numbered(Identifier.NHS_NUMBER, "9990000018")))
			.isEqualTo(REVIEW);
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
	void takesOneCompanyForEvidence() {
		People one = People.called("NADIA", "KHAN").of(Sex.FEMALE);
		People other = People.called("NADIA", "KHAN").of(Sex.FEMALE);
		double alone = bits(one, other);

		assertThat(bits(one.beside("KABIR/RAHMAN"), other.beside("KABIR/RAHMAN", "JOE/RAHMAN")))
			.isGreaterThan(alone + 3);
	}

	@Test
	void asksAboutTwoPartnersOfOneFirstNameBesideOneChild() {
		for (String name : List.of("CHRIS", "CRAIG", "LEE")) {
			assertThat(bits(People.called(name, "").of(Sex.MALE).bornAbout(1990).beside("ORLA/FENCOTE"),
					People.called(name, "").of(Sex.MALE).bornAbout(1999).beside("ORLA/FENCOTE")))
				.as(name)
				.isLessThan(SAME);
		}
	}

	@Test
	void asksAboutTwoPartnersOfOneFirstNameAndAgeBesideOneChild() {
		assertThat(bits(People.called("CHRIS", "").of(Sex.MALE).bornAbout(1990).beside("ORLA/FENCOTE"),
				People.called("CHRIS", "HARTE").of(Sex.MALE).born("1991-05-04").at("home").beside("ORLA/FENCOTE")))
			.isLessThan(SAME);
	}

	@Test
	void takesOneFirstNameHomeAndAgeForOnePerson() {
		People known = People.called("STEFAN", "HARTE").of(Sex.MALE).born("1991-05-04").at("home").beside("ORLA/LEE");

		assertThat(bits(People.called("STEFAN", "").of(Sex.MALE).bornAbout(1990).at("home").beside("ORLA/LEE"), known))
			.isGreaterThan(SAME);
		assertThat(bits(People.called("STEFAN", "").of(Sex.MALE).bornAbout(1984).at("home").beside("ORLA/LEE"), known))
			.isLessThan(SAME);
		assertThat(bits(People.called("STEFAN", "").of(Sex.MALE).at("home").beside("ORLA/LEE"), known))
			.isLessThan(SAME);
	}

	@Test
	void doesNotCountAFamilyNameTwiceForTheCompanyOfOnesOwnFamily() {
		for (String[] name : new String[][] { { "JOHN", "SMITH", "THOMAS" }, { "DAVID", "JONES", "EMILY" },
				{ "MOHAMMED", "KHAN", "ADAM" } }) {
			String child = name[2] + "/" + name[1];
			assertThat(bits(People.called(name[0], name[1]).of(Sex.MALE).at("one").beside(child),
					People.called(name[0], name[1]).of(Sex.MALE).at("other").beside(child)))
				.as(name[1])
				.isLessThan(SAME);
		}
	}

	@Test
	void takesWhatAFamilyCallsSomebodyForNoName() {
		assertThat(bits(People.called("", "").alias("DAD").of(Sex.MALE).beside("ORLA/FENCOTE"),
				People.called("", "").alias("DAD").of(Sex.MALE).beside("ORLA/FENCOTE")))
			.isLessThan(REVIEW);
	}

	@Test
	void comparesLocalNumbersWithinTheSystemThatGaveThem() {
		People one = People.called("ELLA", "NOVAK").born("1990-05-04");
		double without = bits(one, People.called("ELLA", "NOVAK").born("1990-05-04"));
		double ofTwoSystems = bits(
				People.called("ELLA", "NOVAK").born("1990-05-04").numbered("LOCAL", "Y99H1/Millennium/2013/00123"),
				People.called("ELLA", "NOVAK").born("1990-05-04").numbered("LOCAL", "Y99A1/ePCR/2013/00123"));
		double ofOneSystem = bits(
				People.called("ELLA", "NOVAK").born("1990-05-04").numbered("LOCAL", "Y99H1/Millennium/2013/00123"),
				People.called("ELLA", "NOVAK").born("1990-05-04").numbered("LOCAL", "Y99H1/Millennium/2014/00045"));

		assertThat(ofTwoSystems).isEqualTo(without);
		assertThat(ofOneSystem).isLessThan(without);
	}

	@Test
	void takesAnAgeThatFitsForEvidenceAndOneThatDoesNotForTheContrary() {
		double without = bits(People.called("MARIE", "OKORO").born("1990-05-04").at("home"),
				People.called("MARIE", "OKORO").at("home"));

		assertThat(bits(People.called("MARIE", "OKORO").born("1990-05-04").at("home"),
				People.called("MARIE", "OKORO").bornAbout(1991).at("home")))
			.isGreaterThan(without);
		assertThat(bits(People.called("MARIE", "OKORO").born("1990-05-04").at("home"),
				People.called("MARIE", "OKORO").bornAbout(1960).at("home")))
			.isLessThan(without);
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
	void asksWhichOfTwoOfOneNameIsMeantWhereARecordNamesBoth() {
		double unknown = bits(rodney("LAUREN/HALLEY"), rodney("LAUREN/HALLEY"));
		double known = bits(rodney("LAUREN/HALLEY"), rodney("LAUREN/HALLEY", "RODNEY/BELL"));

		assertThat(unknown).isGreaterThan(SAME);
		assertThat(known).isLessThan(SAME).isGreaterThan(REVIEW);
		assertThat(bits(rodney("LAUREN/HALLEY", "RODNEY/BELL"), rodney("LAUREN/HALLEY"))).isEqualTo(known);
	}

	private static People rodney(String... beside) {
		return People.called("RODNEY", "BELL").of(Sex.MALE).at("home").beside(beside);
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

	@Test
	void findsTheDoublyDamagedWhereFewComeWithThem() {
		People right = People.called("YSOLDE", "GRIFFITHS").born("2009-04-07");

		assertThat(shareAKey(right, People.called("YSOLDE", "GRIFFIHS").born("2018-05-17"))).isTrue();
		assertThat(shareAKey(People.called("HENRY", "").born("2019-01-31"),
				People.called("SIMMONS", "HENRY").born("2019-01-31")))
			.isTrue();
		// Of a hub's many mentions too many are of one day, or of one common name.
		assertThat(shareAKey(right, People.called("", "SIMMONS").born("2009-04-07"))).isFalse();
		assertThat(shareAKey(People.called("SARAH", "GRIFFITHS"), People.called("SARAH", "GOYLE"))).isFalse();

		MatchModel ofFew = new FellegiSunterModel(ModelFile.builtIn(),
				new FellegiSunterModel.Thresholds(-1, REVIEW, SAME), 10_000);
		assertThat(shareAKey(ofFew, right, People.called("", "SIMMONS").born("2009-04-07"))).isTrue();
	}

	private boolean shareAKey(People one, People other) {
		return shareAKey(this.model, one, other);
	}

	private static boolean shareAKey(MatchModel model, People one, People other) {
		Set<Long> keys = new HashSet<>(model.blockingKeys(one.mention()));
		keys.retainAll(model.blockingKeys(other.mention()));
		return !keys.isEmpty();
	}

	private static People ofOneNumber(String given, String born) {
		return People.called(given, "LOWE").born(born).at("home").numbered(Identifier.NHS_NUMBER, "9990000018");
	}

	private double bits(People one, People other) {
		double bits = this.model.bits(one.mention(), other.mention());
		assertThat(this.model.bits(other.mention(), one.mention())).isEqualTo(bits);
		return bits;
	}

}
