package org.mashhub.correlation.identity;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class EvidenceTest {

	private final Evidence evidence = new Evidence();

	@Test
	void addsUpWhatFieldsSay() {
		this.evidence.note(Field.BIRTH.place(), 8, 1, 7);
		this.evidence.note(Field.GIVEN_NAME.place(), -3, 0.5, -0.25);

		assertThat(this.evidence.match()).isEqualTo(5);
		assertThat(this.evidence.household()).isEqualTo(1.5);
		assertThat(this.evidence.twins()).isEqualTo(6.75);
		assertThat(this.evidence.knows(Field.BIRTH.place())).isTrue();
		assertThat(this.evidence.knows(Field.GIVEN_NAME.place())).isTrue();
		assertThat(this.evidence.knows(Field.SEX.place())).isFalse();
	}

	@Test
	void forgetsAll() {
		this.evidence.note(Field.FAMILY_NAME.place(), 8, 1, 7);
		this.evidence.clear();

		assertThat(this.evidence.match()).isZero();
		assertThat(this.evidence.household()).isZero();
		assertThat(this.evidence.twins()).isZero();
		assertThat(this.evidence.knows(Field.FAMILY_NAME.place())).isFalse();
		assertThat(Evidence.singleOut(this.evidence.facts())).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "NHS_NUMBER", "PNC_ID", "NUMBER", "BIRTH", "PHONE", "EMAIL" })
	void singlesOutByWhatSeldomAgreesByChanceAndDoes(Field field) {
		this.evidence.note(field.place(), 4, 0, 0);
		assertThat(Evidence.singleOut(this.evidence.facts())).isFalse();

		this.evidence.note(field.place(), 4.5, 0, 0);
		assertThat(Evidence.singleOut(this.evidence.facts())).isTrue();
	}

	@ParameterizedTest
	@EnumSource(names = { "GIVEN_NAME", "SEX", "ADDRESS", "COMPANIONS" })
	void singlesNobodyOutByWhatFormerAndPresentPartnersShare(Field field) {
		this.evidence.note(field.place(), 20, 0, 0);

		assertThat(Evidence.singleOut(this.evidence.facts())).isFalse();
	}

	@ParameterizedTest
	@EnumSource(names = { "GIVEN_NAME", "ADDRESS", "BIRTH" })
	void singlesOutByFirstNameHomeAndAgeTogetherAndNotByTwoOfThem(Field missing) {
		for (Field field : List.of(Field.GIVEN_NAME, Field.ADDRESS, Field.BIRTH)) {
			this.evidence.note(field.place(), (field == Field.BIRTH) ? 1.6 : 4.5, 0, 0);
		}
		assertThat(Evidence.singleOut(this.evidence.facts())).isTrue();

		this.evidence.note(missing.place(), (missing == Field.BIRTH) ? 1.5 : 4, 0, 0);
		assertThat(Evidence.singleOut(this.evidence.facts())).isFalse();
	}

	@Test
	void singlesOutByAFamilyNameWhateverItSays() {
		this.evidence.note(Field.FAMILY_NAME.place(), -2, 0, 0);

		assertThat(Evidence.singleOut(this.evidence.facts())).isTrue();
	}

}
