package org.mashhub.adapter.socialcare;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mashhub.adapter.kit.testing.AdapterTest;
import org.mashhub.adapter.kit.testing.AgencyClient;
import org.mashhub.adapter.kit.testing.RecordedEvents;
import org.mashhub.adapter.kit.testing.Refusals;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.TimePrecision;
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

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** What is sent of how those around a child work together. */
@AdapterTest
class TeamworkTest {

	private final RecordedEvents events;

	private final AgencyClient council;

	TeamworkTest(RecordedEvents events, MockMvcTester http) {
		this.events = events;
		this.council = new AgencyClient(http, "social-care", "999");
	}

	@Test
	void publishesWhoWasInvitedToAMeeting() {
		accept("meetings-scheduled", "meeting-scheduled");

		MeetingScheduled event = this.events.last(MeetingScheduled.class);
		assertThat(this.events.last().topic()).isEqualTo("social-care.meeting-scheduled.v1");
		assertThat(event.getMeetingId()).isEqualTo("MTG-2025-318");
		assertThat(event.getKind()).isEqualTo(MeetingKind.CHILD_IN_NEED);
		assertThat(event.getScheduledFor()).isEqualTo(Instant.parse("2025-12-11T10:00:00Z"));
		assertThat(event.getInvited()).containsExactly("harrow-vale-council", "harrow-vale-community-health", "Y99001",
				"harrow-vale-homes");
		assertThat(event.getHeader().getOccurredAt()).isEqualTo(Instant.parse("2025-12-01T09:00:00Z"));
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("LA900417");
	}

	@Test
	void publishesWhoCameAndWhetherTheGenogramWasReviewed() {
		accept("meetings", "meeting");

		MeetingHeld event = this.events.last(MeetingHeld.class);
		assertThat(event.getMeetingId()).isEqualTo("MTG-2025-318");
		assertThat(event.getHeldOn()).isEqualTo(LocalDate.of(2025, 12, 11));
		assertThat(event.getInvited()).hasSize(4);
		assertThat(event.getAttended()).containsExactly("harrow-vale-council", "harrow-vale-homes");
		assertThat(event.getFamilyPresent()).contains(false);
		assertThat(event.getGenogramReviewed()).contains(true);
		assertThat(event.getNextOn()).contains(LocalDate.of(2026, 1, 22));
		assertThat(event.getHeader().getOccurredPrecision()).isEqualTo(TimePrecision.DAY);
	}

	@Test
	void publishesWhyAMeetingDidNotTakePlace() {
		accept("meeting-cancellations", "meeting-cancellation");

		MeetingCancelled event = this.events.last(MeetingCancelled.class);
		assertThat(event.getMeetingId()).isEqualTo("MTG-2025-291");
		assertThat(event.getReason()).isEqualTo(CancellationReason.FAMILY_UNAVAILABLE);
		assertThat(event.getWasScheduledFor()).contains(Instant.parse("2025-11-26T10:00:00Z"));
		assertThat(event.getRearrangedFor()).contains(Instant.parse("2025-12-11T10:00:00Z"));
	}

	@Test
	void publishesToWhomMinutesWent() {
		accept("minutes", "minutes");

		MinutesCirculated event = this.events.last(MinutesCirculated.class);
		assertThat(event.getMeetingId()).isEqualTo("MTG-2025-318");
		assertThat(event.getCirculatedOn()).isEqualTo(LocalDate.of(2025, 12, 16));
		assertThat(event.getRecipients()).containsExactly("harrow-vale-council", "harrow-vale-community-health",
				"Y99001");
	}

	@Test
	void publishesADecisionOnAConferenceWithItsReasons() {
		accept("conference-decisions", "conference-decision");

		ConferenceDecided event = this.events.last(ConferenceDecided.class);
		assertThat(event.getRequestId()).isEqualTo("CR-2025-0044");
		assertThat(event.getOutcome()).isEqualTo(ConferenceOutcome.REFUSED);
		assertThat(event.getReasonCodes()).containsExactly("THRESHOLD_NOT_MET", "VISIT_INSTEAD");
		assertThat(event.getConsulted()).containsExactly("harrow-vale-police", "harrow-vale-community-health");
		assertThat(event.getDecidedOn()).isEqualTo(LocalDate.of(2025, 12, 18));
		assertThat(event.getDecidedByRole()).contains("Service manager");
	}

	@Test
	void publishesWhoWasAskedAboutWhom() {
		accept("information-requests", "information-request");

		InformationRequested event = this.events.last(InformationRequested.class);
		assertThat(event.getRequestId()).isEqualTo("IR-2025-0912");
		assertThat(event.getRequestedOfAgency()).isEqualTo("gp");
		assertThat(event.getRequestedOf()).contains("Y99001");
		assertThat(event.getRequestedOn()).isEqualTo(LocalDate.of(2025, 11, 12));
		assertThat(event.getDueOn()).contains(LocalDate.of(2025, 11, 19));
		assertThat(event.getAssessmentId()).contains("CFA-2025-6610");
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("LA900417", "A-71");
	}

	@Test
	void publishesAnActionWithItsMeasureAndContingency() {
		accept("plan-actions", "plan-action");

		PlanActionSet event = this.events.last(PlanActionSet.class);
		assertThat(event.getActionId()).isEqualTo("ACT-318-2");
		assertThat(event.getOwnerRole()).contains("Housing officer");
		assertThat(event.getOwnerOrganisation()).contains("harrow-vale-homes");
		assertThat(event.getDueOn()).contains(LocalDate.of(2026, 1, 9));
		assertThat(event.getMeasure()).hasValueSatisfying((text) -> assertThat(text).contains("damp"));
		assertThat(event.getContingency()).isPresent();
		assertThat(event.getState()).isEqualTo(PlanActionState.SET);
		assertThat(event.getChangedOn()).isEqualTo(LocalDate.of(2025, 12, 11));
	}

	@Test
	void numbersActionsAndRequestsAsTheirRecordsWhereTheyHaveNoOtherNumber() {
		send("plan-actions", example("plan-action").replace("\"actionId\": \"ACT-318-2\",", ""));
		assertThat(this.events.last(PlanActionSet.class).getActionId()).isEqualTo("ACT-2025-318-2");

		send("information-requests", example("information-request").replace("\"requestId\": \"IR-2025-0912\",", ""));
		assertThat(this.events.last(InformationRequested.class).getRequestId()).isEqualTo("IR-2025-0912");
	}

	@Test
	void publishesThatACaseWasDiscussedInSupervision() {
		accept("supervisions", "supervision");

		SupervisionRecorded event = this.events.last(SupervisionRecorded.class);
		assertThat(event.getSupervisedOn()).isEqualTo(LocalDate.of(2025, 12, 4));
		assertThat(event.getSupervisorRole()).isEqualTo("Team manager");
		assertThat(event.getPractitionerRole()).contains("Social worker");
		assertThat(event.getNextDueOn()).contains(LocalDate.of(2026, 1, 4));
	}

	@Test
	void publishesAStepDownAndWhoTookIt() {
		accept("step-down-proposals", "step-down-proposal");

		StepDownProposed proposed = this.events.last(StepDownProposed.class);
		assertThat(proposed.getStepDownId()).isEqualTo("SD-2026-017");
		assertThat(proposed.getProposedOn()).isEqualTo(LocalDate.of(2026, 1, 14));
		assertThat(proposed.getToOrganisation()).contains("harrow-vale-early-help");
		assertThat(proposed.getProposedLead()).contains("Tom Okafor");

		accept("step-down-acceptances", "step-down-acceptance");

		StepDownAccepted accepted = this.events.last(StepDownAccepted.class);
		assertThat(accepted.getStepDownId()).isEqualTo(proposed.getStepDownId());
		assertThat(accepted.getAcceptedOn()).isEqualTo(LocalDate.of(2026, 1, 21));
		assertThat(accepted.getLeadName()).isEqualTo("Tom Okafor");
		assertThat(accepted.getLeadOrganisation()).contains("Fenbrook Family Hub");
		assertThat(accepted.getLeadEmail()).contains("tom.okafor@harrow-vale.example");
		assertThat(accepted.getLeadPhone()).contains("01632 960177");
	}

	@Test
	void publishesAnEscalationAndWhatCameOfIt() {
		accept("escalations", "escalation");

		EscalationRaised raised = this.events.last(EscalationRaised.class);
		assertThat(raised.getEscalationId()).isEqualTo("ESC-2026-003");
		assertThat(raised.getStage()).isEqualTo(1);
		assertThat(raised.getRaisedBy()).isEqualTo("harrow-vale-community-health");
		assertThat(raised.getAgainst()).isEqualTo("harrow-vale-council");
		assertThat(raised.getReasonCodes()).containsExactly("CLOSURE");
		assertThat(raised.getRaisedOn()).isEqualTo(LocalDate.of(2026, 1, 15));
		assertThat(raised.getRespondBy()).contains(LocalDate.of(2026, 1, 20));

		accept("escalation-decisions", "escalation-decision");

		EscalationDecided decided = this.events.last(EscalationDecided.class);
		assertThat(decided.getEscalationId()).isEqualTo(raised.getEscalationId());
		assertThat(decided.getStage()).isEqualTo(1);
		assertThat(decided.getOutcome()).isEqualTo(EscalationOutcome.NEXT_STAGE);
		assertThat(decided.getDecidedOn()).isEqualTo(LocalDate.of(2026, 1, 20));
		assertThat(decided.getDecidedByRole()).contains("Service manager");
	}

	@Test
	void publishesWhoWorksWithAChildAndWhoNoLongerDoes() {
		accept("involvements-started", "involvement-started");

		InvolvementStarted started = this.events.last(InvolvementStarted.class);
		assertThat(started.getPractitioner()).isEqualTo("Priya Anand");
		assertThat(started.getRole()).isEqualTo("SOCIAL_WORKER");
		assertThat(started.getOrganisation()).contains("Harrow Vale Council");
		assertThat(started.getEmail()).contains("priya.anand@harrow-vale.example");
		assertThat(started.getPhone()).contains("01632 960123");
		assertThat(started.getSupervisorRole()).contains("Team manager");
		assertThat(started.getStartedOn()).isEqualTo(LocalDate.of(2025, 11, 11));

		accept("involvements-ended", "involvement-ended");

		InvolvementEnded ended = this.events.last(InvolvementEnded.class);
		assertThat(ended.getPractitioner()).isEqualTo("Ruth Calder");
		assertThat(ended.getRole()).isEqualTo("SOCIAL_WORKER");
		assertThat(ended.getReasonCode()).contains("LEFTRL");
		assertThat(ended.getEndedOn()).isEqualTo(LocalDate.of(2025, 11, 10));
	}

	@Test
	void publishesWhoStandsInForWhom() {
		accept("cover", "cover");

		CoverArranged event = this.events.last(CoverArranged.class);
		assertThat(event.getPractitioner()).isEqualTo("Priya Anand");
		assertThat(event.getPractitionerEmail()).contains("priya.anand@harrow-vale.example");
		assertThat(event.getFrom()).isEqualTo(Instant.parse("2025-12-22T09:00:00Z"));
		assertThat(event.getUntil()).isEqualTo(Instant.parse("2026-01-05T09:00:00Z"));
		assertThat(event.getDelegate()).isEqualTo("Emergency Duty Team");
		assertThat(event.getDelegateEmail()).contains("edt@harrow-vale.example");
		assertThat(event.getDelegatePhone()).contains("01632 960199");
		assertThat(event.getPeople()).extracting(PersonMention::getRef).containsExactly("LA900417");
	}

	@Test
	void takesCoverForAllOfSomebodysWork() {
		send("cover", example("cover").replaceAll("(?s)\"children\": \\[.*?\\],", ""));

		assertThat(this.events.last(CoverArranged.class).getPeople()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			textBlock = """
					meetings-scheduled ~ meeting-scheduled ~ "Y99001" ~ "Dr Rao's practice" ~ invited[2] ~ not its name ~ 422
					meetings-scheduled ~ meeting-scheduled ~ T10:00:00Z ~ T10:00 ~ scheduledFor ~ offset ~ 400
					meetings ~ meeting ~ "2026-01-22" ~ "2025-01-22" ~ nextOn ~ two dates ~ 422
					meetings ~ meeting ~ "CHILD_IN_NEED" ~ "CIN" ~ kind ~ CORE_GROUP ~ 400
					meetings ~ meeting ~ "meetingId" ~ "minutes" ~ minutes ~ Leave it out ~ 400
					meeting-cancellations ~ meeting-cancellation ~ "FAMILY_UNAVAILABLE" ~ "DNA" ~ reason ~ NOT_QUORATE ~ 400
					minutes ~ minutes ~ "2025-12-16" ~ "2999-12-16" ~ circulatedOn ~ today ~ 422
					conference-decisions ~ conference-decision ~ "REFUSED" ~ "NO" ~ outcome ~ ALTERNATIVE ~ 400
					conference-decisions ~ conference-decision ~ "requestId": "CR-2025-0044", ~ '' ~ requestId ~ Send this field ~ 422
					information-requests ~ information-request ~ "gp" ~ "surgery" ~ requestedOfAgency ~ health-visiting ~ 422
					information-requests ~ information-request ~ "2025-11-19" ~ "2025-11-09" ~ dueOn ~ two dates ~ 422
					plan-actions ~ plan-action ~ "SET" ~ "OPEN" ~ state ~ CONTINGENCY_STARTED ~ 400
					supervisions ~ supervision ~ "supervisorRole" ~ "discussion" ~ discussion ~ Leave it out ~ 400
					supervisions ~ supervision ~ "2026-01-04" ~ "2025-01-04" ~ nextDueOn ~ two dates ~ 422
					step-down-proposals ~ step-down-proposal ~ harrow-vale-early-help ~ Early Help Team ~ toOrganisation ~ not its name ~ 422
					step-down-acceptances ~ step-down-acceptance ~ "leadName": "Tom Okafor", ~ '' ~ leadName ~ Send this field ~ 422
					step-down-acceptances ~ step-down-acceptance ~ tom.okafor@harrow-vale.example ~ by letter ~ leadEmail ~ one address ~ 422
					escalations ~ escalation ~ "stage": 1 ~ "stage": 0 ~ stage ~ 1 or more ~ 422
					escalations ~ escalation ~ "2026-01-20" ~ "2026-01-10" ~ respondBy ~ two dates ~ 422
					escalation-decisions ~ escalation-decision ~ "NEXT_STAGE" ~ "CARRIED_ON" ~ outcome ~ PARTLY_UPHELD ~ 400
					involvements-started ~ involvement-started ~ "SOCIAL_WORKER" ~ "social worker" ~ professionalRole ~ capitals ~ 422
					involvements-ended ~ involvement-ended ~ "LEFTRL" ~ "RETIRE" ~ workerChangeReason ~ LEFTRL ~ 422
					cover ~ cover ~ 2026-01-05T09 ~ 2025-01-05T09 ~ until ~ two times ~ 422
					cover ~ cover ~ 01632 960199 ~ ask the desk ~ delegatePhone ~ digits ~ 422
					""")
	void namesFieldAndRemedy(String collection, String file, String right, String wrong, String field, String remedy,
			int status) {
		int before = this.events.size();

		MvcTestResult answer = this.council.send("/social-care/" + collection, example(file).replace(right, wrong));

		Refusals.assertNames(answer, status, field, remedy);
		assertThat(answer).bodyText().doesNotContain("Rao", "surgery", "RETIRE", "ask the desk", "by letter");
		assertThat(this.events.size()).isEqualTo(before);
	}

	private void accept(String collection, String file) {
		send(collection, example(file));
	}

	private void send(String collection, String body) {
		assertThat(this.council.send("/social-care/" + collection, body)).hasStatus(HttpStatus.ACCEPTED);
	}

	private static String example(String file) {
		return AgencyClient.example("social-care/" + file + ".json");
	}

}
