package org.mashhub.correlation.area;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is told of an adult after an officer has called him the wrong one. */
class DenialsTest {

	private static final Particulars AVA = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2022-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars BEN = Told
		.withNhsNumber(Told.person("BEN", "HALE", "2025-10-03", Sex.MALE, Told.HOME), "9990000026");

	private static final Particulars OLDER = Told
		.withNhsNumber(Told.person("BEN", "HALE", "2020-04-01", Sex.MALE, Told.HOME), "9990000034");

	private static final Particulars MOTHER = Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, Told.HOME);

	private static final Particulars MAN = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, Told.HOME);

	private static final Particulars FATHER = Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, Told.HOME);

	private static final String SAID = "an officer ended the alert of 1 October 2025";

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@BeforeEach
	void knowsAChildAndItsMother() {
		apply(family("B1", "2025-09-12", AVA));
	}

	@AfterEach
	void lookingAgainChangesNothing() {
		Long clock = this.state.values().get("clock");

		assertThat(LookedAtAgain.alerts(Told.settings(), this.state, Instant.ofEpochMilli((clock != null) ? clock : 0)))
			.isEmpty();
	}

	@Test
	void tellsTheMashAloneOfTheSameManWhenABrotherIsBorn() {
		deny("L1");

		assertThat(alerts(apply(family("B2", "2025-10-06", BEN)))).singleElement().satisfies((alert) -> {
			assertThat(alert.children()).extracting((child) -> child.label()).containsExactly("Child B, under a week");
			assertThat(alert.content().audience()).isEqualTo("MASH_ONLY");
			assertThat(alert.content().notKnown()).contains("whether this is the right person: " + SAID
					+ " about the same man and Child A as one about the wrong person");
		});
	}

	@Test
	void tellsTheLeadOfABrotherOnceTheMashHasAnsweredWhatItWasToldOfHim() {
		deny("L1");
		UUID ofBrother = alerts(apply(family("B2", "2025-10-06", BEN))).getFirst().id();
		end(ofBrother, "PASSED_TO_WORKER");

		assertThat(alerts(apply(incident("L2", "2025-10-08", MAN))))
			.extracting((alert) -> alert.content().childLabel(), (alert) -> alert.content().audience())
			.containsExactlyInAnyOrder(tuple("Child A, 3 years", "MASH_ONLY"),
					tuple("Child B, under a week", "LEAD_AND_MASH"));
	}

	@Test
	void tellsTheLeadOfAnotherAdultAndTheMashAloneOfWhomAnOfficerCalledTheWrongOne() {
		deny("L1");
		apply(incident("L2", "2025-10-04", MAN));

		AreaEngine.Result both = apply(incident("L3", "2025-10-05", MAN).person("mother", Role.SUSPECT, MOTHER)
			.fact(FactKind.RISK_INCIDENT, "mother", "type", "DRUGS"));

		assertThat(open("A01")).hasSize(2);
		assertThat(alerts(both)).filteredOn((alert) -> alert.content().audience().equals("LEAD_AND_MASH"))
			.singleElement()
			.satisfies((alert) -> {
				assertThat(alert.content().text()).contains("about a woman").doesNotContain(" man", "wrong");
				assertThat(alert.content().records()).hasSize(1);
				assertThat(alert.content().colour()).isEqualTo("AMBER");
			});
		assertThat(alerts(both)).filteredOn((alert) -> alert.content().audience().equals("MASH_ONLY"))
			.last()
			.satisfies((alert) -> {
				assertThat(alert.content().text()).contains("about a man", SAID).doesNotContain("a woman");
				assertThat(alert.content().records()).hasSize(3);
			});
	}

	@Test
	void goesOnAskingTheMashThoughAnOfficerHasActedOnWhatTheLeadWasToldOfAnother() {
		deny("L1");
		apply(incident("L2", "2025-10-05", MAN).person("mother", Role.SUSPECT, MOTHER)
			.fact(FactKind.RISK_INCIDENT, "mother", "type", "DRUGS"));
		AlertMemory ofMother = open("A01").stream()
			.filter((alert) -> alert.content().audience().equals("LEAD_AND_MASH"))
			.findFirst()
			.orElseThrow();

		end(ofMother.id(), "PASSED_TO_WORKER");

		assertThat(open("A01")).singleElement()
			.satisfies((alert) -> assertThat(alert.content().audience()).isEqualTo("MASH_ONLY"))
			.satisfies((alert) -> assertThat(alert.content().text()).contains(SAID));
	}

	@Test
	void tellsTheLeadOfABrotherWhoWasToldOfHimThatItNoLongerStands() {
		apply(family("B2", "2025-09-20", OLDER));
		apply(lead("S1", AVA, "Priya Nair"));
		apply(lead("S2", OLDER, "Tom Okafor"));
		AreaEngine.Result raised = apply(incident("L1", "2025-10-01", MAN));
		AlertMemory ofAva = ofAva(raised);

		AreaEngine.Result denied = end(ofAva.id(), "WRONG_PERSON");

		assertThat(alerts(raised)).hasSize(2);
		assertThat(alerts(denied)).filteredOn((alert) -> !alert.id().equals(ofAva.id()))
			.extracting(AlertMemory::phase, AlertMemory::settled, AlertMemory::closedBecause,
					(alert) -> alert.content().audience())
			.containsExactly(tuple(Phase.LAPSED, false,
					"an officer has said that the information was about another person, or another home",
					"LEAD_AND_MASH"), tuple(Phase.OPEN, false, null, "MASH_ONLY"));
	}

	@Test
	void tellsTheLeadOfABrotherWhoWasToldOfTwoOfTheOtherAlone() {
		Particulars elsewhere = Told.withNhsNumber(Told.person("BEN", "HALE", "2020-04-01", Sex.MALE, "B/elsewhere"),
				"9990000034");
		apply(family("B2", "2025-09-20", elsewhere)
			.person("father", Role.FATHER, Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, "B/elsewhere"))
			.related("father", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED));
		apply(lead("S1", AVA, "Priya Nair"));
		apply(lead("S2", elsewhere, "Tom Okafor"));
		AlertMemory ofAva = ofAva(apply(incident("L1", "2025-10-01", MAN)));
		apply(incident("L2", "2025-10-02", Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, "B/elsewhere")));
		assertThat(open("A01")).extracting((alert) -> alert.content().statements().size())
			.containsExactlyInAnyOrder(1, 2);

		AreaEngine.Result denied = end(ofAva.id(), "WRONG_PERSON");

		assertThat(alerts(denied)).filteredOn((alert) -> !alert.id().equals(ofAva.id()))
			.extracting(AlertMemory::phase, (alert) -> alert.content().audience(),
					(alert) -> alert.content().statements().size())
			.containsExactly(tuple(Phase.LAPSED, "LEAD_AND_MASH", 2), tuple(Phase.OPEN, "LEAD_AND_MASH", 1),
					tuple(Phase.OPEN, "MASH_ONLY", 1));
	}

	@Test
	void asksTheMashAloneAtClosureOfWhomAnOfficerCalledTheWrongOne() {
		apply(status("S1", "2025-09-15"));
		deny("L1");
		apply(Told.record("probation", "R1", "2025-10-04")
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", "RELEASE_PLANNED", "plannedRelease", "2025-11-20"));

		assertThat(alerts(apply(proposal("P1", "2025-10-06")))).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo("A08");
			assertThat(alert.content().audience()).isEqualTo("MASH_ONLY");
			assertThat(alert.content().openItems()).extracting(AlertContent.OpenItem::item).containsExactly("release");
			assertThat(alert.content().text()).contains("Closure was proposed on 6 October 2025.", SAID);
		});
	}

	@Test
	void asksTheLeadAtClosureOfAllElse() {
		apply(status("S1", "2025-09-15"));
		deny("L1");
		apply(incident("L2", "2025-10-04", MAN).person("father", Role.SUSPECT, FATHER)
			.fact(FactKind.RISK_INCIDENT, "father", "type", "DRUGS"));
		AlertMemory ofFather = open("A01").stream()
			.filter((alert) -> alert.content().audience().equals("LEAD_AND_MASH"))
			.findFirst()
			.orElseThrow();
		end(ofFather.id(), "ALREADY_ACTED_ON");

		apply(proposal("P1", "2025-10-06"));
		List<AlertMemory> raised = open("A08");

		assertThat(raised).filteredOn((alert) -> alert.content().audience().equals("LEAD_AND_MASH"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().openItems())
				.extracting(AlertContent.OpenItem::item, AlertContent.OpenItem::description)
				.containsExactly(
						tuple("alert-A01",
								"red alert of 4 October 2025 not ended: household-adult risk "
										+ "(for the MASH alone: ask the MASH)"),
						tuple("risk-event", "police recorded information about a connected adult on 4 October 2025")));
		assertThat(raised).filteredOn((alert) -> alert.content().audience().equals("MASH_ONLY"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().openItems()).extracting(AlertContent.OpenItem::description)
				.containsExactly("police recorded information about a connected adult on 4 October 2025"));
	}

	@Test
	void asksNothingAtClosureOfWhatAnOfficerHasCalledWrong() {
		apply(status("S1", "2025-09-15"));
		deny("L1");

		assertThat(alerts(apply(proposal("P1", "2025-10-06")))).isEmpty();
	}

	@Test
	void asksTheLeadAtClosureOfWhatOthersRecordedOfAParentThoughTheAlertOfHerWasWrong() {
		apply(status("S1", "2025-09-15"));
		UUID alert = alerts(apply(incident("L1", "2025-10-01", MOTHER))).getFirst().id();
		end(alert, "WRONG_PERSON");
		apply(Told.record("hospital", "H1", "2025-10-04")
			.person("mother", Role.PATIENT, MOTHER)
			.fact(FactKind.PREGNANCY_CHANGED, "mother", "change", "BOOKED", "pregnancy", "1"));

		assertThat(alerts(apply(proposal("P1", "2025-10-06")))).singleElement().satisfies((asked) -> {
			assertThat(asked.content().audience()).isEqualTo("LEAD_AND_MASH");
			assertThat(asked.content().openItems()).extracting(AlertContent.OpenItem::item)
				.containsExactly("pregnancy");
		});
	}

	@Test
	void asksTheMashAloneOfAMoveSoonAfterPoliceRecordedSomethingOfHim() {
		apply(status("S1", "2025-09-15"));
		deny("L1");
		apply(incident("L2", "2025-10-10", MAN));

		List<AlertMemory> raised = alerts(apply(Told.record("housing", "M1", "2025-10-20")
			.person("child", Role.CHILD, AVA)
			.fact(FactKind.MOVED, "child", "on", "2025-10-20", "initiatedBy", "TENANT"))).stream()
			.filter((alert) -> alert.rule().equals("A11"))
			.toList();

		assertThat(raised)
			.extracting((alert) -> alert.content().audience(), (alert) -> alert.content().colour(),
					(alert) -> alert.content().text().contains("Police had recorded"),
					(alert) -> alert.content().text().contains(SAID))
			.containsExactlyInAnyOrder(tuple("NETWORK", "GREEN", false, false),
					tuple("MASH_ONLY", "AMBER", true, true));
	}

	@Test
	void doesNotTakeWhoOnlyMovedForTheOneWhomTheMashWasAskedAbout() {
		apply(status("S1", "2025-09-19"));
		end(alerts(apply(incident("L0", "2025-09-20", MOTHER))).getFirst().id(), "WRONG_PERSON");
		deny("L1");
		apply(incident("L2", "2025-10-04", MAN));
		AlertMemory move = alerts(apply(Told.record("housing", "M1", "2025-10-26")
			.person("mother", Role.TENANT, MOTHER)
			.fact(FactKind.MOVED, "mother", "on", "2025-10-25", "initiatedBy", "TENANT"))).stream()
			.filter((alert) -> alert.rule().equals("A11") && alert.content().audience().equals("MASH_ONLY"))
			.findFirst()
			.orElseThrow();
		assertThat(move.content().about()).extracting(AlertContent.Adult::asked).containsExactlyInAnyOrder(true, false);

		end(move.id(), "PASSED_TO_WORKER");

		assertThat(alerts(apply(incident("L4", "2025-11-05", MOTHER))))
			.filteredOn((alert) -> alert.content().text().contains("about a woman"))
			.extracting((alert) -> alert.content().audience())
			.containsOnly("MASH_ONLY");
	}

	@Test
	void goesOnDenyingHimThoughTheRecordNoLongerCounts() {
		UUID first = alerts(apply(assessed("A1", "2025-10-01"))).getFirst().id();
		end(first, "WRONG_PERSON");

		assertThat(alerts(apply(assessed("A2", "2025-10-08")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().audience()).isEqualTo("MASH_ONLY"));
	}

	@Test
	void goesOnDenyingHimThoughTheRecordIsWithdrawn() {
		Told.Draft denied = incident("L1", "2025-10-01", MAN);
		end(alerts(apply(denied)).getFirst().id(), "WRONG_PERSON");
		apply(incident("L2", "2025-10-04", MAN));

		this.engine.apply(denied.retracted(this.offset++, 2));
		apply(incident("L3", "2025-10-05", MAN));

		assertThat(open("A01")).singleElement()
			.satisfies((alert) -> assertThat(alert.content().audience()).isEqualTo("MASH_ONLY"))
			.satisfies((alert) -> assertThat(alert.content().records()).hasSize(2));
	}

	@Test
	void goesOnDenyingHimWhomOthersNamedWhenTheOnlyRecordIsWithdrawn() {
		apply(Told.record("housing", "T1", "2025-09-20")
			.person("man", Role.TENANT, MAN)
			.fact(FactKind.TENANCY_CHANGED, "man"));
		Told.Draft denied = incident("L1", "2025-10-01", MAN);
		end(alerts(apply(denied)).getFirst().id(), "WRONG_PERSON");
		this.engine.apply(denied.retracted(this.offset++, 2));

		assertThat(alerts(apply(incident("L2", "2025-10-04", MAN)))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().audience()).isEqualTo("MASH_ONLY"));
	}

	@Test
	void deniesNobodyElseWhomTheSameRecordNames() {
		Particulars farr = Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, "B/elsewhere");
		UUID fight = alerts(apply(incident("L1", "2025-10-01", MAN).person("other", Role.SUSPECT, farr)
			.fact(FactKind.RISK_INCIDENT, "other", "type", "DRUGS"))).getFirst().id();
		end(fight, "WRONG_PERSON");
		AreaEngine.Result known = apply(Told.record("health-visiting", "V1", "2025-10-02")
			.person("child", Role.CHILD, AVA)
			.person("father", Role.FATHER, farr)
			.related("father", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child"));

		// Nor did the end of the alert about the man cover what the same record says of
		// the father.
		assertThat(alerts(known)).singleElement()
			.satisfies((alert) -> assertThat(alert.content().audience()).isEqualTo("LEAD_AND_MASH"));
		assertThat(alerts(apply(incident("L2", "2025-10-04", farr)))).isNotEmpty()
			.allSatisfy((alert) -> assertThat(alert.content().audience()).isEqualTo("LEAD_AND_MASH"));
	}

	@Test
	void closesWhatTheMashAloneWasToldWhenItIsWithdrawnThoughTheLeadIsToldOfAnother() {
		Told.Draft denied = incident("L1", "2025-10-01", MAN);
		end(alerts(apply(denied)).getFirst().id(), "WRONG_PERSON");
		Told.Draft since = incident("L2", "2025-10-04", MAN);
		UUID held = alerts(apply(since)).getFirst().id();
		apply(incident("L3", "2025-10-05", FATHER));
		UUID told = open("A01", "LEAD_AND_MASH");
		this.engine.apply(denied.retracted(this.offset++, 2));

		AreaEngine.Result withdrawn = this.engine.apply(since.retracted(this.offset++, 2));

		assertThat(alerts(withdrawn))
			.extracting(AlertMemory::id, AlertMemory::phase, AlertMemory::settled, AlertMemory::closedBecause)
			.containsExactly(tuple(held, Phase.LAPSED, false, "it rested on a record that the agency has withdrawn"));
		assertThat(open("A01")).extracting(AlertMemory::id).containsExactly(told);
	}

	@Test
	void saysNothingAgainOfAnotherWhomAnOfficerHasAnsweredWhenTheMashsIsWithdrawn() {
		Told.Draft denied = incident("L1", "2025-10-01", MAN);
		end(alerts(apply(denied)).getFirst().id(), "WRONG_PERSON");
		Told.Draft since = incident("L2", "2025-10-04", MAN);
		apply(since);
		apply(incident("L3", "2025-10-05", FATHER));
		end(open("A01", "LEAD_AND_MASH"), "ALREADY_ACTED_ON");
		this.engine.apply(denied.retracted(this.offset++, 2));

		this.engine.apply(since.retracted(this.offset++, 2));

		assertThat(open("A01")).isEmpty();
	}

	@Test
	void givesTheMashsAlertAnIdOfItsOwn() {
		apply(family("B2", "2025-09-20", OLDER));
		apply(lead("S1", AVA, "Priya Nair"));
		apply(lead("S2", OLDER, "Tom Okafor"));
		AlertMemory ofAva = ofAva(apply(incident("L1", "2025-10-01", MAN)));

		List<AlertMemory> others = alerts(end(ofAva.id(), "WRONG_PERSON")).stream()
			.filter((alert) -> !alert.id().equals(ofAva.id()))
			.toList();

		assertThat(others).hasSize(2).extracting(AlertMemory::id).doesNotHaveDuplicates();
	}

	@Test
	void asksTheLeadAtClosureThoughTheMashHasAnsweredWhatItWasAskedAlone() {
		apply(status("S1", "2025-09-15"));
		deny("L1");
		apply(release("R1", MAN));
		UUID asked = alerts(apply(proposal("P1", "2025-10-06"))).getFirst().id();
		end(asked, "WRONG_PERSON");

		assertThat(alerts(apply(incident("L4", "2025-05-01", FATHER))))
			.filteredOn((alert) -> alert.rule().equals("A08") && alert.content().audience().equals("LEAD_AND_MASH"))
			.hasSize(1);
	}

	@Test
	void tellsTheLeadOnceTheMashHasAnsweredWhatItWasAskedAtClosure() {
		apply(status("S1", "2025-09-15"));
		deny("L1");
		apply(release("R1", MAN));
		UUID asked = alerts(apply(proposal("P1", "2025-10-06"))).getFirst().id();
		end(asked, "ALREADY_ACTED_ON");

		assertThat(alerts(apply(incident("L2", "2025-10-08", MAN)))).filteredOn((alert) -> alert.rule().equals("A01"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().audience()).isEqualTo("LEAD_AND_MASH"));
	}

	@Test
	void saysOfNobodyElseWhyTheLeadIsToldNoLonger() {
		deny("L1");
		Particulars elsewhere = Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, "C/flat");
		apply(parent("V2", "gp", elsewhere, RelationStatus.CLAIMED));
		Told.Draft sure = parent("V1", "health-visiting", elsewhere, RelationStatus.RECORDED);
		apply(sure);
		apply(incident("L3", "2025-10-05", elsewhere));
		assertThat(open("A01")).hasSize(1);
		apply(incident("L2", "2025-10-05", MAN));

		this.engine.apply(sure.retracted(this.offset++, 2));

		assertThat(this.state.alerts().get(ofFather(this.state))).satisfies((alert) -> {
			assertThat(alert.phase()).isEqualTo(Phase.LAPSED);
			assertThat(alert.closedBecause()).doesNotContain("officer");
		});
	}

	@Test
	void tellsTheLeadThatWhatWasAskedAtClosureWasAboutAnother() {
		apply(status("S1", "2025-09-15"));
		UUID told = alerts(apply(incident("L1", "2025-10-01", MAN))).getFirst().id();
		apply(proposal("P1", "2025-10-06"));
		UUID asked = open("A08", "LEAD_AND_MASH");

		assertThat(alerts(end(told, "WRONG_PERSON"))).filteredOn((alert) -> alert.id().equals(asked))
			.extracting(AlertMemory::phase, AlertMemory::settled, AlertMemory::closedBecause)
			.containsExactly(tuple(Phase.LAPSED, false,
					"an officer has said that the information was about another person, or another home"));
	}

	@Test
	void asksTheMashAtClosureInTheWordsOfThoseAloneWhomItRestsOn() {
		apply(status("S1", "2025-09-15"));
		deny("L1");
		end(alerts(apply(incident("L3", "2025-10-02", FATHER))).getFirst().id(), "WRONG_HOUSEHOLD");
		apply(release("R1", FATHER));

		assertThat(alerts(apply(proposal("P1", "2025-10-06")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("wrong household")
				.doesNotContain("wrong person"));
	}

	@Test
	void letsTheMashKnowLiveOfWhatTheLeadWasToldLive() {
		apply(family("B2", "2025-09-20", OLDER));
		apply(lead("S1", AVA, "Priya Nair"));
		apply(lead("S2", OLDER, "Tom Okafor"));
		apply(incident("L1", "2025-09-28", MAN).historic());
		Told.Draft live = incident("L2", "2025-10-01", MAN);
		AlertMemory ofAva = ofAva(apply(live));
		end(ofAva.id(), "WRONG_PERSON");

		this.engine.apply(live.retracted(this.offset++, 2));

		assertThat(open("A01")).extracting(AlertMemory::historic).containsExactly(false);
	}

	@Test
	void bearsOnABrotherThoughTheChildHasComeOfAgeMeanwhile() {
		Particulars grown = Told.withNhsNumber(Told.person("BEN", "HALE", "2007-10-20", Sex.MALE, Told.HOME),
				"9990000034");
		apply(family("B2", "2025-09-20", grown));
		apply(lead("S1", AVA, "Priya Nair"));
		apply(lead("S2", grown, "Tom Okafor"));
		UUID ofGrown = alerts(apply(incident("L1", "2025-10-01", MAN))).stream()
			.filter((alert) -> alert.content().childLabel().startsWith("Child B"))
			.findFirst()
			.orElseThrow()
			.id();
		this.engine.apply(Told.tick(this.offset++, "2025-10-21T08:00:00Z"));
		assertThat(this.state.alerts().get(ofGrown))
			.satisfies((alert) -> assertThat(alert.closedBecause()).isEqualTo("the child has come of age"));

		end(ofGrown, "WRONG_PERSON");

		assertThat(open("A01")).extracting((alert) -> alert.content().audience()).containsExactly("MASH_ONLY");
	}

	private static UUID ofFather(HeapState state) {
		List<UUID> found = new ArrayList<>();
		state.alerts().forEach((id, alert) -> {
			if (alert.rule().equals("A01") && alert.content().audience().equals("LEAD_AND_MASH")
					&& alert.phase() != Phase.ENDED) {
				found.add(id);
			}
		});
		assertThat(found).hasSize(1);
		return found.getFirst();
	}

	private static Told.Draft parent(String number, String agency, Particulars who, RelationStatus status) {
		return Told.record(agency, number, "2025-10-02")
			.person("child", Role.CHILD, AVA)
			.person("father", Role.FATHER, who)
			.related("father", RelationKind.PARENT_OF, "child", status)
			.fact(FactKind.VISIT_MADE, "child");
	}

	private static Told.Draft assessed(String number, String day) {
		return Told.record("probation", number, day)
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.ASSESSMENT_CHANGED, "man", "kind", "OFFENDER", "change", "COMPLETED", "on", day,
					"riskToChildren", "HIGH");
	}

	private static Told.Draft release(String number, Particulars who) {
		return Told.record("probation", number, "2025-10-04")
			.person("man", Role.OFFENDER, who)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", "RELEASE_PLANNED", "plannedRelease", "2025-11-20");
	}

	private void deny(String incident) {
		AlertMemory alert = alerts(apply(incident(incident, "2025-10-01", MAN))).getFirst();
		end(alert.id(), "WRONG_PERSON");
	}

	private static AlertMemory ofAva(AreaEngine.Result raised) {
		return alerts(raised).stream()
			.filter((alert) -> alert.content().childLabel().startsWith("Child A"))
			.findFirst()
			.orElseThrow();
	}

	private AreaEngine.Result end(UUID alert, String outcome) {
		return this.engine.apply(Told.ended(this.offset++, alert, outcome));
	}

	private static Told.Draft family(String number, String day, Particulars child) {
		return Told.record("health-visiting", number, day)
			.person("child", Role.CHILD, child)
			.person("mother", Role.MOTHER, MOTHER)
			.related("mother", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child");
	}

	private static Told.Draft incident(String number, String day, Particulars who) {
		return Told.record("police", number, day)
			.person("man", Role.SUSPECT, who)
			.fact(FactKind.RISK_INCIDENT, "man", "type", "DRUGS");
	}

	private static Told.Draft status(String number, String day) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, AVA)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", day, "ended", "false");
	}

	private static Told.Draft lead(String number, Particulars child, String name) {
		return Told.record("social-care", number, "2025-09-25")
			.person("child", Role.CHILD, child)
			.fact(FactKind.LEAD_ASSIGNED, "child", "name", name, "on", "2025-09-25");
	}

	private static Told.Draft proposal(String number, String day) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, AVA)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8");
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(this.offset++));
	}

	private List<AlertMemory> open(String rule) {
		List<AlertMemory> open = new ArrayList<>();
		this.state.alerts().forEach((id, alert) -> {
			if (alert.phase() == Phase.OPEN && alert.rule().equals(rule)) {
				open.add(alert);
			}
		});
		return open;
	}

	private UUID open(String rule, String audience) {
		List<AlertMemory> open = open(rule);
		open.removeIf((alert) -> !alert.content().audience().equals(audience));
		assertThat(open).hasSize(1);
		return open.getFirst().id();
	}

	private static List<AlertMemory> alerts(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> ((Output.AlertChanged) output).alert())
			.toList();
	}

}
