package org.mashhub.adapter.socialcare;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import org.mashhub.adapter.kit.Sender;
import org.mashhub.event.socialcare.v1.ConferenceDecided;
import org.mashhub.event.socialcare.v1.CoverArranged;
import org.mashhub.event.socialcare.v1.EscalationDecided;
import org.mashhub.event.socialcare.v1.EscalationRaised;
import org.mashhub.event.socialcare.v1.InformationRequested;
import org.mashhub.event.socialcare.v1.InvolvementEnded;
import org.mashhub.event.socialcare.v1.InvolvementStarted;
import org.mashhub.event.socialcare.v1.MeetingCancelled;
import org.mashhub.event.socialcare.v1.MeetingHeld;
import org.mashhub.event.socialcare.v1.MeetingScheduled;
import org.mashhub.event.socialcare.v1.MinutesCirculated;
import org.mashhub.event.socialcare.v1.PlanActionSet;
import org.mashhub.event.socialcare.v1.StepDownAccepted;
import org.mashhub.event.socialcare.v1.StepDownProposed;
import org.mashhub.event.socialcare.v1.SupervisionRecorded;

import org.springframework.stereotype.Component;

/**
 * What a case system says of how those around a child work together: its words in, events
 * out.
 */
@Component
class TeamworkTranslator {

	private final Openings openings;

	TeamworkTranslator(Openings openings) {
		this.openings = openings;
	}

	MeetingScheduled meetingSchedule(Sender sender, MeetingScheduleNotice notice) {
		Opening opening = this.openings.at(sender, notice, MeetingScheduled.class, notice.record().recordedAt());
		return MeetingScheduled.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setMeetingId(notice.meetingId())
			.setKind(notice.kind())
			.setScheduledFor(instant(notice.scheduledFor()))
			.setInvited(notice.invited())
			.build();
	}

	MeetingHeld meeting(Sender sender, MeetingNotice notice) {
		Openings.refuseBefore("nextOn", notice.nextOn(), "heldOn", notice.heldOn());
		Opening opening = this.openings.of(sender, notice, MeetingHeld.class, notice.heldOn());
		return MeetingHeld.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setMeetingId(notice.meetingId())
			.setKind(notice.kind())
			.setHeldOn(notice.heldOn())
			.setInvited(notice.invited())
			.setAttended(notice.attended())
			.setFamilyPresent(notice.familyPresent())
			.setGenogramReviewed(notice.genogramReviewed())
			.setNextOn(notice.nextOn())
			.build();
	}

	MeetingCancelled meetingCancellation(Sender sender, MeetingCancellationNotice notice) {
		Opening opening = this.openings.at(sender, notice, MeetingCancelled.class, notice.record().recordedAt());
		return MeetingCancelled.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setMeetingId(notice.meetingId())
			.setKind(notice.kind())
			.setWasScheduledFor((notice.wasScheduledFor() != null) ? instant(notice.wasScheduledFor()) : null)
			.setReason(notice.reason())
			.setRearrangedFor((notice.rearrangedFor() != null) ? instant(notice.rearrangedFor()) : null)
			.build();
	}

	MinutesCirculated minutes(Sender sender, MinutesNotice notice) {
		Opening opening = this.openings.of(sender, notice, MinutesCirculated.class, notice.circulatedOn());
		return MinutesCirculated.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setMeetingId(notice.meetingId())
			.setCirculatedOn(notice.circulatedOn())
			.setRecipients(notice.recipients())
			.build();
	}

	ConferenceDecided conferenceDecision(Sender sender, ConferenceDecisionNotice notice) {
		Opening opening = this.openings.of(sender, notice, ConferenceDecided.class, notice.decidedOn());
		return ConferenceDecided.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setRequestId(notice.requestId())
			.setOutcome(notice.outcome())
			.setReasonCodes(notice.reasonCodes())
			.setConsulted(notice.consulted())
			.setDecidedOn(notice.decidedOn())
			.setDecidedByRole(notice.decidedByRole())
			.build();
	}

	InformationRequested informationRequest(Sender sender, InformationRequestNotice notice) {
		Openings.refuseBefore("dueOn", notice.dueOn(), "requestedOn", notice.requestedOn());
		Opening opening = this.openings.of(sender, notice, InformationRequested.class, notice.requestedOn());
		return InformationRequested.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setRequestId(Openings.number(notice.requestId(), notice.record()))
			.setRequestedOfAgency(notice.requestedOfAgency())
			.setRequestedOf(notice.requestedOf())
			.setRequestedOn(notice.requestedOn())
			.setDueOn(notice.dueOn())
			.setAssessmentId(notice.assessmentId())
			.build();
	}

	PlanActionSet planAction(Sender sender, PlanActionNotice notice) {
		Opening opening = this.openings.of(sender, notice, PlanActionSet.class, notice.changedOn());
		return PlanActionSet.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setActionId(Openings.number(notice.actionId(), notice.record()))
			.setOwnerRole(notice.ownerRole())
			.setOwnerOrganisation(notice.ownerOrganisation())
			.setDueOn(notice.dueOn())
			.setMeasure(notice.measure())
			.setContingency(notice.contingency())
			.setState(notice.state())
			.setChangedOn(notice.changedOn())
			.build();
	}

	SupervisionRecorded supervision(Sender sender, SupervisionNotice notice) {
		Openings.refuseBefore("nextDueOn", notice.nextDueOn(), "supervisedOn", notice.supervisedOn());
		Opening opening = this.openings.of(sender, notice, SupervisionRecorded.class, notice.supervisedOn());
		return SupervisionRecorded.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setSupervisedOn(notice.supervisedOn())
			.setSupervisorRole(notice.supervisorRole())
			.setPractitionerRole(notice.practitionerRole())
			.setNextDueOn(notice.nextDueOn())
			.build();
	}

	StepDownProposed stepDownProposal(Sender sender, StepDownProposalNotice notice) {
		Opening opening = this.openings.of(sender, notice, StepDownProposed.class, notice.proposedOn());
		return StepDownProposed.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setStepDownId(notice.stepDownId())
			.setProposedOn(notice.proposedOn())
			.setToOrganisation(notice.toOrganisation())
			.setProposedLead(notice.proposedLead())
			.build();
	}

	StepDownAccepted stepDownAcceptance(Sender sender, StepDownAcceptanceNotice notice) {
		Opening opening = this.openings.of(sender, notice, StepDownAccepted.class, notice.acceptedOn());
		return StepDownAccepted.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setStepDownId(notice.stepDownId())
			.setAcceptedOn(notice.acceptedOn())
			.setLeadName(notice.leadName())
			.setLeadOrganisation(notice.leadOrganisation())
			.setLeadEmail(notice.leadEmail())
			.setLeadPhone(notice.leadPhone())
			.build();
	}

	EscalationRaised escalation(Sender sender, EscalationNotice notice) {
		Openings.refuseBefore("respondBy", notice.respondBy(), "raisedOn", notice.raisedOn());
		Opening opening = this.openings.of(sender, notice, EscalationRaised.class, notice.raisedOn());
		return EscalationRaised.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setEscalationId(notice.escalationId())
			.setStage(notice.stage())
			.setRaisedBy(notice.raisedBy())
			.setAgainst(notice.against())
			.setReasonCodes(notice.reasonCodes())
			.setRaisedOn(notice.raisedOn())
			.setRespondBy(notice.respondBy())
			.build();
	}

	EscalationDecided escalationDecision(Sender sender, EscalationDecisionNotice notice) {
		Opening opening = this.openings.of(sender, notice, EscalationDecided.class, notice.decidedOn());
		return EscalationDecided.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setEscalationId(notice.escalationId())
			.setStage(notice.stage())
			.setOutcome(notice.outcome())
			.setDecidedOn(notice.decidedOn())
			.setDecidedByRole(notice.decidedByRole())
			.build();
	}

	InvolvementStarted involvementStart(Sender sender, InvolvementStartNotice notice) {
		Opening opening = this.openings.of(sender, notice, InvolvementStarted.class, notice.startedOn());
		return InvolvementStarted.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setPractitioner(notice.professionalName())
			.setRole(notice.professionalRole())
			.setOrganisation(notice.organisation())
			.setEmail(notice.email())
			.setPhone(notice.phone())
			.setSupervisorRole(notice.supervisorRole())
			.setStartedOn(notice.startedOn())
			.build();
	}

	InvolvementEnded involvementEnd(Sender sender, InvolvementEndNotice notice) {
		Opening opening = this.openings.of(sender, notice, InvolvementEnded.class, notice.endedOn());
		return InvolvementEnded.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setPractitioner(notice.professionalName())
			.setRole(notice.professionalRole())
			.setOrganisation(notice.organisation())
			.setReasonCode(notice.workerChangeReason())
			.setEndedOn(notice.endedOn())
			.build();
	}

	CoverArranged cover(Sender sender, CoverNotice notice) {
		if (!notice.until().isAfter(notice.from())) {
			throw Openings.refusal("until", "does not lie after from", "Correct one of the two times.");
		}
		Opening opening = this.openings.at(sender, notice, Openings.children(notice.children()), CoverArranged.class,
				notice.record().recordedAt());
		return CoverArranged.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setPractitioner(notice.professionalName())
			.setPractitionerEmail(notice.professionalEmail())
			.setFrom(instant(notice.from()))
			.setUntil(instant(notice.until()))
			.setDelegate(notice.delegateName())
			.setDelegateEmail(notice.delegateEmail())
			.setDelegatePhone(notice.delegatePhone())
			.build();
	}

	private static Instant instant(OffsetDateTime time) {
		return time.toInstant().truncatedTo(ChronoUnit.MILLIS);
	}

}
