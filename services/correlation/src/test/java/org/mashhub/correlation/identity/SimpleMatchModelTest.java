package org.mashhub.correlation.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;

import static org.assertj.core.api.Assertions.assertThat;

class SimpleMatchModelTest {

	private final SimpleMatchModel model = new SimpleMatchModel(20, 12);

	@Test
	void takesANicknameAndASmallErrorForTheSamePerson() {
		assertThat(
				bits(mention("DANIEL", "HARTE", "1990-05-04", "home"), mention("DANNY", "HART", "1990-05-04", "home")))
			.isGreaterThanOrEqualTo(20);
	}

	@Test
	void takesDayAndMonthSwappedForTheSamePersonAtTheSameHome() {
		assertThat(
				bits(mention("MARIE", "OKORO", "1990-05-04", "home"), mention("MARIE", "OKORO", "1990-04-05", "home")))
			.isGreaterThanOrEqualTo(20);
	}

	@Test
	void keepsTwinsApart() {
		assertThat(bits(mention("EVA", "LOWE", "2024-05-04", "home"), mention("TESS", "LOWE", "2024-05-04", "home")))
			.isLessThan(12);
	}

	@Test
	void asksAboutFatherAndSonOfOneNameWithoutADateOfBirth() {
		double bits = bits(mention("JOHN", "LOWE", null, "home"), mention("JOHN", "LOWE", null, "home"));

		assertThat(bits).isLessThan(20).isGreaterThanOrEqualTo(12);
	}

	@Test
	void keepsNamesakesWithOtherBirthDatesApart() {
		assertThat(bits(mention("CRAIG", "DOYLE", "1978-02-05", "one"), mention("CRAIG", "DOYLE", "1994-07-19", "two")))
			.isLessThan(12);
	}

	@Test
	void explainsWhatItWeighed() {
		Mention one = mention("DANIEL", "HARTE", "1990-05-04", "home");
		Mention other = mention("DANNY", "HART", "1990-05-04", "home");

		Score score = this.model.explain(one, other);

		assertThat(score.bits()).isEqualTo(this.model.bits(one, other));
		assertThat(score.comparisons().stream().mapToDouble(Comparison::bits).sum()).isEqualTo(score.bits());
		assertThat(score.comparisons()).extracting(Comparison::field)
			.containsExactlyInAnyOrder("date of birth", "family name", "given name", "sex", "home");
	}

	private double bits(Mention one, Mention other) {
		return this.model.bits(one, other);
	}

	private static Mention mention(String given, String family, @Nullable String born, String home) {
		LocalDate date = (born != null) ? LocalDate.parse(born) : null;
		return new Mention(new MentionId(UUID.randomUUID()), "p", Role.SUBJECT,
				new Particulars(List.of(given), List.of(family), List.of(), date,
						(date != null) ? date.getYear() : null, Sex.MALE, List.of(), List.of(home), null, List.of(),
						List.of(), null, given + " " + family),
				false, false, null);
	}

}
