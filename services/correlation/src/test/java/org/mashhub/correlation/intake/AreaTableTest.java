package org.mashhub.correlation.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.Address;
import org.mashhub.hub.v1.AreaClock;
import org.mashhub.hub.v1.AreaEntry;

import static org.assertj.core.api.Assertions.assertThat;

class AreaTableTest {

	private final AreaTable areas = new AreaTable(List.of(area("east", AreaClock.WALL, "ZZ98", "E1", "BOTH"),
			area("west", AreaClock.WALL, "ZZ99", "W1", "BOTH"), area("scn-1", AreaClock.SCENARIO, "ZZ97", "E1")));

	@Test
	void followsTheOrganisation() {
		assertThat(route("E1", null, null)).containsExactly("east");
	}

	@Test
	void sendsAnEventAboutPeopleInTwoAreasToBoth() {
		assertThat(route("E1", null, "ZZ99 4QS")).containsExactly("east", "west");
	}

	@Test
	void followsTheAddressWhereTheOrganisationCoversTwoAreas() {
		assertThat(route("BOTH", null, "ZZ99 4QS")).containsExactly("west");
	}

	@Test
	void knowsNoAreaForAnUnknownOrganisationWithoutAnAddress() {
		assertThat(route("NOBODY", null, null)).isEmpty();
	}

	@Test
	void reachesAFictionalAreaByItsNameAlone() {
		assertThat(route("E1", "scn-1", "ZZ99 4QS")).containsExactly("scn-1");
		assertThat(route("E1", null, "ZZ97 1AA")).containsExactly("east");
	}

	@Test
	void doesNotLetAHintReachARealArea() {
		assertThat(route("E1", "west", null)).isEmpty();
	}

	private List<String> route(String organisation, @Nullable String hint, @Nullable String postcode) {
		Address address = (postcode != null) ? new Address(List.of("1 High Street"), postcode, null, null) : null;
		return this.areas.route(Events.header(organisation, hint), List.of(Events.person("A", "B", null, address)))
			.stream()
			.map(AreaEntry::getArea)
			.toList();
	}

	private static AreaEntry area(String code, AreaClock clock, String district, String... organisations) {
		return AreaEntry.newBuilder()
			.setArea(code)
			.setName(code)
			.setPartition(0)
			.setClock(clock)
			.setOrganisations(List.of(organisations))
			.setPostcodeDistricts(List.of(district))
			.build();
	}

}
