package org.mashhub.correlation.identity;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingTest {

	@Test
	void knowsOneSlipFromNoneAndTwo() {
		assertThat(Spelling.oneSlip("NOWAK", "NOVAK")).isTrue();
		assertThat(Spelling.oneSlip("OKORO", "OKORRO")).isTrue();
		assertThat(Spelling.oneSlip("SMITH", "SMIHT")).isTrue();
		assertThat(Spelling.oneSlip("SMITH", "SMITH")).isFalse();
		assertThat(Spelling.oneSlip("SMITH", "SMYTHE")).isFalse();
		assertThat(Spelling.oneSlip("", "A")).isTrue();
	}

	@Property(tries = 200)
	void findsEverySingleSlip(@ForAll @AlphaChars @StringLength(min = 2, max = 12) String word,
			@ForAll @IntRange(min = 0, max = 11) int place, @ForAll char other) {
		int at = place % word.length();
		String dropped = word.substring(0, at) + word.substring(at + 1);
		assertThat(Spelling.oneSlip(word, dropped)).isTrue();
		assertThat(Spelling.oneSlip(dropped, word)).isTrue();
		Assume.that(other != word.charAt(at));
		String wrong = word.substring(0, at) + other + word.substring(at + 1);
		assertThat(Spelling.oneSlip(word, wrong)).isTrue();
		assertThat(Spelling.oneSlip(wrong, word)).isTrue();
	}

}
