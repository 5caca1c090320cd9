package org.mashhub.population.chance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ChanceTest {

	private static final int THROWS = 20_000;

	@Test
	void diceFallTheSameForTheSameSeedAndNotForAnother() {
		assertThat(Dice.of(1, 2, 3).bits()).isEqualTo(Dice.of(1, 2, 3).bits());
		assertThat(List.of(Dice.of(1, 2, 3).bits(), Dice.of(2, 2, 3).bits(), Dice.of(1, 3, 3).bits(),
				Dice.of(1, 2, 4).bits(), Dice.of(1, 2, 3, 0).bits()))
			.doesNotHaveDuplicates();
	}

	@Test
	void whatIsFrequentComesOften() {
		Weighted<String> things = Weighted.<String>of().add("often", 3).add("never", 0).add("rarely", 1).build();
		Dice dice = Dice.of(1, 1, 1);
		Map<String, Integer> seen = new HashMap<>();
		for (int i = 0; i < THROWS; i++) {
			seen.merge(things.pick(dice), 1, Integer::sum);
		}

		assertThat(seen).doesNotContainKey("never");
		assertThat(seen.getOrDefault("often", 0)).isCloseTo(THROWS * 3 / 4, within(THROWS / 50));
	}

	@Test
	void rankedThingsFallOffAsZipfSays() {
		Weighted<Integer> ranks = Weighted.ranked(List.of(1, 2, 3, 4), 1);
		Dice dice = Dice.of(2, 2, 2);
		int first = 0;
		for (int i = 0; i < THROWS; i++) {
			first += (ranks.pick(dice) == 1) ? 1 : 0;
		}

		assertThat((double) first / THROWS).isCloseTo(0.5 / (0.5 + 1 / 3.0 + 0.25 + 0.2), within(0.02));
	}

	@Test
	void waitingTimesHaveTheirMean() {
		Dice dice = Dice.of(3, 3, 3);
		double sum = 0;
		double spread = 0;
		for (int i = 0; i < THROWS; i++) {
			sum += dice.waiting(10);
			spread += Math.abs(dice.around(0, 1));
		}

		assertThat(sum / THROWS).isCloseTo(10, within(0.4));
		assertThat(spread / THROWS).isCloseTo(0.8, within(0.05));
	}

}
