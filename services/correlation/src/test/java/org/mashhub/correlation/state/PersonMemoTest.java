package org.mashhub.correlation.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.PersonId;

import static org.assertj.core.api.Assertions.assertThat;

/** What is remembered of people, and for how long. */
class PersonMemoTest {

	private static final PersonId ANN = new PersonId(new UUID(1, 1));

	private static final PersonId BOB = new PersonId(new UUID(1, 2));

	private static final PersonId CAT = new PersonId(new UUID(1, 3));

	private final PersonMemo<String> memo = new PersonMemo<>(2);

	private final List<PersonId> worked = new ArrayList<>();

	@Test
	void worksItOutOnce() {
		ask(this.memo.without(Set.of()), ANN, "as it was");

		assertThat(ask(this.memo.without(Set.of()), ANN, "otherwise")).isEqualTo("as it was");
		assertThat(this.worked).containsExactly(ANN);
	}

	@Test
	void tellsOfAChangeOnceItIsKept() {
		ask(this.memo.without(Set.of()), ANN, "before");
		PersonMemo.View<String> changed = this.memo.without(Set.of(ANN));

		assertThat(ask(changed, ANN, "after")).isEqualTo("after");
		assertThat(ask(this.memo.without(Set.of()), ANN, "never asked")).isEqualTo("before");

		changed.keep();

		assertThat(ask(this.memo.without(Set.of()), ANN, "never asked")).isEqualTo("after");
	}

	@Test
	void forgetsAChangeThatNobodyReadBeforeItWasKept() {
		ask(this.memo.without(Set.of()), ANN, "before");

		this.memo.without(Set.of(ANN)).keep();

		assertThat(ask(this.memo.without(Set.of()), ANN, "after")).isEqualTo("after");
	}

	@Test
	void forgetsWhoWasAskedForLeastLately() {
		PersonMemo.View<String> view = this.memo.without(Set.of());
		ask(view, ANN, "Ann");
		ask(view, BOB, "Bob");
		ask(view, ANN, "Ann");
		ask(view, CAT, "Cat");

		assertThat(ask(view, ANN, "forgotten")).isEqualTo("Ann");
		assertThat(ask(view, BOB, "forgotten")).isEqualTo("forgotten");
	}

	private String ask(PersonMemo.View<String> view, PersonId person, String answer) {
		return view.of(person, (asked) -> {
			this.worked.add(asked);
			return answer;
		});
	}

}
