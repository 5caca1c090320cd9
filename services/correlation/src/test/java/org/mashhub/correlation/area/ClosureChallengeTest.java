package org.mashhub.correlation.area;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.RelationKind;
import org.mashhub.correlation.observation.RelationStatus;
import org.mashhub.correlation.observation.Role;
import org.mashhub.correlation.observation.Sex;
import org.mashhub.correlation.state.AlertContent;
import org.mashhub.correlation.state.AlertMemory;
import org.mashhub.correlation.state.HeapState;
import org.mashhub.correlation.state.LinkAnswer;

import static org.assertj.core.api.Assertions.assertThat;

/** What speaks against closing a case. */
class ClosureChallengeTest {

	private static final Particulars BOY = Told
		.withNhsNumber(Told.person("BEN", "HALE", "2019-04-01", Sex.MALE, Told.HOME), "9990000026");

	private static final Particulars MOTHER = Told.person("LENA", "HALE", "1995-02-02", Sex.FEMALE, Told.HOME);

	private static final Particulars MAN = Told.person("DARREN", "POOLE", "1994-03-03", Sex.MALE, Told.HOME);

	private static final Particulars FATHER = Told.person("NOEL", "FARR", "1990-09-09", Sex.MALE, Told.HOME);

	/** Nothing joins him to the family. */
	private static final Particulars STRANGER = Told.person("VICTOR", "STEELE", "1988-05-05", Sex.MALE, "B/elsewhere");

	/** Nothing but the name joins him to the man. */
	private static final Particulars NAMESAKE = Told.person("DARREN", "POOLE", null, Sex.MALE, null);

	private final HeapState state = new HeapState();

	private final AreaEngine engine = new AreaEngine(Told.AREA, Told.settings(), this.state);

	private long offset;

	@BeforeEach
	void opensACase() {
		apply(Told.record("health-visiting", "V1", "2025-01-10")
			.person("child", Role.CHILD, BOY)
			.person("mother", Role.MOTHER, MOTHER)
			.related("mother", RelationKind.PARENT_OF, "child", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "child"));
		apply(status("S1", "2025-08-01"));
	}

	@Test
	void asksNothingWhenNothingIsOpen() {
		assertThat(alerts(apply(proposal("P1", "2025-10-03", "RC8")))).isEmpty();
	}

	@Test
	void countsAPregnancyAndABirthThatOnlyTheMothersRecordTells() {
		apply(pregnancy("B1", "2025-06-02", "BOOKED"));
		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).containsExactly("pregnancy");

		apply(pregnancy("B2", "2025-10-10", "BORN"));
		assertThat(items(proposal("P2", "2025-10-12", "RC8"))).containsExactly("newborn");
	}

	@Test
	void dropsAPregnancyAtOnceWhenItEnds() {
		apply(pregnancy("B1", "2025-06-02", "BOOKED"));
		apply(proposal("P1", "2025-10-03", "RC8"));

		assertThat(alerts(apply(pregnancy("B2", "2025-10-04", "ENDED")))).singleElement()
			.satisfies((alert) -> assertThat(alert.phase()).isEqualTo(AlertMemory.Phase.LAPSED));
	}

	@ParameterizedTest
	@CsvSource({ "RELEASED, release", "RELEASE_PLANNED, release" })
	void countsAReleaseFromPrison(String status, String item) {
		apply(Told.record("probation", "R1", "2025-09-10")
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", status));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).containsExactly(item);
	}

	@Test
	void asksOnceForAReleaseThatIsARiskEventToo() {
		apply(release("R1", "2025-09-10", "RELEASED", "type", "VIOLENCE"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).containsExactly("alert-A01", "release");
	}

	@ParameterizedTest
	@CsvSource({ "2025-06-01, false", "2025-07-04, false", "2025-07-06, true", "2026-01-01, true",
			"2026-01-02, false" })
	void countsAReleaseThatALongPastSentencePlansForThisTime(String day, boolean counted) {
		apply(sentence("R1", "2024-03-01", day));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8"))))
			.isEqualTo(counted ? List.of("release") : List.of());
	}

	@Test
	void saysForWhenAReleaseIsPlanned() {
		apply(sentence("R1", "2024-03-01", "2025-11-20"));

		assertThat(alerts(apply(proposal("P1", "2025-10-03", "RC8")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().openItems()).singleElement()
				.extracting(AlertContent.OpenItem::description)
				.isEqualTo("a connected adult's release from prison is planned for 20 November 2025"));
	}

	@Test
	void callsNoReleaseRecordedThatIsOnlyPlannedAndDropsThePlanAfterARecall() {
		apply(release("R1", "2025-09-10", "RELEASE_PLANNED", "plannedRelease", "2025-10-15"));
		assertThat(described(proposal("P1", "2025-10-03", "RC8")))
			.containsExactly("a connected adult's release from prison is planned for 15 October 2025");

		apply(release("R2", "2025-10-04", "RECALLED"));
		assertThat(items(proposal("P2", "2025-10-06", "RC8"))).isEmpty();
	}

	@Test
	void saysWhenAReleaseWasPlannedWhoseDayNobodySays() {
		apply(release("R1", "2025-09-10", "RELEASE_PLANNED"));

		assertThat(described(proposal("P1", "2025-10-03", "RC8")))
			.containsExactly("a connected adult's release from prison is planned, recorded on 10 September 2025");
	}

	@Test
	void saysOfAReleaseWithoutADayThatItIsPlannedBesideOneWithADay() {
		apply(release("R1", "2025-09-10", "RELEASE_PLANNED", "plannedRelease", "2025-10-15"));
		apply(Told.record("probation", "R2", "2025-09-12")
			.person("mother", Role.OFFENDER, MOTHER)
			.fact(FactKind.CUSTODY_CHANGED, "mother", "status", "RELEASE_PLANNED"));

		assertThat(described(proposal("P1", "2025-10-03", "RC8")))
			.containsExactly("a connected adult's release from prison is planned for 15 October 2025, and is planned, "
					+ "recorded on 12 September 2025");
	}

	@Test
	void takesAnAnswerForNothingThatTheHubHeardOfLater() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		Told.Draft answered = answered("P1", "2025-10-03");
		assertThat(alerts(apply(answered))).filteredOn((alert) -> alert.rule().equals("A08")).isEmpty();

		List<AlertContent.OpenItem> later = openItems(apply(incident("L2", "2025-10-05", Role.SUSPECT, MAN)))
			.filter((item) -> item.answer() == null)
			.toList();
		List<AlertMemory> closed = alerts(apply(closure("C1", "2025-10-06")));

		assertThat(later).extracting(AlertContent.OpenItem::item).contains("risk-event");
		assertThat(closed).filteredOn((alert) -> alert.rule().equals("A08"))
			.last()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("RED"));
	}

	@Test
	void takesAnAnswerForNothingRecordedOfWhomTheHubConnectedOnlyLater() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(incident("L2", "2025-09-11", Role.SUSPECT, STRANGER));
		apply(answered("P1", "2025-10-03"));

		AreaEngine.Result connected = apply(Told.record("health-visiting", "V2", "2025-10-04")
			.person("mother", Role.MOTHER, MOTHER)
			.person("partner", Role.PARTNER, STRANGER)
			.related("partner", RelationKind.PARTNER_OF, "mother", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "mother"));

		assertThat(unanswered(connected)).contains("risk-event");
		assertThat(alerts(apply(answered("P2", "2025-10-05")))).filteredOn((alert) -> alert.rule().equals("A08"))
			.last()
			.satisfies((alert) -> assertThat(alert.closedBecause()).contains("every item has been answered"));
	}

	@Test
	void takesAnAnswerForNothingRecordedOfWhomAnOfficerConnectedOnlyLater() {
		Told.Draft known = incident("L1", "2025-09-10", Role.SUSPECT, MAN);
		Told.Draft other = incident("L2", "2025-09-11", Role.SUSPECT, NAMESAKE);
		apply(known);
		apply(other);
		apply(answered("P1", "2025-10-03"));

		AreaEngine.Result joined = this.engine
			.apply(Told.answered(this.offset++, known.mention("who"), other.mention("who"), LinkAnswer.Verdict.SAME));

		assertThat(unanswered(joined)).contains("risk-event");
	}

	@Test
	void takesTheSameAnswersSentAgainForNoAnswerToWhatWasConnectedSince() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(incident("L2", "2025-09-11", Role.SUSPECT, STRANGER));
		apply(answered("P1", "2025-10-03"));
		apply(Told.record("health-visiting", "V2", "2025-10-04")
			.person("mother", Role.MOTHER, MOTHER)
			.person("partner", Role.PARTNER, STRANGER)
			.related("partner", RelationKind.PARTNER_OF, "mother", RelationStatus.RECORDED)
			.fact(FactKind.VISIT_MADE, "mother"));

		apply(answered("P1", "2025-10-03").version(2));

		assertThat(unanswered(apply(closure("C1", "2025-10-07")))).contains("risk-event");
	}

	@Test
	void takesAVersionThatAnswersOneItemMoreForNoNewAnswerToTheOthers() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(contact("T1", "2025-09-12"));
		apply(answered("P1", "2025-10-03"));
		apply(incident("L2", "2025-10-04", Role.SUSPECT, MAN));

		AreaEngine.Result more = apply(Told.record("social-care", "P1", "2025-10-03")
			.version(2)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8", "answer.risk-event", "asked police",
					"answer.alert-A01", "asked police", "answer.contact", "seen"));

		assertThat(unanswered(more)).contains("risk-event").doesNotContain("contact");
		assertThat(openItems(more)).filteredOn((item) -> item.item().equals("contact"))
			.extracting(AlertContent.OpenItem::answer)
			.containsExactly("seen");
	}

	@Test
	void keepsTheAnswersOfAVersionThatLeavesOneOut() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(contact("T1", "2025-09-12"));
		apply(Told.record("social-care", "P1", "2025-10-03")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8", "answer.risk-event", "asked police",
					"answer.alert-A01", "asked police", "answer.contact", "seen"));

		assertThat(unanswered(apply(answered("P1", "2025-10-03").version(2)))).containsExactly("contact");
	}

	@Test
	void takesTheAnswersOfAProposalForNewOnesThatWasWithdrawnAndSentAgain() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(answered("P1", "2025-10-03"));
		this.engine.apply(answered("P1", "2025-10-03").retracted(this.offset++, 2));
		apply(incident("L2", "2025-10-04", Role.SUSPECT, MAN));
		apply(answered("P1", "2025-10-05").version(3));

		assertThat(unanswered(apply(contact("T1", "2025-10-06")))).containsExactly("contact");
	}

	@Test
	void staysRedWhenTheProposalIsWrittenAfterTheClosureOfTheSameDay() {
		apply(contact("T1", "2025-09-10"));
		apply(closure("C1", "2025-10-06").ofTheDay("2025-10-06T10:00:00Z"));

		List<AlertMemory> after = alerts(apply(proposal("P1", "2025-10-06", "RC8").ofTheDay("2025-10-06T16:00:00Z")));

		assertThat(after).filteredOn((alert) -> alert.rule().equals("A08"))
			.allSatisfy((alert) -> assertThat(alert.content().colour()).isEqualTo("RED"))
			.allSatisfy((alert) -> assertThat(alert.phase()).isEqualTo(AlertMemory.Phase.OPEN));
	}

	@Test
	void takesNoAnswerOfAProposalThatIsWithdrawn() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(answered("P1", "2025-10-03"));
		this.engine.apply(answered("P1", "2025-10-03").retracted(this.offset++, 2));

		assertThat(unanswered(apply(closure("C1", "2025-10-06")))).contains("risk-event");
	}

	@Test
	void keepsAnAnswerWhenWhatItIsAboutIsCorrected() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(answered("P1", "2025-10-03"));

		assertThat(alerts(apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN).version(2))))
			.filteredOn((alert) -> alert.rule().equals("A08"))
			.isEmpty();
	}

	@Test
	void asksAgainWhenARecordThatWasAnsweredSaysSomethingElse() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(answered("P1", "2025-10-03"));

		AreaEngine.Result worse = apply(Told.record("police", "L1", "2025-09-10")
			.version(2)
			.person("who", Role.SUSPECT, MAN)
			.fact(FactKind.RISK_INCIDENT, "who", "type", "WEAPONS"));
		AreaEngine.Result answeredAgain = apply(answered("P1", "2025-10-03", "asked police again").version(2));

		assertThat(unanswered(worse)).contains("risk-event");
		assertThat(alerts(answeredAgain)).filteredOn((alert) -> alert.rule().equals("A08"))
			.last()
			.satisfies((alert) -> assertThat(alert.closedBecause()).contains("every item has been answered"));
	}

	@Test
	void asksAgainWhenARecordThatWasAnsweredSaysItOfAnotherDay() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(answered("P1", "2025-10-03"));

		assertThat(unanswered(apply(incident("L1", "2025-10-01", Role.SUSPECT, MAN).version(2))))
			.contains("risk-event");
	}

	@Test
	void asksAgainWhenARecordThatWasAnsweredNamesAnother() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(answered("P1", "2025-10-03"));

		assertThat(unanswered(apply(incident("L1", "2025-09-10", Role.SUSPECT, FATHER).version(2))))
			.contains("risk-event");
	}

	@Test
	void asksAgainWhenThePoliceReleaseWhatNobodyElseCouldHaveAnswered() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN).forPoliceOnly());
		apply(answered("P1", "2025-10-03"));

		assertThat(unanswered(apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN).version(2))))
			.contains("risk-event");
	}

	@Test
	void countsNoPlanThatALaterOneTookThePlaceOf() {
		apply(sentence("R1", "2024-03-01", "2025-11-20"));
		apply(sentence("R2", "2024-09-01", "2027-11-20"));

		assertThat(alerts(apply(proposal("P1", "2025-10-03", "RC8")))).isEmpty();
	}

	@Test
	void countsNoPlanAfterTheReleaseItself() {
		apply(sentence("R1", "2024-03-01", "2025-11-20"));
		apply(Told.record("probation", "R2", "2025-05-10")
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", "RELEASED"));

		assertThat(alerts(apply(proposal("P1", "2025-10-03", "RC8")))).isEmpty();
	}

	@Test
	void countsAThreatWhoseVictimIsTheMotherThoughSheIsNoRiskHerself() {
		apply(incident("L1", "2025-09-10", Role.VICTIM, MOTHER));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).containsExactly("incident");
	}

	@Test
	void countsWhatCameSinceTheLastClosureThatNinetyDaysWouldMiss() {
		apply(closure("C1", "2025-08-20"));
		apply(incident("L1", "2025-08-25", Role.SUSPECT, MAN));
		apply(status("S2", "2026-01-10"));

		assertThat(items(proposal("P1", "2026-02-10", "RC8"))).contains("risk-event");
	}

	@Test
	void countsNothingThatTheLastClosureHadWeighed() {
		apply(incident("L1", "2025-08-10", Role.SUSPECT, MAN));
		apply(closure("C1", "2025-08-20"));
		apply(status("S2", "2026-01-10"));

		assertThat(items(proposal("P1", "2026-02-10", "RC8"))).doesNotContain("risk-event");
	}

	@Test
	void countsAConferenceThatWasAskedForAndNotAgreedUntilOneIsHeld() {
		apply(meeting("M1", "2025-09-01", "REQUESTED", "request", "7", "kind", "CONFERENCE"));
		apply(meeting("M2", "2025-09-05", "REQUEST_DECIDED", "request", "7", "outcome", "REFUSED", "kind",
				"CONFERENCE"));
		List<String> refused = items(proposal("P1", "2025-09-08", "RC8"));

		apply(meeting("M3", "2025-09-10", "HELD", "kind", "CONFERENCE"));

		assertThat(refused).containsExactly("conference");
		assertThat(alerts(apply(proposal("P2", "2025-09-12", "RC8"))))
			.noneMatch((alert) -> alert.phase() == AlertMemory.Phase.OPEN);
	}

	@Test
	void countsAMeetingThatWasCancelledAndNotHeldSince() {
		apply(meeting("M1", "2025-09-01", "CANCELLED", "kind", "CORE_GROUP"));

		assertThat(items(proposal("P1", "2025-09-08", "RC8"))).containsExactly("meeting");
	}

	@Test
	void countsWhatSomebodyToldWhileTheCaseWasOpenAndNotWhatOpenedIt() {
		apply(contact("T1", "2025-07-20"));
		assertThat(alerts(apply(proposal("P1", "2025-09-08", "RC8")))).isEmpty();

		apply(contact("T2", "2025-09-09"));
		assertThat(items(proposal("P2", "2025-09-12", "RC8"))).containsExactly("contact");
	}

	@Test
	void saysWhenSomebodyToldNotWhenItWasSeen() {
		apply(contact("T1", "2025-07-20", "reportedAt", "2025-08-14T09:00:00Z"));

		assertThat(described(proposal("P1", "2025-09-08", "RC8")))
			.containsExactly("somebody told of concerns while the case was open, on 14 August 2025");
	}

	@Test
	void doesNotSayThatACaseWasOpenWhereNoStatusSaysSo() {
		Particulars girl = Told.person("TESS", "MOOR", "2019-05-05", Sex.FEMALE, "A/elsewhere");
		apply(Told.record("social-care", "T1", "2025-08-14")
			.person("child", Role.CHILD, girl)
			.fact(FactKind.CONTACT_RECEIVED, "child", "source", "9"));

		assertThat(described(Told.record("social-care", "C1", "2025-09-08")
			.person("child", Role.CHILD, girl)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-09-08", "reason", "RC8")))
			.containsExactly("somebody told of concerns on 14 August 2025");
	}

	@Test
	void countsAMoveOfTheFamily() {
		apply(Told.record("housing", "H1", "2025-09-05")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.MOVED, "child", "on", "2025-09-05", "initiatedBy", "TENANT"));

		assertThat(items(proposal("P1", "2025-09-08", "RC8"))).contains("move");
	}

	@ParameterizedTest
	@CsvSource({ "PROPOSED, true", "ACCEPTED, false" })
	void asksForTheLeadWhoAcceptedAStepDown(String change, boolean asked) {
		apply(Told.record("early-help", "E1", "2025-09-05")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.STEP_DOWN_CHANGED, "child", "change", change, "stepDown", "9"));

		List<AlertMemory> alerts = alerts(apply(proposal("P1", "2025-09-08", "RC9")));

		assertThat(alerts.stream().flatMap((alert) -> alert.content().openItems().stream()))
			.extracting(AlertContent.OpenItem::item)
			.isEqualTo(asked ? List.of("step-down") : List.of());
	}

	@Test
	void challengesAClosureOnTheDayOfWhatHappened() {
		apply(contact("T1", "2025-10-06").ofTheDay("2025-10-06T09:00:00Z"));

		assertThat(openItems(apply(closure("C1", "2025-10-06").ofTheDay("2025-10-06T15:00:00Z"))))
			.extracting(AlertContent.OpenItem::item)
			.containsExactly("contact");
	}

	@Test
	void leavesOutWhatCameAfterTheClosureOnItsDay() {
		apply(contact("T1", "2025-10-06").ofTheDay("2025-10-06T16:00:00Z"));

		assertThat(itemsOf(apply(closure("C1", "2025-10-06").ofTheDay("2025-10-06T15:00:00Z")))).isEmpty();
	}

	@Test
	void isRedWhenACaseIsClosedOnTheDayOfTheProposalUnanswered() {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(Told.recordAt("social-care", "P1", Instant.parse("2025-10-06T10:00:00Z"))
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8"));

		assertThat(alerts(apply(closure("C1", "2025-10-06").ofTheDay("2025-10-06T16:00:00Z"))))
			.filteredOn((alert) -> alert.rule().equals("A08"))
			.last()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("RED"));
	}

	@Test
	void goesAwayWhenTheClosureAnswersWhatTheProposalOfTheDayDidNot() {
		apply(contact("T1", "2025-09-10"));
		apply(Told.recordAt("social-care", "P1", Instant.parse("2025-10-06T10:00:00Z"))
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8"));

		assertThat(alerts(apply(Told.record("social-care", "C1", "2025-10-06")
			.ofTheDay("2025-10-06T16:00:00Z")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CASE_CLOSED, "child", "on", "2025-10-06", "reason", "RC8", "answer.contact", "seen"))))
			.filteredOn((alert) -> alert.rule().equals("A08"))
			.last()
			.satisfies((alert) -> assertThat(alert.phase()).isNotEqualTo(AlertMemory.Phase.OPEN));
	}

	@Test
	void saysWhatIsNotForTheFamily() {
		apply(release("R1", "2025-09-10", "RELEASED"));
		apply(contact("T1", "2025-09-11"));

		assertThat(advice(proposal("P1", "2025-10-03", "RC8")))
			.isEqualTo("You may discuss these with the family, except police and probation information "
					+ "and what others have told of concerns.");
	}

	@Test
	void asksToRingFirstWhereSomebodySaysThatTheFamilyMayNotKnow() {
		apply(contact("T1", "2025-09-11", "familyInformed", "NOT_SAFE_TO_INFORM"));

		assertThat(advice(proposal("P1", "2025-10-03", "RC8")))
			.startsWith("Ask the MASH before you discuss any of this");
	}

	@ParameterizedTest
	@CsvSource({ "true, Ask the MASH before you discuss any of this with the family: an address is protected.",
			"false, You may discuss these with the family" })
	void asksToRingFirstAfterAMoveToAProtectedAddress(boolean isProtected, String advice) {
		Told.Draft move = Told.record("housing", "H1", "2025-09-05")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.MOVED, "child", "on", "2025-09-05", "initiatedBy", "TENANT");
		apply(isProtected ? move.protecting() : move);

		assertThat(advice(proposal("P1", "2025-10-03", "RC8"))).startsWith(advice);
	}

	@Test
	void saysOfPoliceInformationThatMayNotBeToldAnywayWhatItAlwaysSays() {
		apply(Told.record("police", "L1", "2025-09-10")
			.person("who", Role.SUSPECT, MAN)
			.fact(FactKind.RISK_INCIDENT, "who", "type", "VIOLENCE", "familyInformed", "NOT_SAFE_TO_INFORM"));

		assertThat(advice(proposal("P1", "2025-10-03", "RC8")))
			.isEqualTo("You may discuss these with the family, except police information.");
	}

	@ParameterizedTest
	@CsvSource({ "ARRESTED,false", "BAILED,false", "CHARGED,false", "REMANDED,true", "SENTENCED,true" })
	void callsItNoReleaseFromPrisonWhenPoliceLetGoWhomTheyArrested(String before, boolean counted) {
		apply(custody("U1", "2025-09-10", before));
		apply(custody("U2", "2025-09-12", "RELEASED"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8")).contains("release")).isEqualTo(counted);
	}

	@Test
	void callsItNoReleaseFromPrisonOnTheDayOfTheArrest() {
		apply(custody("U1", "2025-09-12", "ARRESTED"));
		apply(custody("U2", "2025-09-12", "RELEASED"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).doesNotContain("release");
	}

	@Test
	void countsAReleaseAfterASentenceThatAnotherAgencyRecorded() {
		apply(custody("U1", "2025-09-06", "CHARGED"));
		apply(release("R1", "2025-09-08", "REMANDED"));
		apply(custody("U2", "2025-09-12", "RELEASED"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).contains("release");
	}

	@Test
	void countsAReleaseLongAfterACharge() {
		apply(custody("U1", "2025-02-01", "CHARGED"));
		apply(custody("U2", "2025-09-12", "RELEASED"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).contains("release");
	}

	@Test
	void countsNobodyWhoWasWantedYearsAgo() {
		apply(Told.record("police", "W1", "2025-09-10")
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", "NO_LONGER_WANTED", "on", "2019-03-01"));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8")))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2024-09-10, false", "2024-09-11, true" })
	void tellsByTheDayOfTheAreaWhoWasWantedYearsAgo(String wanted, boolean counted) {
		apply(Told.recordAt("police", "W1", Instant.parse("2025-09-10T23:30:00Z"))
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", "NO_LONGER_WANTED", "on", wanted));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8"))).contains("risk-event")).isEqualTo(counted);
	}

	@Test
	void countsNoContactOfWhoToldOfAnotherFamily() {
		apply(Told.record("single-point-of-access", "T1", "2025-09-02")
			.person("man", Role.REPORTER, MAN)
			.fact(FactKind.CONTACT_RECEIVED, "man"));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8")))).isEmpty();
	}

	@Test
	void countsThatAnAdultWasWantedThoughTheArrestHasEndedIt() {
		apply(custody("W1", "2025-09-10", "NO_LONGER_WANTED"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).contains("risk-event");
	}

	@Test
	void countsAPregnancyOfTheChildItself() {
		apply(Told.record("hospital", "B1", "2025-09-02")
			.person("mother", Role.PATIENT, BOY)
			.fact(FactKind.PREGNANCY_CHANGED, "mother", "change", "BOOKED"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).containsExactly("pregnancy");
	}

	@Test
	void countsAContactThatNamesOnlyWhomTheChildLivesWith() {
		apply(Told.record("single-point-of-access", "T1", "2025-09-02")
			.person("man", Role.SUBJECT, MAN)
			.fact(FactKind.CONTACT_RECEIVED, "man"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).containsExactly("contact");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "KIT" })
	void countsAContactAboutAChildAtItsHomeWhomNobodyNamesInFull(String given) {
		apply(contactAbout("T1", "2025-09-02", Told.person(given, "", null, Sex.UNKNOWN, Told.HOME)));

		assertThat(described(proposal("P1", "2025-10-03", "RC8")))
			.containsExactly("somebody told of concerns about a child at home whom they did not name in full, "
					+ "while the case was open, on 2 September 2025");
	}

	@Test
	void saysThatOneOfSeveralContactsNamedNoChild() {
		apply(contact("T1", "2025-09-01"));
		apply(contactAbout("T2", "2025-09-02", Told.person("", "", null, Sex.UNKNOWN, Told.HOME)));

		assertThat(described(proposal("P1", "2025-10-03", "RC8")))
			.containsExactly("somebody told of concerns, also about a child at home whom they did not name in full, "
					+ "while the case was open, on 1 September 2025 and 2 September 2025");
	}

	@Test
	void countsNoContactAboutAnotherChildOfTheHomeWhomItNames() {
		apply(contactAbout("T1", "2025-09-02", Told.person("TESS", "HALE", "2023-05-05", Sex.FEMALE, Told.HOME)));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8")))).isEmpty();
	}

	@Test
	void countsNoContactAboutAChildAtTheHomeFromBeforeTheChildCameThere() {
		apply(contactAbout("T1", "2025-09-02", Told.person("", "", null, Sex.UNKNOWN, "A/new-home")));
		apply(Told.record("health-visiting", "V2", "2025-09-20")
			.person("child", Role.CHILD,
					Told.withNhsNumber(Told.person("BEN", "HALE", "2019-04-01", Sex.MALE, "A/new-home"), "9990000026"))
			.fact(FactKind.CHILD_SEEN, "child", "seen", "SEEN_AWAKE"));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8")))).isEmpty();
	}

	private static Told.Draft contactAbout(String number, String day, Particulars who) {
		return Told.record("single-point-of-access", number, day)
			.person("baby", Role.CHILD, who)
			.fact(FactKind.CONTACT_RECEIVED, "baby");
	}

	@Test
	void countsAnAppointmentMissedSinceTheLastClosureThatNinetyDaysWouldMiss() {
		apply(closure("C1", "2025-08-20"));
		apply(Told.record("gp", "N1", "2025-08-25")
			.person("child", Role.PATIENT, BOY)
			.fact(FactKind.APPOINTMENT_NOT_BROUGHT, "child"));
		apply(status("S2", "2026-01-10"));

		assertThat(openItems(apply(proposal("P1", "2026-02-10", "RC8"))).map(AlertContent.OpenItem::description))
			.containsExactly("nobody brought Child B to an appointment on 25 August 2025");
	}

	@Test
	void takesOneAnswerForWhatThatAgencyAloneWasAsked() {
		this.engine.apply(Told.declared(this.offset++, "2025-09-01T09:00:00Z", "health-visiting", "InformationProvided",
				null, FactKind.INFORMATION_REQUESTED));
		this.engine.apply(Told.declared(this.offset++, "2025-09-01T09:00:00Z", "police", "InformationProvided", null,
				FactKind.INFORMATION_REQUESTED));
		apply(asked("Q1", "health-visiting"));
		apply(asked("Q2", "police"));

		apply(Told.record("health-visiting", "A1", "2025-09-12")
			.person("mother", Role.SUBJECT, MOTHER)
			.fact(FactKind.INFORMATION_REQUESTED, "mother", "change", "ANSWERED", "request", "IR-77", "by",
					"health-visiting"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).containsExactly("question-police");
	}

	@ParameterizedTest
	@CsvSource({ "2025-09-10,,m1,2025-09-10,false", "2025-09-10,,m2,2025-09-10,false", "2025-09-10,,m2,2025-09-09,true",
			"2025-09-10,2025-09-08,m1,2025-09-08,false", ",,m1,2025-09-01,false" })
	void asksForAMeetingThatWasCancelledUnlessItOrAnotherOfItsKindWasHeldSinceItsDay(@Nullable String slot,
			@Nullable String rearranged, String held, String on, boolean open) {
		List<String> said = new ArrayList<>(List.of("kind", "CORE_GROUP", "meeting", "m1"));
		if (slot != null) {
			said.addAll(List.of("at", slot + "T10:00:00Z"));
		}
		if (rearranged != null) {
			said.addAll(List.of("rearrangedFor", rearranged + "T10:00:00Z"));
		}
		apply(meeting("M2", on, "HELD", "kind", "CORE_GROUP", "meeting", held, "on", on));
		apply(meeting("M1", "2025-09-20", "CANCELLED", said.toArray(String[]::new)));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8"))).contains("meeting")).isEqualTo(open);
	}

	@Test
	void asksForAConferenceThatWasCancelledThoughProfessionalsHaveMet() {
		apply(meeting("M1", "2025-09-01", "CANCELLED", "kind", "CHILD_PROTECTION_CONFERENCE"));
		apply(meeting("M2", "2025-09-05", "HELD", "kind", "PROFESSIONALS"));

		assertThat(items(proposal("P1", "2025-09-08", "RC8"))).containsExactly("meeting");
	}

	@Test
	void countsAStrategyDiscussionAsHeldOnTheDayItWasAskedFor() {
		apply(meeting("M1", "2025-09-01", "REQUESTED", "request", "7", "kind", "STRATEGY_DISCUSSION", "on",
				"2025-09-01"));
		assertThat(described(proposal("P1", "2025-09-02", "RC8")))
			.containsExactly("a strategy discussion that was asked for on 1 September 2025 has not been decided on");

		apply(meeting("M2", "2025-09-01", "HELD", "kind", "STRATEGY_DISCUSSION", "on", "2025-09-01"));

		assertThat(itemsOf(apply(proposal("P2", "2025-09-03", "RC8")))).isEmpty();
	}

	@Test
	void knowsOfAStepDownThatWasAcceptedLongAgoInTheCase() {
		apply(Told.record("social-care", "D1", "2025-08-15")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.STEP_DOWN_CHANGED, "child", "change", "ACCEPTED", "stepDown", "9"));

		assertThat(itemsOf(apply(proposal("P1", "2026-01-20", "RC9")))).isEmpty();
	}

	@Test
	void countsWhatProfessionalsWereConcernedAtWhileTheCaseWasOpen() {
		apply(concern("ambulance", "A1", "2025-09-10"));
		apply(concern("education", "E1", "2025-09-12"));

		assertThat(described(proposal("P1", "2025-10-03", "RC8")))
			.containsExactly("the ambulance service and nursery or school recorded something of concern about Child B "
					+ "while the case was open, on 10 September 2025 and 12 September 2025");
	}

	@Test
	void countsNoConcernThatOpenedTheCase() {
		apply(concern("ambulance", "A1", "2025-07-20"));

		assertThat(itemsOf(apply(proposal("P1", "2025-09-08", "RC8")))).isEmpty();
	}

	@Test
	void isRedWhenACaseIsClosedOverAConcernThatNobodyHasAnswered() {
		apply(concern("health-visiting", "V2", "2025-10-02"));
		apply(proposal("P1", "2025-10-03", "RC8"));

		assertThat(alerts(apply(closure("C1", "2025-10-06")))).last()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("RED"))
			.satisfies((alert) -> assertThat(alert.content().text()).contains("Unanswered: the health visitor"));
	}

	@Test
	void countsNoConcernThatTheProposalAnswers() {
		apply(concern("education", "E1", "2025-09-12"));

		assertThat(unanswered(apply(Told.record("social-care", "P1", "2025-10-03")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8", "answer.concern", "seen and spoken to"))))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "false, false" })
	void countsAChildWhomSomebodyTookFromHospitalAgainstAdvice(String againstAdvice, boolean counted) {
		apply(Told.record("hospital", "H1", "2025-09-10")
			.person("child", Role.PATIENT, BOY)
			.fact(FactKind.DISCHARGED, "child", "againstAdvice", againstAdvice));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8"))))
			.isEqualTo(counted ? List.of("concern") : List.of());
	}

	@Test
	void countsAConcernAboutWhomTheChildLivesWith() {
		apply(Told.record("ambulance", "A1", "2025-09-10")
			.person("mother", Role.PATIENT, MOTHER)
			.fact(FactKind.CONCERN_RECORDED, "mother"));

		assertThat(described(proposal("P1", "2025-10-03", "RC8")))
			.containsExactly("the ambulance service recorded something of concern about Child B or somebody at home "
					+ "while the case was open, on 10 September 2025");
	}

	@ParameterizedTest
	@CsvSource({ "2025-09-09, true", "2025-09-10, true", "2025-09-20, false" })
	void countsAConcernOfSocialCareItselfUntilItHasVisitedAgain(String visit, boolean counted) {
		apply(concern("social-care", "H1", "2025-09-10"));
		apply(Told.record("social-care", "H2", visit)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.VISIT_MADE, "child"));

		assertThat(itemsOf(apply(proposal("P1", "2025-10-03", "RC8"))))
			.isEqualTo(counted ? List.of("concern") : List.of());
	}

	@Test
	void namesOnceWhatPoliceWereConcernedAt() {
		apply(Told.record("police", "L1", "2025-09-10")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.RISK_INCIDENT, "child", "type", "CHILD_CONCERN")
			.fact(FactKind.CONCERN_RECORDED, "child"));

		assertThat(items(proposal("P1", "2025-10-03", "RC8"))).containsExactly("incident");
	}

	@Test
	void doesNotTellTheFamilyWhoWasConcerned() {
		apply(concern("education", "E1", "2025-09-12"));

		assertThat(advice(proposal("P1", "2025-10-03", "RC8"))).isEqualTo(
				"You may discuss these with the family, except police information and what others have told of concerns.");
	}

	@Test
	void isRedWhenTheOnlyProposalWasForAClosureBeforeTheCaseWasOpenedAgain() {
		apply(proposal("P1", "2025-09-01", "RC8"));
		apply(closure("C1", "2025-09-05"));
		apply(status("S2", "2025-09-10"));

		assertThat(alerts(apply(closure("C2", "2025-10-06")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().colour()).isEqualTo("RED"))
			.satisfies((alert) -> assertThat(alert.content().text())
				.contains("The case was closed on 6 October 2025 without a proposal.")
				.doesNotContain("1 September"));
	}

	@Test
	void isRedWhenTheOnlyProposalWasForAClosureBeforeThoughNobodySaysThatTheCaseWasOpenedAgain() {
		apply(proposal("P1", "2025-09-01", "RC8"));
		apply(closure("C1", "2025-09-05"));

		assertThat(alerts(apply(closure("C2", "2025-10-06")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("without a proposal"));
	}

	@Test
	void twoEpisodesOfOneCaseAreClosedUponOneProposal() {
		apply(proposal("P1", "2025-09-01", "RC8"));
		apply(closure("C1", "2025-09-05"));

		assertThat(alerts(apply(closure("C2", "2025-09-08"))))
			.noneMatch((alert) -> alert.content().text().contains("without a proposal"));
	}

	@Test
	void isRedWhenTheProposalWasWrittenAfterAClosureAndBeforeTheCaseWasOpenedAgain() {
		apply(closure("C1", "2025-09-05"));
		apply(proposal("P1", "2025-09-07", "RC8"));
		apply(status("S2", "2025-09-10"));

		assertThat(alerts(apply(closure("C2", "2025-10-06")))).last()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("without a proposal"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-09-10", "2025-09-20" })
	void countsAProposalThatCameWhenTheCaseWasOpenAgain(String day) {
		apply(closure("C1", "2025-09-05"));
		apply(status("S2", "2025-09-10"));
		apply(proposal("P1", day, "RC8"));

		assertThat(alerts(apply(closure("C2", "2025-10-06")))).isEmpty();
	}

	@Test
	void countsAProposalForAClosureThatTwoRecordsTell() {
		apply(proposal("P1", "2025-09-01", "RC8"));
		apply(closure("C1", "2025-09-05"));

		assertThat(alerts(apply(closure("C2", "2025-09-05")))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-10-06", "2025-10-07" })
	void staysRedWhenAClosedCaseGoesToEarlyHelp(String day) {
		apply(incident("L1", "2025-09-10", Role.SUSPECT, MAN));
		apply(closure("C1", "2025-10-06", "RC9"));
		AlertMemory closed = challenge();

		apply(status("E1", day, "EARLY_HELP").ofTheDay(day + "T15:00:00Z"));

		assertThat(challenge().id()).isEqualTo(closed.id());
		assertThat(challenge().content().colour()).isEqualTo("RED");
		assertThat(challenge().content().openItems()).extracting(AlertContent.OpenItem::item)
			.contains("risk-event", "step-down");
	}

	@Test
	void isRedWhenAProposedCaseGoesToEarlyHelpUnansweredAndGoesOnWithTheClosure() {
		apply(contact("T1", "2025-09-10"));
		apply(proposal("P1", "2025-10-03", "RC9"));
		AlertMemory proposed = challenge();

		apply(status("E1", "2025-10-06", "EARLY_HELP"));
		AlertMemory early = challenge();
		apply(closure("C1", "2025-10-14", "RC9"));
		AlertMemory closed = challenge();

		assertThat(List.of(proposed.content().colour(), early.content().colour(), closed.content().colour()))
			.containsExactly("AMBER", "RED", "RED");
		assertThat(Stream.of(proposed, early, closed).map(AlertMemory::id).distinct()).hasSize(1);
		assertThat(early.content().statements()).contains("Closure was proposed on 3 October 2025.",
				"The status Child in Need ended on 6 October 2025 without a record of closure.");
		assertThat(closed.content().statements()).contains("The case was closed on 14 October 2025.");
	}

	@Test
	void asksOfACaseThatWentToEarlyHelpForTheLeadWhoAcceptedIt() {
		apply(contact("T1", "2025-09-10"));
		apply(status("E1", "2025-10-06", "EARLY_HELP"));

		assertThat(challenge().content().openItems()).extracting(AlertContent.OpenItem::item)
			.containsExactly("contact", "step-down");
	}

	@Test
	void asksForTheLeadAloneOnlyWhereItIsHeardWhoAccepts() {
		apply(status("E1", "2025-10-06", "EARLY_HELP"));
		assertThat(challenges()).isEmpty();

		this.engine.apply(Told.declared(this.offset++, "2025-10-06T12:00:00Z", "social-care", "StepDownAccepted", null,
				FactKind.STEP_DOWN_CHANGED));
		apply(contact("T1", "2025-10-07"));

		assertThat(challenge().content().openItems()).extracting(AlertContent.OpenItem::item)
			.containsExactly("step-down");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CLOSED", "NO_FURTHER_ACTION" })
	void isRedWhenAStatusAloneClosesACaseOverWhatLiesOpen(String name) {
		apply(contact("T1", "2025-09-10"));
		apply(status("E1", "2025-10-06", name));

		assertThat(challenge().content().colour()).isEqualTo("RED");
		assertThat(challenge().content().text())
			.contains("The status Child in Need ended on 6 October 2025 without a record of closure.")
			.contains("Unanswered: somebody told of concerns")
			.contains("answer each item now, in a proposal or a record of closure, or reopen the case");
	}

	@Test
	void isRedWhenTheLastStatusHasEndedAndNothingFollows() {
		apply(contact("T1", "2025-09-10"));
		apply(ended("E1", "2025-10-06", "CHILD_IN_NEED"));
		tick("2025-10-07T20:00:00Z");
		List<AlertMemory> nextDay = challenges();
		tick("2025-10-08T06:00:00Z");

		assertThat(nextDay).isEmpty();
		assertThat(challenge().content().colour()).isEqualTo("RED");
		assertThat(challenge().content().text())
			.contains("The status Child in Need ended on 6 October 2025 without a record of closure.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CLOSED", "NO_FURTHER_ACTION", "EARLY_HELP" })
	void saysNothingOfAStatusThatClosesACaseWhereNothingLiesOpen(String name) {
		apply(status("E1", "2025-10-06", name));
		tick("2025-10-09T06:00:00Z");

		assertThat(challenges()).isEmpty();
	}

	@Test
	void saysNothingOfNoFurtherActionWhereThereWasNoCase() {
		Particulars girl = Told.person("TESS", "MOOR", "2019-05-05", Sex.FEMALE, "A/elsewhere");
		apply(Told.record("social-care", "T1", "2025-08-14")
			.person("child", Role.CHILD, girl)
			.fact(FactKind.CONTACT_RECEIVED, "child", "source", "9"));
		apply(Told.record("social-care", "N1", "2025-08-20")
			.person("child", Role.CHILD, girl)
			.fact(FactKind.STATUS_CHANGED, "child", "status", "NO_FURTHER_ACTION", "on", "2025-08-20", "ended",
					"false"));

		assertThat(challenges()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025-10-06", "2025-10-07" })
	void callsItNoClosureWhenAnotherStatusFollows(String day) {
		apply(contact("T1", "2025-09-10"));
		apply(ended("E1", "2025-10-06", "CHILD_IN_NEED"));
		apply(status("S2", day, "CHILD_PROTECTION_PLAN"));
		tick("2025-10-10T06:00:00Z");

		assertThat(everChallenged()).isFalse();
	}

	@Test
	void callsItNoClosureWhenAnotherStatusLasts() {
		apply(contact("T1", "2025-09-10"));
		apply(status("S2", "2025-09-20", "LOOKED_AFTER"));
		apply(status("S3", "2025-09-25", "CHILD_PROTECTION_PLAN"));
		apply(ended("E1", "2025-10-06", "CHILD_PROTECTION_PLAN"));
		tick("2025-10-10T06:00:00Z");
		assertThat(everChallenged()).isFalse();

		apply(ended("E2", "2025-10-12", "LOOKED_AFTER"));
		tick("2025-10-14T06:00:00Z");
		assertThat(challenge().content().text()).contains("The status Looked After ended on 12 October 2025");
	}

	@Test
	void saysTheSameOfStatusAndClosureInWhateverOrderTheyCome() {
		apply(contact("T1", "2025-09-10"));
		apply(ended("E1", "2025-10-06", "CHILD_IN_NEED"));
		tick("2025-10-08T06:00:00Z");
		AlertMemory byStatus = challenge();
		apply(closure("C1", "2025-10-09"));
		AlertMemory statusFirst = challenge();

		ClosureChallengeTest other = new ClosureChallengeTest();
		other.opensACase();
		other.apply(contact("T1", "2025-09-10"));
		other.apply(closure("C1", "2025-10-09"));
		other.apply(ended("E1", "2025-10-06", "CHILD_IN_NEED"));

		assertThat(statusFirst.id()).isEqualTo(byStatus.id());
		assertThat(statusFirst.content().statements())
			.contains("The case was closed on 9 October 2025 without a proposal.")
			.isEqualTo(other.challenge().content().statements());
	}

	@Test
	void takesTheAnswersOfAProposalForAClosureByStatus() {
		apply(contact("T1", "2025-09-10"));
		apply(proposal("P1", "2025-10-03", "RC8", "answer.contact", "seen"));
		apply(status("E1", "2025-10-06", "CLOSED"));

		assertThat(everChallenged()).isFalse();
	}

	@Test
	void goesAwayWhenAProposalAfterTheEndOfTheStatusAnswers() {
		apply(contact("T1", "2025-09-10"));
		apply(status("E1", "2025-10-06", "CLOSED"));
		apply(proposal("P1", "2025-10-08", "RC8"));
		assertThat(challenge().content().colour()).isEqualTo("RED");

		apply(proposal("P1", "2025-10-08", "RC8", "answer.contact", "seen").version(2));
		assertThat(challenges()).isEmpty();
	}

	@Test
	void goesAwayWhenACaseThatAStatusClosedIsOpenedAgainAndComesBackWithTheNextClosure() {
		apply(contact("T1", "2025-09-10"));
		apply(status("E1", "2025-10-06", "CLOSED"));
		apply(status("S2", "2025-10-20"));
		List<AlertMemory> again = challenges();
		apply(contact("T2", "2025-10-25"));
		apply(ended("E2", "2025-11-03", "CHILD_IN_NEED"));
		List<AlertMemory> justEnded = challenges();
		tick("2025-11-05T06:00:00Z");

		assertThat(again).isEmpty();
		assertThat(justEnded).isEmpty();
		assertThat(challenge().content().text()).contains("ended on 3 November 2025 without a record of closure");
	}

	@Test
	void challengesAProposalOfACaseThatWasOpenedAgainAfterAStatusClosedIt() {
		apply(status("E1", "2025-10-06", "CLOSED"));
		apply(status("S2", "2025-10-10"));
		apply(contact("T1", "2025-10-12"));

		assertThat(items(proposal("P1", "2025-10-14", "RC8"))).containsExactly("contact");
	}

	@Test
	void isRedWhenTheOnlyProposalWasForAClosureByStatusBeforeTheCaseWasOpenedAgain() {
		apply(proposal("P1", "2025-09-01", "RC8"));
		apply(status("E1", "2025-09-05", "CLOSED"));
		apply(status("S2", "2025-09-10"));

		assertThat(alerts(apply(closure("C1", "2025-10-06")))).singleElement()
			.satisfies((alert) -> assertThat(alert.content().text()).contains("without a proposal"));
	}

	@Test
	void asksForTheHandoverWhenACaseThatIsProposedForTransferEndsByItsStatus() {
		apply(proposal("P1", "2025-10-03", "RC5"));
		apply(status("E1", "2025-10-06", "CLOSED"));

		assertThat(challenge().content().openItems()).extracting(AlertContent.OpenItem::item)
			.containsExactly("handover");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CHILD_PROTECTION_PLAN", "EARLY_HELP" })
	void countsWhatSomebodyToldUnderAStatusThatAnotherFollowed(String name) {
		apply(contact("T1", "2025-08-15"));
		apply(status("S2", "2025-11-01", name));

		assertThat(items(closure("C1", "2025-11-08", "RC8"))).contains("contact");
	}

	private List<AlertMemory> challenges() {
		return challenges(AlertMemory.Phase.OPEN);
	}

	private AlertMemory challenge() {
		assertThat(challenges()).hasSize(1);
		return challenges().getFirst();
	}

	private boolean everChallenged() {
		return Stream.of(AlertMemory.Phase.values())
			.anyMatch(
					(phase) -> challenges(phase).stream().anyMatch((alert) -> alert.content().colour().equals("RED")));
	}

	private List<AlertMemory> challenges(AlertMemory.Phase phase) {
		List<AlertMemory> found = new ArrayList<>();
		this.state.alerts().forEach((id, alert) -> {
			if (alert.rule().equals("A08") && alert.phase() == phase) {
				found.add(alert);
			}
		});
		return found;
	}

	private void tick(String at) {
		this.engine.apply(Told.tick(this.offset++, at));
	}

	private static Told.Draft concern(String agency, String number, String day) {
		return Told.record(agency, number, day)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CONCERN_RECORDED, "child", "by", agency);
	}

	private static Told.Draft asked(String number, String of) {
		return Told.record("social-care", number, "2025-09-10")
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.INFORMATION_REQUESTED, "child", "change", "REQUESTED", "request", "IR-77", "of", of);
	}

	private static Told.Draft custody(String number, String day, String status) {
		return Told.record("police", number, day)
			.person("man", Role.SUSPECT, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", status);
	}

	private String advice(Told.Draft proposal) {
		return alerts(apply(proposal)).stream()
			.filter((alert) -> alert.rule().equals("A08"))
			.map((alert) -> alert.content().familyAdvice())
			.findFirst()
			.orElseThrow();
	}

	private static Told.Draft status(String number, String day) {
		return status(number, day, "CHILD_IN_NEED");
	}

	private static Told.Draft status(String number, String day, String name) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.STATUS_CHANGED, "child", "status", name, "on", day, "ended", "false");
	}

	private static Told.Draft ended(String number, String day, String name) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.STATUS_CHANGED, "child", "status", name, "on", day, "ended", "true");
	}

	private static Told.Draft closure(String number, String day) {
		return closure(number, day, "RC8");
	}

	private static Told.Draft closure(String number, String day, String reason) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CASE_CLOSED, "child", "on", day, "reason", reason);
	}

	private static Told.Draft proposal(String number, String day, String reason, String... answers) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CLOSURE_PROPOSED, "child",
					Stream.concat(Stream.of("reason", reason), Stream.of(answers)).toArray(String[]::new));
	}

	private static Told.Draft answered(String number, String day) {
		return answered(number, day, "asked police");
	}

	private static Told.Draft answered(String number, String day, String words) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CLOSURE_PROPOSED, "child", "reason", "RC8", "answer.risk-event", words, "answer.alert-A01",
					words);
	}

	private static Told.Draft release(String number, String day, String status, String... attributes) {
		String[] all = new String[attributes.length + 2];
		all[0] = "status";
		all[1] = status;
		System.arraycopy(attributes, 0, all, 2, attributes.length);
		return Told.record("probation", number, day)
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", all);
	}

	private static Told.Draft incident(String number, String day, Role role, Particulars who) {
		return Told.record("police", number, day)
			.person("who", role, who)
			.fact(FactKind.RISK_INCIDENT, "who", "type", "VIOLENCE");
	}

	private static Told.Draft sentence(String number, String day, String plannedRelease) {
		return Told.record("police", number, day)
			.person("man", Role.OFFENDER, MAN)
			.fact(FactKind.CUSTODY_CHANGED, "man", "status", "SENTENCED", "type", "OTHER", "plannedRelease",
					plannedRelease);
	}

	private static Told.Draft pregnancy(String number, String day, String change) {
		return Told.record("hospital", number, day)
			.person("mother", Role.MOTHER, MOTHER)
			.fact(FactKind.PREGNANCY_CHANGED, "mother", "change", change);
	}

	private static Told.Draft contact(String number, String day, String... attributes) {
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.CONTACT_RECEIVED, "child", attributes);
	}

	private static Told.Draft meeting(String number, String day, String change, String... attributes) {
		String[] all = new String[attributes.length + 2];
		all[0] = "change";
		all[1] = change;
		System.arraycopy(attributes, 0, all, 2, attributes.length);
		return Told.record("social-care", number, day)
			.person("child", Role.CHILD, BOY)
			.fact(FactKind.MEETING_CHANGED, "child", all);
	}

	private static List<String> unanswered(AreaEngine.Result result) {
		return openItems(result).filter((item) -> item.answer() == null).map(AlertContent.OpenItem::item).toList();
	}

	/** Keys of what the challenge asks. */
	private List<String> items(Told.Draft proposal) {
		return itemsOf(apply(proposal));
	}

	private static List<String> itemsOf(AreaEngine.Result result) {
		return openItems(result).map(AlertContent.OpenItem::item).toList();
	}

	/** What the challenge asks, in words. */
	private List<String> described(Told.Draft proposal) {
		return openItems(apply(proposal)).map(AlertContent.OpenItem::description).toList();
	}

	private static Stream<AlertContent.OpenItem> openItems(AreaEngine.Result result) {
		return alerts(result).stream()
			.filter((alert) -> alert.rule().equals("A08"))
			.reduce((first, second) -> second)
			.stream()
			.flatMap((alert) -> alert.content().openItems().stream());
	}

	private AreaEngine.Result apply(Told.Draft draft) {
		return this.engine.apply(draft.logged(this.offset++));
	}

	private static List<AlertMemory> alerts(AreaEngine.Result result) {
		return result.outputs()
			.stream()
			.filter(Output.AlertChanged.class::isInstance)
			.map((output) -> ((Output.AlertChanged) output).alert())
			.toList();
	}

}
