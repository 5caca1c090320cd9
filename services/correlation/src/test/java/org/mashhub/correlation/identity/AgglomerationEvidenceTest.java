package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.SourceRecordId;

import static org.assertj.core.api.Assertions.assertThat;

/** What the evidence of many mentions is worth. */
class AgglomerationEvidenceTest {

	private final FellegiSunterModel model = new FellegiSunterModel(ModelFile.builtIn(),
			new FellegiSunterModel.Thresholds(-1, 1, 7), 900_000);

	@Test
	void takesAnAgreementForLessWhereOneOfManyValuesWouldHaveDone() {
		Mention newcomer = sarah("", 0).mention();

		assertThat(joins(newcomer, withPhones(2))).isTrue();
		assertThat(joins(newcomer, withPhones(120))).isFalse();
	}

	@Test
	void takesAValueThatIsWrittenAgainAndAgainForOneChance() {
		List<Mention> known = new ArrayList<>(withPhones(1));
		for (int i = 0; i < 20; i++) {
			known.add(sarah(" " + (char) ('A' + i), 1).numbered(Identifier.NHS_NUMBER, "9990000018").mention());
		}

		assertThat(joins(sarah("", 0).mention(), known)).isTrue();
	}

	@Test
	void keepsThoseOfOneNameApartWhoSayNothingElse() {
		List<Mention> mentions = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			mentions.add(People.called("JAMES", "SMITH").mention());
		}

		assertThat(clusters(mentions, List.of("1", "2", "3"))).hasSize(3);
	}

	@Test
	void givesWhoeverSaysTheSameAsTwoOfOneRecordToOneOfThem() {
		List<Mention> mentions = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			mentions.add(People.called("MARIE", "OKORO").born("1990-05-04").at("home").mention());
		}

		assertThat(clusters(mentions, List.of("1", "1", "2"))).extracting(List::size).containsExactlyInAnyOrder(2, 1);
		assertThat(clusters(mentions, List.of("2", "1", "1"))).extracting(List::size).containsExactlyInAnyOrder(2, 1);
	}

	@Test
	void takesEitherNameOfWhoeverIsCalledByTwo() {
		List<Mention> known = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			known.add(
					at((i % 3 == 0) ? "ADEBAYO" : "THOMAS", i).numbered(Identifier.NHS_NUMBER, "9990000018").mention());
		}

		assertThat(joins(at("ADEBAYO", 20).mention(), known)).isTrue();
		assertThat(joins(at("SIMISOLA", 20).mention(), known)).isFalse();
	}

	/**
	 * One record of Tess has the number of her twin: her name says whose it is.
	 */
	@Test
	void keepsTwinsApartOfWhomOneIsOnceWrittenWithTheNumberOfTheOther() {
		for (int ofTess = 1; ofTess <= 4; ofTess++) {
			List<Mention> mentions = new ArrayList<>();
			for (int i = 0; i < 20; i++) {
				mentions
					.add(twin((i == 7) ? "TESS" : "EVA", i).numbered(Identifier.NHS_NUMBER, "9990000018").mention());
			}
			List<Mention> tess = new ArrayList<>(
					IntStream.range(0, ofTess).mapToObj((i) -> twin("TESS", 30 + i).mention()).toList());
			mentions.addAll(tess);
			tess.add(mentions.get(7));

			assertThat(clusters(mentions, mentions.stream().map((one) -> one.id().toString()).toList()))
				.as("mentions of Tess: " + ofTess)
				.hasSize(2)
				.anySatisfy((cluster) -> assertThat(cluster)
					.containsExactlyInAnyOrderElementsOf(tess.stream().map(Mention::id).toList()));
		}
	}

	private static People at(String given, int middle) {
		return People.called(given + " " + (char) ('A' + middle), "AJAYI").of(Sex.MALE).bornAbout(1986).at("home");
	}

	private static People twin(String given, int middle) {
		return People.called(given + " " + (char) ('A' + middle), "LOWE").born("2024-05-04").at("home");
	}

	@Test
	void putsAHundredOfManySpellingsIntoOnePerson() {
		List<Mention> mentions = new ArrayList<>();
		List<String> records = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			mentions.add(People.called((i % 3 == 0) ? "DANIEL" : "DANNY", (i % 5 == 0) ? "HARTE" : "HART")
				.born((i % 7 == 0) ? "1990-05-14" : "1990-05-04")
				.at("home " + i % 4)
				.phone("+4477009000" + (10 + i % 6))
				.numbered(Identifier.NHS_NUMBER, "9990000018")
				.mention());
			records.add(Integer.toString(i));
		}

		assertThat(clusters(mentions, records)).singleElement().satisfies((one) -> assertThat(one).hasSize(100));
	}

	@Test
	void tellsTwoFamiliesOfOneHomeApartHoweverOftenTheyAreWrittenOf() {
		List<Mention> mentions = new ArrayList<>();
		List<String> records = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			People child = People.called((i % 2 == 0) ? "EVA" : "TESS", "LOWE").at("home").phone("+447700900001");
			mentions.add(((i % 3 == 0) ? child : child.born("2024-05-04")).beside("JANE/LOWE").mention());
			records.add(Integer.toString(i));
		}

		List<List<MentionId>> clusters = clusters(mentions, records);

		for (int i = 0; i < 12; i++) {
			for (int j = i + 1; j < 12; j += 2) {
				MentionId eva = mentions.get(i).id();
				MentionId tess = mentions.get(j).id();
				assertThat(clusters).noneMatch((one) -> one.contains(eva) && one.contains(tess));
			}
		}
		assertThat(clusters).hasSizeLessThanOrEqualTo(4);
	}

	/** One Sarah Smith by a number of her own, each time with another phone. */
	private static List<Mention> withPhones(int many) {
		return IntStream.range(0, many)
			.mapToObj((phone) -> sarah("", phone).numbered(Identifier.NHS_NUMBER, "9990000018").mention())
			.toList();
	}

	/** No two of her phones are a slip apart. */
	private static People sarah(String middle, int phone) {
		StringBuilder number = new StringBuilder("+4470");
		for (int digit : new int[] { phone / 100, phone / 10 % 10, phone % 10 }) {
			number.append(digit).append(digit);
		}
		return People.called("SARAH" + middle, "SMITH").phone(number.toString());
	}

	private boolean joins(Mention newcomer, List<Mention> known) {
		List<Mention> all = new ArrayList<>(known);
		all.add(newcomer);
		List<List<MentionId>> clusters = clusters(all, all.stream().map((one) -> one.id().toString()).toList());
		assertThat(clusters).anyMatch((cluster) -> cluster.size() >= known.size());
		return clusters.size() == 1;
	}

	private List<List<MentionId>> clusters(List<Mention> mentions, List<String> records) {
		return new Agglomeration(this.model, mentions,
				records.stream().map((record) -> new SourceRecordId("gp", "Y00001", "test", record)).toList(),
				Answers.NONE)
			.clusters();
	}

}
