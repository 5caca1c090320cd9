package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What homes, phones, email addresses and company say of two mentions. */
class ComparerContactTest {

	@Test
	void meetsSomebodyInOneOfTheirHomes() {
		assertThat(home(somebody().at("one").at("two"), somebody().at("three").at("two")))
			.isEqualTo(Agreement.ADDRESS_SAME);
		assertThat(home(somebody().at("one", "ZZ991AA"), somebody().at("two", "ZZ882BB")))
			.isEqualTo(Agreement.ADDRESS_DIFFERENT);
	}

	@Test
	void comparesPostcodesWhereHomesDiffer() {
		assertThat(home(somebody().at("one", "ZZ991AA"), somebody().at("two", "ZZ991AA")))
			.isEqualTo(Agreement.ADDRESS_POSTCODE);
		assertThat(home(somebody().postcode("ZZ991AA"), somebody().postcode("ZZ991AB")))
			.isEqualTo(Agreement.ADDRESS_ALIKE);
		assertThat(home(somebody().postcode("ZZ991AA"), somebody().postcode("ZZ882BB")))
			.isEqualTo(Agreement.ADDRESS_DIFFERENT);
	}

	@Test
	void tellsNeighboursFromWhoeverMayLiveInOneHome() {
		assertThat(home(somebody().at("A/12", "ZZ991AA"), somebody().at("A/21", "ZZ991AA")))
			.isEqualTo(Agreement.ADDRESS_NEIGHBOURS);
		assertThat(home(somebody().at("U/1012", "ZZ991AA"), somebody().at("A/21", "ZZ991AA")))
			.isEqualTo(Agreement.ADDRESS_POSTCODE);
		assertThat(home(somebody().at("U/1012", "ZZ991AA").words("12", "BECK", "NETHERTON", "DUDLEY"),
				somebody().at("U/1014", "ZZ991AA").words("14", "BECK", "NETHERTON", "DUDLEY")))
			.isEqualTo(Agreement.ADDRESS_NEIGHBOURS);
		assertThat(home(somebody().at("A/12", "ZZ991AA").words("12", "BECK", "NETHERTON", "DUDLEY"),
				somebody().at("A/12a", "ZZ991AA").words("BECK", "NETHERTON", "DUDLEY")))
			.isEqualTo(Agreement.ADDRESS_CLOSE);
	}

	@Test
	void comparesWordsOfAddresses() {
		assertThat(home(somebody().words("12", "MILL", "LEEDS"), somebody().words("MILL", "LEEDS")))
			.isEqualTo(Agreement.ADDRESS_CLOSE);
		assertThat(home(somebody().words("12", "MILL", "LEEDS"), somebody().words("7", "HIGH", "LEEDS", "MILL")))
			.isEqualTo(Agreement.ADDRESS_ALIKE);
		assertThat(home(somebody().words("12", "MILL"), somebody().words("12", "HIGH")))
			.isEqualTo(Agreement.ADDRESS_ALIKE);
		assertThat(home(somebody().words("12", "MILL", "LEEDS"), somebody().words("7", "HIGH", "YORK")))
			.isEqualTo(Agreement.ADDRESS_DIFFERENT);
	}

	@Test
	void countsAFewWordsOfAnAddress() {
		assertThat(home(somebody().words("12", "MILL", "LEEDS"), somebody().words("7", "HIGH", "LEEDS")))
			.isEqualTo(Agreement.ADDRESS_SOME);
		assertThat(home(somebody().words("12", "MILL", "HOUSE", "OLD", "LEEDS"),
				somebody().words("7", "B", "UPPER", "HIGH", "STREET", "LEEDS")))
			.isEqualTo(Agreement.ADDRESS_LITTLE);
		assertThat(home(somebody().words("12", "MILL", "HOUSE", "OLD", "LEEDS"),
				somebody().words("7", "B", "UPPER", "HIGH", "STREET", "CROSS", "LEEDS")))
			.isEqualTo(Agreement.ADDRESS_DIFFERENT);
	}

	@Test
	void takesMostWordsForMoreThanAPostcodeAndAPostcodeForMoreThanSomeWords() {
		assertThat(home(somebody().words("12", "MILL", "LEEDS").postcode("ZZ991AA"),
				somebody().words("12", "MILL", "LEEDS").postcode("ZZ991AA")))
			.isEqualTo(Agreement.ADDRESS_CLOSE);
		assertThat(home(somebody().words("12", "MILL", "LEEDS").postcode("ZZ991AA"),
				somebody().words("7", "HIGH", "LEEDS").postcode("ZZ991AA")))
			.isEqualTo(Agreement.ADDRESS_POSTCODE);
		assertThat(home(somebody().words("12", "MILL", "LEEDS").postcode("ZZ991AA"),
				somebody().words("7", "HIGH", "YORK").postcode("ZZ991AB")))
			.isEqualTo(Agreement.ADDRESS_ALIKE);
	}

	@Test
	void saysNothingOfHomesThatCannotBeCompared() {
		assertThat(home(somebody(), somebody())).isNull();
		assertThat(home(somebody().postcode("ZZ991AA"), somebody())).isNull();
		assertThat(home(somebody().words("12", "MILL"), somebody())).isNull();
		assertThat(home(somebody().words("12", "MILL"), somebody().postcode("ZZ991AA"))).isNull();
		assertThat(home(somebody().at("one"), somebody().at("two"))).isNull();
	}

	@Test
	void comparesWordsWhereAPostcodeIsMissing() {
		assertThat(home(somebody().words("12", "MILL").postcode("ZZ991AA"), somebody().words("7", "HIGH")))
			.isEqualTo(Agreement.ADDRESS_DIFFERENT);
		assertThat(home(somebody().words("12", "MILL").postcode("ZZ991AA"), somebody().postcode("ZZ882BB")))
			.isEqualTo(Agreement.ADDRESS_DIFFERENT);
	}

	@Test
	void takesTheBestOfAllPhones() {
		assertThat(phone(somebody().phone("+447700900001"), somebody().phone("+447700900001")))
			.isEqualTo(Agreement.PHONE_SAME);
		assertThat(phone(somebody().phone("+447700900001"), somebody().phone("+447700900010")))
			.isEqualTo(Agreement.PHONE_CLOSE);
		assertThat(phone(somebody().phone("+447700900001"), somebody().phone("+447700900777")))
			.isEqualTo(Agreement.PHONE_DIFFERENT);
		assertThat(phone(somebody().phone("+447700900001").phone("+447700900777"),
				somebody().phone("+447700900010").phone("+447700900777")))
			.isEqualTo(Agreement.PHONE_SAME);
		assertThat(phone(somebody().phone("+447700900001").phone("+447700900777"), somebody().phone("+447700900010")))
			.isEqualTo(Agreement.PHONE_CLOSE);
		assertThat(phone(somebody().phone("+447700900001"), somebody())).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "blue.sky@example.com,blue.sky@example.com,EMAIL_SAME",
			"blue.sky@example.com,blue.sky@another.org,EMAIL_CLOSE",
			"blue.sky@example.com,bleu.sky@example.com,EMAIL_CLOSE",
			"redrosebush1962@example.com,redrosebuhs1926@example.com,EMAIL_CLOSE",
			"greenfields@example.com,greenwoods@example.org,EMAIL_ALIKE",
			"blue.sky@example.com,red.rose@example.net,EMAIL_DIFFERENT", "blue.sky,blue.sky@example.com,EMAIL_CLOSE" })
	void tellsHowFarTwoEmailAddressesAreOne(String one, String other, Agreement level) {
		assertThat(email(somebody().email(one), somebody().email(other))).isEqualTo(level);
	}

	@Test
	void takesTheBestOfAllEmailAddresses() {
		People one = somebody().email("blue.sky@example.com").email("greenfields@example.com");

		assertThat(email(one, somebody().email("red.rose@example.net").email("greenfields@example.com")))
			.isEqualTo(Agreement.EMAIL_SAME);
		assertThat(email(one, somebody().email("red.rose@example.net").email("blue.sky@another.org")))
			.isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(email(one, somebody().email("blue.sky@another.org").email("red.rose@example.net")))
			.isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(email(one, somebody())).isNull();
	}

	@Test
	void learnsNothingFromANameThatEitherHas() {
		assertThat(email(People.called("MARY", "JONES").email("a.jonesy@example.com"),
				People.called("JOHN", "SMITH").email("b.jonesy@example.net")))
			.isNull();
		assertThat(email(People.called("MARY", "JONES").email("mary.p@example.com"),
				People.called("", "").email("the.mary@example.net")))
			.isNull();
		assertThat(email(People.called("ANN", "JONES").email("the.ann@example.com"),
				People.called("", "").email("ann.p@example.net")))
			.isNull();
	}

	@Test
	void comparesAddressesOfWhichOneHoldsNoName() {
		assertThat(email(People.called("JOHN", "SMITH").email("john.smith@example.com"),
				People.called("JOHN", "SMITH").email("red.rose@example.net")))
			.isEqualTo(Agreement.EMAIL_DIFFERENT);
		assertThat(email(People.called("AL", "JONES").email("al.pine@example.com"),
				People.called("AL", "JONES").email("roy.al@another.net")))
			.isEqualTo(Agreement.EMAIL_DIFFERENT);
	}

	@Test
	void takesANameWithTheSameTwoDigitsForOneAddress() {
		assertThat(smith("smith81@example.com", "smith81@another.org")).isEqualTo(Agreement.EMAIL_CLOSE);
		assertThat(smith("smith8@example.com", "smith8@another.org")).isNull();
		assertThat(smith("smith81@example.com", "smith72@another.org")).isNull();
	}

	@Test
	void takesUpToThreeLettersForInitials() {
		assertThat(email(somebody().email("jms@example.com"), somebody().email("jms@another.org"))).isNull();
		assertThat(email(somebody().email("jims@example.com"), somebody().email("jims@another.org")))
			.isEqualTo(Agreement.EMAIL_CLOSE);
	}

	@Test
	void goesByTheAddressThatIsNotTheName() {
		assertThat(email(People.called("JOHN", "SMITH").email("john.smith@example.com").email("blue.sky@example.com"),
				People.called("JOHN", "SMITH").email("j.smith@another.org")))
			.isEqualTo(Agreement.EMAIL_DIFFERENT);
		assertThat(email(People.called("JOHN", "SMITH").email("blue.sky@example.com").email("john.smith@example.com"),
				People.called("JOHN", "SMITH").email("j.smith@another.org")))
			.isEqualTo(Agreement.EMAIL_DIFFERENT);
	}

	@ParameterizedTest
	@CsvSource({ "ORLA/FENCOTE,ORLA/FENCOTE,COMPANION_SAME", "ORLA/,ORLA/,COMPANION_CLOSE",
			"ORLA/FENCOTE,ORLA/,COMPANION_CLOSE", "ORLA/FENCOTE,JOE/,COMPANION_DIFFERENT",
			"ORLA/FENCOTE,ORLA/FENCOTT,COMPANION_CLOSE", "ORLA/FENCOTE,ORLE/FENCOTE,COMPANION_CLOSE",
			"ORLA/FENCOTE,ORLE/FENCOTT,COMPANION_CLOSE", "ORLA/FENCOTE,ORLA/RAHMAN,COMPANION_DIFFERENT",
			"ORLA/FENCOTE,JOE/FENCOTE,COMPANION_DIFFERENT", "JOE/FENCOTE,JO/FENCOTE,COMPANION_DIFFERENT" })
	void tellsWhetherTheCompanyIsTheSame(String one, String other, Agreement level) {
		assertThat(company(somebody().beside(one), somebody().beside(other))).isEqualTo(level);
	}

	@Test
	void takesTheBestOfAllCompany() {
		assertThat(company(somebody().beside("JOE/RAHMAN", "ORLA/FENCOTE"), somebody().beside("ORLA/", "ORLA/FENCOTE")))
			.isEqualTo(Agreement.COMPANION_SAME);
		assertThat(company(somebody().beside("JOE/RAHMAN", "ORLA/FENCOTE"), somebody().beside("KIM/", "ORLA/")))
			.isEqualTo(Agreement.COMPANION_CLOSE);
		assertThat(company(somebody().beside("JOE/RAHMAN"), somebody())).isNull();
	}

	private static People somebody() {
		return People.called("", "");
	}

	private static @Nullable Agreement home(People one, People other) {
		return Compared.in(Field.ADDRESS, one, other);
	}

	private static @Nullable Agreement phone(People one, People other) {
		return Compared.in(Field.PHONE, one, other);
	}

	private static @Nullable Agreement smith(String one, String other) {
		return email(People.called("JOHN", "SMITH").email(one), People.called("JOHN", "SMITH").email(other));
	}

	private static @Nullable Agreement email(People one, People other) {
		return Compared.in(Field.EMAIL, one, other);
	}

	private static @Nullable Agreement company(People one, People other) {
		return Compared.in(Field.COMPANIONS, one, other);
	}

}
