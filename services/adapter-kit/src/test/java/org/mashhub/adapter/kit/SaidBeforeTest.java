package org.mashhub.adapter.kit;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SaidBeforeTest {

	private static final UUID ONE = new UUID(0, 1);

	private static final UUID TWO = new UUID(0, 2);

	private static final UUID THREE = new UUID(0, 3);

	private final SaidBefore said = new SaidBefore(2);

	@Test
	void noticesWhatIsSaidOtherwiseAndNotWhatIsSaidAgain() {
		assertThat(this.said.otherwise(ONE, 10)).isFalse();
		assertThat(this.said.otherwise(TWO, 20)).isFalse();

		assertThat(this.said.otherwise(ONE, 10)).isFalse();
		assertThat(this.said.otherwise(ONE, 11)).isTrue();
		assertThat(this.said.otherwise(ONE, 11)).as("what was said first still counts").isTrue();
	}

	@Test
	void forgetsTheEldestAlone() {
		this.said.otherwise(ONE, 10);
		this.said.otherwise(TWO, 20);
		this.said.otherwise(THREE, 30);

		assertThat(this.said.otherwise(TWO, 21)).isTrue();
		assertThat(this.said.otherwise(ONE, 11)).as("two others lie between").isFalse();
	}

}
