package org.mashhub.correlation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.healthvisiting.v1.AdviceUnderstood;
import org.mashhub.event.healthvisiting.v1.AppointmentNotBrought;
import org.mashhub.event.healthvisiting.v1.AssertionKind;
import org.mashhub.event.healthvisiting.v1.AssertionRecorded;
import org.mashhub.event.healthvisiting.v1.ChildConcernKind;
import org.mashhub.event.healthvisiting.v1.ChildConcernRaised;
import org.mashhub.event.healthvisiting.v1.ChildSeen;
import org.mashhub.event.healthvisiting.v1.HandoverCompleted;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;
import org.mashhub.event.healthvisiting.v1.InformationAnswer;
import org.mashhub.event.healthvisiting.v1.InformationProvided;
import org.mashhub.event.healthvisiting.v1.NoAccessReason;
import org.mashhub.event.healthvisiting.v1.NoAccessVisitRecorded;
import org.mashhub.event.healthvisiting.v1.PractitionerChanged;
import org.mashhub.event.healthvisiting.v1.SafeSleepAssessed;
import org.mashhub.event.healthvisiting.v1.ServiceLevel;

import static org.assertj.core.api.Assertions.assertThat;

class HealthVisitingTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.VISITOR));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsWhoWasSeenAtHome() {
		assertThat(Events.said(HomeVisitRecorded.class, FAMILY, "childSeen", ChildSeen.SEEN_ASLEEP, "announced", true,
				"conditionsGrade", 4, "conditionsTool", "GCP2", "concern", true))
			.containsExactly("VISIT_MADE child {announced=true}", "CHILD_SEEN child {seen=SEEN_ASLEEP}",
					"ADULT_SEEN mother man {place=HOME}",
					"CONDITIONS_GRADED child {announced=true, grade=4, tool=GCP2}",
					"CONCERN_RECORDED child {by=health-visiting}");
	}

	@Test
	void tellsAVisitWithoutAccessAsAnAttemptToReachTheFamily() {
		assertThat(
				Events.said(NoAccessVisitRecorded.class, FAMILY, "reason", NoAccessReason.REFUSED, "announced", false))
			.containsExactly("CONTACT_ATTEMPTED child {announced=false, method=VISIT, outcome=REFUSED}");
	}

	@Test
	void tellsAMissedContactWithItsSlotAndProvider() {
		assertThat(Events.said(AppointmentNotBrought.class, FAMILY, "appointmentAt",
				Instant.parse("2025-09-30T09:00:00Z"), "serviceType", "SIX_WEEK_CHECK"))
			.containsExactly(
					"APPOINTMENT_NOT_BROUGHT child {provider=Y00001, service=SIX_WEEK_CHECK, slot=2025-09-30T09:00:00Z}");
	}

	@Test
	void tellsAChangeOfPractitionerWithReasonAndLevel() {
		assertThat(Events.said(PractitionerChanged.class, FAMILY, "toPractitioner", "Sam Lee", "role", "HEALTH_VISITOR",
				"reasonCode", "ORGRST", "serviceLevel", ServiceLevel.TARGETED, "effectiveOn", DAY))
			.containsExactly(
					"HANDOVER_CHANGED child {change=PRACTITIONER_CHANGED, on=2025-09-30, reason=ORGRST, role=HEALTH_VISITOR, serviceLevel=TARGETED, to=Sam Lee}");
	}

	@Test
	void tellsAHandoverAndWhatGoesWithIt() {
		assertThat(Events.said(HandoverCompleted.class, FAMILY, "verbal", true, "handedOverOn", DAY, "outstandingTasks",
				List.of("SAFE_SLEEP_ASSESSMENT")))
			.containsExactly(
					"HANDOVER_CHANGED child {change=COMPLETED, on=2025-09-30, outstanding=SAFE_SLEEP_ASSESSMENT, verbal=true}");
	}

	@Test
	void tellsASafeSleepAssessmentDoneOrNot() {
		assertThat(Events.said(SafeSleepAssessed.class, FAMILY, "done", true, "riskFactors",
				List.of("SMOKING", "BED_SHARING"), "adviceUnderstood", AdviceUnderstood.UNCLEAR))
			.containsExactly(
					"ASSESSMENT_CHANGED child {adviceUnderstood=UNCLEAR, change=COMPLETED, factors=SMOKING BED_SHARING, kind=SAFE_SLEEP}");
		assertThat(Events.said(SafeSleepAssessed.class, FAMILY, "done", false, "adviceUnderstood",
				AdviceUnderstood.NOT_RECORDED))
			.containsExactly(
					"ASSESSMENT_CHANGED child {adviceUnderstood=NOT_RECORDED, change=NOT_DONE, kind=SAFE_SLEEP}");
	}

	@Test
	void tellsAConcernByItsKind() {
		assertThat(Events.said(ChildConcernRaised.class, FAMILY, "kind", ChildConcernKind.FEEDING))
			.containsExactly("CONCERN_RECORDED child {by=health-visiting, kind=FEEDING}");
	}

	@Test
	void tellsWhatWasAssertedOfTheChildAndOfWhomItIsAbout() {
		assertThat(Events.said(AssertionRecorded.class, FAMILY, "assertionId", "AS1", "kind", AssertionKind.HEALTH,
				"aboutRef", "man", "saidByRef", "mother"))
			.containsExactly(
					"ASSERTION_MADE child man {assertion=AS1, change=RECORDED, kind=HEALTH, saidBy=MOTHER, verified=false}");
	}

	@Test
	void answersARequest() {
		assertThat(Events.said(InformationProvided.class, FAMILY, "requestId", "IR1", "answer",
				InformationAnswer.ANSWERED, "answeredOn", DAY))
			.containsExactly(
					"INFORMATION_REQUESTED child mother man {by=health-visiting, change=ANSWERED, on=2025-09-30, request=IR1}");
	}

}
