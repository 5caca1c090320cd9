package org.mashhub.correlation.area;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Identifier;
import org.mashhub.correlation.observation.MentionId;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.LinkAnswer.Verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the MASH is told while an officer has not answered whether an adult around a child
 * is somebody of whom the police hold something.
 */
class LinkToCheckTest {

	private static final Particulars AVA = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars BEN = Told
		.withNhsNumber(Told.person("BEN", "HALE", "2020-04-01", Sex.MALE, Told.HOME), "9990000034");

	/** As the health visitor heard of him. */
	private static final Particulars FATHER = Told.person("DARREN", "POOLE", null, Sex.MALE, null);

	/** As the police have him, at another address. */
	private static final Particulars SUSPECT = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, "A/elsewhere");

	private final Told.Draft visit = visit("V1", AVA, RelationStatus.RECORDED);

	private final Told.Draft incident = incident("L1", "2025-10-01", Role.SUSPECT, "VIOLENCE");

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@AfterEach
	void lookingAgainChangesNothing() {
		Long clock = this.state.values().get("clock");

		assertThat(LookedAtAgain.alerts(Told.settings(), this.state, Instant.ofEpochMilli((clock != null) ? clock : 0)))
			.isEmpty();
	}

	@Test
	void tellsTheMashAloneByWhenToAnswer() {
		apply(this.visit);

		assertThat(alerts(apply(this.incident))).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo("A29");
			assertThat(alert.content().audience()).isEqualTo("MASH_ONLY");
			assertThat(alert.content().records()).containsExactly(this.incident.id());
			assertThat(alert.content().connections()).extracting(AlertContent.Connection::relation)
				.containsExactly("possibly parent of Child A");
			assertThat(alert.content().text())
				.isEqualTo("AMBER: by 17:00, 2 October. Child A, 1 month. Police hold child-safety information, about "
						+ "events on 1 October 2025, about a man who may be the same person as a man, parent of Child A "
						+ "(the health visitor, since 12 September 2025; recorded). Not known: whether they are one "
						+ "person. Ask: one person or two? Answer under Links to check: same, different, or cannot tell. "
						+ "Do not mention police information to the family. Nobody outside the MASH is told before the "
						+ "question is answered. If it is the same person, an alert of A01 follows. This does not say "
						+ "that they are one person: a wrong link ties a stranger to a family.");
		});
	}

	@Test
	void asksThoughTheFatherBecomesKnownLater() {
		apply(this.incident);

		assertThat(alerts(apply(this.visit))).extracting(AlertMemory::rule).containsExactly("A29");
	}

	@Test
	void tellsTheLeadWhenItIsOnePersonAndNobodyWhenTheyAreTwo() {
		apply(this.visit);
		apply(this.incident);

		assertThat(alerts(answer(Verdict.SAME)))
			.extracting(AlertMemory::rule, AlertMemory::phase, AlertMemory::settled,
					(alert) -> alert.content().audience())
			.containsExactlyInAnyOrder(tuple("A29", Phase.LAPSED, true, "MASH_ONLY"),
					tuple("A01", Phase.OPEN, false, "LEAD_AND_MASH"));

		answer(Verdict.DIFFERENT);

		assertThat(open()).isEmpty();
	}

	@Test
	void stillAsksWhenAnOfficerCannotTell() {
		apply(this.visit);
		apply(this.incident);

		answer(Verdict.UNSURE);

		assertThat(open()).extracting(AlertMemory::rule).containsExactly("A29");
	}

	@Test
	void goesOnWithWhatElseTheManDoes() {
		apply(this.visit);
		AlertMemory first = alerts(apply(this.incident)).getFirst();

		AreaEngine.Result next = apply(incident("L2", "2025-10-05", Role.SUSPECT, "SEXUAL_OFFENCE"));

		assertThat(alerts(next)).last().satisfies((alert) -> {
			assertThat(alert.id()).isEqualTo(first.id());
			assertThat(alert.content().records()).hasSize(2);
			assertThat(alert.content().colour()).isEqualTo("RED");
		});
	}

	@Test
	void asksNoMoreOfWhatThePoliceHaveTakenBack() {
		apply(this.visit);
		apply(this.incident);

		this.engine.apply(this.incident.retracted(this.offset++, 2));

		assertThat(open()).isEmpty();
	}

	@Test
	void asksOnceForBrothersAndSisters() {
		apply(this.visit);
		apply(visit("V1", AVA, RelationStatus.RECORDED).version(2)
			.person("brother", Role.CHILD, BEN)
			.related("father", RelationKind.PARENT_OF, "brother", RelationStatus.RECORDED));

		apply(this.incident);

		assertThat(open()).singleElement().satisfies((alert) -> {
			assertThat(alert.children()).hasSize(2);
			assertThat(alert.content().statements()).singleElement()
				.asString()
				.contains("parent of Child B and Child A");
		});
	}

	@Test
	void isQuietAboutWhoeverWasHurtAndWhoeverMayNotBeAroundTheChild() {
		apply(visit("V1", AVA, RelationStatus.DISPUTED));
		apply(this.incident);
		assertThat(open()).isEmpty();

		apply(this.visit.version(2));
		assertThat(open()).hasSize(1);

		apply(incident("L1", "2025-10-01", Role.VICTIM, "VIOLENCE").version(2));
		assertThat(open()).isEmpty();
	}

	@Test
	void leavesToTheRuleOfAdultsWhoeverIsAroundTheChildAnyway() {
		apply(this.visit);
		apply(Told.record("housing", "T1", "2025-09-20")
			.person("man", Role.TENANT, known(Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, Told.HOME)))
			.fact(FactKind.TENANCY_CHANGED, "man"));

		apply(this.incident);

		assertThat(open()).extracting(AlertMemory::rule).containsOnly("A01");
	}

	@Test
	void saysOfEachAdultWhoThatMayBe() {
		apply(this.visit);
		apply(Told.record("housing", "T1", "2025-09-20")
			.person("tenant", Role.TENANT, Told.person("DARREN", "POOLE", null, Sex.MALE, Told.HOME))
			.fact(FactKind.TENANCY_CHANGED, "tenant"));

		AlertMemory alert = alerts(apply(this.incident)).getLast();

		assertThat(alert.content().statements()).hasSize(2).allMatch((said) -> !said.contains(") and "));
	}

	@Test
	void asksAboutAnotherWhomTheSameRecordNamesThoughAnOfficerHasEndedTheFirst() {
		apply(this.visit);
		Particulars other = Told.person("KEVIN", "POOLE", "1991-07-07", Sex.MALE, "A/yonder");
		AlertMemory first = alerts(apply(Told.record("police", "L1", "2025-10-01")
			.person("man", Role.SUSPECT, known(SUSPECT))
			.person("other", Role.SUSPECT, other)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "VIOLENCE")
			.fact(FactKind.RISK_INCIDENT, "other", "type", "VIOLENCE"))).getFirst();
		this.engine.apply(Told.ended(this.offset++, first.id(), "RIGHT_BUT_NOT_USEFUL"));
		assertThat(open()).isEmpty();

		apply(Told.record("health-visiting", "V3", "2025-10-03")
			.person("child", Role.CHILD, AVA)
			.person("partner", Role.PARTNER, Told.person("KEVIN", "POOLE", null, Sex.MALE, null))
			.related("partner", RelationKind.LIVES_WITH, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child"));

		assertThat(open()).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo("A29");
			assertThat(alert.content().connections()).extracting(AlertContent.Connection::relation)
				.contains("possibly stated to live with Child A");
		});
	}

	@Test
	void isSilentWhereTheQuestionRestsOnWhatThePoliceKeep() {
		apply(this.visit);

		apply(this.incident.forPoliceOnly());

		assertThat(open()).isEmpty();
	}

	@Test
	void asksAboutWhoeverIsNotSurelyAroundTheChildAnyway() {
		apply(this.visit);
		apply(incident("L1", "2025-10-01", Role.SUSPECT, "VIOLENCE").person("child", Role.CHILD, AVA));

		assertThat(open()).extracting(AlertMemory::rule).contains("A29");
	}

	private static Told.Draft visit(String number, Particulars child, RelationStatus status) {
		return Told.record("health-visiting", number, "2025-09-12")
			.person("child", Role.CHILD, child)
			.person("father", Role.FATHER, FATHER)
			.related("father", RelationKind.PARENT_OF, "child", status)
			.fact(FactKind.VISIT_MADE, "child");
	}

	private static Told.Draft incident(String number, String day, Role role, String type) {
		return Told.record("police", number, day)
			.person("man", role, known(SUSPECT))
			.fact(FactKind.RISK_INCIDENT, "man", "type", type);
	}

	/** The police know him by a number. */
	private static Particulars known(Particulars who) {
		return new Particulars(who.givenNames(), who.familyNames(), who.aliases(), who.birthDate(), who.birthYear(),
				who.grown(), who.sex(), List.of(new Identifier(Identifier.PNC_ID, "2012/0000001A", true)),
				who.homeKeys(), who.addressWords(), who.postcode(), who.phones(), who.emails(), who.gpPractice(),
				who.displayName(), who.companions());
	}

	private AreaEngine.Result answer(Verdict verdict) {
		MentionId father = this.visit.mention("father");
		return this.engine.apply(Told.answered(this.offset++, father, this.incident.mention("man"), verdict));
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		Entry.Event event = draft.logged(this.offset++);
		return this.engine.apply(event);
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

	private static List<AlertMemory> alerts(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map(Output.AlertChanged.class::cast)
			.map(Output.AlertChanged::alert)
			.toList();
	}

}
