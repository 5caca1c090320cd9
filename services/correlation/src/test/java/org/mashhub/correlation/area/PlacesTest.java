package org.mashhub.correlation.area;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.PersonId;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;

import static org.assertj.core.api.Assertions.assertThat;

/** What happened in a child's home, of which the record names nobody who lives there. */
class PlacesTest {

	private static final Particulars AVA = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars MOTHER = Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, Told.HOME);

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@Test
	void isToldOfAsOfOnePlaceHoweverOftenSomethingHappensThere() {
		apply(visit("V1", "2025-09-12"));
		List<Output.AlertChanged> first = apply(atHome("L1", "2025-10-01", "DRUGS"));
		List<Output.AlertChanged> second = apply(atHome("L2", "2025-10-05", "VIOLENCE"));

		assertThat(first).singleElement().satisfies((change) -> {
			assertThat(change.alert().content().statements()).containsExactly(
					"Police hold child-safety information about whoever was at Child A's address (police, since 1 October 2025; "
							+ "recorded), about events on 1 October 2025.");
			assertThat(change.alert().content().notKnown()).contains("who was there when it happened")
				.noneMatch((line) -> line.contains("adult cares"));
			assertThat(change.alert().content().connections()).singleElement().satisfies((connection) -> {
				assertThat(connection.label()).isEqualTo("Whoever was there");
				assertThat(connection.relation()).isEqualTo("at Child A's address");
			});
		});
		assertThat(second).last()
			.satisfies((change) -> assertThat(change.alert().content().statements()).singleElement()
				.asString()
				.endsWith("about events on 1 October 2025 and 5 October 2025."));
	}

	@Test
	void whatHappenedBeforeTheFamilyCameIsNotTheirs() {
		apply(atHome("L1", "2025-06-01", "DRUGS"));
		apply(visit("V1", "2025-09-12"));

		assertThat(open()).isEmpty();

		apply(atHome("L2", "2025-10-01", "DRUGS"));

		assertThat(open()).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("1 October 2025").doesNotContain("June"));
	}

	@Test
	void whatHappenedWhereTheMotherLivedBeforeTheBirthIs() {
		apply(Told.record("housing", "T1", "2025-03-01").person("tenant", Role.TENANT, MOTHER));
		apply(atHome("L1", "2025-06-01", "DOMESTIC_ABUSE"));
		apply(visit("V1", "2025-09-12"));

		assertThat(open()).hasSize(1);
	}

	@Test
	void saysOnceWhatIsHeldOfSomebodyWhomTheRecordNames() {
		apply(visit("V1", "2025-09-12"));
		apply(atHome("L1", "2025-10-01", "VIOLENCE")
			.person("victim", Role.VICTIM, Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, null))
			.person("man", Role.SUSPECT, Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, "A/elsewhere"))
			.fact(FactKind.RISK_INCIDENT, "victim", "type", "VIOLENCE"));
		apply(atHome("L2", "2025-10-02", "DOMESTIC_ABUSE")
			.person("victim", Role.VICTIM, Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, null))
			.fact(FactKind.RISK_INCIDENT, "victim", "type", "DOMESTIC_ABUSE"));

		assertThat(open()).singleElement()
			.satisfies((alert) -> assertThat(alert.content().statements()).singleElement()
				.asString()
				.contains("a woman, parent of Child A")
				.contains("2 October 2025"));
	}

	@ParameterizedTest
	@EnumSource(value = Role.class, names = { "REPORTER", "WITNESS", "CHILD" })
	void isToldOfWhoeverElseTheRecordNamesBesides(Role role) {
		apply(visit("V1", "2025-09-12"));
		Particulars named = (role == Role.CHILD) ? AVA : MOTHER;

		apply(atHome("L1", "2025-10-01", "DRUGS").person("named", role, named)
			.fact(FactKind.RISK_INCIDENT, "named", "type", "DRUGS"));

		assertThat(open()).singleElement()
			.satisfies((alert) -> assertThat(alert.content().statements())
				.anySatisfy((statement) -> assertThat(statement).contains("whoever was at Child A's address")));
	}

	@Test
	void isOneHoweverOftenSomethingHappensThere() {
		apply(visit("V1", "2025-09-12"));
		for (int log = 0; log < 350; log++) {
			apply(atHome("L" + log, "2025-10-01", "OTHER"));
		}

		List<Output.AlertChanged> told = apply(atHome("D1", "2025-10-02", "DRUGS"));

		assertThat(told).singleElement()
			.satisfies((change) -> assertThat(change.alert().content().statements()).hasSize(1));
		List<PersonId> people = new ArrayList<>();
		this.state.persons().forEach((person, mentions) -> people.add(person));
		assertThat(people).hasSize(3);
	}

	@Test
	void isNobodyMoreInAHomeOfMany() {
		apply(visit("V1", "2025-09-12"));
		apply(atHome("L1", "2025-10-01", "OTHER"));
		for (int lodger = 0; lodger < 10; lodger++) {
			apply(Told.record("housing", "H" + lodger, "2025-10-02")
				.person("lodger", Role.OCCUPANT, Told.person("LODGER" + (char) ('A' + lodger),
						"B" + (char) ('A' + lodger), "1980-01-0" + (lodger % 9 + 1), Sex.MALE, Told.HOME)));
		}

		assertThat(apply(Told.record("police", "L2", "2025-10-03")
			.person("man", Role.SUSPECT, Told.person("LODGERA", "BA", "1980-01-01", Sex.MALE, Told.HOME))
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS"))).hasSize(1);
	}

	@Test
	void isOpenWhenTheCaseIsToClose() {
		apply(visit("V1", "2025-09-12"));
		apply(Told.record("social-care", "S1", "2025-09-20")
			.person("child", Role.CHILD, AVA)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-09-20", "ended", "false"));
		apply(atHome("L1", "2025-10-01", "DRUGS"));

		apply(Told.record("social-care", "S2", "2025-10-10")
			.person("child", Role.CHILD, AVA)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "on", "2025-10-10"));

		assertThat(open()).filteredOn((alert) -> alert.rule().equals("A08"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().text())
				.contains("police recorded information about Child A's home on 1 October 2025"));
	}

	@Test
	void goesWithItsRecord() {
		apply(visit("V1", "2025-09-12"));
		Told.Draft log = atHome("L1", "2025-10-01", "DRUGS");
		apply(log);

		this.engine.apply(log.retracted(this.offset++, 2));

		assertThat(open()).isEmpty();
	}

	private static Told.Draft visit(String number, String day) {
		return Told.record("health-visiting", number, day)
			.person("child", Role.CHILD, AVA)
			.person("mother", Role.MOTHER, MOTHER)
			.related("mother", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child");
	}

	private static Told.Draft atHome(String number, String day, String type) {
		return Told.record("police", number, day)
			.person("@place", Role.OCCUPANT, Told.place(Told.HOME))
			.fact(FactKind.RISK_INCIDENT, "@place", "type", type);
	}

	private List<Output.AlertChanged> apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(this.offset++))
			.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map(Output.AlertChanged.class::cast)
			.toList();
	}

	private List<AlertMemory> open() {
		List<AlertMemory> open = new ArrayList<>();
		this.state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN) {
				open.add(alert);
			}
		});
		return open;
	}

}
