package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecordId;

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
