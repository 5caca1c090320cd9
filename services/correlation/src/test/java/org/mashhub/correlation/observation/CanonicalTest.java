package org.mashhub.correlation.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalTest {

	@Test
	void givesOneInstanceOfWhatIsSaidTwice() {
		List<String> first = Canonical.listOf(new ArrayList<>(List.of(copy("JOHN"), copy("PETER"))));

		List<String> second = Canonical.listOf(new ArrayList<>(List.of(copy("JOHN"), copy("PETER"))));

		assertThat(second).isSameAs(first);
		assertThat(Canonical.of(copy("JOHN"))).isSameAs(first.getFirst());
	}

	@Test
	void givesWhatEqualsWhatWasGivenHoweverManyThereAre() {
		for (int i = 0; i < 300_000; i++) {
			String value = "value " + i;
			assertThat(Canonical.of(value)).isEqualTo(value);
		}
		assertThat(Canonical.mapOf(Map.of("on", "2024-05-04"))).isEqualTo(Map.of("on", "2024-05-04"));
	}

	@Test
	void tellsApartWhatHasOneHash() {
		String one = "Aa";
		String other = "BB";
		assertThat(one).hasSameHashCodeAs(other);

		assertThat(Canonical.of(one)).isEqualTo("Aa");
		assertThat(Canonical.of(other)).isEqualTo("BB");
	}

	private static String copy(String value) {
		return String.valueOf(value.toCharArray());
	}

}
