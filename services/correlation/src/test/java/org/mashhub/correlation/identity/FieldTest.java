package org.mashhub.correlation.identity;

import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Sex;

import static org.assertj.core.api.Assertions.assertThat;

class FieldTest {

	@Test
	void givesAllThatIsWritten() {
		Particulars who = full().particulars();

		assertThat(known(who)).isEqualTo(EnumSet.allOf(Field.class));
		assertThat(Field.NHS_NUMBER.comparedOf(who)).asString().contains("9990000018").doesNotContain("2001/0000001A");
		assertThat(Field.PNC_ID.comparedOf(who)).asString().contains("2001/0000001A").doesNotContain("9990000018");
		assertThat(Field.NUMBER.comparedOf(who)).asString()
			.contains("X320741")
			.contains("P1")
			.doesNotContain("9990000018")
			.doesNotContain("2001/0000001A");
	}

	@ParameterizedTest
	@EnumSource
	void givesTheSameForTheSame(Field field) {
		assertThat(field.valueOf(full().particulars())).isEqualTo(field.valueOf(full().particulars()));
		assertThat(field.comparedOf(full().particulars())).isEqualTo(field.comparedOf(full().particulars()));
		assertThat(field.valueOf(full().particulars()))
			.isNotEqualTo(field.valueOf(People.called("", "").particulars()));
	}

	@Test
	void givesNothingOfWhatIsNotKnown() {
		assertThat(known(People.called("", "").particulars())).isEmpty();
		assertThat(known(People.called("BABY", "").particulars())).isEmpty();
		assertThat(known(People.called("", "").of(Sex.INDETERMINATE).particulars())).isEmpty();
		assertThat(known(People.called("", "")
			.misnumbered(Identifier.NHS_NUMBER, "9990000019")
			.misnumbered(Identifier.PNC_ID, "1")
			.misnumbered("CRN", "1")
			.particulars())).isEmpty();
	}

	@Test
	void givesWhatIsKnownByHalf() {
		assertThat(known(People.called("", "").bornAbout(1990).particulars())).containsExactly(Field.BIRTH,
				Field.PREGNANCY);
		assertThat(known(People.called("UNBORN", "").unborn("2025-06-01").particulars()))
			.containsExactly(Field.PREGNANCY);
		assertThat(known(People.called("", "").of(Sex.MALE).particulars())).containsExactly(Field.SEX);
		assertThat(known(People.called("", "").of(Sex.FEMALE).particulars())).containsExactly(Field.SEX);
		assertThat(known(People.called("", "").at("home").particulars())).containsExactly(Field.ADDRESS);
		assertThat(known(People.called("", "").words("MILL").particulars())).containsExactly(Field.ADDRESS);
		assertThat(known(People.called("", "").postcode("ZZ991AA").particulars())).containsExactly(Field.ADDRESS);
		assertThat(known(People.called("", "").alias("SPUD").particulars())).containsExactly(Field.GIVEN_NAME);
	}

	@Test
	void takesTwoSpellingsForOneWhereTheHomeIsTheSame() {
		assertThat(Field.ADDRESS.valueOf(People.called("", "").at("home").words("MILL").particulars()))
			.isEqualTo(Field.ADDRESS.valueOf(People.called("", "").at("home").words("HIGH").particulars()));
		assertThat(Field.ADDRESS.valueOf(People.called("", "").words("MILL").particulars()))
			.isNotEqualTo(Field.ADDRESS.valueOf(People.called("", "").words("HIGH").particulars()));
	}

	@Test
	void knowsWhatRightlyChangesInALife() {
		assertThat(EnumSet.allOf(Field.class).stream().filter(Field::changing))
			.containsExactlyInAnyOrder(Field.FAMILY_NAME, Field.ADDRESS, Field.PHONE, Field.EMAIL, Field.COMPANIONS);
	}

	@ParameterizedTest
	@EnumSource
	void hasLevelsOfItsOwnInWords(Field field) {
		assertThat(field.words()).isNotBlank();
		assertThat(Agreement.of(field)).isNotEmpty()
			.allSatisfy((level) -> assertThat(level.field()).isEqualTo(field))
			.allSatisfy((level) -> assertThat(level.words()).isNotBlank());
		assertThat(Agreement.groupsOf(field).stream().flatMap((group) -> group.stream()))
			.containsExactlyElementsOf(Agreement.of(field));
	}

	@Test
	void keepsAgesApartFromDates() {
		assertThat(Agreement.groupsOf(Field.BIRTH)).hasSize(2)
			.last()
			.asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
			.containsExactly(Agreement.BIRTH_YEAR, Agreement.BIRTH_DECADE, Agreement.BIRTH_GENERATION);
		assertThat(Agreement.groupsOf(Field.SEX)).hasSize(1);
	}

	private static Set<Field> known(Particulars who) {
		Set<Field> known = EnumSet.noneOf(Field.class);
		for (Field field : Field.values()) {
			if (field.comparedOf(who) != null) {
				known.add(field);
			}
		}
		return known;
	}

	private static People full() {
		return People.called("MARIE", "OKORO")
			.born("1990-05-04")
			.of(Sex.FEMALE)
			.at("home")
			.phone("+447700900001")
			.email("blue.sky@example.com")
			.beside("ORLA/FENCOTE")
			.numbered(Identifier.NHS_NUMBER, "9990000018")
			.numbered(Identifier.PNC_ID, "2001/0000001A")
			.numbered("CRN", "X320741")
			.numbered("UPN", "P1")
			.unborn(null, "P/AMY/1965-05-06");
	}

}
