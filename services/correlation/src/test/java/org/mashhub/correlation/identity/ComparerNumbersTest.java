package org.mashhub.correlation.identity;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Identifier;

import static org.assertj.core.api.Assertions.assertThat;

/** What numbers say of two mentions. */
class ComparerNumbersTest {

	@Test
	void tellsNhsNumbersApart() {
		assertThat(nhs(numbered("9990000018"), numbered("9990000018"))).isEqualTo(Agreement.NHS_SAME);
		assertThat(nhs(numbered("9990000018"), numbered("9990000026"))).isEqualTo(Agreement.NHS_DIFFERENT);
		assertThat(nhs(numbered("9990000018"), People.called("ELLA", "NOVAK"))).isNull();
	}

	@Test
	void needsOneOfSeveralNhsNumbersOnly() {
		assertThat(nhs(numbered("9990000018").numbered(Identifier.NHS_NUMBER, "9990000026"), numbered("9990000026")))
			.isEqualTo(Agreement.NHS_SAME);
		assertThat(nhs(numbered("9990000018").numbered(Identifier.NHS_NUMBER, "9990000026"), numbered("9990000034")))
			.isEqualTo(Agreement.NHS_DIFFERENT);
	}

	@Test
	void takesNoNumberThatFailsItsCheckDigit() {
		People misread = People.called("ELLA", "NOVAK").misnumbered(Identifier.NHS_NUMBER, "9990000019");

		assertThat(nhs(misread, numbered("9990000018"))).isNull();
		assertThat(nhs(misread, misread)).isNull();
		assertThat(other(People.called("", "").misnumbered("CRN", "X320741"),
				People.called("", "").numbered("CRN", "X320741")))
			.isNull();
	}

	@Test
	void comparesNoNumberWithAnotherKind() {
		People police = People.called("ELLA", "NOVAK").numbered(Identifier.PNC_ID, "9990000018");

		assertThat(nhs(police, numbered("9990000018"))).isNull();
		assertThat(Compared.in(Field.PNC_ID, police, numbered("9990000018"))).isNull();
		assertThat(other(police, police)).isNull();
		assertThat(other(numbered("9990000018"), numbered("9990000018"))).isNull();
	}

	@Test
	void tellsPncIdsApart() {
		People one = People.called("ELLA", "NOVAK").numbered(Identifier.PNC_ID, "2001/0000001A");
		People another = People.called("ELLA", "NOVAK").numbered(Identifier.PNC_ID, "2001/0000002B");

		assertThat(Compared.in(Field.PNC_ID, one, one)).isEqualTo(Agreement.PNC_SAME);
		assertThat(Compared.in(Field.PNC_ID, one, another)).isEqualTo(Agreement.PNC_DIFFERENT);
	}

	@Test
	void tellsOtherNumbersOfOneSchemeApart() {
		assertThat(other("CRN", "X320741", "X320741")).isEqualTo(Agreement.NUMBER_SAME);
		assertThat(other("CRN", "X320741", "X320714")).isEqualTo(Agreement.NUMBER_CLOSE);
		assertThat(other("CRN", "X320741", "X418852")).isEqualTo(Agreement.NUMBER_DIFFERENT);
		assertThat(other(People.called("", "").numbered("CRN", "X320741"),
				People.called("", "").numbered("UPN", "X320741")))
			.isNull();
		assertThat(other(People.called("", ""), People.called("", "").numbered("UPN", "X320741"))).isNull();
	}

	@Test
	void takesShortNumbersOneDigitApartForTwoNumbers() {
		assertThat(other("CRN", "12345", "12346")).isEqualTo(Agreement.NUMBER_DIFFERENT);
		assertThat(other("CRN", "12345", "123456")).isEqualTo(Agreement.NUMBER_DIFFERENT);
		assertThat(other("CRN", "123456", "12345")).isEqualTo(Agreement.NUMBER_DIFFERENT);
		assertThat(other("CRN", "123456", "123457")).isEqualTo(Agreement.NUMBER_CLOSE);
	}

	@Test
	void comparesNumbersOfOneSystemOnly() {
		assertThat(other("LOCAL", "Y99H1/Ward/12345678", "Y99H1/Ward/12345678")).isEqualTo(Agreement.NUMBER_SAME);
		assertThat(other("LOCAL", "Y99H1/Ward/12345678", "Y99H1/Desk/12345678")).isNull();
		assertThat(other("LOCAL", "Y99H1/Ward/12345678", "Y99H2/Ward/12345678")).isNull();
		assertThat(other("TENANCY_PERSON", "E06/Homes/12345678", "E06/Flats/12345678")).isNull();
		assertThat(other("LA_CHILD_ID", "E06/12345678", "E07/12345678")).isNull();
		assertThat(other("LA_CHILD_ID", "E06/12345678", "E06/87654321")).isEqualTo(Agreement.NUMBER_OF_ANOTHER);
		assertThat(other("CRN", "A/12345678", "B/12345678")).isEqualTo(Agreement.NUMBER_CLOSE);
	}

	@Test
	void takesNumbersThatASystemCountsUpForTwoHoweverAlike() {
		assertThat(other("LOCAL", "Y99H1/Ward/H410022", "Y99H1/Ward/H410023")).isEqualTo(Agreement.NUMBER_DIFFERENT);
		assertThat(other("TENANCY_PERSON", "E06/Homes/P-3001", "E06/Homes/P-3002"))
			.isEqualTo(Agreement.NUMBER_DIFFERENT);
		assertThat(other("LA_CHILD_ID", "E06/LA900417", "E06/LA900418")).isEqualTo(Agreement.NUMBER_OF_ANOTHER);
		People one = People.called("", "").numbered("LA_CHILD_ID", "E06/1111111").numbered("UPN", "P900001");
		People other = People.called("", "").numbered("UPN", "Q111111").numbered("LA_CHILD_ID", "E06/2222222");
		assertThat(other(one, other)).isEqualTo(Agreement.NUMBER_OF_ANOTHER);
		assertThat(other(other, one)).isEqualTo(Agreement.NUMBER_OF_ANOTHER);
	}

	@Test
	void takesTheBestOfSeveralNumbers() {
		People patient = People.called("", "").numbered("CRN", "X320741").numbered("UPN", "A111111");

		assertThat(other(patient, People.called("", "").numbered("CRN", "Y999999").numbered("UPN", "A111111")))
			.isEqualTo(Agreement.NUMBER_SAME);
		assertThat(other(patient, People.called("", "").numbered("CRN", "Y999999").numbered("UPN", "A111112")))
			.isEqualTo(Agreement.NUMBER_CLOSE);
		assertThat(other(patient, People.called("", "").numbered("CRN", "X320742").numbered("UPN", "B777777")))
			.isEqualTo(Agreement.NUMBER_CLOSE);
	}

	private static People numbered(String nhsNumber) {
		return People.called("ELLA", "NOVAK").numbered(Identifier.NHS_NUMBER, nhsNumber);
	}

	private static @Nullable Agreement nhs(People one, People other) {
		return Compared.in(Field.NHS_NUMBER, one, other);
	}

	private static @Nullable Agreement other(String scheme, String one, String other) {
		return other(People.called("", "").numbered(scheme, one), People.called("", "").numbered(scheme, other));
	}

	private static @Nullable Agreement other(People one, People other) {
		return Compared.in(Field.NUMBER, one, other);
	}

}
