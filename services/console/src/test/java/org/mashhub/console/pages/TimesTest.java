package org.mashhub.console.pages;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.mashhub.console.ConsoleSettings;
import org.mashhub.event.common.v1.TimePrecision;

import static org.assertj.core.api.Assertions.assertThat;

class TimesTest {

	private final Times times = new Times(new ConsoleSettings(URI.create("http://idp.test"),
			URI.create("http://idp.test"), "console", "secret", ZoneId.of("Europe/London"), false,
			Duration.ofMillis(200), Duration.ofMillis(300), Duration.ofMinutes(1)));

	private final Instant now = Instant.parse("2026-06-02T09:00:00Z");

	@Test
	void deadlineTodayIsSaidAsToday() {
		assertThat(this.times.due(Instant.parse("2026-06-02T17:30:00Z"), this.now)).isEqualTo("by 18:30 today");
	}

	@Test
	void deadlineTomorrowIsSaidAsTomorrow() {
		assertThat(this.times.due(Instant.parse("2026-06-03T16:00:00Z"), this.now)).isEqualTo("by 17:00 tomorrow");
	}

	@Test
	void farDeadlineNamesItsDayAndAnotherYearAlsoTheYear() {
		assertThat(this.times.due(Instant.parse("2026-06-09T16:00:00Z"), this.now)).isEqualTo("by 17:00, Tue 9 June");
		assertThat(this.times.due(Instant.parse("2027-01-05T17:00:00Z"), this.now))
			.isEqualTo("by 17:00, Tue 5 January 2027");
		assertThat(this.times.due(Instant.parse("2026-06-09T16:00:00Z"), null)).isEqualTo("by 17:00, Tue 9 June 2026");
	}

	@Test
	void timeIsSaidNoMoreExactlyThanItIsKnown() {
		assertThat(this.times.asKnown(this.now, TimePrecision.EXACT)).isEqualTo("2 June 2026, 10:00");
		assertThat(this.times.asKnown(this.now, TimePrecision.DAY)).isEqualTo("2 June 2026");
		assertThat(this.times.asKnown(this.now, TimePrecision.MONTH)).isEqualTo("June 2026");
		assertThat(this.times.asKnown(this.now, TimePrecision.APPROXIMATE)).isEqualTo("about 2 June 2026");
	}

	@Test
	void ageIsSaidInTheUnitPeopleUse() {
		assertThat(this.times.age(LocalDate.of(2026, 5, 31), this.now)).isEqualTo("2 days");
		assertThat(this.times.age(LocalDate.of(2026, 3, 1), this.now)).isEqualTo("3 months");
		assertThat(this.times.age(LocalDate.of(2024, 7, 1), this.now)).isEqualTo("23 months");
		assertThat(this.times.age(LocalDate.of(2020, 7, 1), this.now)).isEqualTo("5 years");
	}

}
