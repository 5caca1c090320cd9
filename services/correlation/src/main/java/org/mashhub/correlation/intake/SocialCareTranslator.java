package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.socialcare.v1.AssertionRecorded;
import org.mashhub.event.socialcare.v1.AssertionVerified;
import org.mashhub.event.socialcare.v1.AssessedChild;
import org.mashhub.event.socialcare.v1.AssessmentCompleted;
import org.mashhub.event.socialcare.v1.AssessmentStarted;
import org.mashhub.event.socialcare.v1.CaseClosed;
import org.mashhub.event.socialcare.v1.CaseStatusChanged;
import org.mashhub.event.socialcare.v1.ClosureAnswer;
import org.mashhub.event.socialcare.v1.ClosureProposed;
import org.mashhub.event.socialcare.v1.CommunicationNeedRecorded;
import org.mashhub.event.socialcare.v1.ContactAttempted;
import org.mashhub.event.socialcare.v1.ContactReceived;
import org.mashhub.event.socialcare.v1.FeedbackGiven;
import org.mashhub.event.socialcare.v1.HomeVisitRecorded;
import org.mashhub.event.socialcare.v1.LeadProfessionalAssigned;
import org.mashhub.event.socialcare.v1.ReferralDecided;
import org.mashhub.event.socialcare.v1.ReferralReceived;
import org.mashhub.hub.v1.FactKind;

/** What events of children's social care say of a child's way through the service. */
final class SocialCareTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case ContactReceived contact -> Optional.of(contact(contact));
			case ReferralReceived referral -> Optional.of(referral(referral));
			case ReferralDecided decision -> Optional.of(decision(decision));
			case FeedbackGiven feedback -> Optional.of(feedback(feedback));
			case AssessmentStarted assessment -> Optional.of(assessmentStarted(assessment));
			case AssessmentCompleted assessment -> Optional.of(assessmentCompleted(assessment));
			case HomeVisitRecorded visit -> Optional.of(visit(visit));
			case ContactAttempted attempt -> Optional.of(attempt(attempt));
			case CaseStatusChanged status -> Optional.of(status(status));
			case LeadProfessionalAssigned lead -> Optional.of(lead(lead));
			case ClosureProposed proposal -> Optional.of(proposal(proposal));
			case CaseClosed closed -> Optional.of(closed(closed));
			case AssertionRecorded assertion -> Optional.of(assertion(assertion));
			case AssertionVerified assertion -> Optional.of(verified(assertion));
			case CommunicationNeedRecorded need -> Optional.of(communicationNeed(need));
			default -> Optional.empty();
		};
	}

	private static Translation contact(ContactReceived event) {
		return new Facts()
			.add(FactKind.CONTACT_RECEIVED, Contacts.subjects(event.getPeople()), "reference",
					Facts.text(event.getContactReference()), "source", event.getSourceCode(), "anonymous",
					Boolean.toString(event.getAnonymous()), "observedFrom", Facts.text(event.getObservedFrom()),
					"observedTo", Facts.text(event.getObservedTo()), "reportedAt", event.getReportedAt().toString(),
					"concerns", Facts.codes(event.getConcernCategories()))
			.with(event.getSummary());
	}

	private static Translation referral(ReferralReceived event) {
		return new Facts()
			.add(FactKind.REFERRED, Facts.children(event.getPeople()), "source", event.getSourceCode(), "need",
					Facts.text(event.getPrimaryNeed()), "reference", Facts.text(event.getReferralReference()))
			.with(event.getSummary());
	}

	private static Translation decision(ReferralDecided event) {
		return new Facts()
			.add(FactKind.REFERRAL_DECIDED, Facts.children(event.getPeople()), "reference",
					event.getReferralReference(), "outcome", event.getOutcome().name(), "reasons",
					Facts.codes(event.getReasonCodes()), "by", Facts.text(event.getDecidedByRole()), "on",
					event.getDecidedOn().toString())
			.with(event.getSummary());
	}

	private static Translation feedback(FeedbackGiven event) {
		return new Facts()
			.add(FactKind.FEEDBACK_GIVEN, Facts.children(event.getPeople()), "reference", event.getReferralReference(),
					"source", Facts.text(event.getSourceCode()), "on", event.getGivenOn().toString())
			.alone();
	}

	private static Translation assessmentStarted(AssessmentStarted event) {
		return new Facts()
			.add(FactKind.ASSESSMENT_CHANGED, Facts.children(event.getPeople()), "assessment", event.getAssessmentId(),
					"kind", event.getKind().name(), "change", "STARTED", "on", event.getStartedOn().toString(), "dueOn",
					Facts.text(event.getDueOn()))
			.alone();
	}

	/** Child by child: what is said of one must never be taken of a sibling. */
	private static Translation assessmentCompleted(AssessmentCompleted event) {
		Facts facts = new Facts();
		for (AssessedChild child : event.getChildren()) {
			List<String> subject = List.of(child.getChildRef());
			facts.add(FactKind.ASSESSMENT_CHANGED, subject, "assessment", event.getAssessmentId(), "kind",
					event.getKind().name(), "change", "COMPLETED", "startedOn", Facts.text(event.getStartedOn()), "on",
					event.getCompletedOn().toString(), "factors", Facts.codes(child.getFactorCodes()), "census",
					Facts.text(event.getCensusVersion()), "contentHash", Facts.text(child.getContentHash()))
				.add(FactKind.CHILD_SEEN, subject, "seen", child.getChildSeen().name(), "alone",
						Facts.text(child.getSeenAlone()));
		}
		return facts.alone();
	}

	private static Translation visit(HomeVisitRecorded event) {
		List<String> children = Facts.children(event.getPeople());
		return new Facts().add(FactKind.VISIT_MADE, children, "announced", Facts.text(event.getAnnounced()))
			.add(FactKind.CHILD_SEEN, children, "seen", event.getChildSeen().name(), "alone",
					Facts.text(event.getSeenAlone()))
			.add(FactKind.ADULT_SEEN, Facts.adults(event.getPeople(), event.getHeader()), "place", "HOME")
			.conditions(children, event.getConditionsGrade(), event.getConditionsTool(), event.getAnnounced())
			.concern(children, event.getConcern(), "social-care")
			.with(event.getSummary());
	}

	private static Translation attempt(ContactAttempted event) {
		return new Facts()
			.add(FactKind.CONTACT_ATTEMPTED, Facts.all(event.getPeople()), "method", event.getMethod().name(),
					"outcome", event.getOutcome().name(), "on", event.getAttemptedOn().toString())
			.alone();
	}

	private static Translation status(CaseStatusChanged event) {
		return new Facts()
			.add(FactKind.STATUS_CHANGED, Facts.children(event.getPeople()), "status", event.getStatus().name(),
					"ended", Boolean.toString(event.getEnded()), "on", event.getEffectiveOn().toString(), "phone",
					Facts.text(event.getWorkerPhone()))
			.alone();
	}

	private static Translation lead(LeadProfessionalAssigned event) {
		return new Facts()
			.add(FactKind.LEAD_ASSIGNED, Facts.children(event.getPeople()), "name", event.getName(), "jobTitle",
					Facts.text(event.getJobTitle()), "organisation", Facts.text(event.getOrganisation()), "email",
					Facts.text(event.getEmail()), "phone", Facts.text(event.getPhone()), "on",
					event.getEffectiveOn().toString(), "endedOn", Facts.text(event.getEndedOn()))
			.alone();
	}

	private static Translation proposal(ClosureProposed event) {
		Map<String, String> attributes = closing(event.getAnswers(), event.getReasonCode(), event.getRestsOn());
		event.getProposedFor().ifPresent((day) -> attributes.put("on", day.toString()));
		return new Facts().addAll(FactKind.CLOSURE_PROPOSED, Facts.children(event.getPeople()), attributes).alone();
	}

	private static Translation closed(CaseClosed event) {
		Map<String, String> attributes = closing(event.getAnswers(), event.getReasonCode(), event.getRestsOn());
		attributes.put("on", event.getClosedOn().toString());
		return new Facts().addAll(FactKind.CASE_CLOSED, Facts.children(event.getPeople()), attributes).alone();
	}

	private static Map<String, String> closing(List<ClosureAnswer> answers, Optional<String> reason,
			List<String> restsOn) {
		Map<String, String> attributes = new TreeMap<>();
		answers.forEach((answer) -> attributes.put("answer." + answer.getItem(), answer.getAnswer()));
		reason.ifPresent((code) -> attributes.put("reason", code));
		if (!restsOn.isEmpty()) {
			attributes.put("restsOn", String.join(" ", restsOn));
		}
		return attributes;
	}

	private static Translation assertion(AssertionRecorded event) {
		return new Facts()
			.add(FactKind.ASSERTION_MADE, Assertions.subjects(event.getPeople(), event.getAboutRef()), "change",
					"RECORDED", "assertion", event.getAssertionId(), "kind", event.getKind().name(), "saidBy",
					Assertions.role(event.getPeople(), event.getSaidByRef()), "verified",
					Boolean.toString(event.getVerified()))
			.with(event.getSummary());
	}

	private static Translation verified(AssertionVerified event) {
		return new Facts()
			.add(FactKind.ASSERTION_MADE, Assertions.subjects(event.getPeople(), event.getAboutRef()), "change",
					event.getOutcome().name(), "assertion", event.getAssertionId(), "source", event.getSource(), "on",
					event.getVerifiedOn().toString())
			.alone();
	}

	private static Translation communicationNeed(CommunicationNeedRecorded event) {
		List<String> parents = Facts.withRole(event.getPeople(), PersonRole.PARENT, PersonRole.MOTHER,
				PersonRole.FATHER, PersonRole.CARER);
		List<String> named = Facts.withRole(event.getPeople(), PersonRole.SUBJECT);
		List<String> subjects = !named.isEmpty() ? named
				: !parents.isEmpty() ? parents : Facts.concerned(event.getPeople());
		return new Facts()
			.add(FactKind.NEED_RECORDED, subjects, "needs", Facts.codes(event.getNeedCodes()), "language",
					Facts.text(event.getLanguage()), "ended", Boolean.toString(event.getEnded()))
			.alone();
	}

}
