package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparerTest {

	private final Comparer comparer = new Comparer();

	@Test
	void learnsNothingFromTwoAddressesThatAreAlikeForTheNameInThem() {
		assertThat(email("john.smith@example.com", "jsmith81@example.org")).isNull();
		assertThat(email("john.smith@example.com", "john.smith@example.com")).isEqualTo(Agreement.EMAIL_SAME);
		assertThat(email("john.smith81@example.com", "jonh.smith81@example.com")).isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(email("smith8162@example.com", "smith8162@example.org")).isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(email("blue.sky@example.com", "red.rose@example.net")).isEqualTo(Agreement.EMAIL_DIFFERENT);
	}

	@Test
	void takesOneSignOfAScriptWithoutLettersForAName() {
		assertThat(this.comparer.compare(Field.GIVEN_NAME, People.called("\u660e", "\u738b").mention().particulars(),
				People.called("\u660e", "\u674e").mention().particulars()))
			.isEqualTo(Agreement.GIVEN_SAME);
		assertThat(this.comparer.compare(Field.GIVEN_NAME, People.called("J", "SMITH").mention().particulars(),
				People.called("J", "SMITH").mention().particulars()))
			.isEqualTo(Agreement.GIVEN_INITIAL);
	}

	private @Nullable Agreement email(String one, String other) {
		return this.comparer.compare(Field.EMAIL, People.called("JOHN", "SMITH").email(one).mention().particulars(),
				People.called("JOHN", "SMITH").email(other).mention().particulars());
	}

}
