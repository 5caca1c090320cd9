package org.mashhub.adapter.kit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LongestSilenceTest {

	@ParameterizedTest
	@CsvSource({ "PT1H, 1", "P1D, 24", "PT36H, 36", "P1DT12H, 36", "P2W, 336", "P2W1DT1H, 361", "P366D, 8784" })
	void readsWeeksDaysAndHours(String text, int hours) {
		assertThat(LongestSilence.hours(text)).contains(hours);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "P", "PT", "P1", "1D", "P1M", "P1Y", "PT30M", "PT0H", "P0D", "P367D", "PT8785H",
			"-P1D", "P1DT", "p1d", "P1D ", "P999999999999D", "daily" })
	void takesNothingElse(String text) {
		assertThat(LongestSilence.hours(text)).isEmpty();
	}

	@Test
	void writesWhatItReads() {
		assertThat(LongestSilence.text(336)).isEqualTo("P14D");
		assertThat(LongestSilence.text(36)).isEqualTo("PT36H");
	}

}
