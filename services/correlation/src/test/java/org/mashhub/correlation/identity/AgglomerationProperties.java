package org.mashhub.correlation.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.SourceRecordId;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for whoever is grouped, whatever officers have answered. */
class AgglomerationProperties {

	private static final List<String> NAMES = List.of("MARIE OKORO", "MARY CORO", "TESS LOWE");

	private static final List<String> NUMBERS = List.of("9990000018", "9990000026", "9990000034");

	private final FellegiSunterModel model = new FellegiSunterModel(ModelFile.builtIn(),
			new FellegiSunterModel.Thresholds(-1, 1, 8), 900_000);

	@Property(tries = 3000)
	void neverPutsTwoProvenPeopleIntoOne(@ForAll long seed) {
		Random random = new Random(seed);
		List<Mention> mentions = new ArrayList<>();
		List<SourceRecordId> records = new ArrayList<>();
		int size = 3 + random.nextInt(6);
		for (int i = 0; i < size; i++) {
			mentions.add(somebody(random));
			records.add(new SourceRecordId("gp", "Y00001", "test", String.valueOf(random.nextInt(2 * size))));
		}
		List<LinkAnswer> answers = answers(random, mentions);

		List<List<MentionId>> clusters = new Agglomeration(this.model, mentions, records, Answers.of(answers))
			.clusters();

		assertThat(clusters.stream().mapToInt(List::size).sum()).isEqualTo(size);
		for (List<MentionId> cluster : clusters) {
			for (int i = 0; i < size; i++) {
				for (int j = i + 1; j < size; j++) {
					if (cluster.contains(mentions.get(i).id()) && cluster.contains(mentions.get(j).id())) {
						assertThat(this.model.provenDifferent(mentions.get(i), mentions.get(j))).isFalse();
						assertThat(records.get(i)).isNotEqualTo(records.get(j));
						assertThat(answers).doesNotContain(
								LinkAnswer.of(mentions.get(i).id(), mentions.get(j).id(), Verdict.DIFFERENT));
					}
				}
			}
		}
	}

	/**
	 * Two of one name and date of birth, each with a number, and records of one of them
	 * that have neither number nor home.
	 */
	@Property(tries = 500)
	void neverGivesWhoeverFitsTwoEquallyToOneOfThemInWhateverOrder(@ForAll long seed) {
		Random random = new Random(seed);
		List<Mention> numbered = new ArrayList<>();
		List<Mention> either = new ArrayList<>();
		int each = 1 + random.nextInt(3);
		for (int i = 0; i < 2 * each; i++) {
			numbered.add(marie().numbered(Identifier.NHS_NUMBER, NUMBERS.get(i % 2)).at("home " + i % 2).mention());
		}
		for (int i = 0; i <= random.nextInt(3); i++) {
			either.add(marie().phone("+4477009001" + random.nextInt(10, 99)).mention());
		}
		List<Mention> mentions = new ArrayList<>(numbered);
		mentions.addAll(either);
		Collections.shuffle(mentions, random);
		List<SourceRecordId> records = new ArrayList<>();
		mentions.forEach((mention) -> records
			.add(new SourceRecordId("gp", "Y00001", "test", String.valueOf(mention.id().value()))));

		List<List<MentionId>> clusters = new Agglomeration(this.model, mentions, records, Answers.NONE).clusters();

		List<MentionId> known = numbered.stream().map(Mention::id).toList();
		for (List<MentionId> cluster : clusters) {
			long held = cluster.stream().filter(known::contains).count();
			assertThat(held).as("nobody who is known, or all of one and nobody else").isIn(0L, (long) each);
			assertThat(cluster.size() == held || held == 0).isTrue();
		}
	}

	private static People marie() {
		return People.called("MARIE", "OKORO").born("1990-05-04");
	}

	private static Mention somebody(Random random) {
		int who = random.nextInt(NAMES.size());
		String[] name = NAMES.get(who).split(" ", -1);
		People person = People.called(name[0], name[1]).at("home " + random.nextInt(3));
		if (random.nextInt(4) > 0) {
			person.born("199" + who + "-05-04");
		}
		if (random.nextInt(3) == 0) {
			person.numbered(Identifier.NHS_NUMBER, NUMBERS.get(random.nextInt(NUMBERS.size())));
		}
		return person.phone("+4477009000" + random.nextInt(10, 99)).mention();
	}

	/** No two answers about one pair: the later one would stand in its place. */
	private static List<LinkAnswer> answers(Random random, List<Mention> mentions) {
		List<LinkAnswer> answers = new ArrayList<>();
		for (int i = 0; i < mentions.size(); i++) {
			for (int j = i + 1; j < mentions.size(); j++) {
				if (random.nextInt(mentions.size()) == 0) {
					answers.add(LinkAnswer.of(mentions.get(i).id(), mentions.get(j).id(),
							(random.nextInt(3) > 0) ? Verdict.SAME : Verdict.DIFFERENT));
				}
			}
		}
		return answers;
	}

}
