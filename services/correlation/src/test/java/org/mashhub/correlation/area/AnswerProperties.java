package org.mashhub.correlation.area;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.Link;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must hold of officers' answers for any stream of records and answers, however they
 * are mixed, doubled, taken back, or the records corrected and withdrawn.
 */
class AnswerProperties {

	private static final List<Verdict> VERDICTS = List.of(Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE);

	@Property(tries = 300)
	void whoIsOneWithWhomDependsNeitherOnTheOrderOfRecordsNorOfAnswers(@ForAll("told") List<Step> steps,
			@ForAll Random random) {
		assertThat(partition(run(shuffled(steps, random)))).isEqualTo(partition(run(steps)));
	}

	@Property(tries = 200)
	void answeringTwiceChangesNothing(@ForAll("told") List<Step> steps) {
		List<Step> doubled = new ArrayList<>();
		steps.forEach((step) -> {
			doubled.add(step);
			doubled.add(step);
		});

		assertThat(partition(run(doubled))).isEqualTo(partition(run(steps)));
	}

	@Property(tries = 300)
	void ofAnswersAboutTheSameTwoTheLastCounts(@ForAll("told") List<Step> steps, @ForAll Random random) {
		List<Step> changed = new ArrayList<>();
		for (Step step : steps) {
			if (step instanceof Step.Answered answered) {
				changed.add(new Step.Answered(answered.one(), answered.other(),
						VERDICTS.get(random.nextInt(VERDICTS.size()))));
			}
		}
		List<Step> withFirstThoughts = new ArrayList<>(changed);
		withFirstThoughts.addAll(steps);

		assertThat(partition(run(withFirstThoughts))).isEqualTo(partition(run(steps)));
	}

	@Property(tries = 300)
	void anAnswerTakenBackIsAsIfItHadNeverBeenGiven(@ForAll("told") List<Step> steps, @ForAll Random random) {
		List<Step> takenBack = new ArrayList<>(steps);
		for (Step step : steps) {
			if (step instanceof Step.Answered answered) {
				takenBack.add(steps.size() + random.nextInt(takenBack.size() - steps.size() + 1),
						new Step.Answered(answered.one(), answered.other(), Verdict.UNSURE));
			}
		}
		List<Step> recordsAlone = steps.stream().filter((step) -> step instanceof Step.Recorded).toList();

		HeapState back = run(takenBack);

		assertThat(partition(back)).isEqualTo(partition(run(recordsAlone)));
	}

	@Property(tries = 300)
	void aWithdrawnRecordIsTheSameAsNeverHadWithAnswersToo(@ForAll("told") List<Step> steps, @ForAll Random random) {
		List<Step> gone = steps.stream()
			.filter((step) -> step instanceof Step.Recorded && random.nextInt(3) == 0)
			.toList();
		List<Step> withdrawn = new ArrayList<>(steps);
		for (Step step : gone) {
			withdrawn.add(random.nextInt(withdrawn.size() + 1), new Step.Withdrawn(((Step.Recorded) step).draft()));
		}
		List<Step> never = new ArrayList<>(steps);
		never.removeAll(gone);

		assertThat(partition(run(withdrawn))).isEqualTo(partition(run(never)));
	}

	@Property(tries = 300)
	void twoWhomAnOfficerHeldApartAreNeverOneAndTwoHeldTogetherAreUnlessProvenTwo(@ForAll("told") List<Step> steps) {
		HeapState state = run(steps);

		List<LinkAnswer> same = new ArrayList<>();
		state.answers().forEach((id, answer) -> {
			if (answer.verdict() == Verdict.DIFFERENT && present(state, answer)) {
				assertThat(person(state, answer.one())).isNotEqualTo(person(state, answer.other()));
			}
			if (answer.verdict() == Verdict.SAME && present(state, answer)) {
				same.add(answer);
			}
		});
		// Several may contradict each other; one alone is overruled by proof only.
		if (same.size() == 1 && !proven(state, same.getFirst())) {
			assertThat(person(state, same.getFirst().one())).isEqualTo(person(state, same.getFirst().other()));
		}
	}

	@Property(tries = 200)
	void aRebuiltStateGoesOnAsTheOneItWasRebuiltFrom(@ForAll("told") List<Step> steps) {
		int half = steps.size() / 2;
		HeapState before = run(steps.subList(0, half));
		HeapState rebuilt = new HeapState(before.records(), before.links(), before.alerts(), before.reviews(),
				before.answers(), before.notices(), before.answeredItems(), before.pictures(), before.feeds(),
				before.values());
		new Indexes(rebuilt, Told.settings().model()::blockingKeys).rebuild();
		AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), rebuilt);
		for (int i = half; i < steps.size(); i++) {
			steps.get(i).apply(engine, i);
		}
		HeapState whole = run(steps);

		assertThat(persons(rebuilt)).isEqualTo(persons(whole));
		assertThat(openQuestions(rebuilt)).isEqualTo(openQuestions(whole));
	}

	@Property(tries = 300)
	void whatIsAskedAndRaisedIsWhatLookingAgainWouldGive(@ForAll("told") List<Step> steps) {
		EngineSettings settings = LookedAtAgain.withHomesCrowdedFrom(3);
		HeapState state = new HeapState();
		AreaEngine engine = new AreaEngine(Told.AREA, settings, state);
		for (int i = 0; i < steps.size(); i++) {
			steps.get(i).apply(engine, i);

			assertThat(LookedAtAgain.asked(state)).isEqualTo(LookedAtAgain.questions(settings, state));
			assertThat(LookedAtAgain.alerts(settings, state, clock(state))).isEmpty();
		}
	}

	@Property(tries = 200)
	void nobodyIsAskedWhatAnOfficerHasAnswered(@ForAll("told") List<Step> steps) {
		HeapState state = run(steps);

		state.reviews().forEach((id, review) -> {
			LinkAnswer answer = state.answers()
				.get(LinkAnswer.of(review.mention(), review.otherMention(), Verdict.SAME).id());
			if (review.open() && answer != null) {
				assertThat(answer.verdict()).isNotEqualTo(Verdict.DIFFERENT);
				assertThat(person(state, review.mention())).isEqualTo(review.one());
				assertThat(person(state, review.otherMention())).isEqualTo(review.other());
			}
		});
	}

	@Provide
	Arbitrary<List<Step>> told() {
		Arbitrary<List<int[]>> answers = Combinators
			.combine(Arbitraries.integers().between(0, 99), Arbitraries.integers().between(0, 99),
					Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 99))
			.as((one, other, verdict, at) -> new int[] { one, other, verdict, at })
			.list()
			.ofMaxSize(5);
		return Combinators.combine(new EngineProperties().records(), answers).as(AnswerProperties::mix);
	}

	private static List<Step> mix(List<Told.Draft> records, List<int[]> answers) {
		List<Step> steps = new ArrayList<>();
		List<MentionId> mentions = new ArrayList<>();
		for (Told.Draft record : records) {
			steps.add(new Step.Recorded(record));
			record.refs().forEach((ref) -> mentions.add(record.mention(ref)));
		}
		Set<UUID> asked = new HashSet<>();
		for (int[] drawn : answers) {
			MentionId one = mentions.get(drawn[0] % mentions.size());
			MentionId other = mentions.get(drawn[1] % mentions.size());
			if (!one.equals(other)) {
				Verdict verdict = VERDICTS.get(drawn[2] / 2);
				if (asked.add(LinkAnswer.of(one, other, verdict).id())) {
					steps.add(drawn[3] % (steps.size() + 1), new Step.Answered(one, other, verdict));
				}
			}
		}
		return steps;
	}

	private static List<Step> shuffled(List<Step> steps, Random random) {
		List<Step> shuffled = new ArrayList<>(steps);
		Collections.shuffle(shuffled, random);
		return shuffled;
	}

	private static HeapState run(List<Step> steps) {
		HeapState state = new HeapState();
		AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), state);
		for (int i = 0; i < steps.size(); i++) {
			steps.get(i).apply(engine, i);
		}
		return state;
	}

	private static Instant clock(HeapState state) {
		Long clock = state.values().get("clock");
		return Instant.ofEpochMilli((clock != null) ? clock : 0);
	}

	private static boolean present(HeapState state, LinkAnswer answer) {
		return person(state, answer.one()) != null && person(state, answer.other()) != null;
	}

	private static @Nullable PersonId person(HeapState state, MentionId mention) {
		Link link = state.links().get(mention);
		return (link != null) ? link.person() : null;
	}

	private static boolean proven(HeapState state, LinkAnswer answer) {
		Link one = state.links().get(answer.one());
		Link other = state.links().get(answer.other());
		Mention first = state.mentions().get(answer.one());
		Mention second = state.mentions().get(answer.other());
		assertThat(one).isNotNull();
		assertThat(other).isNotNull();
		assertThat(first).isNotNull();
		assertThat(second).isNotNull();
		if (one == null || other == null || first == null || second == null) {
			return true;
		}
		return one.record().equals(other.record()) || Told.settings().model().provenDifferent(first, second)
				|| isOfAPregnancyThatEnded(state, first) || isOfAPregnancyThatEnded(state, second);
	}

	/** Perhaps: then nobody born long after is the child. */
	private static boolean isOfAPregnancyThatEnded(HeapState state, Mention mention) {
		boolean[] ended = new boolean[1];
		state.mentions().forEach((id, other) -> ended[0] |= !other.particulars().birth().ended().isEmpty());
		return ended[0] && mention.particulars().birth().unbornOn() != null;
	}

	private static Set<Set<MentionId>> partition(HeapState state) {
		Set<Set<MentionId>> clusters = new HashSet<>();
		state.persons().forEach((person, mentions) -> clusters.add(new TreeSet<>(mentions)));
		return clusters;
	}

	private static Set<String> persons(HeapState state) {
		Set<String> persons = new TreeSet<>();
		state.persons().forEach((person, mentions) -> persons.add(person + " " + mentions));
		return persons;
	}

	private static Set<String> openQuestions(HeapState state) {
		Set<String> open = new TreeSet<>();
		state.reviews().forEach((id, review) -> {
			if (review.open()) {
				open.add(review.toString());
			}
		});
		return open;
	}

	/** One entry of the log to be. */
	sealed interface Step {

		void apply(AreaEngine engine, long offset);

		record Recorded(Told.Draft draft) implements Step {

			@Override
			public void apply(AreaEngine engine, long offset) {
				engine.apply(this.draft.logged(offset));
			}

		}

		record Withdrawn(Told.Draft draft) implements Step {

			@Override
			public void apply(AreaEngine engine, long offset) {
				engine.apply(this.draft.retracted(offset, 2));
			}

		}

		record Answered(MentionId one, MentionId other, Verdict verdict) implements Step {

			@Override
			public void apply(AreaEngine engine, long offset) {
				engine.apply(Told.answered(offset, this.one, this.other, this.verdict));
			}

		}

	}

}
