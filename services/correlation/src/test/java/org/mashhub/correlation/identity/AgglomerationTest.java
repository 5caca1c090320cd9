package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class AgglomerationTest {

	private final FellegiSunterModel model = new FellegiSunterModel(ModelFile.builtIn(),
			new FellegiSunterModel.Thresholds(-1, 1, 8), 900_000);

	@Test
	void makesOnePersonOfAllThatAgree() {
		assertThat(sizes(People.called("MARIE", "OKORO").born("1990-05-04").at("one").mention(),
				People.called("MARIE", "OKORO").born("1990-05-04").at("two").mention(),
				People.called("MARIE", "OKORRO").born("1990-05-04").at("two").mention()))
			.containsExactly(3);
	}

	@Test
	void makesNoOnePersonOfAChainOfWeakLinks() {
		// The record in the middle agrees with either twin; the twins do not agree.
		assertThat(sizes(People.called("EVA", "LOWE").born("2024-05-04").at("home").mention(),
				People.called("EVA", "LOWE").born("2024-05-04").at("home").mention(),
				People.called("", "LOWE").born("2024-05-04").at("home").mention(),
				People.called("TESS", "LOWE").born("2024-05-04").at("home").mention(),
				People.called("TESS", "LOWE").born("2024-05-04").at("home").mention()))
			.doesNotContain(4, 5);
	}

	@Test
	void neverJoinsTwoNhsNumbersHoweverManyAgreeWithBoth() {
		List<Mention> mentions = new ArrayList<>();
		mentions.add(People.called("ELLA", "NOVAK")
			.born("2019-05-04")
			.at("home")
			.numbered(Identifier.NHS_NUMBER, "9990000018")
			.mention());
		mentions.add(People.called("ELLA", "NOVAK")
			.born("2019-05-04")
			.at("home")
			.numbered(Identifier.NHS_NUMBER, "9990000026")
			.mention());
		for (int i = 0; i < 5; i++) {
			mentions
				.add(People.called("ELLA", "NOVAK").born("2019-05-04").at("home").phone("+44770090000" + i).mention());
		}

		List<List<MentionId>> clusters = clusters(mentions, false);

		assertThat(clusters)
			.noneMatch((cluster) -> cluster.contains(mentions.get(0).id()) && cluster.contains(mentions.get(1).id()));
	}

	@Test
	void takesWhoeverIsKnownByANumberAloneForItsOnlyHolder() {
		Mention dawn = People.called("DAWN", "LOWE")
			.born("1999-02-14")
			.at("home")
			.numbered(Identifier.NHS_NUMBER, "9990000018")
			.mention();
		Mention eva = People.called("EVA", "LOWE")
			.born("2024-05-04")
			.at("home")
			.numbered(Identifier.NHS_NUMBER, "9990000018")
			.mention();
		Mention number = People.called("", "").numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention again = People.called("", "").numbered(Identifier.NHS_NUMBER, "9990000018").mention();

		assertThat(clusters(List.of(dawn, number, again), false)).hasSize(1);
		assertThat(clusters(List.of(number, again, dawn), false)).hasSize(1);
		assertThat(clusters(List.of(dawn, eva, number, again), false)).containsExactlyInAnyOrder(List.of(dawn.id()),
				List.of(eva.id()), List.of(number.id(), again.id()));
	}

	@Test
	void neverJoinsTwoPeopleOfOneRecord() {
		List<Mention> mentions = List.of(People.called("JOHN", "LOWE").born("1960-03-02").at("home").mention(),
				People.called("JOHN", "LOWE").born("1960-03-02").at("home").mention());

		assertThat(clusters(mentions, true)).hasSize(2);
		assertThat(clusters(mentions, false)).hasSize(1);
	}

	@Test
	void keepsAPersonTogetherThatMoved() {
		List<Mention> mentions = new ArrayList<>();
		for (String home : List.of("one", "two", "three", "four")) {
			mentions.add(People.called("MARIE", "OKORO").born("1990-05-04").at(home).mention());
		}

		assertThat(clusters(mentions, false)).hasSize(1);
	}

	@Test
	void meetsSomebodyInOneOfTheHomesTheyHad() {
		List<Mention> mentions = new ArrayList<>();
		for (String code : List.of("ZZ991AA", "ZZ882BB", "ZZ773CC", "ZZ664DD", "ZZ555EE", "ZZ446FF")) {
			mentions.add(People.called("JAMES", "SMITH")
				.born("1990-05-04")
				.of(Sex.MALE)
				.numbered(Identifier.NHS_NUMBER, "9990000018")
				.at(code, code)
				.mention());
		}
		mentions.add(People.called("JAMES", "SMITH").bornAbout(1991).of(Sex.MALE).at("ZZ773CC", "ZZ773CC").mention());

		assertThat(clusters(mentions, false)).hasSize(1);
	}

	@Test
	void holdsTogetherWhomAnOfficerHoldsTogetherAndMakesNoOtherLinkWeaker() {
		Mention daz = People.called("DAZ", "").at("one").mention();
		Mention tenant = People.called("MARIUS", "OKORO").born("1990-05-04").at("two").mention();
		Mention patient = People.called("MARIUS", "OKORO").born("1990-05-04").at("three").mention();

		assertThat(clusters(List.of(daz, tenant, patient), false)).hasSize(2);
		assertThat(answered(List.of(daz, tenant, patient), same(daz, tenant))).hasSize(1);
	}

	@Test
	void keepsApartWhomAnOfficerKeepsApartThoughTheySayTheSame() {
		Mention one = People.called("MARIE", "OKORO").born("1990-05-04").at("one").mention();
		Mention other = People.called("MARIE", "OKORO").born("1990-05-04").at("one").mention();

		assertThat(answered(List.of(one, other), LinkAnswer.of(other.id(), one.id(), Verdict.DIFFERENT))).hasSize(2);
		assertThat(answered(List.of(one, other), LinkAnswer.of(other.id(), one.id(), Verdict.UNSURE))).hasSize(1);
	}

	@Test
	void letsNoLinkStandInTheWayOfAnAnswer() {
		Mention numbered = People.called("ELLA", "NOVAK").numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention asked = People.called("ELENA", "NOWAK").born("2019-05-04").at("home").mention();
		Mention likelier = People.called("ELENA", "NOWAK")
			.born("2019-05-04")
			.at("home")
			.numbered(Identifier.NHS_NUMBER, "9990000026")
			.mention();

		assertThat(clusters(List.of(numbered, asked, likelier), false))
			.anyMatch((cluster) -> cluster.contains(asked.id()) && cluster.contains(likelier.id()));
		assertThat(answered(List.of(numbered, asked, likelier), same(numbered, asked)))
			.anyMatch((cluster) -> cluster.contains(asked.id()) && cluster.contains(numbered.id()))
			.anyMatch((cluster) -> cluster.equals(List.of(likelier.id())));
	}

	@Test
	void isOverruledByProofAlone() {
		Mention one = People.called("ELLA", "NOVAK").numbered(Identifier.NHS_NUMBER, "9990000018").mention();
		Mention other = People.called("ELLA", "NOVAK").numbered(Identifier.NHS_NUMBER, "9990000026").mention();

		assertThat(answered(List.of(one, other), same(one, other))).hasSize(2);
	}

	@Test
	void keepsApartInACircleOfAnswers() {
		Mention one = People.called("ELLA", "NOVAK").born("2019-05-04").mention();
		Mention two = People.called("OMAR", "FAROUK").born("1980-01-09").mention();
		Mention three = People.called("JOHN", "LOWE").born("1960-03-02").mention();

		List<List<MentionId>> clusters = answered(List.of(one, two, three), same(one, two), same(two, three),
				LinkAnswer.of(one.id(), three.id(), Verdict.DIFFERENT));

		assertThat(clusters).hasSize(2)
			.noneMatch((cluster) -> cluster.contains(one.id()) && cluster.contains(three.id()));
	}

	@Test
	void holdsAProofOfWhomAnAnswerTiesToOthersInTheMeantime() {
		Mention marie = People.called("MARIE", "OKORO").born("1990-05-04").at("one").mention();
		Mention alsoMarie = People.called("MARIE", "OKORO")
			.born("1990-05-04")
			.at("one")
			.phone("+447700900001")
			.numbered(Identifier.NHS_NUMBER, "9990000018")
			.mention();
		Mention mary = People.called("MARY", "CORO").born("1991-09-17").at("two").mention();
		Mention alsoMary = People.called("MARY", "CORO")
			.born("1991-09-17")
			.at("three")
			.numbered(Identifier.NHS_NUMBER, "9990000026")
			.mention();

		List<List<MentionId>> clusters = answered(List.of(marie, alsoMarie, mary, alsoMary), same(marie, mary));

		assertThat(clusters).hasSize(2).contains(List.of(alsoMary.id()));
	}

	@Test
	void givesWhoeverFitsTwoToNeitherUnlessOneFitsPlainlyBetter() {
		Mention one = marie("9990000018").at("one").mention();
		Mention other = marie("9990000026").at("two").mention();
		Mention either = People.called("MARIE", "OKORO").born("1990-05-04").mention();
		Mention atHome = People.called("MARIE", "OKORO").born("1990-05-04").at("two").mention();

		assertThat(clusters(List.of(one, other, either), false)).hasSize(3);
		assertThat(clusters(List.of(one, other, atHome), false)).containsExactlyInAnyOrder(List.of(one.id()),
				List.of(other.id(), atHome.id()));
		assertThat(clusters(List.of(one, other, either, atHome), false)).containsExactlyInAnyOrder(List.of(one.id()),
				List.of(other.id(), atHome.id()), List.of(either.id()));
	}

	@Test
	void givesWhoeverFitsTwoToNobodyElseWhoFitsBothAsWell() {
		Mention one = marie("9990000018").mention();
		Mention other = marie("9990000026").mention();
		Mention either = People.called("MARIE", "OKORO").born("1990-05-04").mention();
		Mention alsoEither = People.called("MARIE", "OKORO").born("1990-05-04").of(Sex.FEMALE).mention();

		assertThat(clusters(List.of(one, other, either, alsoEither), false)).hasSize(4);
	}

	/**
	 * Twins would share a child's home as well, so that it makes a link hardly surer; of
	 * two children of one name it says who is meant.
	 */
	@Test
	void knowsWhichOfTwoChildrenIsMeantByTheHome() {
		Mention atHome = child("9990000018").at("home").mention();
		Mention elsewhere = child("9990000026").mention();
		Mention meant = People.called("AVA", "HALE").born("2025-09-01").of(Sex.FEMALE).at("home").mention();

		assertThat(this.model.bits(atHome, meant) - this.model.bits(elsewhere, meant)).isLessThan(3);
		assertThat(clusters(List.of(atHome, elsewhere, meant), false))
			.containsExactlyInAnyOrder(List.of(atHome.id(), meant.id()), List.of(elsewhere.id()));
	}

	private static People child(String number) {
		return People.called("AVA", "HALE").born("2025-09-01").of(Sex.FEMALE).numbered(Identifier.NHS_NUMBER, number);
	}

	/** Two numbers at one home are a mistake more often than two of one name and day. */
	@Test
	void takesTwoOfOneHomeForTwoByAMistakeAlone() {
		Mention one = marie("9990000018").at("home").mention();
		Mention other = marie("9990000026").at("home").mention();
		Mention either = People.called("MARIE", "OKORO").born("1990-05-04").mention();

		assertThat(clusters(List.of(one, other, either), false)).hasSize(2);
		assertThat(answered(List.of(one, other, either), LinkAnswer.of(one.id(), other.id(), Verdict.DIFFERENT)))
			.hasSize(3);
	}

	/** Two numbers, though the other one is also written beside another home. */
	@Test
	void takesTwoOfOneHomeForTwoByAMistakeThoughOneIsElsewhereToo() {
		Mention one = marie("9990000018").at("home").mention();
		Mention other = marie("9990000026").at("home").mention();
		Mention elsewhere = marie("9990000026").at("elsewhere").mention();
		Mention either = People.called("MARIE", "OKORO").born("1990-05-04").mention();

		assertThat(clusters(List.of(one, other, elsewhere, either), false)).hasSize(2);
	}

	/** As suspect and as victim of one incident, with a name and a date. */
	@Test
	void losesNobodyToARecordThatNamesOnePersonTwice() {
		Mention known = marie("9990000018").at("home").mention();
		Mention dated = People.called("MARIE", "OKORO").born("1990-05-04").of(Sex.FEMALE).mention();
		Mention suspect = People.called("MARIE", "OKORO").born("1990-05-04").mention();
		Mention victim = People.called("MARIE", "OKORO").born("1990-05-04").mention();
		List<SourceRecordId> records = Stream.of("1", "2", "3", "3")
			.map((record) -> new SourceRecordId("police", "WMP", "test", record))
			.toList();

		List<List<MentionId>> clusters = new Agglomeration(this.model, List.of(known, dated, suspect, victim), records,
				Answers.NONE)
			.clusters();

		assertThat(clusters).hasSize(2)
			.anySatisfy((her) -> assertThat(her).contains(known.id(), dated.id()).hasSize(3));
	}

	private static People marie(String number) {
		return People.called("MARIE", "OKORO").born("1990-05-04").numbered(Identifier.NHS_NUMBER, number);
	}

	private static LinkAnswer same(Mention one, Mention other) {
		return LinkAnswer.of(one.id(), other.id(), Verdict.SAME);
	}

	private List<List<MentionId>> answered(List<Mention> mentions, LinkAnswer... answers) {
		List<SourceRecordId> records = new ArrayList<>();
		for (int i = 0; i < mentions.size(); i++) {
			records.add(new SourceRecordId("gp", "Y00001", "test", String.valueOf(i)));
		}
		return new Agglomeration(this.model, mentions, records, Answers.of(List.of(answers))).clusters();
	}

	private List<Integer> sizes(Mention... mentions) {
		return clusters(List.of(mentions), false).stream().map(List::size).toList();
	}

	private List<List<MentionId>> clusters(List<Mention> mentions, boolean oneRecord) {
		List<SourceRecordId> records = new ArrayList<>();
		for (int i = 0; i < mentions.size(); i++) {
			records.add(new SourceRecordId("gp", "Y00001", "test", oneRecord ? "1" : String.valueOf(i)));
		}
		List<List<MentionId>> clusters = new Agglomeration(this.model, mentions, records, Answers.NONE).clusters();
		Set<MentionId> all = clusters.stream().flatMap(List::stream).collect(Collectors.toSet());
		assertThat(all).hasSize(mentions.size());
		return clusters;
	}

}
