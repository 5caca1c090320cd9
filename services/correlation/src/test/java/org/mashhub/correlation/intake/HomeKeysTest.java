package org.mashhub.correlation.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.observation.Homes;
import org.mashhub.event.common.v1.Address;

import static org.assertj.core.api.Assertions.assertThat;

class HomeKeysTest {

	private final HomeKeys keys = new HomeKeys("a secret of this test");

	@Test
	void meetsOneHomeInTwoSpellings() {
		List<String> police = this.keys.of(address("zz99 4qs", null, "FLAT 2, 14 QUARRY ST", "Tarnley"));
		List<String> health = this.keys.of(address("ZZ994QS", "999900014002", "Flat 2", "14 Quarry Street", "Tarnley"));

		assertThat(health).hasSize(3).containsAll(police);
		assertThat(Homes.same(health, police)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "No. 4 Mill Row, 4 Mill Row", "number 4 Mill Row, 4 Mill Row", "04 Mill Row, 4 Mill Row",
			"'Flat 01, 4 Mill Row', 'Flat 1, 4 Mill Row'", "'Flat One, 4 Mill Row', 'Flat 1, 4 Mill Row'",
			"'Apartment twelve, No 4 Mill Row', 'Flat 12, 4 Mill Row'" })
	void meetsOneNumberInTwoSpellings(String one, String other) {
		assertThat(this.keys.of(address("ZZ99 4QS", null, one.split(", ", -1))))
			.isEqualTo(this.keys.of(address("ZZ99 4QS", null, other.split(", ", -1))))
			.hasSize(1);
	}

	@Test
	void takesTheNameOfAHouseForNoNumber() {
		assertThat(HomeKeys.text(address("ZZ99 4QS", null, "No Mans Cottage", "Mill Row")))
			.isEqualTo("|NO MANS COTTAGE||ZZ994QS");
		assertThat(HomeKeys.text(address("ZZ99 4QS", null, "10 Mill Row"))).isEqualTo("|10|MILL ROW|ZZ994QS");
	}

	@Test
	void keepsFlatsApart() {
		assertThat(this.keys.of(address("ZZ99 4QS", null, "Flat 2", "14 Quarry Street")))
			.doesNotContainAnyElementsOf(this.keys.of(address("ZZ99 4QS", null, "Flat 3", "14 Quarry Street")))
			.doesNotContainAnyElementsOf(this.keys.of(address("ZZ99 4QS", null, "14 Quarry Street")));
	}

	@ParameterizedTest
	@CsvSource({ "'Room 4, Seaview B&B, 1 Shore Road', 'Room 9, Seaview B&B, 1 Shore Road'",
			"'Flat 7, Larch House', 'Flat 9, Larch House'",
			"'Pitch 3, Hollow Lane Site', 'Pitch 7, Hollow Lane Site'" })
	void keepsRoomsApartThatHaveTheNumberOfTheHouse(String one, String other) {
		List<String> here = this.keys.of(address("ZZ99 4QS", "999900014002", one.split(", ", -1)));
		List<String> there = this.keys.of(address("ZZ99 4QS", "999900014002", other.split(", ", -1)));
		List<String> house = this.keys.of(address("ZZ99 4QS", "999900014002"));

		assertThat(Homes.same(here, there)).isFalse();
		assertThat(Homes.share(here, there)).isTrue();
		assertThat(Homes.same(here, house)).isTrue();
		assertThat(Homes.same(here, here)).isTrue();
		assertThat(Homes.same(this.keys.of(address("ZZ99 4QS", null, one.split(", ", -1))),
				this.keys.of(address("ZZ99 4QS", null, other.split(", ", -1)))))
			.isFalse();
	}

	@Test
	void meetsAPlotInOneLineAndInTwo() {
		assertThat(this.keys.of(address("ZZ99 4QS", null, "Plot 3 Hollow Lane Site")))
			.isEqualTo(this.keys.of(address("ZZ99 4QS", null, "Plot 3", "Hollow Lane Site", "Fenbrook")))
			.isNotEqualTo(this.keys.of(address("ZZ99 4QS", null, "Plot 3", "Fen Lane Site")));
	}

	@Test
	void meetsLinesThatACommaParts() {
		assertThat(this.keys.of(address("ZZ99 4QS", null, "Rose Cottage, Hollow Lane")))
			.isEqualTo(this.keys.of(address("ZZ99 4QS", null, "Rose Cottage", "Hollow Lane")));
		assertThat(this.keys.of(address("ZZ99 4QS", null, "Flat 3, Larch House", "Hill Street")))
			.isEqualTo(this.keys.of(address("ZZ99 4QS", null, "Flat 3", "Larch House", "Hill Street")));
	}

	@Test
	void takesAHospitalForNobodysHome() {
		assertThat(this.keys.of(address("ZZ99 4QS", "999900014002", "Neonatal Unit", "Fenbrook General Hospital")))
			.isEmpty();
		assertThat(this.keys.of(address("ZZ99 4QS", null, "Flat 3", "The Old Hospital"))).isNotEmpty();
		assertThat(this.keys.of(address("ZZ99 4QS", null, "12 Hospital Road"))).isNotEmpty();
	}

	@Test
	void keepsHouseNumbersApart() {
		assertThat(this.keys.of(address("ZZ99 4QS", null, "1 Quarry Street")))
			.doesNotContainAnyElementsOf(this.keys.of(address("ZZ99 4QS", null, "14 Quarry Street")));
	}

	@Test
	void givesNoKeyForHalfAnAddress() {
		assertThat(this.keys.of(address(null, null, "14 Quarry Street"))).isEmpty();
		assertThat(this.keys.of(address("ZZ99 4QS", null))).isEmpty();
		assertThat(this.keys.of(address("not a postcode", "1.00E+11", "14 Quarry Street"))).isEmpty();
	}

	@Test
	void cannotBeReadAndDependsOnTheSecret() {
		Address address = address("ZZ99 4QS", "999900014002", "14 Quarry Street");

		assertThat(this.keys.of(address)).noneMatch((key) -> key.contains("QUARRY") || key.contains("999900014002"));
		assertThat(new HomeKeys("another secret").of(address)).doesNotContainAnyElementsOf(this.keys.of(address));
	}

	private static Address address(@Nullable String postcode, @Nullable String uprn, String... lines) {
		return new Address(List.of(lines), postcode, uprn, null);
	}

}
