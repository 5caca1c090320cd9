package org.mashhub.correlation.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorkingTimeTest {

	private final WorkingTime time = new WorkingTime(ZoneId.of("Europe/London"), LocalTime.of(17, 0),
			Duration.ofHours(4), 1, 3);

	@Test
	void countsElapsedHoursForRed() {
		assertThat(this.time.due(Colour.RED, Instant.parse("2025-12-24T23:00:00Z")))
			.isEqualTo(Instant.parse("2025-12-25T03:00:00Z"));
	}

	@Test
	void skipsChristmasAndTheWeekendForAmber() {
		assertThat(this.time.due(Colour.AMBER, Instant.parse("2025-12-24T10:00:00Z")))
			.isEqualTo(Instant.parse("2025-12-29T17:00:00Z"));
	}

	@Test
	void countsThreeWorkingDaysForGreenInSummerTime() {
		assertThat(this.time.due(Colour.GREEN, Instant.parse("2025-08-21T10:00:00Z")))
			.isEqualTo(Instant.parse("2025-08-27T16:00:00Z"));
	}

	@Test
	void knowsWhenOfficesAreClosed() {
		assertThat(this.time.outOfHours(Instant.parse("2025-12-23T17:00:00Z"))).isTrue();
		assertThat(this.time.outOfHours(Instant.parse("2025-12-23T16:59:00Z"))).isFalse();
		assertThat(this.time.outOfHours(Instant.parse("2025-12-25T12:00:00Z"))).isTrue();
		assertThat(this.time.outOfHours(Instant.parse("2025-12-23T02:30:00Z"))).isTrue();
		assertThat(this.time.outOfHours(Instant.parse("2025-12-23T08:30:00Z"))).isFalse();
	}

	@Test
	void refusesAThresholdThatNoRuleKnows() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RuleBook(new Thresholds(Map.of("a01-lookbak-days", "10"))))
			.withMessageContaining("a01-lookbak-days")
			.withMessageContaining("a01-lookback-days");
	}

	@Test
	void refusesAThresholdThatIsNoNumber() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new RuleBook(new Thresholds(Map.of("a01-lookback-days", "ten"))))
			.withMessageContaining("a01-lookback-days must be a whole number");
	}

}
