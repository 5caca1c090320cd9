package org.mashhub.correlation.identity;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Particulars;

import static org.assertj.core.api.Assertions.assertThat;

class FieldValuesTest {

	private final FellegiSunterModel model = new FellegiSunterModel(ModelFile.builtIn(),
			new FellegiSunterModel.Thresholds(-1, 1, 8), 900_000);

	@Test
	void knowsWhoSaysTheSame() {
		FieldValues births = values(Field.BIRTH, People.called("MARIE", "OKORO").born("1990-05-04").particulars(),
				People.called("JOHN", "LOWE").born("1990-05-04").particulars(),
				People.called("MARIE", "OKORO").born("1990-04-05").particulars(),
				People.called("MARIE", "OKORO").particulars());

		assertThat(births.of(1)).isEqualTo(births.of(0));
		assertThat(births.of(2)).isNotEqualTo(births.of(0));
		assertThat(births.of(3)).isEqualTo(FieldValues.NONE);
	}

	@Test
	void keepsTheGrownApart() {
		FieldValues homes = values(Field.ADDRESS, People.called("", "").born("1990-05-04").at("home").particulars(),
				People.called("", "").born("1991-05-04").at("home").particulars(),
				People.called("", "").born("2020-05-04").at("home").particulars());

		assertThat(homes.of(1)).isEqualTo(homes.of(0));
		assertThat(homes.of(2)).isNotEqualTo(homes.of(0));
		assertThat(homes.writtenAs(homes.of(2))).isEqualTo(homes.writtenAs(homes.of(0)));
	}

	@Test
	void takesOneHomeInTwoSpellingsForOne() {
		FieldValues homes = values(Field.ADDRESS, People.called("", "").at("home").words("12", "MILL").particulars(),
				People.called("", "").at("other").particulars(),
				People.called("", "").at("home").words("TWELVE", "MILL").particulars());

		assertThat(homes.of(2)).isNotEqualTo(homes.of(0));
		assertThat(homes.writtenAs(homes.of(2))).isEqualTo(homes.writtenAs(homes.of(0)));
		assertThat(homes.writtenAs(homes.of(1))).isNotEqualTo(homes.writtenAs(homes.of(0)));
	}

	@Test
	void weighsEachTwoAsTheModelDoes() {
		List<Particulars> who = List.of(People.called("MARIE", "OKORO").phone("+447700900001").particulars(),
				People.called("MARY", "OKORRO").phone("+447700900010").particulars(),
				People.called("DANIEL", "LOWE").phone("+447700900777").particulars());
		for (Field field : List.of(Field.GIVEN_NAME, Field.FAMILY_NAME, Field.PHONE)) {
			FieldValues values = new FieldValues(this.model, field, who);
			for (int i = 0; i < 3; i++) {
				for (int j = 0; j < 3; j++) {
					FieldWeights weights = Objects.requireNonNull(this.model.weights(field, who.get(i), who.get(j)));
					float[] row = values.weights(values.of(i), values.of(j));
					int at = FieldValues.at(values.of(i), values.of(j));

					assertThat(values.match(values.of(i), values.of(j))).isEqualTo((float) weights.match());
					assertThat(new float[] { row[at], row[at + 1], row[at + 2] })
						.containsExactly((float) weights.match(), (float) weights.household(), (float) weights.twins());
				}
			}
		}
	}

	@Test
	void saysNothingOfTwoThatCannotBeCompared() {
		FieldValues homes = values(Field.ADDRESS, People.called("", "").postcode("ZZ991AA").particulars(),
				People.called("", "").words("12", "MILL").particulars());

		assertThat(homes.match(0, 1)).isNaN();
		assertThat(homes.weights(0, 1)[FieldValues.at(0, 1) + 1]).isZero();
		assertThat(homes.weights(0, 1)[FieldValues.at(0, 1) + 2]).isZero();
	}

	private FieldValues values(Field field, Particulars... who) {
		return new FieldValues(this.model, field, List.of(who));
	}

}
