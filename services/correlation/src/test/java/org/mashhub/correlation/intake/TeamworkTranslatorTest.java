package org.mashhub.correlation.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.socialcare.v1.CancellationReason;
import org.mashhub.event.socialcare.v1.ConferenceDecided;
import org.mashhub.event.socialcare.v1.ConferenceOutcome;
import org.mashhub.event.socialcare.v1.CoverArranged;
import org.mashhub.event.socialcare.v1.EscalationDecided;
import org.mashhub.event.socialcare.v1.EscalationOutcome;
import org.mashhub.event.socialcare.v1.EscalationRaised;
import org.mashhub.event.socialcare.v1.InformationRequested;
import org.mashhub.event.socialcare.v1.InvolvementEnded;
import org.mashhub.event.socialcare.v1.InvolvementStarted;
import org.mashhub.event.socialcare.v1.MeetingCancelled;
import org.mashhub.event.socialcare.v1.MeetingHeld;
import org.mashhub.event.socialcare.v1.MeetingKind;
import org.mashhub.event.socialcare.v1.MeetingScheduled;
import org.mashhub.event.socialcare.v1.MinutesCirculated;
import org.mashhub.event.socialcare.v1.PlanActionSet;
import org.mashhub.event.socialcare.v1.PlanActionState;
import org.mashhub.event.socialcare.v1.StepDownAccepted;
import org.mashhub.event.socialcare.v1.StepDownProposed;
import org.mashhub.event.socialcare.v1.SupervisionRecorded;

import static org.assertj.core.api.Assertions.assertThat;

class TeamworkTranslatorTest {

	private static final List<PersonMention> FAMILY = List.of(Events.somebody("child", PersonRole.CHILD),
			Events.somebody("mother", PersonRole.MOTHER), Events.somebody("man", PersonRole.PARTNER));

	private static final LocalDate DAY = LocalDate.of(2025, 9, 30);

	@Test
	void tellsAMeetingFromItsCallToItsMinutes() {
		assertThat(Events.said(MeetingScheduled.class, FAMILY, "meetingId", "M1", "kind", MeetingKind.CHILD_IN_NEED,
				"scheduledFor", Instant.parse("2025-10-07T13:00:00Z"), "invited", List.of("GP1", "HV1")))
			.containsExactly(
					"MEETING_CHANGED child {at=2025-10-07T13:00:00Z, change=SCHEDULED, invited=GP1 HV1, kind=CHILD_IN_NEED, meeting=M1}");
		assertThat(Events.said(MeetingHeld.class, FAMILY, "meetingId", "M1", "kind", MeetingKind.CHILD_IN_NEED,
				"heldOn", DAY, "invited", List.of("GP1", "HV1"), "attended", List.of("HV1"), "genogramReviewed", false))
			.containsExactly(
					"MEETING_CHANGED child {attended=HV1, change=HELD, genogramReviewed=false, invited=GP1 HV1, kind=CHILD_IN_NEED, meeting=M1, on=2025-09-30}");
		assertThat(Events.said(MinutesCirculated.class, FAMILY, "meetingId", "M1", "circulatedOn", DAY, "recipients",
				List.of("GP1")))
			.containsExactly(
					"MEETING_CHANGED child {change=MINUTES_CIRCULATED, meeting=M1, on=2025-09-30, recipients=GP1}");
	}

	@Test
	void tellsACancelledMeetingWithReasonAndWhetherItWasRearranged() {
		assertThat(Events.said(MeetingCancelled.class, FAMILY, "meetingId", "M1", "kind", MeetingKind.CORE_GROUP,
				"reason", CancellationReason.FAMILY_REFUSED))
			.containsExactly(
					"MEETING_CHANGED child {change=CANCELLED, kind=CORE_GROUP, meeting=M1, reason=FAMILY_REFUSED}");
	}

	@Test
	void tellsTheDecisionOnARequestForAConference() {
		assertThat(Events.said(ConferenceDecided.class, FAMILY, "requestId", "CR1", "outcome",
				ConferenceOutcome.REFUSED, "reasonCodes", List.of("VISIT_INSTEAD"), "decidedOn", DAY))
			.containsExactly(
					"MEETING_CHANGED child {change=REQUEST_DECIDED, on=2025-09-30, outcome=REFUSED, reasons=VISIT_INSTEAD, request=CR1}");
	}

	@Test
	void tellsWhoWasAskedForInformationAndByWhen() {
		assertThat(Events.said(InformationRequested.class, FAMILY, "requestId", "IR1", "requestedOfAgency", "gp",
				"requestedOf", "Y00001", "requestedOn", DAY, "dueOn", DAY.plusDays(5)))
			.containsExactly(
					"INFORMATION_REQUESTED child mother man {change=REQUESTED, dueOn=2025-10-05, of=gp, on=2025-09-30, organisation=Y00001, request=IR1}");
	}

	@Test
	void tellsAnActionOfThePlan() {
		assertThat(Events.said(PlanActionSet.class, FAMILY, "actionId", "P1", "ownerRole", "HEALTH_VISITOR", "dueOn",
				DAY, "measure", "weight on the line", "contingency", "conference", "state",
				PlanActionState.CONTINGENCY_STARTED, "changedOn", DAY))
			.containsExactly(
					"PLAN_ACTION_CHANGED child {action=P1, change=CONTINGENCY_STARTED, contingency=conference, dueOn=2025-09-30, measure=weight on the line, on=2025-09-30, owner=HEALTH_VISITOR}");
	}

	@Test
	void tellsThatSupervisionTookPlace() {
		assertThat(
				Events.said(SupervisionRecorded.class, FAMILY, "supervisedOn", DAY, "supervisorRole", "TEAM_MANAGER"))
			.containsExactly("SUPERVISION_RECORDED child {on=2025-09-30, supervisor=TEAM_MANAGER}");
	}

	@Test
	void tellsAStepDownAndMakesWhoAcceptsItTheLead() {
		assertThat(Events.said(StepDownProposed.class, FAMILY, "stepDownId", "SD1", "proposedOn", DAY))
			.containsExactly("STEP_DOWN_CHANGED child {change=PROPOSED, on=2025-09-30, stepDown=SD1}");
		assertThat(Events.said(StepDownAccepted.class, FAMILY, "stepDownId", "SD1", "acceptedOn", DAY, "leadName",
				"Sam Lee", "leadEmail", "sam.lee@example.org"))
			.containsExactly("STEP_DOWN_CHANGED child {change=ACCEPTED, lead=Sam Lee, on=2025-09-30, stepDown=SD1}",
					"LEAD_ASSIGNED child {email=sam.lee@example.org, name=Sam Lee, on=2025-09-30}");
	}

	@Test
	void tellsAnEscalationByStageWithItsDeadline() {
		assertThat(Events.said(EscalationRaised.class, FAMILY, "escalationId", "E1", "stage", 2, "raisedBy", "HV1",
				"against", "SC1", "reasonCodes", List.of("CLOSURE"), "raisedOn", DAY, "respondBy", DAY.plusDays(2)))
			.containsExactly(
					"ESCALATION_CHANGED child {against=SC1, by=HV1, change=RAISED, escalation=E1, on=2025-09-30, reasons=CLOSURE, respondBy=2025-10-02, stage=2}");
		assertThat(Events.said(EscalationDecided.class, FAMILY, "escalationId", "E1", "stage", 2, "outcome",
				EscalationOutcome.UPHELD, "decidedOn", DAY))
			.containsExactly(
					"ESCALATION_CHANGED child {change=DECIDED, escalation=E1, on=2025-09-30, outcome=UPHELD, stage=2}");
	}

	@Test
	void tellsWhoWorksWithAChildAndNoLonger() {
		assertThat(Events.said(InvolvementStarted.class, FAMILY, "practitioner", "Sam Lee", "role", "HOUSING_OFFICER",
				"organisation", "Fenbrook Homes", "startedOn", DAY))
			.containsExactly(
					"INVOLVEMENT_CHANGED child {change=STARTED, name=Sam Lee, on=2025-09-30, organisation=Fenbrook Homes, role=HOUSING_OFFICER}");
		assertThat(Events.said(InvolvementEnded.class, FAMILY, "practitioner", "Sam Lee", "role", "SOCIAL_WORKER",
				"reasonCode", "LEFTRL", "endedOn", DAY))
			.containsExactly(
					"INVOLVEMENT_CHANGED child {change=ENDED, name=Sam Lee, on=2025-09-30, reason=LEFTRL, role=SOCIAL_WORKER}");
	}

	@Test
	void tellsCoverEvenWhenItHoldsForNoChildInParticular() {
		assertThat(Events.said(CoverArranged.class, List.<PersonMention>of(), "practitioner", "Sam Lee", "from",
				Instant.parse("2025-12-24T12:00:00Z"), "until", Instant.parse("2026-01-02T08:00:00Z"), "delegate",
				"Jo Kerr"))
			.containsExactly(
					"INVOLVEMENT_CHANGED  {change=COVER_ARRANGED, delegate=Jo Kerr, from=2025-12-24T12:00:00Z, name=Sam Lee, until=2026-01-02T08:00:00Z}");
	}

}
