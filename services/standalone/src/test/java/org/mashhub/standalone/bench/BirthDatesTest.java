package org.mashhub.standalone.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.BirthDate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

class BirthDatesTest {

	private static final LocalDate THIRD_OF_APRIL = LocalDate.of(1990, 4, 3);

	private static final LocalDate FOURTH_OF_MARCH = LocalDate.of(1990, 3, 4);

	@Test
	void readsTheOrderThatTheOtherDatesOfTheTableShow() {
		assertThat(date("03/04/1990", "25/04/1990")).isEqualTo(THIRD_OF_APRIL);
		assertThat(date("03/04/1990", "04/25/1990")).isEqualTo(FOURTH_OF_MARCH);
		assertThat(date("03/04/1990")).isEqualTo(THIRD_OF_APRIL);
		assertThat(date("03041990", "25041990")).isEqualTo(THIRD_OF_APRIL);
		assertThat(date("3041990", "25041990")).isEqualTo(THIRD_OF_APRIL);
	}

	@Test
	void readsADateThatCanOnlyBeReadInTheOtherOrder() {
		assertThat(date("04/25/1990", "25/04/1990", "26/04/1990")).isEqualTo(LocalDate.of(1990, 4, 25));
	}

	@Test
	void readsWhatProgramsAndPeopleWrite() {
		for (String written : List.of("1990-04-03", "19900403", "1990-04-03 00:00:00", "1990-04-03T00:00:00Z", "3.4.90",
				"3 avril 1990", "03-Apr-1990", "April 3, 1990", "1990\u5e7404\u670803\u65e5", "3. M\u00e4rz 1990")) {
			LocalDate expected = written.contains("rz") ? LocalDate.of(1990, 3, 3) : THIRD_OF_APRIL;
			assertThat(date(written)).as(written).isEqualTo(expected);
		}
	}

	@Test
	void readsAYearInFullWhereADigitOfTheRestIsMissing() {
		assertThat(date("1990043", "19900403", "19910510")).isEqualTo(THIRD_OF_APRIL);
		assertThat(date("900403")).isEqualTo(THIRD_OF_APRIL);
	}

	@Test
	void keepsTheYearWhereThereIsNoMore() {
		for (String written : List.of("1990", "1990-04", "1990-13-40", "19901340")) {
			assertThat(read(written)).as(written).isNotNull().satisfies((read) -> {
				assertThat(read.getYear()).contains(1990);
				assertThat(read.getDate()).isEmpty();
			});
		}
		assertThat(read("not known")).isNull();
		assertThatCode(() -> read("1 12345678901 1")).doesNotThrowAnyException();
		assertThat(read("0000-00-00")).isNull();
	}

	private static @Nullable LocalDate date(String written, String... others) {
		BirthDate read = read(written, others);
		return (read != null) ? read.getDate().orElse(null) : null;
	}

	private static @Nullable BirthDate read(String written, String... others) {
		return BirthDates.of(Stream.concat(Stream.of(written), Stream.of(others)).toList()).read(written);
	}

}
