package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.HeapState;

import static org.assertj.core.api.Assertions.assertThat;

/** Families in a bed and breakfast, whose rooms have the UPRN of the house. */
class RoomsTest {

	private static final String ROOM_4 = "R/4 U/house A/room-4";

	private static final String ROOM_9 = "R/9 U/house A/room-9";

	private static final String HOUSE = "U/house A/house";

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@Test
	void aGuestOfAnotherRoomIsNobodyAroundTheChild() {
		apply(visit(ROOM_4));
		apply(incident("L1", ROOM_9));

		assertThat(open()).isEmpty();
	}

	@Test
	void aGuestOfTheSameRoomIs() {
		apply(visit(ROOM_4));
		apply(incident("L1", ROOM_4));

		assertThat(open()).hasSize(1);
	}

	@Test
	void soIsWhoeverMayBeInAnyRoom() {
		apply(visit(ROOM_4));
		apply(incident("L1", HOUSE));

		assertThat(open()).hasSize(1);
	}

	@Test
	void whatHappensInAnotherRoomIsNotOfTheChildsHome() {
		apply(visit(ROOM_4));
		apply(Told.record("police", "L1", "2025-10-01")
			.person("place", Role.OCCUPANT, Told.place(ROOM_9))
			.fact(FactKind.RISK_INCIDENT, "place", "type", "DRUGS"));

		assertThat(open()).isEmpty();
	}

	@Test
	void aHouseOfManyRoomsIsNoCrowdToTheGuestsOfOne() {
		apply(visit(ROOM_4));
		for (int room = 10; room < 40; room++) {
			apply(Told.record("housing", "T" + room, "2025-09-02")
				.person("guest", Role.TENANT, Told.person("GUEST", "OF" + (char) ('A' + room - 10) + "X",
						"19%02d-03-05".formatted(room + 30), Sex.MALE, "R/%1$d U/house A/room-%1$d".formatted(room))));
		}
		apply(incident("L1", ROOM_4));

		assertThat(open()).hasSize(1);
	}

	private static Told.Draft visit(String home) {
		Particulars child = Told.withNhsNumber(Told.person("BEN", "FROST", "2022-01-02", Sex.MALE, home), "9990000018");
		return Told.record("health-visiting", "V1", "2025-09-01")
			.person("child", Role.CHILD, child)
			.person("mother", Role.MOTHER, Told.person("KAY", "FROST", "1995-02-02", Sex.FEMALE, home))
			.fact(FactKind.CONCERN_RECORDED, "child", "by", "health-visiting");
	}

	private static Told.Draft incident(String number, String home) {
		return Told.record("police", number, "2025-10-01")
			.person("man", Role.SUSPECT, Told.person("DEL", "ROSS", "1980-02-14", Sex.MALE, home))
			.fact(FactKind.RISK_INCIDENT, "man", "type", "VIOLENCE");
	}

	private void apply(Told.Draft draft) {
		this.engine.apply(draft.logged(this.offset++));
	}

	private List<AlertMemory> open() {
		List<AlertMemory> open = new ArrayList<>();
		this.state.alerts().forEach((id, alert) -> {
			if (alert.phase() == AlertMemory.Phase.OPEN) {
				open.add(alert);
			}
		});
		return open;
	}

}
