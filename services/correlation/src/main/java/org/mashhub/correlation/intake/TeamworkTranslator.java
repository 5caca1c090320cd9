package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

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
import org.mashhub.hub.v1.FactKind;

/**
 * What events of children's social care say of how the people around a child work
 * together.
 */
final class TeamworkTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case MeetingScheduled meeting -> Optional.of(scheduled(meeting));
			case MeetingHeld meeting -> Optional.of(held(meeting));
			case MeetingCancelled meeting -> Optional.of(cancelled(meeting));
			case MinutesCirculated minutes -> Optional.of(minutes(minutes));
			case ConferenceDecided decision -> Optional.of(conference(decision));
			case InformationRequested request -> Optional.of(request(request));
			case PlanActionSet action -> Optional.of(action(action));
			case SupervisionRecorded supervision -> Optional.of(supervision(supervision));
			case StepDownProposed stepDown -> Optional.of(stepDownProposed(stepDown));
			case StepDownAccepted stepDown -> Optional.of(stepDownAccepted(stepDown));
			case EscalationRaised escalation -> Optional.of(escalationRaised(escalation));
			case EscalationDecided escalation -> Optional.of(escalationDecided(escalation));
			case InvolvementStarted involvement -> Optional.of(involved(involvement));
			case InvolvementEnded involvement -> Optional.of(noLongerInvolved(involvement));
			case CoverArranged cover -> Optional.of(cover(cover));
			default -> Optional.empty();
		};
	}

	private static Translation scheduled(MeetingScheduled event) {
		return new Facts()
			.add(FactKind.MEETING_CHANGED, Facts.children(event.getPeople()), "change", "SCHEDULED", "kind",
					event.getKind().name(), "meeting", event.getMeetingId(), "at", event.getScheduledFor().toString(),
					"invited", Facts.codes(event.getInvited()))
			.alone();
	}

	private static Translation held(MeetingHeld event) {
		return new Facts()
			.add(FactKind.MEETING_CHANGED, Facts.children(event.getPeople()), "change", "HELD", "kind",
					event.getKind().name(), "meeting", event.getMeetingId(), "on", event.getHeldOn().toString(),
					"invited", Facts.codes(event.getInvited()), "attended", Facts.codes(event.getAttended()),
					"familyPresent", Facts.text(event.getFamilyPresent()), "genogramReviewed",
					Facts.text(event.getGenogramReviewed()), "nextOn", Facts.text(event.getNextOn()))
			.alone();
	}

	private static Translation cancelled(MeetingCancelled event) {
		return new Facts()
			.add(FactKind.MEETING_CHANGED, Facts.children(event.getPeople()), "change", "CANCELLED", "kind",
					event.getKind().name(), "meeting", event.getMeetingId(), "reason", event.getReason().name(), "at",
					Facts.text(event.getWasScheduledFor()), "rearrangedFor", Facts.text(event.getRearrangedFor()))
			.alone();
	}

	private static Translation minutes(MinutesCirculated event) {
		return new Facts()
			.add(FactKind.MEETING_CHANGED, Facts.children(event.getPeople()), "change", "MINUTES_CIRCULATED", "meeting",
					event.getMeetingId(), "on", event.getCirculatedOn().toString(), "recipients",
					Facts.codes(event.getRecipients()))
			.alone();
	}

	private static Translation conference(ConferenceDecided event) {
		return new Facts()
			.add(FactKind.MEETING_CHANGED, Facts.children(event.getPeople()), "change", "REQUEST_DECIDED", "request",
					event.getRequestId(), "outcome", event.getOutcome().name(), "reasons",
					Facts.codes(event.getReasonCodes()), "consulted", Facts.codes(event.getConsulted()), "by",
					Facts.text(event.getDecidedByRole()), "on", event.getDecidedOn().toString())
			.alone();
	}

	private static Translation request(InformationRequested event) {
		return new Facts()
			.add(FactKind.INFORMATION_REQUESTED, Facts.all(event.getPeople()), "change", "REQUESTED", "request",
					event.getRequestId(), "of", event.getRequestedOfAgency(), "organisation",
					Facts.text(event.getRequestedOf()), "assessment", Facts.text(event.getAssessmentId()), "on",
					event.getRequestedOn().toString(), "dueOn", Facts.text(event.getDueOn()))
			.alone();
	}

	private static Translation action(PlanActionSet event) {
		return new Facts()
			.add(FactKind.PLAN_ACTION_CHANGED, Facts.children(event.getPeople()), "action", event.getActionId(),
					"change", event.getState().name(), "owner", Facts.text(event.getOwnerRole()), "organisation",
					Facts.text(event.getOwnerOrganisation()), "dueOn", Facts.text(event.getDueOn()), "measure",
					Facts.text(event.getMeasure()), "contingency", Facts.text(event.getContingency()), "on",
					event.getChangedOn().toString())
			.alone();
	}

	private static Translation supervision(SupervisionRecorded event) {
		return new Facts()
			.add(FactKind.SUPERVISION_RECORDED, Facts.children(event.getPeople()), "supervisor",
					event.getSupervisorRole(), "practitioner", Facts.text(event.getPractitionerRole()), "on",
					event.getSupervisedOn().toString(), "nextDueOn", Facts.text(event.getNextDueOn()))
			.alone();
	}

	private static Translation stepDownProposed(StepDownProposed event) {
		return new Facts()
			.add(FactKind.STEP_DOWN_CHANGED, Facts.children(event.getPeople()), "change", "PROPOSED", "stepDown",
					event.getStepDownId(), "organisation", Facts.text(event.getToOrganisation()), "lead",
					Facts.text(event.getProposedLead()), "on", event.getProposedOn().toString())
			.alone();
	}

	/** Who accepts leads from then on. */
	private static Translation stepDownAccepted(StepDownAccepted event) {
		return new Facts()
			.add(FactKind.STEP_DOWN_CHANGED, Facts.children(event.getPeople()), "change", "ACCEPTED", "stepDown",
					event.getStepDownId(), "organisation", Facts.text(event.getLeadOrganisation()), "lead",
					event.getLeadName(), "on", event.getAcceptedOn().toString())
			.add(FactKind.LEAD_ASSIGNED, Facts.children(event.getPeople()), "name", event.getLeadName(), "organisation",
					Facts.text(event.getLeadOrganisation()), "email", Facts.text(event.getLeadEmail()), "phone",
					Facts.text(event.getLeadPhone()), "on", event.getAcceptedOn().toString())
			.alone();
	}

	private static Translation escalationRaised(EscalationRaised event) {
		return new Facts()
			.add(FactKind.ESCALATION_CHANGED, Facts.children(event.getPeople()), "change", "RAISED", "escalation",
					event.getEscalationId(), "stage", Integer.toString(event.getStage()), "by", event.getRaisedBy(),
					"against", event.getAgainst(), "reasons", Facts.codes(event.getReasonCodes()), "on",
					event.getRaisedOn().toString(), "respondBy", Facts.text(event.getRespondBy()))
			.alone();
	}

	private static Translation escalationDecided(EscalationDecided event) {
		return new Facts()
			.add(FactKind.ESCALATION_CHANGED, Facts.children(event.getPeople()), "change", "DECIDED", "escalation",
					event.getEscalationId(), "stage", Integer.toString(event.getStage()), "outcome",
					event.getOutcome().name(), "decidedBy", Facts.text(event.getDecidedByRole()), "on",
					event.getDecidedOn().toString())
			.alone();
	}

	private static Translation involved(InvolvementStarted event) {
		return new Facts()
			.add(FactKind.INVOLVEMENT_CHANGED, Facts.children(event.getPeople()), "change", "STARTED", "role",
					event.getRole(), "name", event.getPractitioner(), "organisation",
					Facts.text(event.getOrganisation()), "email", Facts.text(event.getEmail()), "phone",
					Facts.text(event.getPhone()), "supervisor", Facts.text(event.getSupervisorRole()), "on",
					event.getStartedOn().toString())
			.alone();
	}

	private static Translation noLongerInvolved(InvolvementEnded event) {
		return new Facts()
			.add(FactKind.INVOLVEMENT_CHANGED, Facts.children(event.getPeople()), "change", "ENDED", "role",
					event.getRole(), "name", event.getPractitioner(), "organisation",
					Facts.text(event.getOrganisation()), "reason", Facts.text(event.getReasonCode()), "on",
					event.getEndedOn().toString())
			.alone();
	}

	private static Translation cover(CoverArranged event) {
		return new Facts()
			.addEvenOfNobody(FactKind.INVOLVEMENT_CHANGED, Facts.children(event.getPeople()), "change",
					"COVER_ARRANGED", "name", event.getPractitioner(), "email",
					Facts.text(event.getPractitionerEmail()), "from", event.getFrom().toString(), "until",
					event.getUntil().toString(), "delegate", event.getDelegate(), "delegateEmail",
					Facts.text(event.getDelegateEmail()), "delegatePhone", Facts.text(event.getDelegatePhone()))
			.alone();
	}

}
