package org.mashhub.correlation.picture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.Sex;

import static org.assertj.core.api.Assertions.assertThat;

class PersonSummaryTest {

	@ParameterizedTest
	@CsvSource({ "Ava, A", "élodie, é", "\ud83d\ude00Zoë, Z", "\ud840\udc00明, \ud840\udc00", "\ud83d\ude00, ''" })
	void callsAChildByAWholeLetter(String name, String initial) {
		PersonSummary child = new PersonSummary(new PersonId(new UUID(0, 1)), new MentionId(new UUID(0, 1)), name, null,
				null, Sex.FEMALE, true, null, null, false);

		assertThat(child.initial()).isEqualTo(initial);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2025-10-19 | Child A, unborn
			2025-10-18 | Child A, under a week
			2025-10-12 | Child A, under a week
			2025-10-11 | Child A, 1 week
			2025-10-01 | Child A, 2 weeks
			2025-09-18 | Child A, 1 month
			2023-10-18 | Child A, 2 years
			""")
	void saysHowOldAChildIs(LocalDate born, String label) {
		PersonSummary child = new PersonSummary(new PersonId(new UUID(0, 1)), new MentionId(new UUID(0, 1)), "Ava",
				born, null, Sex.FEMALE, true, null, null, false);

		assertThat(child.childLabel(Instant.parse("2025-10-18T12:00:00Z"), ZoneId.of("Europe/London")))
			.isEqualTo(label);
	}

}
