package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparerTest {

	@Test
	void learnsNothingFromTwoAddressesThatAreAlikeForTheNameInThem() {
		assertThat(email("john.smith@example.com", "jsmith81@example.org")).isNull();
		assertThat(email("john.smith@example.com", "john.smith@example.com")).isEqualTo(Agreement.EMAIL_SAME);
		assertThat(email("john.smith81@example.com", "jonh.smith81@example.com")).isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(email("smith8162@example.com", "smith8162@example.org")).isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(email("blue.sky@example.com", "red.rose@example.net")).isEqualTo(Agreement.EMAIL_DIFFERENT);
	}

	@Test
	void learnsNothingFromTheSameInitialsAtTwoProviders() {
		assertThat(email("j.s@example.com", "j.s@another.org")).isNull();
		assertThat(email("js7@example.com", "js7@another.org")).isNull();
		assertThat(email("j.s@example.com", "j.s@exmaple.co")).isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(email("j.s@example.com", "j.s@examplecom")).isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(email("js81@example.com", "js81@another.org")).isEqualTo(Agreement.EMAIL_CLOSE);
	}

	@Test
	void tellsHowManyWordsOfTwoAddressesAreTheSame() {
		assertThat(address("12", "MILL", "LEEDS")).isEqualTo(Agreement.ADDRESS_CLOSE);
		assertThat(address("12", "MILL", "YORK", "WEST")).isEqualTo(Agreement.ADDRESS_ALIKE);
		assertThat(address("9", "MILL", "LEEDS", "YORK", "EAST")).isEqualTo(Agreement.ADDRESS_SOME);
		assertThat(address("9", "HIGH", "LEEDS", "YORK")).isEqualTo(Agreement.ADDRESS_LITTLE);
		assertThat(address("9", "HIGH", "YORK")).isEqualTo(Agreement.ADDRESS_DIFFERENT);
	}

	@Test
	void findsANameOfOneInTheOtherPlace() {
		assertThat(given(People.called("HARRISON", "CAPURSO"), People.called("CAPURSO", "RUBY")))
			.isEqualTo(Agreement.GIVEN_CROSSED);
		assertThat(given(People.called("HENRY", ""), People.called("SIMMONS", "HENRY")))
			.isEqualTo(Agreement.GIVEN_CROSSED);
		assertThat(given(People.called("REE", "ZACHAKRY"), People.called("ZACHARY", "REES")))
			.isEqualTo(Agreement.GIVEN_SWAPPED);
		assertThat(given(People.called("HARRISON", "CAPURSO"), People.called("OLIVE", "RUBY")))
			.isEqualTo(Agreement.GIVEN_DIFFERENT);
	}

	@Test
	void takesOneSignOfAScriptWithoutLettersForAName() {
		assertThat(given(People.called("\u660e", "\u738b"), People.called("\u660e", "\u674e")))
			.isEqualTo(Agreement.GIVEN_SAME);
		assertThat(given(People.called("J", "SMITH"), People.called("J", "SMITH"))).isEqualTo(Agreement.GIVEN_INITIAL);
	}

	private static @Nullable Agreement email(String one, String other) {
		return Compared.in(Field.EMAIL, People.called("JOHN", "SMITH").email(one),
				People.called("JOHN", "SMITH").email(other));
	}

	/** How an address compares with one of the words 12, MILL, LEEDS and GREEN. */
	private static @Nullable Agreement address(String... words) {
		return Compared.in(Field.ADDRESS, People.called("JOHN", "SMITH").words("12", "MILL", "LEEDS", "GREEN"),
				People.called("JOHN", "SMITH").words(words));
	}

	private static @Nullable Agreement given(People one, People other) {
		return Compared.in(Field.GIVEN_NAME, one, other);
	}

}
