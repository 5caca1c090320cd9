package org.mashhub.correlation.identity;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Indexes;
import org.mashhub.correlation.state.LinkAnswer;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTest {

	private static final MentionId ADA = new MentionId(new UUID(1, 1));

	private static final MentionId BEN = new MentionId(new UUID(1, 2));

	private static final MentionId CARA = new MentionId(new UUID(1, 3));

	private static final MentionId DEV = new MentionId(new UUID(1, 4));

	private static final LinkAnswer SAME = LinkAnswer.of(ADA, BEN, Verdict.SAME);

	private static final LinkAnswer DIFFERENT = LinkAnswer.of(BEN, CARA, Verdict.DIFFERENT);

	private static final LinkAnswer UNSURE = LinkAnswer.of(CARA, DEV, Verdict.UNSURE);

	@Test
	void tellsWhoIsOneAndWhoAreTwo() {
		Answers answers = Answers.of(List.of(DIFFERENT, UNSURE, SAME));

		assertThat(answers.isEmpty()).isFalse();
		assertThat(answers.same()).containsExactly(SAME);
		assertThat(answers.different()).containsExactly(DIFFERENT);
	}

	@Test
	void takesNobodysDoubtForAnAnswer() {
		Answers answers = Answers.of(List.of(UNSURE));

		assertThat(answers.isEmpty()).isTrue();
		assertThat(answers.concern(CARA)).isFalse();
		assertThat(answers.concern(DEV)).isFalse();
	}

	@Test
	void knowsWhomAnAnswerIsAbout() {
		Answers answers = Answers.of(List.of(DIFFERENT));

		assertThat(answers.concern(BEN)).isTrue();
		assertThat(answers.concern(CARA)).isTrue();
		assertThat(answers.concern(ADA)).isFalse();
	}

	@Test
	void tellsTwoGroupsApartByAnyTwoOfThem() {
		Answers answers = Answers.of(List.of(SAME, DIFFERENT));

		assertThat(answers.different(List.of(ADA, BEN), List.of(CARA, DEV))).isTrue();
		assertThat(answers.different(List.of(CARA, DEV), List.of(ADA, BEN))).isTrue();
		assertThat(answers.different(List.of(ADA), List.of(BEN))).isFalse();
		assertThat(answers.different(List.of(BEN, CARA), List.of(ADA, DEV))).isFalse();
		assertThat(answers.different(List.of(ADA, BEN), List.of(DEV))).isFalse();
		assertThat(answers.different(List.of(DEV), List.of(ADA, BEN))).isFalse();
	}

	@Test
	void findsWhatAnAreaHasHeardAboutSome() {
		HeapState state = new HeapState();
		Indexes indexes = new Indexes(state, (Mention mention) -> List.of());
		indexes.putAnswer(SAME);
		indexes.putAnswer(DIFFERENT);
		indexes.putAnswer(UNSURE);

		assertThat(Answers.about(state, List.of(ADA)).same()).containsExactly(SAME);
		assertThat(Answers.about(state, List.of(ADA)).different()).isEmpty();
		assertThat(Answers.about(state, List.of(ADA, CARA)).different()).containsExactly(DIFFERENT);
		assertThat(Answers.about(state, List.of(DEV)).isEmpty()).isTrue();
		assertThat(Answers.about(state, List.of()).isEmpty()).isTrue();
	}

}
