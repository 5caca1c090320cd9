package org.mashhub.correlation.intake;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RecordState;
import org.mashhub.event.police.v1.ConferenceKind;
import org.mashhub.event.police.v1.ConferenceRequested;
import org.mashhub.event.police.v1.DashRiskGrade;
import org.mashhub.event.police.v1.DomesticAbuseNotified;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.event.police.v1.InformationAnswer;
import org.mashhub.event.police.v1.InformationProvided;
import org.mashhub.event.police.v1.IntelligenceAssessment;
import org.mashhub.event.police.v1.IntelligenceHandling;
import org.mashhub.event.police.v1.IntelligenceReported;
import org.mashhub.event.police.v1.SourceEvaluation;
import org.mashhub.event.police.v1.WantedPersonCirculated;
import org.mashhub.hub.v1.Observation;
import org.mashhub.hub.v1.StandardIdentifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PoliceTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.SUSPECT));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsDomesticAbuseOfEachPersonByRoleWithItsOccurrenceAndGrade() {
		assertThat(Events.said(DomesticAbuseNotified.class, FAMILY, "occurrenceId", "OC1", "riskGrade",
				DashRiskGrade.HIGH, "childrenPresent", false, "childrenResident", true))
			.containsExactly(
					"RISK_INCIDENT child {childrenPresent=false, childrenResident=true, occurrence=OC1, riskGrade=HIGH, role=CHILD, type=DOMESTIC_ABUSE}",
					"RISK_INCIDENT mother {childrenPresent=false, childrenResident=true, occurrence=OC1, riskGrade=HIGH, role=MOTHER, type=DOMESTIC_ABUSE}",
					"RISK_INCIDENT man {childrenPresent=false, childrenResident=true, occurrence=OC1, riskGrade=HIGH, role=SUSPECT, type=DOMESTIC_ABUSE}");
	}

	@Test
	void tellsWhatHappenedWhereNobodyNamedLivesOfWhoeverWasThere() {
		Observation observation = Events.observed(Events.event(IncidentLogged.class, Events.header("Y00001", null),
				List.of(Events.somebody("man", PersonRole.SUSPECT)), "incidentType", "DRUGS", "location",
				Events.address()));

		assertThat(observation.getFacts()).extracting((fact) -> String.join(" ", fact.getSubjects()))
			.containsExactly("man", "@place");
		assertThat(observation.getPeople()).last().satisfies((whoever) -> {
			assertThat(whoever.getRecorded().getRole()).isEqualTo(PersonRole.OCCUPANT);
			assertThat(whoever.getRecorded().getAddress()).isEmpty();
			assertThat(whoever.getStandardised().getHomeKeys()).isEqualTo(Events.HOME_KEYS.of(Events.address()))
				.isNotEmpty();
			assertThat(whoever.getStandardised().getIdentifiers()).extracting(StandardIdentifier::getScheme)
				.containsOnly("PLACE");
		});
		assertThat(observation.toString()).doesNotContainIgnoringCase("mill row");
	}

	@Test
	void tellsWhatHappenedAtTheHomeOfSomebodyNamedOfThatPersonAlone() {
		PersonMention atHome = PersonMention.newBuilder(Events.somebody("woman", PersonRole.VICTIM))
			.setAddress(Events.address())
			.build();

		assertThat(Events.said(IncidentLogged.class, List.of(atHome), "incidentType", "VIOLENCE", "location",
				Events.address()))
			.singleElement()
			.asString()
			.startsWith("RISK_INCIDENT woman ");
		assertThat(Events.said(IncidentLogged.class, List.of(), "incidentType", "VIOLENCE")).isEmpty();
	}

	@Test
	void tellsIntelligenceWithItsGradesAndWhenAndWhereItWasObserved() {
		String home = Events.HOME_KEYS.joined(Events.address());

		assertThat(Events.said(intelligence(HandlingCode.MASH_ONLY, IntelligenceHandling.P, false, false, "location",
				Events.address(), "observedFrom", DAY.minusDays(9), "observedTo", DAY)))
			.containsExactly("INTELLIGENCE_HELD man @place {assessment=B, evaluation=UNTESTED, handling=P, homeKeys="
					+ home
					+ ", liveOperation=false, observedFrom=2025-09-21, observedTo=2025-09-30, released=false, type=DRUGS}");
		assertThat(home).doesNotContainIgnoringCase("mill");
	}

	@Test
	void refusesIntelligenceUnderConditionsOrOfAnOperationThatIsNotForPoliceStaffOnly() {
		for (HandlingCode handling : List.of(HandlingCode.STANDARD, HandlingCode.MASH_ONLY)) {
			assertRefused(intelligence(handling, IntelligenceHandling.C, false, false));
			assertRefused(intelligence(handling, IntelligenceHandling.P, true, false));
			assertRefused(intelligence(handling, IntelligenceHandling.C, true, false));
		}
	}

	@Test
	void takesSuchIntelligenceForPoliceStaffOnlyAndForOthersOnceItIsReleased() {
		assertTaken(intelligence(HandlingCode.POLICE_MASH_ONLY, IntelligenceHandling.C, false, false));
		assertTaken(intelligence(HandlingCode.POLICE_MASH_ONLY, IntelligenceHandling.P, true, false));
		assertTaken(intelligence(HandlingCode.MASH_ONLY, IntelligenceHandling.C, false, true));
		assertTaken(intelligence(HandlingCode.MASH_ONLY, IntelligenceHandling.P, true, true));
	}

	@Test
	void neverLetsTheSourceOfIntelligenceBecomeAPerson() {
		List<PersonMention> withSource = List.of(Events.somebody("man", PersonRole.SUSPECT),
				Events.somebody("source", PersonRole.REPORTER));

		assertRefused(intelligence(HandlingCode.POLICE_MASH_ONLY, IntelligenceHandling.C, false, false, "people",
				withSource));
	}

	@Test
	void takesTheWithdrawalOfWhatItWouldRefuseAndKeepsNothingOfIt() {
		IntelligenceReported withdrawn = intelligence(HandlingCode.STANDARD, IntelligenceHandling.C, true, false,
				"header", Events.inState(RecordState.ENTERED_IN_ERROR), "summary", "something", "people",
				List.of(Events.somebody("source", PersonRole.REPORTER)));

		assertThat(Events.observed(withdrawn).getFacts()).isEmpty();
		assertThat(Events.observed(withdrawn).getSummary()).isEmpty();
		assertThat(Events.observed(withdrawn).getPeople()).isEmpty();
	}

	@Test
	void tellsAWantedPersonAsAStandingThatEnds() {
		assertThat(Events.said(WantedPersonCirculated.class, FAMILY, "offenceType", "VIOLENCE", "circulatedOn", DAY))
			.containsExactly("CUSTODY_CHANGED man {on=2025-09-30, status=WANTED, type=VIOLENCE}");
		assertThat(Events.said(WantedPersonCirculated.class, FAMILY, "circulatedOn", DAY, "ended", true))
			.containsExactly("CUSTODY_CHANGED man {on=2025-09-30, status=NO_LONGER_WANTED}");
	}

	@Test
	void tellsARequestForAConferenceOfTheChildren() {
		assertThat(Events.said(ConferenceRequested.class, FAMILY, "requestId", "CR1", "kind",
				ConferenceKind.CHILD_PROTECTION_CONFERENCE, "requestedOf", "ORG-9", "requestedOn", DAY, "reasonCodes",
				List.of("THREAT_TO_CHILD", "DOMESTIC_ABUSE")))
			.containsExactly(
					"MEETING_CHANGED child {change=REQUESTED, kind=CHILD_PROTECTION_CONFERENCE, of=ORG-9, on=2025-09-30, reasons=THREAT_TO_CHILD DOMESTIC_ABUSE, request=CR1}");
	}

	@Test
	void tellsARefusalOfInformationWithItsReason() {
		assertThat(Events.said(InformationProvided.class, FAMILY, "requestId", "IR1", "answer",
				InformationAnswer.REFUSED, "refusalReason", "NO_LAWFUL_BASIS", "answeredOn", DAY))
			.containsExactly(
					"INFORMATION_REQUESTED child mother man {by=police, change=REFUSED, on=2025-09-30, reason=NO_LAWFUL_BASIS, request=IR1}");
	}

	private static void assertRefused(IntelligenceReported event) {
		assertThatIllegalArgumentException().isThrownBy(() -> Events.observed(event));
	}

	private static void assertTaken(IntelligenceReported event) {
		assertThat(Events.said(event)).singleElement().asString().startsWith("INTELLIGENCE_HELD man ");
	}

	private static IntelligenceReported intelligence(HandlingCode marked, IntelligenceHandling handling,
			boolean liveOperation, boolean released, Object... more) {
		IntelligenceReported event = Events.event(IntelligenceReported.class, Events.handled(marked),
				List.of(Events.somebody("man", PersonRole.SUSPECT)), "sourceEvaluation", SourceEvaluation.UNTESTED,
				"assessment", IntelligenceAssessment.B, "handlingCode", handling, "intelligenceType", "DRUGS",
				"liveOperation", liveOperation, "released", released);
		for (int at = 0; at < more.length; at += 2) {
			event.put(event.getSchema().getField(more[at].toString()).pos(), more[at + 1]);
		}
		return event;
	}

}
