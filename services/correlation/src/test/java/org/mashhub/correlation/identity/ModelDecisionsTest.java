package org.mashhub.correlation.identity;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Sex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** What the model that comes with the hub says of itself and of its decisions. */
class ModelDecisionsTest {

	private static final String START = "before any comparison";

	private final FellegiSunterModel model = new FellegiSunterModel(ModelFile.builtIn(),
			new FellegiSunterModel.Thresholds(-1, 1, 8), 900_000);

	@Test
	void namesItsVersionAndThresholds() {
		assertThat(this.model.version()).isEqualTo(ModelFile.builtIn().version());
		assertThat(this.model.edgeAt()).isEqualTo(-1);
		assertThat(this.model.reviewAt()).isEqualTo(1);
		assertThat(this.model.sameAt()).isEqualTo(8);
	}

	@Test
	void refusesThresholdsThatDoNotRise() {
		assertThatIllegalArgumentException().isThrownBy(() -> new FellegiSunterModel.Thresholds(2, 1, 8));
		assertThatIllegalArgumentException().isThrownBy(() -> new FellegiSunterModel.Thresholds(-1, 9, 8));
		assertThat(new FellegiSunterModel.Thresholds(1, 1, 1).sameAt()).isEqualTo(1);
	}

	@Test
	void tellsTheStrongestFirstAndWhereItBeganLast() {
		List<Comparison> comparisons = this.model
			.explain(People.called("DANIEL", "HARTE").born("1990-05-04").of(Sex.MALE).at("home").mention(),
					People.called("DANNY", "HART").born("1990-05-14").of(Sex.FEMALE).at("home").mention())
			.comparisons();

		assertThat(comparisons).last().extracting(Comparison::field).isEqualTo(START);
		assertThat(comparisons.subList(0, comparisons.size() - 1)).hasSize(5)
			.isSortedAccordingTo((one, other) -> Double.compare(Math.abs(other.bits()), Math.abs(one.bits())));
	}

	@Test
	void explainsStrangersAgainstStrangers() {
		Mention one = People.called("MARIE", "OKORO").born("1990-05-04").mention();
		Mention other = People.called("JOHN", "LOWE").born("1960-03-02").mention();
		Score score = this.model.explain(one, other);
		FieldWeights birth = Objects
			.requireNonNull(this.model.weights(Field.BIRTH, one.particulars(), other.particulars()));

		assertThat(start(score).level()).isEqualTo("two records seldom speak of one person");
		assertThat(bits(score, Field.BIRTH)).isEqualTo(birth.match(), within(1e-9)).isLessThan(-2);
		assertThat(score.cannotLink()).isFalse();
	}

	@Test
	void explainsTwoOfOneHouseholdAgainstAHousehold() {
		Mention one = People.called("ADA", "OKAFOR").at("home").phone("+447700900001").mention();
		Mention other = People.called("IFE", "OKAFOR").at("home").phone("+447700900001").mention();
		Score score = this.model.explain(one, other);
		FieldWeights given = Objects
			.requireNonNull(this.model.weights(Field.GIVEN_NAME, one.particulars(), other.particulars()));

		assertThat(start(score).level()).isEqualTo("two people of one household are likelier");
		assertThat(bits(score, Field.ADDRESS)).isBetween(0.0, 1.0);
		assertThat(bits(score, Field.FAMILY_NAME)).isBetween(0.0, 1.0);
		assertThat(bits(score, Field.GIVEN_NAME)).isEqualTo(given.match() - given.household(), within(1e-9));
	}

	@Test
	void explainsTwinsAgainstTwins() {
		Score young = this.model.explain(People.called("EVA", "LOWE").born("2024-05-04").at("home").mention(),
				People.called("TESS", "LOWE").born("2024-05-04").at("home").mention());
		Score grown = this.model.explain(People.called("EVA", "LOWE").born("1990-05-04").at("home").mention(),
				People.called("TESS", "LOWE").born("1990-05-04").at("home").mention());

		assertThat(start(young).level()).isEqualTo("twins are likelier");
		assertThat(bits(young, Field.BIRTH)).isBetween(-0.1, 0.2);
		assertThat(bits(young, Field.ADDRESS)).isBetween(-0.1, 0.2);
		assertThat(start(grown).level()).isEqualTo("twins are likelier");
		assertThat(bits(grown, Field.ADDRESS)).isGreaterThan(3);
	}

	@Test
	void putsNamesOfThreePartsInAnotherOrderToOfficersWhereTheDateAgrees() {
		Mention pham = People.called("THI LAN", "PHAM").born("1990-05-04").at("one").mention();

		for (People asked : List.of(People.called("PHAM THI", "LAN"), People.called("LAN PHAM", "THI"),
				People.called("PHAM", "THILAN").orFamily("THI").orFamily("LAN"), People.called("PHAM", "THILAN"))) {
			Mention other = asked.born("1990-05-04").at("two").mention();
			assertThat(this.model.bits(pham, other)).isBetween(1.0, 7.9).isEqualTo(this.model.bits(other, pham));
			assertThat(this.model.bitsIfAnEdge(pham, other)).isEqualTo(this.model.bits(pham, other));
			assertThat(this.model.blockingKeys(pham)).containsAnyElementsOf(this.model.blockingKeys(other));
		}
	}

	@Test
	void doesNotAskForTheOrderOfNamesAlone() {
		Mention pham = People.called("THI LAN", "PHAM").born("1990-05-04").at("one").mention();

		assertThat(this.model.bits(pham, People.called("PHAM THI", "LAN").born("1968-11-17").at("two").mention()))
			.as("a father or a stranger")
			.isLessThan(1);
		assertThat(this.model.bits(pham, People.called("PHAM THI", "HOA").born("1990-05-04").at("two").mention()))
			.as("another part")
			.isLessThan(1);
		assertThat(this.model.bits(People.called("THI LAN", "PHAM").born("1990-01-01").at("one").mention(),
				People.called("PHAM THI", "LAN").born("1990-01-01").at("two").mention()))
			.as("1 January")
			.isLessThan(1);
		assertThat(this.model.bits(People.called("THI", "").born("1990-05-04").at("one").mention(),
				People.called("", "PHAM").born("1990-05-04").at("two").mention()))
			.as("half a name")
			.isLessThan(1);
	}

	private static Comparison start(Score score) {
		return score.comparisons().getLast();
	}

	private static double bits(Score score, Field field) {
		return score.comparisons()
			.stream()
			.filter((comparison) -> comparison.field().equals(field.words()))
			.findFirst()
			.orElseThrow()
			.bits();
	}

}
