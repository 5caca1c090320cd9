package org.mashhub.correlation.area;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.mashhub.correlation.observation.Entry;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.observation.TimePrecision;
import org.mashhub.correlation.picture.ChildView;
import org.mashhub.correlation.picture.LeadProfessional;
import org.mashhub.correlation.picture.Status;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.AlertMemory.Phase;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.Standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

class AreaEngineTest {

	private static final Particulars BABY = Told
		.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");

	private static final Particulars MOTHER = Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, Told.HOME);

	private static final Particulars MAN = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, Told.HOME);

	private static final Particulars FATHER = Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, Told.HOME);

	private static final Particulars MAN_WITHOUT_HOME = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, null);

	private static final Particulars MAN_ELSEWHERE = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE,
			"A/elsewhere");

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@Test
	void joinsAManKnownToPoliceToABabyAtTheSameAddress() {
		apply(birthVisit());

		List<AlertMemory> alerts = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS")));

		assertThat(alerts).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo("A01");
			assertThat(alert.content().text()).startsWith("AMBER: by 17:00, 2 October. Child A, 1 month. ")
				.contains("Police hold child-safety information about a man recorded at Child A's address")
				.contains("whether the GP was asked")
				.endsWith("This does not say that anyone harmed Child A.")
				.doesNotContain("DARREN")
				.doesNotContain("drugs");
		});
	}

	@Test
	void seesWhatPoliceHeldAlreadyWhenTheFamilyAppears() {
		apply(incident("L1", "2025-08-01", MAN, Role.SUSPECT, "DRUGS"));

		assertThat(alerts(apply(birthVisit()))).extracting(AlertMemory::rule).containsExactly("A01");
	}

	@Test
	void staysQuietForAWitnessAndAVictimUnlessOfDomesticAbuse() {
		apply(birthVisit());

		assertThat(alerts(apply(incident("L1", "2025-10-01", MAN, Role.WITNESS, "VIOLENCE")))).isEmpty();
		assertThat(alerts(apply(incident("L2", "2025-10-02", MAN, Role.VICTIM, "VIOLENCE")))).isEmpty();
		assertThat(alerts(apply(incident("L3", "2025-10-03", MOTHER, Role.VICTIM, "DOMESTIC_ABUSE")))).hasSize(1);
	}

	@Test
	void staysQuietForAManOfTheSameNameAtAnotherAddress() {
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));
		Particulars namesake = Told.person("DARREN", "POOLE", "1970-07-07", Sex.MALE, "A/elsewhere");

		assertThat(alerts(apply(incident("L2", "2025-10-02", namesake, Role.SUSPECT, "VIOLENCE")))).isEmpty();
		assertThat(personsNamed("DARREN POOLE")).isEqualTo(2);
	}

	@Test
	void keepsTwinsTwoChildrenThoughEveryAgencyWritesTheSameOfThem() {
		for (String agency : List.of("health-visiting", "gp")) {
			apply(Told.record(agency, agency + "-1", "2025-09-12")
				.person("child", Role.CHILD, Told.person("EVA", "LOWE", "2025-09-01", Sex.FEMALE, Told.HOME)));
			apply(Told.record(agency, agency + "-2", "2025-09-12")
				.person("child", Role.CHILD, Told.person("TESS", "LOWE", "2025-09-01", Sex.FEMALE, Told.HOME)));
		}

		assertThat(personsNamed("EVA LOWE")).isEqualTo(1);
		assertThat(personsNamed("TESS LOWE")).isEqualTo(1);
		assertThat(personsNamed("LOWE")).isEqualTo(2);
	}

	@Test
	void tellsNothingOfASonThatPoliceHoldAboutAFatherOfTheSameNameAndHome() {
		Particulars father = Told.person("JOHN", "LOWE", "1985-03-02", Sex.MALE, Told.HOME);
		Particulars son = Told.person("JOHN", "LOWE", "2012-11-17", Sex.MALE, Told.HOME);
		apply(Told.record("social-care", "S1", "2025-09-12").person("child", Role.CHILD, son));

		apply(incident("L1", "2025-10-01", father, Role.SUSPECT, "DRUGS"));

		assertThat(personsNamed("JOHN LOWE")).isEqualTo(2);
	}

	@Test
	void revisesAnOpenAlertAndRaisesNoSecondOne() {
		apply(birthVisit());
		UUID first = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst().id();

		List<AlertMemory> revised = alerts(apply(incident("L2", "2025-10-02", MAN, Role.SUSPECT, "VIOLENCE")));

		assertThat(revised).singleElement().satisfies((alert) -> {
			assertThat(alert.id()).isEqualTo(first);
			assertThat(alert.revision()).isEqualTo(2);
			assertThat(alert.content().colour()).isEqualTo("RED");
		});
	}

	@Test
	void closesAnAlertWhoseRecordIsWithdrawnAndReopensItWhenItComesBack() {
		apply(birthVisit());
		Told.Draft incident = incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS");
		UUID alert = alerts(apply(incident)).getFirst().id();

		List<AlertMemory> closed = alerts(this.engine.apply(incident.retracted(next(), 2)));
		List<AlertMemory> back = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").version(3)));

		assertThat(closed).singleElement().satisfies((gone) -> {
			assertThat(gone.phase()).isEqualTo(Phase.LAPSED);
			assertThat(gone.closedBecause()).isEqualTo("it rested on a record that the agency has withdrawn");
		});
		assertThat(back).singleElement().satisfies((again) -> {
			assertThat(again.id()).isEqualTo(alert);
			assertThat(again.phase()).isEqualTo(Phase.OPEN);
		});
	}

	@Test
	void neverRaisesAgainWhatAnOfficerEnded() {
		apply(birthVisit());
		UUID alert = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst().id();

		this.engine.apply(Told.ended(next(), alert, "ALREADY_ACTED_ON"));
		List<AlertMemory> same = alerts(apply(visit("V1", "2025-10-02")));
		List<AlertMemory> news = alerts(apply(incident("L2", "2025-10-05", MAN, Role.SUSPECT, "DRUGS")));

		assertThat(same).isEmpty();
		assertThat(news).singleElement().satisfies((next) -> assertThat(next.id()).isNotEqualTo(alert));
	}

	@ParameterizedTest
	@CsvSource({ "WRONG_PERSON, person", "WRONG_HOUSEHOLD, household" })
	void tellsTheMashAloneWhatComesOfWhomAnOfficerCalledTheWrongOne(String outcome, String wrong) {
		apply(birthVisit());
		UUID alert = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst().id();
		this.engine.apply(Told.ended(next(), alert, outcome));

		assertThat(alerts(apply(incident("L2", "2025-10-05", MAN, Role.SUSPECT, "DRUGS")))).singleElement()
			.satisfies((again) -> assertThat(again.content().audience()).isEqualTo("MASH_ONLY"))
			.satisfies((again) -> assertThat(again.content().text()).contains("whether this is the right " + wrong
					+ ": an officer ended the alert of 1 October 2025 as one about the wrong " + wrong));
	}

	@Test
	void tellsTheLeadAgainOnceAnOfficerHasActedOnWhatCameSince() {
		apply(birthVisit());
		UUID wrong = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst().id();
		this.engine.apply(Told.ended(next(), wrong, "WRONG_PERSON"));
		UUID right = alerts(apply(incident("L2", "2025-10-05", MAN, Role.SUSPECT, "DRUGS"))).getFirst().id();
		this.engine.apply(Told.ended(next(), right, "PASSED_TO_WORKER"));

		assertThat(alerts(apply(incident("L3", "2025-10-06", MAN, Role.SUSPECT, "DRUGS")))).singleElement()
			.satisfies((again) -> assertThat(again.content().audience()).isEqualTo("LEAD_AND_MASH"))
			.satisfies((again) -> assertThat(again.content().text()).doesNotContain("wrong"));
	}

	@Test
	void tellsTheLeadOfAnotherAdultThoughAnOfficerCalledOneTheWrongOne() {
		apply(birthVisit());
		UUID wrong = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst().id();
		this.engine.apply(Told.ended(next(), wrong, "WRONG_PERSON"));

		assertThat(alerts(apply(incident("L2", "2025-10-05", MOTHER, Role.SUSPECT, "DRUGS")))).singleElement()
			.satisfies((again) -> assertThat(again.content().audience()).isEqualTo("LEAD_AND_MASH"))
			.satisfies((again) -> assertThat(again.content().text()).contains("a woman")
				.doesNotContain(" man", "an officer ended the alert"));
	}

	@Test
	void ignoresTheSameVersionAndALowerOne() {
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").version(2));

		assertThat(this.engine.apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").version(2).logged(next()))
			.outcome()).isEqualTo(Outcome.SAME_AS_BEFORE);
		assertThat(this.engine.apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").version(1).logged(next()))
			.outcome()).isEqualTo(Outcome.SUPERSEDED);
	}

	/** Systems that count no versions send the first again and again. */
	@Test
	void correctsAndWithdrawsOneVersionByWhenItWasWritten() {
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));
		Told.Draft later = incident("L1", "2025-10-01", MAN, Role.REPORTER, "DRUGS").ofTheDay("2025-10-01T15:00:00Z");
		Told.Draft anew = incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").ofTheDay("2025-10-01T14:00:00Z");

		assertThat(alerts(apply(later))).singleElement()
			.satisfies((alert) -> assertThat(alert.phase()).isNotEqualTo(AlertMemory.Phase.OPEN));
		assertThat(apply(anew).outcome()).isEqualTo(Outcome.SAME_AS_BEFORE);

		Told.Draft other = incident("L2", "2025-10-02", MAN, Role.SUSPECT, "DRUGS");
		assertThat(alerts(apply(other))).isNotEmpty();
		assertThat(alerts(this.engine.apply(other.retracted(next(), 1)))).singleElement()
			.satisfies((alert) -> assertThat(alert.phase()).isNotEqualTo(AlertMemory.Phase.OPEN));
		assertThat(apply(other).outcome()).isEqualTo(Outcome.SAME_AS_BEFORE);
	}

	/** The mother is told of; of whom she lives with, as a neighbour says, the MASH. */
	@Test
	void tellsTheMashOfAManToBeCheckedThoughTheLeadIsToldOfTheMother() {
		apply(birthVisit());
		apply(Told.record("health-visiting", "V1", "2025-09-20")
			.person("baby", Role.CHILD, BABY)
			.person("friend", Role.VISITOR, MAN_WITHOUT_HOME)
			.related("friend", RelationKind.LIVES_WITH, "baby", RelationStatus.CLAIMED));
		apply(incident("L1", "2025-10-01", MOTHER, Role.VICTIM, "DOMESTIC_ABUSE"));

		assertThat(alerts(apply(incident("L2", "2025-10-02", MAN_WITHOUT_HOME, Role.SUSPECT, "SEXUAL_OFFENCE"))))
			.filteredOn((alert) -> alert.content().audience().equals("MASH_ONLY"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("RED"));
	}

	/** Who works on an alert keeps it, though the MASH has heard of the man before. */
	@Test
	void keepsTheAlertOfTheLeadWhereAnotherOfTheMashIsOlder() {
		apply(birthVisit());
		apply(Told.record("health-visiting", "V1", "2025-09-20")
			.person("baby", Role.CHILD, BABY)
			.person("friend", Role.VISITOR, MAN_WITHOUT_HOME)
			.related("friend", RelationKind.LIVES_WITH, "baby", RelationStatus.CLAIMED));
		AlertMemory ofTheMash = alerts(apply(incident("L1", "2025-10-01", MAN_WITHOUT_HOME, Role.SUSPECT, "DRUGS")))
			.getFirst();
		AlertMemory ofTheLead = alerts(apply(incident("L2", "2025-10-02", MOTHER, Role.VICTIM, "DOMESTIC_ABUSE")))
			.stream()
			.filter((alert) -> !alert.id().equals(ofTheMash.id()))
			.findFirst()
			.orElseThrow();

		List<AlertMemory> after = alerts(apply(Told.record("social-care", "S1", "2025-10-03")
			.person("baby", Role.CHILD, BABY)
			.person("man", Role.PARTNER, MAN_WITHOUT_HOME)
			.related("man", RelationKind.LIVES_WITH, "baby", RelationStatus.RECORDED)));

		assertThat(ofTheMash.content().audience()).isEqualTo("MASH_ONLY");
		assertThat(after)
			.anySatisfy((alert) -> assertThat(List.of(alert.id(), alert.phase())).containsExactly(ofTheLead.id(),
					AlertMemory.Phase.OPEN))
			.anySatisfy(
					(alert) -> assertThat(List.of(alert.id(), alert.settled())).containsExactly(ofTheMash.id(), true));
	}

	@Test
	void takesWhoIsCalledAChildForOneThoughOneOfTwoDatesIsWrong() {
		apply(Told.record("health-visiting", "B1", "2025-09-12")
			.person("baby", Role.CHILD, Told.withNhsNumber(BABY, "9990000018"))
			.fact(FactKind.VISIT_MADE, "baby"));
		apply(Told.record("hospital", "A1", "2025-09-15")
			.person("baby", Role.CHILD,
					Told.withNhsNumber(Told.person("AVA", "HALE", "2005-09-01", Sex.FEMALE, Told.HOME), "9990000018"))
			.fact(FactKind.CHILD_SEEN, "baby"));

		assertThat(personsNamed("AVA HALE")).isEqualTo(1);
		assertThat(alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS")))).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2025-10-04, false", "2025-10-01, true" })
	void anotherRecordWithdrawsWhatWasWrittenBeforeItInWhateverOrderTheyCome(String day, boolean gone) {
		Told.Draft withdrawal = Told.record("police", "W", "2025-10-03");
		Told.Draft first = incident("L1", "2025-09-30", MAN, Role.SUSPECT, "DRUGS");
		Told.Draft anew = incident("L1", day, MAN, Role.SUSPECT, "DRUGS");
		for (List<Told.Draft> order : List.of(List.of(first, withdrawal, anew), List.of(withdrawal, first, anew),
				List.of(first, anew, withdrawal), List.of(withdrawal, anew, first), List.of(anew, withdrawal, first))) {
			AreaEngineTest area = new AreaEngineTest();
			area.apply(area.birthVisit());
			List<AlertMemory> alerts = new ArrayList<>();
			for (Told.Draft draft : order) {
				alerts.addAll(alerts(area.engine.apply((draft == withdrawal) ? withdrawal.retracting(area.next(), first)
						: draft.logged(area.next()))));
			}

			assertThat(alerts.isEmpty() || alerts.getLast().phase() != AlertMemory.Phase.OPEN).isEqualTo(gone);
		}
	}

	@Test
	void withdrawsBeforeTheRecordArrives() {
		apply(birthVisit());
		Told.Draft incident = incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS");

		this.engine.apply(incident.retracted(next(), 2));

		assertThat(alerts(apply(incident))).isEmpty();
	}

	@Test
	void challengesAClosureUntilEveryItemIsAnswered() {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));
		apply(incident("L1", "2025-10-02", MAN, Role.SUSPECT, "DRUGS"));

		List<AlertMemory> challenged = alerts(apply(proposal("P1", "2025-10-03", 1)));
		List<AlertMemory> answered = alerts(apply(proposal("P1", "2025-10-03", 2, "answer.alert-A01", "discussed",
				"answer.risk-event", "discussed", "answer.newborn", "healthy")));

		assertThat(challenged).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo("A08");
			assertThat(alert.content().colour()).isEqualTo("AMBER");
			assertThat(alert.content().openItems()).extracting((item) -> item.item())
				.containsExactly("alert-A01", "risk-event", "newborn");
		});
		assertThat(answered).singleElement().satisfies((alert) -> {
			assertThat(alert.phase()).isEqualTo(Phase.LAPSED);
			assertThat(alert.closedBecause()).contains("every item has been answered");
			assertThat(alert.settled()).isTrue();
		});
	}

	@Test
	void turnsRedWhenACaseIsClosedWithoutAProposal() {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));

		List<AlertMemory> alerts = alerts(apply(Told.record("social-care", "C1", "2025-10-20")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-10-20", "reason", "RC8")));

		assertThat(alerts).singleElement().satisfies((alert) -> {
			assertThat(alert.content().colour()).isEqualTo("RED");
			assertThat(alert.content().text()).startsWith("RED: act by 14:00 today, 20 October.")
				.contains("without a proposal");
		});
	}

	@Test
	void staysQuietWhenACaseIsClosedAfterAdoption() {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "LOOKED_AFTER"));

		assertThat(alerts(apply(Told.record("social-care", "C1", "2025-10-20")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-10-20", "reason", "RC1")))).isEmpty();
	}

	@Test
	void tellsTheNetworkOfAMoveAndRaisesAnAlertAtTheSecondWithoutAnAddress() {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));

		List<AlertMemory> first = alerts(apply(move("M1", "2025-11-01", "TENANT")));
		List<AlertMemory> landlord = alerts(apply(move("M2", "2025-12-01", "LANDLORD")));
		List<AlertMemory> second = alerts(apply(move("M3", "2026-01-10", "TENANT")));

		assertThat(first).singleElement().satisfies((alert) -> {
			assertThat(alert.content().colour()).isEqualTo("GREEN");
			assertThat(alert.content().audience()).isEqualTo("NETWORK");
		});
		assertThat(landlord).singleElement().satisfies((alert) -> {
			assertThat(alert.overdue()).isTrue();
			assertThat(alert.content().statements()).isEqualTo(first.getFirst().content().statements());
		});
		assertThat(second).singleElement().satisfies((alert) -> {
			assertThat(alert.content().colour()).isEqualTo("AMBER");
			assertThat(alert.content().text()).contains("move 2 within 12 months").doesNotContain("A/");
		});
	}

	@Test
	void countsAMoveOnceThatTwoRecordsSayOfDifferentDays() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));

		List<AlertMemory> told = alerts(apply(familyMove("M1", "2025-10-02", Told.HOME, "A/new-home")));
		List<AlertMemory> again = alerts(apply(familyMove("M2", "2025-10-20", Told.HOME, "A/new-home")));
		List<AlertMemory> back = alerts(apply(familyMove("M3", "2025-11-10", "A/new-home", Told.HOME)));

		assertThat(told).singleElement().satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("GREEN"));
		assertThat(again).allSatisfy((alert) -> assertThat(alert.content().colour()).isEqualTo("GREEN"));
		assertThat(back).last().satisfies((alert) -> {
			assertThat(alert.content().colour()).isEqualTo("AMBER");
			assertThat(alert.content().text()).contains("move 2 within 12 months");
		});
	}

	@Test
	void knowsThatAMoveWasSoonAfterPoliceWereThereByEitherOfItsDays() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(familyMove("M1", "2025-10-02", Told.HOME, "A/new-home"));
		apply(incident("L1", "2025-10-10", MOTHER, Role.SUSPECT, "DRUGS"));

		assertThat(alerts(apply(familyMove("M2", "2025-10-20", Told.HOME, "A/new-home"))))
			.filteredOn((alert) -> alert.rule().equals("A11"))
			.last()
			.satisfies((alert) -> {
				assertThat(alert.content().colour()).isEqualTo("AMBER");
				assertThat(alert.content().text()).contains("in the 30 days before the last move")
					.doesNotContain("This was move");
			});
	}

	@Test
	void knowsAMoveByEitherOfItsDaysThoughBothRecordsNameTheMotherAlone() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(moveOf("M1", "2025-10-02", MOTHER, Told.HOME, "A/new-home"));
		apply(incident("L1", "2025-10-10", MOTHER, Role.SUSPECT, "DRUGS"));

		assertThat(alerts(apply(moveOf("M2", "2025-10-20", MOTHER, Told.HOME, "A/new-home"))))
			.filteredOn((alert) -> alert.rule().equals("A11"))
			.last()
			.satisfies((alert) -> {
				assertThat(alert.content().colour()).isEqualTo("AMBER");
				assertThat(alert.content().text()).contains("that the family moved on 2 October")
					.contains("that the family moved on 20 October")
					.contains("in the 30 days before the last move")
					.doesNotContain("This was move");
			});
	}

	@Test
	void takesForNoMoveOfTheFamilyThatTheFatherComesToItWeeksLater() {
		apply(birthVisit());
		apply(visitWithFather("2025-09-20", "A/elsewhere"));
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(moveOf("M1", "2025-10-02", MOTHER, Told.HOME, "A/new-home"));

		assertThat(alerts(apply(moveOf("M2", "2025-10-20",
				Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, "A/elsewhere"), "A/elsewhere", "A/new-home"))))
			.filteredOn((alert) -> alert.rule().equals("A11"))
			.last()
			.satisfies((alert) -> assertThat(alert.content().statements())
				.containsExactly("Housing recorded on 2 October 2025 that the family moved on 2 October 2025."));
	}

	@Test
	void staysQuietWhenAFamilyWithoutACaseMoves() {
		apply(birthVisit());

		assertThat(alerts(apply(move("M1", "2025-11-01", "TENANT")))).isEmpty();
	}

	@Test
	void saysOfAManWithWhomTheFamilyLivedBeforeItMovedThatItDidOnce() {
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));

		List<AlertMemory> moved = alerts(apply(Told.record("housing", "M1", "2025-11-01")
			.person("tenant", Role.TENANT, Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, "A/new-home"))
			.person("child", Role.CHILD,
					Told.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, "A/new-home"),
							"9990000018"))
			.fact(FactKind.MOVED, "tenant", "on", "2025-11-01", "fromHomeKeys", Told.HOME)
			.fact(FactKind.MOVED, "child", "on", "2025-11-01", "fromHomeKeys", Told.HOME)));

		assertThat(moved).last()
			.satisfies((alert) -> assertThat(alert.content().text())
				.contains(
						"about a man once recorded at one address with Child A (police, from 1 October 2025; recorded)")
				.doesNotContain("recorded at Child A's address"));
	}

	@Test
	void saysOfAManWhomTheLandlordTookOffTheTenancyThatHeLivedThereOnce() {
		apply(birthVisit());
		apply(tenancy("T1", "2025-09-20", "JOINT_TENANT_ADDED", "T-1", MAN));
		AlertMemory there = alerts(apply(incident("L1", "2025-10-01", MAN_WITHOUT_HOME, Role.SUSPECT, "DRUGS")))
			.getFirst();

		List<AlertMemory> gone = alerts(
				apply(tenancy("T2", "2025-10-20", "JOINT_TENANT_REMOVED", "T-1", MAN_WITHOUT_HOME)));

		assertThat(there.content().text()).contains("about a man recorded at Child A's address (housing, since");
		assertThat(gone).last()
			.satisfies((alert) -> assertThat(alert.content().text())
				.contains("about a man once recorded at one address with Child A")
				.doesNotContain("recorded at Child A's address"));
	}

	@Test
	void doesNotTakeAChildForGoneWhomTheParentsNextTenancyDoesNotName() {
		apply(birthVisit());
		apply(tenancy("T1", "2025-10-01", "STARTED", "T-1", MOTHER));
		apply(tenancy("T2", "2025-10-20", "ENDED", "T-1", Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, null))
			.person("child", Role.CHILD, Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, null))
			.fact(FactKind.TENANCY_CHANGED, "child", "change", "ENDED", "tenancy", "T-1", "on", "2025-10-20",
					"homeKeys", Told.HOME));
		apply(tenancy("T3", "2025-10-21", "STARTED", "T-2", MOTHER));
		apply(tenancy("T4", "2025-11-01", "JOINT_TENANT_ADDED", "T-2", MAN));

		assertThat(alerts(apply(incident("L1", "2025-11-05", MAN_WITHOUT_HOME, Role.SUSPECT, "DRUGS")))).last()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("recorded at Child A's address"));
	}

	@Test
	void endsATenancyWhoseReferenceOrHomeOneOfTwoRecordsLeavesOut() {
		apply(birthVisit());
		apply(tenancy("T1", "2025-09-20", "JOINT_TENANT_ADDED", "T-1", MAN));
		apply(incident("L1", "2025-10-01", MAN_WITHOUT_HOME, Role.SUSPECT, "DRUGS"));

		assertThat(alerts(apply(Told.record("housing", "T2", "2025-10-20")
			.person("man", Role.TENANT, MAN_WITHOUT_HOME)
			.fact(FactKind.TENANCY_CHANGED, "man", "change", "ENDED", "on", "2025-10-20", "homeKeys", Told.HOME))))
			.last()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("once recorded at one address"));
		assertThat(alerts(apply(Told.record("housing", "T2", "2025-10-20")
			.version(2)
			.person("man", Role.TENANT, MAN_WITHOUT_HOME)
			.fact(FactKind.TENANCY_CHANGED, "man", "change", "ENDED", "tenancy", "T-1", "on", "2025-10-20"))))
			.isEmpty();
	}

	@Test
	void takesWhoGetsANewTenancyOfTheSameHomeForStaying() {
		apply(birthVisit());
		apply(tenancy("T1", "2025-09-20", "JOINT_TENANT_ADDED", "T-1", MAN));
		apply(incident("L1", "2025-10-01", MAN_WITHOUT_HOME, Role.SUSPECT, "DRUGS"));
		apply(tenancy("T2", "2025-10-18", "STARTED", "T-2", MAN));

		assertThat(alerts(apply(tenancy("T3", "2025-10-20", "ENDED", "T-1", MAN_WITHOUT_HOME)))).isEmpty();
	}

	@Test
	void doesNotTakeATenancyThatIsToEndForHavingLeft() {
		apply(birthVisit());
		apply(tenancy("T1", "2025-09-20", "STARTED", "T-1", MAN));
		apply(incident("L1", "2025-10-01", MAN_WITHOUT_HOME, Role.SUSPECT, "DRUGS"));

		assertThat(alerts(apply(Told.record("housing", "T2", "2025-10-01")
			.person("man", Role.TENANT, MAN_WITHOUT_HOME)
			.fact(FactKind.TENANCY_CHANGED, "man", "change", "ENDED", "tenancy", "T-1", "on", "2025-11-30", "homeKeys",
					Told.HOME))))
			.isEmpty();
	}

	@Test
	void saysOfAManWhoIsStatedToLiveWithTheFamilyAndMovedAwayThatHeDidOnce() {
		apply(birthVisit());
		apply(Told.record("health-visiting", "V1", "2025-09-16")
			.person("baby", Role.CHILD, BABY)
			.person("man", Role.HOUSEHOLD_MEMBER, MAN)
			.related("man", RelationKind.LIVES_WITH, "baby", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "baby"));

		AlertMemory there = alerts(apply(incident("L1", "2025-09-20", MAN, Role.SUSPECT, "DRUGS"))).getFirst();
		List<AlertMemory> gone = alerts(apply(moveOf("M1", "2025-10-01", MAN_ELSEWHERE, Told.HOME, "A/elsewhere")));

		assertThat(there.content().text()).contains("a man stated to live with Child A");
		assertThat(gone).last()
			.satisfies(
					(alert) -> assertThat(alert.content().text()).contains("a man once stated to live with Child A"));
	}

	@Test
	void doesNotJoinAFamilyToWhoWasRecordedElsewhereBeforeItCame() {
		apply(incident("L1", "2025-03-01", MAN, Role.SUSPECT, "DRUGS"));
		apply(incident("L2", "2025-06-01", MAN_ELSEWHERE, Role.WITNESS, "VIOLENCE"));

		assertThat(alerts(apply(birthVisit()))).isEmpty();
	}

	@Test
	void takesAnAlertBackWhenItTurnsOutThatTheManHadGoneBeforeTheFamilyCame() {
		apply(incident("L1", "2025-03-01", MAN, Role.SUSPECT, "DRUGS"));
		assertThat(alerts(apply(birthVisit()))).hasSize(1);

		assertThat(alerts(apply(incident("L2", "2025-06-01", MAN_ELSEWHERE, Role.WITNESS, "VIOLENCE")))).last()
			.satisfies((alert) -> {
				assertThat(alert.phase()).isEqualTo(Phase.LAPSED);
				assertThat(alert.closedBecause()).startsWith("the adult is no longer recorded as connected");
			});
	}

	@Test
	void joinsAFamilyToWhoIsRecordedAtItsHomeAgainWhereverElseHeWasInBetween() {
		apply(incident("L1", "2025-03-01", MAN, Role.SUSPECT, "DRUGS"));
		apply(incident("L2", "2025-06-01", MAN_ELSEWHERE, Role.WITNESS, "VIOLENCE"));
		apply(birthVisit());

		assertThat(alerts(apply(incident("L3", "2025-09-20", MAN, Role.WITNESS, "VIOLENCE"))))
			.extracting(AlertMemory::rule)
			.containsExactly("A01");
	}

	@Test
	void keepsTheManOfTheHomeJoinedThoughHeIsRecordedElsewhereOnceTheFamilyIsThere() {
		apply(incident("L1", "2025-08-01", MAN, Role.SUSPECT, "DRUGS"));
		apply(birthVisit());

		assertThat(alerts(apply(incident("L2", "2025-10-01", MAN_ELSEWHERE, Role.SUSPECT, "DRUGS")))).last()
			.satisfies((alert) -> {
				assertThat(alert.phase()).isEqualTo(Phase.OPEN);
				assertThat(alert.content().statements()).hasSize(1);
			});
	}

	@Test
	void joinsAParentsPartnerWhomARecordOfTheChildNamesAndNoParentBesideHim() {
		apply(birthVisit());
		apply(attendance("H1", Role.PARTNER, MAN_ELSEWHERE));

		assertThat(alerts(apply(incident("L1", "2025-10-05", MAN_ELSEWHERE, Role.SUSPECT, "DRUGS")))).singleElement()
			.satisfies((alert) -> {
				assertThat(alert.content().audience()).isEqualTo("MASH_ONLY");
				assertThat(alert.content().text()).contains(
						"about a man, partner of Child A's parent (the hospital, since 1 October 2025; to be checked)");
			});
	}

	@Test
	void asksTheMashAloneAboutAManSeenWithAChildOfWhomNobodySaysWhoHeIs() {
		apply(birthVisit());
		apply(attendance("H1", Role.VISITOR, MAN_ELSEWHERE));

		assertThat(alerts(apply(incident("L1", "2025-10-05", MAN_ELSEWHERE, Role.SUSPECT, "DRUGS")))).singleElement()
			.satisfies((alert) -> {
				assertThat(alert.content().audience()).isEqualTo("MASH_ONLY");
				assertThat(alert.content().text())
					.contains("about a man named in one record with Child A (the hospital");
			});
	}

	@Test
	void joinsNobodyByARecordThatIsForPoliceOnly() {
		apply(birthVisit());
		apply(attendance("H1", Role.VISITOR, MAN_ELSEWHERE).forPoliceOnly());

		assertThat(alerts(apply(incident("L1", "2025-10-05", MAN_ELSEWHERE, Role.SUSPECT, "DRUGS")))).isEmpty();
	}

	@Test
	void joinsNobodyWhoStandsInARecordOfTheChildAsSomethingElse() {
		apply(birthVisit());
		for (Role role : List.of(Role.REPORTER, Role.WITNESS, Role.ASSOCIATE, Role.OTHER)) {
			apply(attendance("H-" + role, role, MAN_ELSEWHERE));
		}

		assertThat(alerts(apply(incident("L1", "2025-10-05", MAN_ELSEWHERE, Role.SUSPECT, "DRUGS")))).isEmpty();
	}

	@Test
	void takesThePartnerOfAGrownPatientForNobodysParentsPartner() {
		apply(birthVisit());
		apply(Told.record("hospital", "H1", "2025-10-01")
			.person("patient", Role.PATIENT, MOTHER)
			.person("beside", Role.PARTNER, MAN_ELSEWHERE));

		assertThat(alerts(apply(incident("L1", "2025-10-05", MAN_ELSEWHERE, Role.SUSPECT, "DRUGS")))).isEmpty();
	}

	@Test
	void joinsWhoHasLivedAmongManyToAChildWhoMeetsFewThere() {
		apply(incident("L1", "2025-01-02", MAN, Role.WITNESS, "VIOLENCE"));
		for (int guest = 0; guest < 13; guest++) {
			String name = "GUEST" + (char) ('A' + guest);
			String born = "19" + (50 + guest) + "-03-0" + (1 + guest % 9);
			apply(Told.record("housing", "IN" + guest, "2025-03-01")
				.person("guest", Role.TENANT, Told.person(name, name + "SON", born, Sex.MALE, Told.HOME)));
			apply(Told.record("housing", "OUT" + guest, "2025-04-01")
				.person("guest", Role.TENANT, Told.person(name, name + "SON", born, Sex.MALE, "A/room-" + guest)));
		}
		apply(birthVisit());

		assertThat(alerts(apply(incident("L2", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))))
			.extracting(AlertMemory::rule)
			.containsExactly("A01");
	}

	@Test
	void takesALodgerOfWhomTheRecordSaysWithWhomHeLivesForNoHousemateOfTheChild() {
		apply(birthVisit());
		apply(Told.record("adult-social-care", "S1", "2025-10-01")
			.person("adult", Role.SUBJECT, Told.person("RUTH", "HALE", "1950-02-02", Sex.FEMALE, "A/elsewhere"))
			.person("child", Role.CHILD, BABY)
			.person("lodger", Role.HOUSEHOLD_MEMBER, MAN_ELSEWHERE)
			.related("lodger", RelationKind.LIVES_WITH, "adult", RelationStatus.CLAIMED));

		assertThat(alerts(apply(incident("L1", "2025-10-05", MAN_ELSEWHERE, Role.SUSPECT, "DRUGS"))))
			.allMatch((alert) -> alert.content().audience().equals("MASH_ONLY"));
	}

	@Test
	void callsARelativeOneThoughNobodySaysWhichRelative() {
		apply(birthVisit());
		Particulars uncle = Told.person("GORDON", "HALE", "1966-02-08", Sex.MALE, "A/elsewhere");
		apply(Told.record("social-care", "C1", "2025-09-20")
			.person("child", Role.CHILD, BABY)
			.person("relative", Role.RELATIVE, uncle)
			.related("relative", RelationKind.OTHER, "child", RelationStatus.RECORDED));

		assertThat(alerts(apply(incident("L1", "2025-10-01", uncle, Role.SUSPECT, "SEXUAL_OFFENCE")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("about a man, relative of Child A ("));
	}

	@Test
	void saysHowExactlyAgenciesKnowWhenSomethingHappenedAndNoMore() {
		apply(birthVisit());
		apply(incident("L1", "2025-09-20", MAN, Role.SUSPECT, "DRUGS"));
		apply(incident("L2", "2025-09-25", MAN, Role.SUSPECT, "DRUGS").known(TimePrecision.APPROXIMATE));
		apply(incident("L3", "2025-08-15", MAN, Role.SUSPECT, "DRUGS").known(TimePrecision.MONTH));
		apply(incident("L4", "2025-10-02", MAN, Role.SUSPECT, "DRUGS"));

		assertThat(alerts(apply(incident("L5", "2025-10-03", MAN, Role.SUSPECT, "VIOLENCE")))).last()
			.satisfies((alert) -> assertThat(alert.content().text()).contains(
					"about events in August 2025, on 20 September 2025, around 25 September 2025, on 2 October 2025 "
							+ "and 3 October 2025."));
	}

	@ParameterizedTest
	@CsvSource({ "2025-10-20, true", "2025-12-01, false" })
	void letsTheLastLeadLeadAgainOnlyWhenACaseIsOpenedSoonAfterItsClosure(String opened, boolean leads) {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(Told.record("social-care", "S2", "2025-09-16")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.LEAD_ASSIGNED, "child", "name", "Priya Nair", "on", "2025-09-16"));
		apply(Told.record("social-care", "S3", "2025-10-01")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-10-01", "reason", "RC8"));

		ChildView child = pictures(apply(status("S4", opened, "CHILD_IN_NEED"))).getLast();

		assertThat(child.lead() != null).isEqualTo(leads);
	}

	@Test
	void doesNotLetTheLeadBeforeComeBackWhenTheLastOneEnds() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(lead("S2", "2025-09-16", 1, "name", "Priya Nair", "on", "2025-09-16"));
		apply(lead("S3", "2025-09-20", 1, "name", "Tom Okafor", "on", "2025-09-20"));

		apply(lead("S3", "2025-09-20", 2, "name", "Tom Okafor", "on", "2025-09-20", "endedOn", "2025-10-05"));

		ChildView ending = pictures(apply(status("S4", "2025-10-01", "SECTION_47"))).getLast();
		ChildView ended = pictures(apply(status("S5", "2025-10-06", "CHILD_PROTECTION_PLAN"))).getLast();
		ChildView late = pictures(
				apply(lead("S2", "2025-09-16", 2, "name", "Priya Nair", "on", "2025-09-16", "endedOn", "2025-09-19")))
			.stream()
			.reduce(ended, (first, second) -> second);

		assertThat(ending.lead()).isNotNull().extracting(LeadProfessional::name).isEqualTo("Tom Okafor");
		assertThat(ended.lead()).isNull();
		assertThat(late.lead()).isNull();
	}

	@Test
	void keepsWhatAChildIsInWhileAnEnquiryGoesOnBesideAndAfterIt() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));

		ChildView enquiry = pictures(apply(status("S2", "2025-10-01", "SECTION_47"))).getLast();
		ChildView after = pictures(apply(Told.record("social-care", "S3", "2025-10-09")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "SECTION_47", "on", "2025-10-09", "ended", "true")))
			.getLast();
		ChildView plan = pictures(apply(status("S4", "2025-10-20", "CHILD_PROTECTION_PLAN"))).getLast();

		assertThat(enquiry.statuses()).filteredOn(Status::open)
			.extracting(Status::name)
			.containsExactly("SECTION_47", "CHILD_IN_NEED");
		assertThat(after.statuses()).filteredOn(Status::open).extracting(Status::name).containsExactly("CHILD_IN_NEED");
		assertThat(plan.statuses()).filteredOn(Status::open)
			.extracting(Status::name)
			.containsExactly("CHILD_PROTECTION_PLAN");
	}

	@Test
	void takesBackThePictureAndTheAlertOfAChildWhoHasComeOfAge() {
		Particulars grown = Told.person("ROWAN", "HALE", "2007-10-05", Sex.MALE, Told.HOME);
		apply(Told.record("social-care", "R1", "2025-09-12")
			.person("child", Role.CHILD, grown)
			.fact(FactKind.REFERRED, "child", "source", "2A"));
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));

		AreaEngine.Result after = apply(incident("L2", "2025-10-06", MAN, Role.SUSPECT, "WEAPONS"));

		assertThat(alerts(after)).last().satisfies((alert) -> {
			assertThat(alert.phase()).isEqualTo(Phase.LAPSED);
			assertThat(alert.closedBecause()).isEqualTo("the child has come of age");
			assertThat(alert.settled()).isTrue();
		});
		assertThat(after.outputs()).hasAtLeastOneElementOfType(Output.PictureWithdrawn.class);
	}

	@Test
	void takesBackAsWrongWhatWasSaidOfSomebodyWhoWasNoChildThen() {
		apply(Told.record("social-care", "R1", "2025-09-12")
			.person("child", Role.CHILD, Told.person("ROWAN", "HALE", "2015-10-05", Sex.MALE, Told.HOME))
			.fact(FactKind.REFERRED, "child", "source", "2A"));
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));

		List<AlertMemory> corrected = alerts(apply(Told.record("social-care", "R1", "2025-09-12")
			.version(2)
			.person("child", Role.CHILD, Told.person("ROWAN", "HALE", "1985-10-05", Sex.MALE, Told.HOME))
			.fact(FactKind.REFERRED, "child", "source", "2A")));

		assertThat(corrected).last().satisfies((alert) -> {
			assertThat(alert.closedBecause()).isEqualTo("no record makes this person a child any more");
			assertThat(alert.settled()).isFalse();
		});
	}

	@Test
	void keepsNoClosedCaseBesideAnEnquiryThatBeginsAfterIt() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(Told.record("social-care", "S2", "2025-09-20")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-09-20"));
		apply(status("S3", "2025-10-01", "SECTION_47"));
		ChildView again = pictures(apply(status("S4", "2025-10-05", "SECTION_47"))).getLast();

		assertThat(again.statuses()).filteredOn((status) -> status.until() == null)
			.extracting(Status::name, Status::since)
			.containsExactly(tuple("SECTION_47", LocalDate.parse("2025-10-05")));
	}

	@Test
	void saysTheAgeOfAChildOnceItIsKnown() {
		Particulars nameless = Told.person("AVA", "HALE", null, Sex.FEMALE, Told.HOME);
		apply(Told.record("social-care", "C1", "2025-09-12")
			.person("child", Role.CHILD, nameless)
			.fact(FactKind.CONTACT_RECEIVED, "child", "source", "9"));
		List<AlertMemory> raised = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS")));

		List<AlertMemory> revised = alerts(apply(Told.record("health-visiting", "B1", "2025-10-01")
			.person("baby", Role.CHILD, BABY)
			.fact(FactKind.VISIT_MADE, "baby")));

		assertThat(raised).singleElement()
			.satisfies((alert) -> assertThat(alert.content().childLabel()).isEqualTo("Child A, age not recorded"));
		assertThat(revised).singleElement().satisfies((alert) -> {
			assertThat(alert.content().childLabel()).isEqualTo("Child A, 1 month");
			assertThat(alert.content().text()).contains("Child A, 1 month.");
		});
	}

	@Test
	void takesTheMoveOfAParentWhoLivesElsewhereForNoMoveOfTheFamily() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		Particulars father = Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, "A/flat-of-the-father");
		apply(Told.record("health-visiting", "V1", "2025-09-16")
			.person("baby", Role.CHILD, BABY)
			.person("father", Role.FATHER, father)
			.related("father", RelationKind.PARENT_OF, "baby", RelationStatus.RECORDED));

		List<AlertMemory> his = alerts(
				apply(moveOf("M1", "2025-10-01", father, "A/flat-of-the-father", "A/other-flat")));
		List<AlertMemory> hers = alerts(apply(moveOf("M2", "2025-10-02", MOTHER, Told.HOME, "A/new-home")));
		List<AlertMemory> hersAgain = alerts(apply(moveOf("M3", "2025-10-20", MOTHER, "A/new-home", "A/third-home")));

		assertThat(his).isEmpty();
		assertThat(hers).singleElement().satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("GREEN"));
		assertThat(hersAgain).last().satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("AMBER"));
	}

	@Test
	void takesAFatherWhoLeavesTheMotherAndTheBabyForNoMoveOfTheFamily() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(visitWithFather("2025-09-16", Told.HOME));

		List<AlertMemory> left = alerts(apply(moveOf("M1", "2025-10-01", FATHER, Told.HOME, "A/own-flat")));
		apply(visit("V2", "2025-10-05"));
		List<AlertMemory> closing = alerts(apply(proposal("P1", "2025-10-10", 1, "reason", "RC8")));

		assertThat(left).isEmpty();
		assertThat(closing).singleElement()
			.satisfies((alert) -> assertThat(alert.content().openItems()).extracting(AlertContent.OpenItem::item)
				.doesNotContain("move"));
	}

	@Test
	void takesAFatherWhoComesToTheHomeForNoMoveOfTheFamily() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(visitWithFather("2025-09-16", "A/flat-of-the-father"));

		assertThat(alerts(apply(moveOf("M1", "2025-10-01", FATHER, "A/flat-of-the-father", Told.HOME)))).isEmpty();
	}

	@Test
	void saysThatTheFamilyMovedOnceTheBabyIsRecordedWhereTheMotherWent() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(visitWithFather("2025-09-16", Told.HOME));

		List<AlertMemory> alone = alerts(apply(moveOf("M1", "2025-10-01", MOTHER, Told.HOME, "A/new-home")));
		List<AlertMemory> seen = alerts(apply(babyAt("V2", "2025-10-05", "A/new-home")));

		assertThat(alone).isEmpty();
		assertThat(seen).last().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo("A11");
			assertThat(alert.content().text()).contains("the family moved on 1 October 2025");
		});
	}

	@Test
	void asksWhetherTheBabyWentAlongWhenAParentLeavesSoonAfterPoliceWereThere() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(visitWithFather("2025-09-16", Told.HOME));
		apply(incident("L1", "2025-09-25", FATHER, Role.SUSPECT, "DOMESTIC_ABUSE"));

		List<AlertMemory> left = alerts(apply(moveOf("M1", "2025-10-01", MOTHER, Told.HOME, "A/new-home")));
		List<AlertMemory> stayed = alerts(apply(visit("V2", "2025-10-05")));

		assertThat(left).filteredOn((alert) -> alert.rule().equals("A11")).singleElement().satisfies((alert) -> {
			assertThat(alert.content().colour()).isEqualTo("AMBER");
			assertThat(alert.content().text()).contains("moved out of the home on 1 October 2025", "moved too")
				.doesNotContain("the family moved");
		});
		assertThat(stayed).filteredOn((alert) -> alert.rule().equals("A11"))
			.last()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(AlertMemory.Phase.LAPSED));
	}

	/** Whoever calls on the father and finds no baby cannot say that it lives there. */
	@Test
	void stillAsksWhereTheBabyIsWhenAVisitorDidNotSeeIt() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(visitWithFather("2025-09-16", Told.HOME));
		apply(incident("L1", "2025-09-25", FATHER, Role.SUSPECT, "DOMESTIC_ABUSE"));
		apply(moveOf("M1", "2025-10-01", MOTHER, Told.HOME, "A/new-home"));

		List<AlertMemory> notSeen = alerts(
				apply(visit("V2", "2025-10-05").fact(FactKind.CHILD_SEEN, "baby", "seen", "NOT_SEEN")));
		List<AlertMemory> seen = alerts(
				apply(visit("V3", "2025-10-06").fact(FactKind.CHILD_SEEN, "baby", "seen", "SEEN_AWAKE")));

		assertThat(notSeen).filteredOn((alert) -> alert.rule().equals("A11"))
			.noneMatch((alert) -> alert.phase() == AlertMemory.Phase.LAPSED);
		assertThat(seen).filteredOn((alert) -> alert.rule().equals("A11"))
			.last()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(AlertMemory.Phase.LAPSED));
	}

	@Test
	void knowsThatTheFamilyMovedWhereTheBabyWasMetBeforeTheTenancyBegan() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(babyAt("V2", "2025-09-28", "A/new-home"));

		assertThat(alerts(apply(moveOf("M1", "2025-10-01", MOTHER, Told.HOME, "A/new-home")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("the family moved on 1 October 2025"));
	}

	@Test
	void asksWhereTheBabyIsAlsoInAFamilyThatHasMovedBefore() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(moveOf("M1", "2025-10-01", MOTHER, Told.HOME, "A/new-home"));
		apply(babyAt("V2", "2025-10-05", "A/new-home"));
		apply(visitWithFather("2025-11-01", "A/new-home"));
		apply(babyAt("V3", "2025-11-02", "A/new-home"));
		Particulars father = Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, "A/new-home");
		apply(incident("L1", "2025-11-25", father, Role.SUSPECT, "DOMESTIC_ABUSE"));

		List<AlertMemory> left = alerts(apply(moveOf("M2", "2025-12-01", MOTHER, "A/new-home", "A/third-home")));

		assertThat(left).filteredOn((alert) -> alert.rule().equals("A11")).last().satisfies((alert) -> {
			assertThat(alert.content().colour()).isEqualTo("AMBER");
			assertThat(alert.content().text()).contains("the family moved on 1 October 2025",
					"moved out of the home on 1 December 2025", "ask police first");
		});
	}

	@Test
	void takesTheMoveOfTheCarerWithWhomAChildLivesForItsOwn() {
		Particulars grandmother = Told.person("EDITH", "HALE", "1965-05-05", Sex.FEMALE, Told.HOME);
		apply(Told.record("health-visiting", "V1", "2025-09-14")
			.person("baby", Role.CHILD, BABY)
			.person("grandmother", Role.CARER, grandmother)
			.related("grandmother", RelationKind.CARER_OF, "baby", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "baby"));
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));

		assertThat(alerts(apply(moveOf("M1", "2025-10-01", grandmother, Told.HOME, "A/new-home")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("the family moved on 1 October 2025"));
	}

	@Test
	void believesNoRecordWithTheOldAddressThatABabyStayedWithNobody() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));

		apply(moveOf("M1", "2025-10-01", MOTHER, Told.HOME, "A/new-home"));
		apply(status("S2", "2025-10-10", "CHILD_PROTECTION_PLAN"));
		List<AlertMemory> again = alerts(apply(moveOf("M2", "2025-10-20", MOTHER, "A/new-home", "A/third-home")));

		assertThat(again).last().satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("AMBER"));
	}

	@Test
	void opensACaseAgainOnTheDayOnWhichItWasClosed() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(Told.recordAt("social-care", "C1", Instant.parse("2025-10-20T09:00:00Z"))
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-10-20", "reason", "RC8"));

		AreaEngine.Result opened = apply(Told.recordAt("social-care", "S2", Instant.parse("2025-10-19T23:00:00Z"))
			.ofTheDay("2025-10-20T14:00:00Z")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-10-20", "ended", "false"));

		assertThat(pictures(opened).getLast().statuses()).filteredOn(Status::open)
			.extracting(Status::since)
			.containsExactly(LocalDate.parse("2025-10-20"));
		assertThat(alerts(opened)).filteredOn((alert) -> alert.rule().equals("A08"))
			.last()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(AlertMemory.Phase.LAPSED));
	}

	@Test
	void keepsACaseClosedThatWasOpenedEarlierOnTheSameDay() {
		apply(birthVisit());
		apply(Told.recordAt("social-care", "S1", Instant.parse("2025-10-19T23:00:00Z"))
			.ofTheDay("2025-10-20T08:00:00Z")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "CHILD_IN_NEED", "on", "2025-10-20", "ended", "false"));

		AreaEngine.Result closed = apply(Told.recordAt("social-care", "C1", Instant.parse("2025-10-20T14:00:00Z"))
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-10-20", "reason", "RC8"));

		assertThat(pictures(closed).getLast().caseOpen()).isFalse();
	}

	@Test
	void letsNobodyLeadBeforeTheFirstDayOrAfterTheLast() {
		apply(birthVisit());
		apply(status("S1", "2025-09-15", "CHILD_IN_NEED"));
		apply(lead("S2", "2025-09-16", 1, "name", "Priya Nair", "on", "2025-09-16"));
		apply(Told.record("social-care", "S3", "2025-10-10")
			.ofTheDay("2025-10-01T10:00:00Z")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.LEAD_ASSIGNED, "child", "name", "Tom Okafor", "on", "2025-10-10", "endedOn", "2025-10-12"));

		assertThat(leadAfter(status("S4", "2025-10-09", "SECTION_47"))).isEqualTo("Priya Nair");
		assertThat(leadAfter(status("S5", "2025-10-10", "CHILD_IN_NEED"))).isEqualTo("Tom Okafor");
		assertThat(leadAfter(status("S6", "2025-10-12", "SECTION_47"))).isEqualTo("Tom Okafor");
		assertThat(leadAfter(status("S7", "2025-10-13", "CHILD_IN_NEED"))).isNull();
	}

	@Test
	void tellsNoPracticeOfAStatusThatIsForTheMashAlone() {
		apply(birthVisit());

		List<Output.StatusTold> told = told(
				this.engine.apply(status("S1", "2025-10-01", "SECTION_47").forTheMashOnly().logged(next())));

		assertThat(told).isEmpty();
	}

	@Test
	void takesWhomAgenciesCallAChildForOneInTheYearInWhichItComesOfAge() {
		Particulars ofTheYear = new Particulars(List.of("ROWAN"), List.of("HALE"), List.of(), null, 2007, false,
				Sex.MALE, List.of(), List.of(Told.HOME), List.of(), null, List.of(), List.of(), null, "ROWAN HALE",
				List.of());
		apply(Told.record("social-care", "R1", "2025-09-15")
			.person("child", Role.CHILD, ofTheYear)
			.fact(FactKind.REFERRED, "child"));

		List<AlertMemory> raised = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS")));
		List<AlertMemory> over = alerts(apply(incident("L2", "2026-01-02", MAN, Role.SUSPECT, "DRUGS")));

		assertThat(raised).singleElement()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(AlertMemory.Phase.OPEN));
		assertThat(over).last().satisfies((alert) -> assertThat(alert.phase()).isEqualTo(AlertMemory.Phase.LAPSED));
	}

	@Test
	void saysThatThePracticeWasAskedAndWhetherItAnswered() {
		apply(birthVisit());
		apply(request("Q1", "2025-09-20", "gp"));

		List<AlertMemory> asked = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS")));
		declare("2025-10-01T09:00:00Z", "gp", "InformationProvided", null, FactKind.INFORMATION_REQUESTED);
		apply(Told.record("gp", "G1", "2025-10-01")
			.person("patient", Role.PATIENT, BABY)
			.fact(FactKind.REGISTRATION_CHANGED, "patient", "newPractice", "gp-org", "on", "2025-10-01"));
		List<AlertMemory> published = alerts(apply(incident("L2", "2025-10-01", MAN, Role.SUSPECT, "DRUGS")));
		List<AlertMemory> answered = alerts(apply(answer("A1", "2025-10-01", "gp", "Q1")));

		assertThat(asked).singleElement()
			.satisfies((alert) -> assertThat(alert.content().notKnown())
				.contains("whether the GP has answered what was asked on 20 September 2025")
				.doesNotContain("whether the GP was asked"));
		assertThat(published).last()
			.satisfies((alert) -> assertThat(alert.content().notKnown())
				.contains("what the GP would say, who was asked on 20 September 2025, no answer recorded"));
		assertThat(answered).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).doesNotContain("the GP "));
	}

	@Test
	void showsOnlyAdmittedChildren() {
		List<Output> universal = this.engine.apply(birthVisit().logged(next())).outputs();
		List<Output> referred = this.engine
			.apply(Told.record("social-care", "R1", "2025-10-01")
				.person("child", Role.CHILD, BABY)
				.fact(FactKind.REFERRED, "child", "source", "3B")
				.logged(next()))
			.outputs();

		assertThat(universal).noneMatch(Output.PictureChanged.class::isInstance);
		assertThat(referred).filteredOn(Output.PictureChanged.class::isInstance)
			.singleElement()
			.satisfies((output) -> assertThat(((Output.PictureChanged) output).view().admittedBecause())
				.isEqualTo("a referral was made"));
	}

	@Test
	void tellsThePracticeOfAStatusOnceAndOfItsWithdrawal() {
		apply(birthVisit());
		Told.Draft inNeed = status("S1", "2025-10-01", "CHILD_IN_NEED");

		List<Output.StatusTold> told = told(this.engine.apply(inNeed.logged(next())));
		List<Output.StatusTold> again = told(this.engine.apply(visit("V1", "2025-10-02").logged(next())));
		List<Output.StatusTold> withdrawn = told(this.engine.apply(inNeed.retracted(next(), 2)));

		assertThat(told).singleElement().satisfies((notice) -> {
			assertThat(notice.practice()).isEqualTo("Y00001");
			assertThat(notice.status()).isEqualTo("CHILD_IN_NEED");
			assertThat(notice.standing()).isEqualTo(Standing.STANDS);
		});
		assertThat(again).isEmpty();
		assertThat(withdrawn).singleElement()
			.satisfies((notice) -> assertThat(notice.standing()).isEqualTo(Standing.IN_ERROR));
	}

	@Test
	void retargetsTheStatusWhenTheChildChangesPractice() {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));

		List<Output.StatusTold> told = told(this.engine.apply(Told.record("gp", "G1", "2025-11-01")
			.person("patient", Role.PATIENT, BABY)
			.fact(FactKind.REGISTRATION_CHANGED, "patient", "newPractice", "Y00002", "on", "2025-11-01")
			.logged(next())));

		assertThat(told).singleElement().satisfies((notice) -> {
			assertThat(notice.practice()).isEqualTo("Y00002");
			assertThat(notice.standing()).isEqualTo(Standing.STANDS);
		});
	}

	@Test
	void marksAlertsOverdueInTheOrderOfTheirDeadlines() {
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));

		assertThat(alerts(this.engine.apply(Told.tick(next(), "2025-10-02T15:00:00Z")))).isEmpty();
		assertThat(alerts(this.engine.apply(Told.tick(next(), "2025-10-06T09:00:00Z")))).singleElement()
			.satisfies((alert) -> assertThat(alert.overdue()).isTrue());
		assertThat(alerts(this.engine.apply(Told.tick(next(), "2025-10-07T09:00:00Z")))).isEmpty();
	}

	@Test
	void renewsAnAcknowledgedAlertWhenSomethingNewerHappensButNotForALateFact() {
		apply(birthVisit());
		UUID alert = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst().id();
		AlertMemory acknowledged = alerts(this.engine.apply(Told.acknowledged(next(), alert, "LEAD_PROFESSIONAL")))
			.getFirst();

		AlertMemory late = alerts(apply(incident("L2", "2025-10-01", MAN, Role.SUSPECT, "CHILD_CONCERN"))).getFirst();
		AlertMemory newer = alerts(apply(incident("L3", "2025-10-08", MAN, Role.SUSPECT, "VIOLENCE"))).getLast();

		assertThat(acknowledged.acknowledgedBy()).containsExactly("LEAD_PROFESSIONAL");
		assertThat(late.id()).isEqualTo(alert);
		assertThat(newer.id()).isEqualTo(alert);
		assertThat(newer.acknowledgedBy()).isEmpty();
		assertThat(newer.dueAt()).isAfter(late.dueAt());
	}

	@Test
	void namesTheDayOfADeadlineThatPassedAndTellsAgainWhenNobodyAttendsAndAnotherRecordComes() {
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));
		List<AlertMemory> red = alerts(apply(incident("L2", "2025-10-02", MAN, Role.SUSPECT, "DRUGS")));

		List<Output.AlertChanged> overdue = changes(this.engine.apply(Told.tick(next(), "2025-10-03T09:00:00Z")));
		this.engine.apply(Told.tick(next(), "2026-01-10T09:00:00Z"));
		List<Output.AlertChanged> late = changes(apply(incident("L0", "2025-09-20", MAN, Role.SUSPECT, "DRUGS")));

		assertThat(red.getLast().content().text()).startsWith("RED: act by 14:00 today, 2 October. ");
		assertThat(overdue).singleElement().satisfies((change) -> {
			assertThat(change.alert().content().text()).startsWith("RED: overdue since 14:00, 2 October 2025. Child A");
			assertThat(change.tellAgain()).isFalse();
		});
		assertThat(late).singleElement().satisfies((change) -> {
			assertThat(change.alert().dueAt()).isEqualTo(overdue.getFirst().alert().dueAt());
			assertThat(change.alert().content().text()).startsWith("RED: overdue since 14:00, 2 October 2025. Child A")
				.contains("20 September");
			assertThat(change.tellAgain()).isTrue();
		});
	}

	@Test
	void doesNotTellAgainOfALateRecordOnceSomebodyAttends() {
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));
		UUID alert = alerts(apply(incident("L2", "2025-10-02", MAN, Role.SUSPECT, "DRUGS"))).getLast().id();
		this.engine.apply(Told.tick(next(), "2025-10-03T09:00:00Z"));
		this.engine.apply(Told.acknowledged(next(), alert, "DUTY_DESK"));

		assertThat(changes(apply(incident("L0", "2025-09-20", MAN, Role.SUSPECT, "DRUGS")))).singleElement()
			.satisfies((change) -> {
				assertThat(change.alert().overdue()).isTrue();
				assertThat(change.tellAgain()).isFalse();
			});
	}

	@Test
	void followsANumberThatWasReplacedToThePictureAndTheAlertAndBack() {
		Particulars atHome = Told.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME),
				"9990000018");
		Particulars renumbered = Told.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, null),
				"9990000026");
		Told.Draft change = Told.record("hospital", "A40", "2025-10-06")
			.person("patient", Role.PATIENT,
					Told.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, null), "9990000026",
							"9990000018"))
			.fact(FactKind.DETAILS_CHANGED, "patient", "change", "MERGED");
		apply(concern("N1", "2025-09-20", atHome));
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED", renumbered));
		apply(incident("L1", "2025-10-02", MAN, Role.SUSPECT, "DRUGS"));
		int apart = personsNamed("AVA HALE");

		AreaEngine.Result joined = apply(change);
		List<AlertMemory> move = alerts(apply(Told.record("housing", "M1", "2025-10-20")
			.person("child", Role.CHILD, Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME))
			.fact(FactKind.MOVED, "child", "on", "2025-10-20", "initiatedBy", "TENANT")));
		AreaEngine.Result taken = this.engine.apply(change.retracted(next(), 2));

		assertThat(apart).isEqualTo(2);
		assertThat(joined.outputs()).filteredOn(Output.PictureChanged.class::isInstance)
			.singleElement()
			.satisfies((output) -> {
				ChildView view = ((Output.PictureChanged) output).view();
				assertThat(view.statuses()).hasSize(1);
				assertThat(view.adults()).hasSize(1);
				assertThat(view.child().nhsNumber()).isEqualTo("9990000026");
				assertThat(view.alerts()).singleElement()
					.satisfies((alert) -> assertThat(alert.rule()).isEqualTo("A01"));
			});
		// Police had recorded something of the adult that is connected under the old
		// number, and the case is open under the new one.
		assertThat(move).filteredOn((alert) -> alert.rule().equals("A11"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("AMBER"));
		assertThat(personsNamed("AVA HALE")).isEqualTo(2);
		assertThat(alerts(taken)).filteredOn((alert) -> alert.rule().equals("A11"))
			.last()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(Phase.LAPSED));
	}

	@Test
	void tellsDaysByLondonsClockInSummer() {
		apply(incident("L1", "2026-06-20", MAN, Role.SUSPECT, "DRUGS"));

		List<AlertMemory> alerts = alerts(
				apply(Told.recordAt("health-visiting", "B1", Instant.parse("2026-06-30T23:30:00Z"))
					.person("baby", Role.CHILD, BABY)
					.person("mother", Role.MOTHER, MOTHER)
					.related("mother", RelationKind.PARENT_OF, "baby", RelationStatus.RECORDED)
					.fact(FactKind.BIRTH_RECORDED, "baby")));

		assertThat(alerts).singleElement()
			.satisfies((alert) -> assertThat(alert.content().statements())
				.allSatisfy((statement) -> assertThat(statement).contains("since 1 July 2026")));
	}

	@Test
	void callsAChildByTheNameWrittenDownLastAndNeverBabyOnceItHasOne() {
		Particulars unnamed = Told
			.withNhsNumber(Told.person("BABY", "HALE-NORTHCOTT", "2025-09-01", Sex.FEMALE, Told.HOME), "9990000018");
		Particulars renamed = Told.withNhsNumber(Told.person("EVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME),
				"9990000018");

		List<String> names = new ArrayList<>();
		names.addAll(names(apply(concern("N1", "2025-09-02", unnamed))));
		names.addAll(names(apply(concern("N2", "2025-09-12", BABY))));
		names.addAll(names(apply(concern("N3", "2025-09-20", renamed))));
		names.addAll(names(apply(concern("N4", "2025-09-28", unnamed))));

		assertThat(names).containsExactly("BABY HALE-NORTHCOTT", "AVA HALE", "EVA HALE");
	}

	@Test
	void keepsTheMiddleNameThatALaterRecordLeavesOut() {
		Particulars baby = Told.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, Told.HOME, "ROSE"),
				"9990000018");

		List<String> names = new ArrayList<>();
		names.addAll(names(apply(concern("N1", "2025-09-02", baby))));
		names.addAll(names(apply(status("S1", "2025-09-12", "CHILD_IN_NEED", BABY))));

		assertThat(names).containsExactly("AVA ROSE HALE", "AVA ROSE HALE");
	}

	@Test
	void countsNoAcknowledgementOfWhatStoodBeforeARenewal() {
		apply(birthVisit());
		AlertMemory raised = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst();
		this.engine.apply(Told.acknowledged(next(), raised.id(), "LEAD_PROFESSIONAL", raised.revision()));
		AlertMemory renewed = alerts(apply(incident("L2", "2025-10-08", MAN, Role.SUSPECT, "VIOLENCE"))).getLast();

		AreaEngine.Result crossed = this.engine
			.apply(Told.acknowledged(next(), raised.id(), "DUTY_DESK", renewed.revision() - 1));

		assertThat(renewed.acknowledgedBy()).isEmpty();
		assertThat(crossed.outcome()).isEqualTo(Outcome.SAME_AS_BEFORE);
		assertThat(crossed.outputs()).isEmpty();
		assertThat(alerts(this.engine.apply(Told.acknowledged(next(), raised.id(), "DUTY_DESK", renewed.revision()))))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.acknowledgedBy()).containsExactly("DUTY_DESK"));
	}

	@Test
	void countsAnAcknowledgementGivenUnderAnotherEpochByTheAreasTime() {
		apply(birthVisit());
		AlertMemory raised = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst();
		this.engine.apply(Told.acknowledged(next(), raised.id(), "LEAD_PROFESSIONAL", raised.revision()));
		AlertMemory renewed = alerts(apply(incident("L2", "2025-10-08", MAN, Role.SUSPECT, "VIOLENCE"))).getLast();

		AreaEngine.Result before = this.engine
			.apply(Told.acknowledgedElsewhere(next(), raised.id(), "DUTY_DESK", renewed.renewedAt().minusMillis(1)));
		List<AlertMemory> after = alerts(
				this.engine.apply(Told.acknowledgedElsewhere(next(), raised.id(), "DUTY_DESK", renewed.renewedAt())));

		assertThat(renewed.renewedAt()).isAfter(raised.renewedAt());
		assertThat(before.outcome()).isEqualTo(Outcome.SAME_AS_BEFORE);
		assertThat(after).singleElement()
			.satisfies((alert) -> assertThat(alert.acknowledgedBy()).containsExactly("DUTY_DESK"));
	}

	@Test
	void neitherEndsNorTakesAnAlertForAnOfficerWhoHasNotSeenWhatRenewedIt() {
		apply(birthVisit());
		AlertMemory raised = alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"))).getFirst();
		AlertMemory renewed = alerts(apply(incident("L2", "2025-10-08", MAN, Role.SUSPECT, "VIOLENCE"))).getLast();
		assertThat(renewed.renewedIn()).isGreaterThan(raised.revision());

		for (String outcome : List.of("TAKEN", "RIGHT_BUT_NOT_USEFUL")) {
			assertThat(this.engine.apply(Told.decided(next(), raised.id(), outcome, raised.revision())))
				.satisfies((crossed) -> assertThat(crossed.outcome()).isEqualTo(Outcome.SAME_AS_BEFORE))
				.satisfies((crossed) -> assertThat(crossed.outputs()).isEmpty());
			assertThat(this.engine
				.apply(Told.decidedElsewhere(next(), raised.id(), outcome, renewed.renewedAt().minusMillis(1))))
				.satisfies((crossed) -> assertThat(crossed.outcome()).isEqualTo(Outcome.SAME_AS_BEFORE))
				.satisfies((crossed) -> assertThat(crossed.outputs()).isEmpty());
		}
		assertThat(alerts(this.engine.apply(Told.decided(next(), raised.id(), "TAKEN", renewed.revision()))))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.takenBy()).isEqualTo("officer"));
		assertThat(alerts(this.engine
			.apply(Told.decidedElsewhere(next(), raised.id(), "RIGHT_BUT_NOT_USEFUL", renewed.renewedAt()))))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(AlertMemory.Phase.ENDED));
	}

	@Test
	void countsTheAcknowledgementOfARevisionThatNothingNewerFollowed() {
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS"));
		AlertMemory seen = alerts(apply(incident("L2", "2025-10-01", MAN, Role.SUSPECT, "VIOLENCE"))).getFirst();
		AlertMemory revised = alerts(apply(incident("L3", "2025-09-20", MAN, Role.SUSPECT, "DRUGS"))).getFirst();

		AreaEngine.Result result = this.engine
			.apply(Told.acknowledged(next(), seen.id(), "LEAD_PROFESSIONAL", seen.revision()));

		assertThat(revised.revision()).isGreaterThan(seen.revision());
		assertThat(revised.renewedIn()).isEqualTo(seen.revision());
		assertThat(alerts(result)).singleElement()
			.satisfies((alert) -> assertThat(alert.acknowledgedBy()).containsExactly("LEAD_PROFESSIONAL"));
	}

	@Test
	void keepsWhatIsForPoliceStaffOnlyOutOfPicturesAndAlerts() {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));

		AreaEngine.Result result = apply(incident("L1", "2025-10-02", MAN, Role.SUSPECT, "WEAPONS").forPoliceOnly());

		assertThat(alerts(result)).isEmpty();
		assertThat(result.outputs()).noneMatch(Output.PictureChanged.class::isInstance);
		assertThat(alerts(apply(incident("L2", "2025-10-03", MAN, Role.SUSPECT, "DRUGS")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().records()).hasSize(1));
	}

	@Test
	void countsIntelligenceThatMayBeUsedAndSaysNoMoreThanThatPoliceHoldSomething() {
		apply(birthVisit());

		List<AlertMemory> alerts = alerts(apply(intelligence("I1", "DRUGS", "B", "P", "false", "false")));

		assertThat(alerts).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo("A01");
			assertThat(alert.content().text())
				.contains("Police hold child-safety information about a man recorded at Child A's address")
				.doesNotContainIgnoringCase("intelligence")
				.doesNotContain("drugs");
		});
	}

	@Test
	void countsIntelligenceUnderConditionsOrOfAnOperationOnceItIsReleased() {
		apply(birthVisit());

		assertThat(alerts(apply(intelligence("I1", "DRUGS", "D", "C", "true", "true")))).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "DRUGS, E, P, false, false", "DRUGS, E, C, false, true", "DRUGS, A, C, false, false",
			"DRUGS, A, P, true, false", "PROPERTY_DAMAGE, A, P, false, false" })
	void staysQuietForIntelligence(String type, String assessment, String handling, String live, String released) {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));

		assertThat(alerts(apply(intelligence("I1", type, assessment, handling, live, released)))).isEmpty();
		assertThat(alerts(apply(proposal("P1", "2025-10-03", 1)))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().openItems()).extracting((item) -> item.item())
				.containsExactly("newborn"));
		assertThat(alerts(apply(move("M1", "2025-10-20", "TENANT")))).filteredOn((alert) -> alert.rule().equals("A11"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("GREEN"));
	}

	@Test
	void staysQuietForAWitnessOfIntelligence() {
		apply(birthVisit());

		assertThat(alerts(apply(Told.record("police", "I1", "2025-10-02")
			.person("man", Role.WITNESS, MAN)
			.fact(FactKind.INTELLIGENCE_HELD, "man", "type", "VIOLENCE", "assessment", "A", "handling", "P"))))
			.isEmpty();
	}

	@Test
	void raisesAMoveSoonAfterIntelligenceAndAsksAboutItWhenACaseIsToClose() {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));
		apply(intelligence("I1", "DRUGS", "B", "P", "false", "false"));

		assertThat(alerts(apply(move("M1", "2025-10-20", "TENANT")))).filteredOn((alert) -> alert.rule().equals("A11"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("AMBER"));
		assertThat(alerts(apply(proposal("P1", "2025-10-21", 1)))).filteredOn((alert) -> alert.rule().equals("A08"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().openItems()).extracting((item) -> item.item())
				.contains("risk-event"));
	}

	@Test
	void staysQuietForAHealthFlagAlone() {
		apply(birthVisit());

		assertThat(alerts(apply(Told.record("gp", "H1", "2025-10-02")
			.person("mother", Role.PATIENT, MOTHER)
			.fact(FactKind.HEALTH_FLAGGED, "mother", "category", "PERINATAL_MENTAL_HEALTH")))).isEmpty();
	}

	@Test
	void staysQuietWhenAPregnancyEnds() {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));

		assertThat(alerts(apply(Told.record("hospital", "E1", "2025-10-02")
			.person("mother", Role.MOTHER, MOTHER)
			.fact(FactKind.PREGNANCY_CHANGED, "mother", "change", "ENDED")))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "WANTED, VIOLENCE, 1", "WANTED, PROPERTY_DAMAGE, 0", "NO_LONGER_WANTED, VIOLENCE, 1" })
	void countsAWantedAdultInTheHome(String status, String type, int alerts) {
		apply(birthVisit());

		assertThat(alerts(apply(Told.record("police", "W1", "2025-10-02")
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", status, "type", type)))).hasSize(alerts);
	}

	@ParameterizedTest
	@CsvSource({ "false, false, You may discuss the move with the family.",
			"true, false, Ask the MASH before you discuss any of this with the family: an address is protected.",
			"false, true, Ask the MASH before you discuss any of this with the family: an address is protected." })
	void asksToRingFirstOfAMoveAfterWhichAnAddressIsProtected(boolean inTheMove, boolean ofTheMother, String advice) {
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));
		Told.Draft visit = Told.record("health-visiting", "V2", "2025-10-02")
			.person("mother", Role.MOTHER, MOTHER)
			.fact(FactKind.ADULT_SEEN, "mother");
		apply(ofTheMother ? visit.protecting() : visit);
		Told.Draft move = Told.record("housing", "M1", "2025-10-20")
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.MOVED, "child", "on", "2025-10-20", "initiatedBy", "TENANT");

		assertThat(alerts(apply(inTheMove ? move.protecting() : move)))
			.filteredOn((alert) -> alert.rule().equals("A11"))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().familyAdvice()).isEqualTo(advice));
	}

	@ParameterizedTest
	@CsvSource({ "SEXUAL_OFFENCE, RED", "VIOLENCE, AMBER", "PROPERTY_DAMAGE,", "," })
	void tellsWhoInTheHomeCameOutOfPrisonAfterAnOffenceThatCounts(@Nullable String type, @Nullable String colour) {
		apply(birthVisit());

		List<AlertMemory> alerts = alerts(apply(Told.record("probation", "R1", "2025-10-02")
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", (type != null) ? new String[] { "status", "RELEASED", "type", type }
					: new String[] { "status", "RELEASED" })));

		assertThat(alerts).extracting((alert) -> alert.content().colour())
			.isEqualTo((colour != null) ? List.of(colour) : List.of());
	}

	@Test
	void tellsWhoCameOutOfPrisonWithConditionsThatBearOnChildren() {
		apply(birthVisit());

		assertThat(alerts(apply(Told.record("probation", "R1", "2025-10-02")
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", "RELEASED", "conditions", "NO_UNSUPERVISED_CONTACT"))))
			.hasSize(1);
	}

	@Test
	void tellsNothingOfWhomPoliceArrestedAndLetGo() {
		apply(birthVisit());
		apply(custody("U1", "2025-10-01", "ARRESTED"));

		assertThat(alerts(apply(custody("U2", "2025-10-02", "RELEASED")))).isEmpty();
	}

	@Test
	void countsASentenceAndTheReleaseFromItAsOneOccurrence() {
		apply(birthVisit());
		apply(custody("U1", "2024-10-01", "SENTENCED"));

		assertThat(alerts(apply(custody("U2", "2025-10-02", "RELEASED")))).last()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("AMBER"))
			.satisfies((alert) -> assertThat(alert.content().text()).contains("1 October 2024 and 2 October 2025"));
	}

	private static Told.Draft custody(String number, String day, String status) {
		return Told.record("police", number, day)
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", status, "type", "VIOLENCE");
	}

	@ParameterizedTest
	@CsvSource({ "HIGH, RED", "VERY_HIGH, RED" })
	void saysThatProbationHoldsSomethingWhenItsLatestAssessmentSeesAHighRiskToChildren(String risk, String colour) {
		apply(birthVisit());
		apply(assessment("O1", "2025-10-01", "MEDIUM"));

		List<AlertMemory> high = alerts(apply(assessment("O2", "2025-10-02", risk)));
		List<AlertMemory> notAssessed = alerts(apply(assessment("O3", "2025-10-03", "NOT_ASSESSED")));
		List<AlertMemory> low = alerts(apply(assessment("O4", "2025-11-03", "LOW")));

		assertThat(high).singleElement().satisfies((alert) -> {
			assertThat(alert.rule()).isEqualTo("A01");
			assertThat(alert.content().colour()).isEqualTo(colour);
			assertThat(alert.content().text()).contains("Probation holds child-safety information about a man")
				.contains("Ring probation for what they hold.")
				.doesNotContainIgnoringCase("police");
		});
		assertThat(notAssessed).allSatisfy((alert) -> assertThat(alert.phase()).isEqualTo(Phase.OPEN));
		assertThat(low).last().satisfies((alert) -> assertThat(alert.phase()).isEqualTo(Phase.LAPSED));
	}

	@Test
	void isRedWhenPoliceGradedTheRiskAfterDomesticAbuseHigh() {
		apply(birthVisit());

		assertThat(alerts(apply(Told.record("police", "D1", "2025-10-02")
			.person("mother", Role.VICTIM, MOTHER)
			.fact(FactKind.RISK_INCIDENT, "mother", "type", "DOMESTIC_ABUSE", "riskGrade", "MEDIUM")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("AMBER"));
		assertThat(alerts(apply(Told.record("police", "D1", "2025-10-02")
			.version(2)
			.person("mother", Role.VICTIM, MOTHER)
			.fact(FactKind.RISK_INCIDENT, "mother", "type", "DOMESTIC_ABUSE", "riskGrade", "HIGH")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("RED"));
	}

	@Test
	void countsAnOccupantOfTheHomeWhereDrugsWereFound() {
		apply(birthVisit());

		assertThat(alerts(apply(incident("L1", "2025-10-01", MAN, Role.OCCUPANT, "DRUGS")))).singleElement()
			.satisfies((alert) -> assertThat(alert.rule()).isEqualTo("A01"));
	}

	@Test
	void raisesHistoricRecordsAsBacklog() {
		apply(birthVisit());

		assertThat(alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").historic()))).singleElement()
			.satisfies((alert) -> assertThat(alert.historic()).isTrue());
	}

	@Test
	void saysOnAnAlertSinceWhenADeclaredFeedThatTheRuleNeedsIsSilent() {
		declare("2025-09-12T09:00:00Z", "police", "IncidentLogged", 24 * 7, FactKind.RISK_INCIDENT);
		declare("2025-09-12T09:00:00Z", "housing", "TenancyChanged", 1, FactKind.TENANCY_CHANGED);
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").type("IncidentLogged"));

		List<AlertMemory> alive = alerts(apply(visit("V1", "2025-10-08")));
		List<AlertMemory> silent = alerts(apply(visit("V2", "2025-10-09")));
		List<AlertMemory> still = alerts(apply(visit("V3", "2025-10-20")));
		List<AlertMemory> heard = alerts(apply(
				Told.record("police", "L2", "2025-10-21").type("IncidentLogged").person("child", Role.CHILD, BABY)));

		assertThat(alive).noneMatch((alert) -> alert.content().text().contains("no data"));
		assertThat(silent).singleElement().satisfies((alert) -> {
			assertThat(alert.content().text()).contains("Not known: whether this adult cares for Child A; "
					+ "whether the GP was asked; no lead professional is recorded; police: no data since 1 October 2025.");
			assertThat(alert.renewedIn()).isEqualTo(1);
			assertThat(alert.phase()).isEqualTo(Phase.OPEN);
		});
		assertThat(still).isEmpty();
		assertThat(heard).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).doesNotContain("no data"));
	}

	@Test
	void takesNoTickForAReasonToReviseAnAlert() {
		declare("2025-09-12T09:00:00Z", "police", "IncidentLogged", 24, FactKind.RISK_INCIDENT);
		apply(birthVisit());
		apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").type("IncidentLogged"));
		this.engine.apply(Told.tick(next(), "2025-10-03T00:00:00Z"));

		assertThat(this.engine.apply(Told.tick(next(), "2025-10-20T00:00:00Z")).outputs()).isEmpty();
	}

	@Test
	void takesAnythingThatAFeedSendsForASignOfLife() {
		declare("2025-09-12T09:00:00Z", "police", "IncidentLogged", 24 * 7, FactKind.RISK_INCIDENT);
		apply(birthVisit());
		Told.Draft incident = incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").type("IncidentLogged");
		apply(incident);
		Told.Draft other = incident("L2", "2025-10-10", MAN, Role.WITNESS, "VIOLENCE").type("IncidentLogged");
		apply(other);
		this.engine.apply(other.retracted(next(), 2));

		assertThat(alerts(apply(visit("V1", "2025-10-16")))).noneMatch(AreaEngineTest::tellsOfSilence);
		assertThat(alerts(apply(visit("V2", "2025-10-18")))).anyMatch(AreaEngineTest::tellsOfSilence);
	}

	@Test
	void saysNothingOfAFeedThatIsDeclaredToBeOverOrToComeIrregularly() {
		declare("2025-09-12T09:00:00Z", "police", "IncidentLogged", 24, FactKind.RISK_INCIDENT);
		declare("2025-09-12T09:00:00Z", "police", "IntelligenceReported", null, FactKind.INTELLIGENCE_HELD);
		this.engine.apply(Told.ended(next(), "2025-09-13T09:00:00Z", "police", "IncidentLogged"));
		apply(birthVisit());

		assertThat(alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").type("Another"))))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).doesNotContain("no data"));
	}

	@Test
	void restartsNoSilenceWhenTheSameIsDeclaredAgain() {
		declare("2025-09-12T09:00:00Z", "police", "IncidentLogged", 24 * 7, FactKind.RISK_INCIDENT);

		AreaEngine.Result again = declare("2025-09-30T09:00:00Z", "police", "IncidentLogged", 24 * 7,
				FactKind.RISK_INCIDENT);

		assertThat(again.outcome()).isEqualTo(Outcome.SAME_AS_BEFORE);
		apply(birthVisit());
		assertThat(alerts(apply(incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").type("Another"))))
			.singleElement()
			.satisfies((alert) -> assertThat(alert.content().text())
				.contains("police: no data since the feed was declared, 12 September 2025"));
	}

	@Test
	void asksOfAClosureWhatAnAgencyWasAskedAndDoesNotAnswerWhereItsAnswersWouldCome() {
		declare("2025-09-12T09:00:00Z", "health-visiting", "InformationProvided", null, FactKind.INFORMATION_REQUESTED);
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));
		apply(request("Q1", "2025-10-02", "health-visiting"));
		apply(request("Q2", "2025-10-03", "gp"));

		List<AlertMemory> challenged = alerts(apply(proposal("P1", "2025-10-06", 1)));
		List<AlertMemory> answered = alerts(apply(answer("A1", "2025-10-07", "health-visiting", "Q1")));

		assertThat(challenged).singleElement().satisfies((alert) -> {
			assertThat(alert.content().openItems()).extracting((item) -> item.item())
				.containsExactly("newborn", "question-health-visiting");
			assertThat(alert.content().text())
				.contains("no answer is recorded from the health visitor to what was asked on 2 October 2025")
				.contains("whether an answer came from the GP practice to what was asked on 3 October 2025; "
						+ "the GP practice does not publish answers to requests");
		});
		assertThat(answered).singleElement()
			.satisfies((alert) -> assertThat(alert.content().openItems()).extracting((item) -> item.item())
				.containsExactly("newborn"));
	}

	@Test
	void pausesWhatItConcludesFromNoAnswerWhileTheFeedOfAnswersIsSilent() {
		declare("2025-09-12T09:00:00Z", "health-visiting", "InformationProvided", 24, FactKind.INFORMATION_REQUESTED);
		apply(birthVisit());
		apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));
		apply(request("Q1", "2025-10-02", "health-visiting"));

		assertThat(alerts(apply(proposal("P1", "2025-10-06", 1)))).singleElement().satisfies((alert) -> {
			assertThat(alert.content().openItems()).extracting((item) -> item.item()).containsExactly("newborn");
			assertThat(alert.content().notKnown()).endsWith(
					"whether an answer came from the health visitor to what was asked on 2 October 2025",
					"the health visitor: no data since the feed was declared, 12 September 2025");
		});
	}

	@Test
	void showsOnAPictureWhatRulesNeedToHearAndDoNot() {
		declare("2025-09-12T09:00:00Z", "housing", "HouseholdMoved", 24, FactKind.MOVED);
		apply(birthVisit());

		AreaEngine.Result shown = apply(status("S1", "2025-10-01", "CHILD_IN_NEED"));

		assertThat(shown.outputs()).filteredOn(Output.PictureChanged.class::isInstance)
			.singleElement()
			.satisfies((output) -> assertThat(((Output.PictureChanged) output).notKnown()).containsExactly(
					"housing: no data since the feed was declared, 12 September 2025",
					"the GP practice does not publish answers to requests",
					"the health visitor does not publish answers to requests",
					"police do not publish answers to requests"));
	}

	@Test
	void leavesNothingHalfDoneWhenAnEntryFails() {
		apply(birthVisit());
		int persons = personsNamed("");
		Told.Draft poison = incident("L1", "2025-10-01", MAN, Role.SUSPECT, "DRUGS").fact(FactKind.MOVED, "man", "on",
				"no date", "fromHomeKeys", "x");

		assertThat(catchThrowable(() -> this.engine.apply(poison.logged(next())))).isInstanceOf(RuntimeException.class);

		assertThat(personsNamed("")).isEqualTo(persons);
		assertThat(this.state.records().get(poison.id())).isNull();
		assertThat(alerts(apply(incident("L2", "2025-10-02", MAN, Role.SUSPECT, "DRUGS")))).hasSize(1);
	}

	private static Told.Draft attendance(String number, Role role, Particulars beside) {
		return Told.record("hospital", number, "2025-10-01")
			.person("patient", Role.PATIENT, BABY)
			.person("beside", role, beside);
	}

	private Told.Draft birthVisit() {
		return Told.record("health-visiting", "B1", "2025-09-12")
			.person("baby", Role.CHILD, BABY)
			.person("mother", Role.MOTHER, MOTHER)
			.related("mother", RelationKind.PARENT_OF, "baby", RelationStatus.RECORDED)
			.fact(FactKind.BIRTH_RECORDED, "baby")
			.fact(FactKind.VISIT_MADE, "baby");
	}

	private static Told.Draft incident(String number, String day, Particulars who, Role role, String type) {
		return Told.record("police", number, day)
			.person("man", role, who)
			.fact(FactKind.RISK_INCIDENT, "man", "type", type);
	}

	private static Told.Draft intelligence(String number, String type, String assessment, String handling, String live,
			String released) {
		return Told.record("police", number, "2025-10-02")
			.person("man", Role.SUBJECT, MAN)
			.fact(FactKind.INTELLIGENCE_HELD, "man", "type", type, "assessment", assessment, "handling", handling,
					"liveOperation", live, "released", released);
	}

	private static Told.Draft assessment(String number, String day, String riskToChildren) {
		return Told.record("probation", number, day)
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.ASSESSMENT_CHANGED, "man", "kind", "OFFENDER", "riskToChildren", riskToChildren);
	}

	private static Told.Draft visit(String number, String day) {
		return Told.record("health-visiting", number, day)
			.person("baby", Role.CHILD, BABY)
			.fact(FactKind.VISIT_MADE, "baby");
	}

	private static Told.Draft status(String number, String day, String status) {
		return status(number, day, status, BABY);
	}

	private static Told.Draft status(String number, String day, String status, Particulars child) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, child)
			.fact(FactKind.STATUS_CHANGED, "child", "status", status, "on", day, "ended", "false");
	}

	private static Told.Draft proposal(String number, String day, long version, String... answers) {
		return Told.record("social-care", number, day)
			.version(version)
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.CLOSURE_PROPOSED, "child", answers);
	}

	private static Told.Draft lead(String number, String day, long version, String... attributes) {
		return Told.record("social-care", number, day)
			.version(version)
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.LEAD_ASSIGNED, "child", attributes);
	}

	private static Told.Draft visitWithFather(String day, String home) {
		return Told.record("health-visiting", "V1", day)
			.person("baby", Role.CHILD, BABY)
			.person("father", Role.FATHER, Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, home))
			.related("father", RelationKind.PARENT_OF, "baby", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "baby");
	}

	private static Told.Draft babyAt(String number, String day, String home) {
		return Told.record("health-visiting", number, day)
			.person("baby", Role.CHILD,
					Told.withNhsNumber(Told.person("AVA", "HALE", "2025-09-01", Sex.FEMALE, home), "9990000018"))
			.fact(FactKind.VISIT_MADE, "baby");
	}

	private @Nullable String leadAfter(Told.Draft draft) {
		LeadProfessional lead = pictures(apply(draft)).getLast().lead();
		return (lead != null) ? lead.name() : null;
	}

	private static Told.Draft moveOf(String number, String day, Particulars who, String from, String to) {
		return Told.record("housing", number, day)
			.person("tenant", Role.TENANT, who)
			.fact(FactKind.MOVED, "tenant", "on", day, "fromHomeKeys", from, "toHomeKeys", to, "initiatedBy", "TENANT");
	}

	private static Told.Draft tenancy(String number, String day, String change, String reference, Particulars who) {
		return Told.record("housing", number, day)
			.person("man", Role.TENANT, who)
			.fact(FactKind.TENANCY_CHANGED, "man", "change", change, "tenancy", reference, "on", day, "homeKeys",
					Told.HOME);
	}

	private static Told.Draft familyMove(String number, String day, String from, String to) {
		return Told.record("housing", number, day)
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.MOVED, "child", "on", day, "fromHomeKeys", from, "toHomeKeys", to, "initiatedBy", "TENANT");
	}

	private static Told.Draft move(String number, String day, String initiatedBy) {
		return Told.record("housing", number, day)
			.person("tenant", Role.TENANT, Told.person("LENA", "HALE", "2000-02-02", Sex.FEMALE, Told.HOME))
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.MOVED, "child", "on", day, "initiatedBy", initiatedBy);
	}

	private static Told.Draft request(String number, String day, String of) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.INFORMATION_REQUESTED, "child", "change", "REQUESTED", "request", number, "of", of, "on",
					day);
	}

	private static Told.Draft answer(String number, String day, String by, String request) {
		return Told.record(by, number, day)
			.person("child", Role.CHILD, BABY)
			.fact(FactKind.INFORMATION_REQUESTED, "child", "change", "ANSWERED", "request", request, "by", by);
	}

	private static boolean tellsOfSilence(AlertMemory alert) {
		return alert.content().text().contains("no data");
	}

	private AreaEngine.Result declare(String at, String agency, String eventType, @Nullable Integer hours,
			FactKind... kinds) {
		return this.engine.apply(Told.declared(next(), at, agency, eventType, hours, kinds));
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		Entry.Event event = draft.logged(next());
		return this.engine.apply(event);
	}

	private long next() {
		return this.offset++;
	}

	private int personsNamed(String name) {
		List<Object> found = new ArrayList<>();
		this.state.persons().forEach((person, mentions) -> {
			if (mentions.stream().anyMatch((mention) -> {
				var known = this.state.mentions().get(mention);
				return known != null && known.particulars().displayName().contains(name);
			})) {
				found.add(person);
			}
		});
		return found.size();
	}

	private static Told.Draft concern(String number, String day, Particulars child) {
		return Told.record("hospital", number, day)
			.person("child", Role.CHILD, child)
			.fact(FactKind.CONCERN_RECORDED, "child");
	}

	private static List<AlertMemory> alerts(AreaEngine.Result result) {
		return changes(result).stream().map(Output.AlertChanged::alert).toList();
	}

	private static List<Output.AlertChanged> changes(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> (Output.AlertChanged) output)
			.toList();
	}

	private static List<String> names(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.PictureChanged.class::isInstance)
			.map((output) -> ((Output.PictureChanged) output).view().child().displayName())
			.toList();
	}

	private static List<ChildView> pictures(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.PictureChanged.class::isInstance)
			.map((output) -> ((Output.PictureChanged) output).view())
			.toList();
	}

	private static List<Output.StatusTold> told(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.StatusTold.class::isInstance)
			.map((output) -> (Output.StatusTold) output)
			.toList();
	}

}
