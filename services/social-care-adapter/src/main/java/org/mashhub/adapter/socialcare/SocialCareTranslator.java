package org.mashhub.adapter.socialcare;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.socialcare.v1.AssertionRecorded;
import org.mashhub.event.socialcare.v1.AssertionVerified;
import org.mashhub.event.socialcare.v1.AssessedChild;
import org.mashhub.event.socialcare.v1.AssessmentCompleted;
import org.mashhub.event.socialcare.v1.AssessmentStarted;
import org.mashhub.event.socialcare.v1.CaseClosed;
import org.mashhub.event.socialcare.v1.CaseStatusChanged;
import org.mashhub.event.socialcare.v1.ChildSeen;
import org.mashhub.event.socialcare.v1.ClosureProposed;
import org.mashhub.event.socialcare.v1.CommunicationNeedRecorded;
import org.mashhub.event.socialcare.v1.ContactAttempted;
import org.mashhub.event.socialcare.v1.ContactReceived;
import org.mashhub.event.socialcare.v1.FeedbackGiven;
import org.mashhub.event.socialcare.v1.HomeVisitRecorded;
import org.mashhub.event.socialcare.v1.LeadProfessionalAssigned;
import org.mashhub.event.socialcare.v1.ReferralDecided;
import org.mashhub.event.socialcare.v1.ReferralReceived;

import org.springframework.stereotype.Component;

/**
 * What a case system says of a child's way through the service: its words in, events out.
 */
@Component
class SocialCareTranslator {

	private static final Set<PersonRole> PARENTS = Set.of(PersonRole.PARENT, PersonRole.MOTHER, PersonRole.FATHER,
			PersonRole.CARER);

	/** The census' code of a source that gave no name. */
	private static final String ANONYMOUS = "9";

	private final Openings openings;

	SocialCareTranslator(Openings openings) {
		this.openings = openings;
	}

	ContactReceived contact(Sender sender, ContactNotice notice) {
		Openings.refuseBefore("observedTo", notice.observedTo(), "observedFrom", notice.observedFrom());
		Opening opening = this.openings.at(sender, notice, ContactReceived.class, notice.reportedAt());
		return ContactReceived.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setContactReference(notice.contactReference())
			.setSourceCode(notice.contactSourceCode())
			.setAnonymous(isAnonymous(notice))
			.setObservedFrom(notice.observedFrom())
			.setObservedTo(notice.observedTo())
			.setReportedAt(notice.reportedAt().toInstant().truncatedTo(ChronoUnit.MILLIS))
			.setConcernCategories(notice.concerns().stream().map(Concern::name).toList())
			.setSummary(notice.summary())
			.build();
	}

	ReferralReceived referral(Sender sender, ReferralNotice notice) {
		Opening opening = this.openings.of(sender, notice, ReferralReceived.class, null);
		return ReferralReceived.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setReferralReference(notice.referralReference())
			.setSourceCode(notice.referralSourceCode())
			.setPrimaryNeed(notice.primaryNeedCode())
			.setSummary(notice.summary())
			.build();
	}

	ReferralDecided referralDecision(Sender sender, ReferralDecisionNotice notice) {
		Opening opening = this.openings.of(sender, notice, ReferralDecided.class, notice.decidedOn());
		return ReferralDecided.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setReferralReference(notice.referralReference())
			.setOutcome(notice.referralOutcome())
			.setReasonCodes(notice.reasonCodes())
			.setDecidedOn(notice.decidedOn())
			.setDecidedByRole(notice.decidedByRole())
			.setSummary(notice.summary())
			.build();
	}

	FeedbackGiven feedback(Sender sender, FeedbackNotice notice) {
		Opening opening = this.openings.of(sender, notice, FeedbackGiven.class, notice.givenOn());
		return FeedbackGiven.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setReferralReference(notice.referralReference())
			.setGivenOn(notice.givenOn())
			.setSourceCode(notice.referralSourceCode())
			.build();
	}

	AssessmentStarted assessmentStart(Sender sender, AssessmentStartNotice notice) {
		Openings.refuseBefore("dueOn", notice.dueOn(), "startedOn", notice.startedOn());
		People people = Openings.children(notice.children());
		people.requireUnlessWithdrawn("children", !notice.children().isEmpty(), notice.record());
		Opening opening = this.openings.of(sender, notice, people, AssessmentStarted.class, notice.startedOn());
		return AssessmentStarted.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setAssessmentId(notice.assessmentId())
			.setKind(notice.kind())
			.setStartedOn(notice.startedOn())
			.setDueOn(notice.dueOn())
			.build();
	}

	/** Child by child: what is said of one must never be taken of a sibling. */
	AssessmentCompleted assessment(Sender sender, AssessmentNotice notice) {
		Openings.refuseBefore("completedOn", notice.completedOn(), "startedOn", notice.startedOn());
		People people = new People();
		people.requireUnlessWithdrawn("children", !notice.children().isEmpty(), notice.record());
		List<AssessedChild> children = new ArrayList<>();
		for (int i = 0; i < notice.children().size(); i++) {
			String field = "children[" + i + "]";
			ChildAssessment assessed = notice.children().get(i);
			refuseUnseenAlone(field + ".seenAlone", assessed.childSeen(), assessed.seenAlone());
			children.add(assessed
				.toEvent(people.add(field + ".child", assessed.child().laChildId(), assessed.child().mention())));
		}
		Opening opening = this.openings.of(sender, notice, people, AssessmentCompleted.class, notice.completedOn());
		return AssessmentCompleted.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setAssessmentId(notice.assessmentId())
			.setKind(notice.kind())
			.setStartedOn(notice.startedOn())
			.setCompletedOn(notice.completedOn())
			.setCensusVersion(notice.censusVersion())
			.setChildren(children)
			.build();
	}

	HomeVisitRecorded homeVisit(Sender sender, HomeVisitNotice notice) {
		refuseUnseenAlone("seenAlone", notice.childSeen(), notice.seenAlone());
		People people = Openings.people(notice, "present", notice.present(), PersonRole.VISITOR);
		HomeVisitNotice.Conditions conditions = notice.conditions();
		Opening opening = this.openings.of(sender, notice, people, HomeVisitRecorded.class, null);
		return HomeVisitRecorded.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setChildSeen(notice.childSeen())
			.setSeenAlone(notice.seenAlone())
			.setAnnounced(notice.announced())
			.setConditionsGrade((conditions != null) ? conditions.grade() : null)
			.setConditionsTool((conditions != null) ? conditions.tool() : null)
			.setConcern(notice.concern())
			.setSummary(notice.summary())
			.build();
	}

	ContactAttempted contactAttempt(Sender sender, ContactAttemptNotice notice) {
		Opening opening = this.openings.of(sender, notice, ContactAttempted.class, notice.attemptedOn());
		return ContactAttempted.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setMethod(notice.method())
			.setOutcome(notice.outcome())
			.setAttemptedOn(notice.attemptedOn())
			.build();
	}

	CaseStatusChanged statusChange(Sender sender, StatusChangeNotice notice) {
		Opening opening = this.openings.of(sender, notice, CaseStatusChanged.class, notice.effectiveOn());
		return CaseStatusChanged.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setStatus(notice.status())
			.setEnded(Given.is(notice.ended()))
			.setEffectiveOn(notice.effectiveOn())
			.setWorkerPhone(notice.workerPhone())
			.build();
	}

	/**
	 * Whose need it is stands in a role that says so, however they stand to the child.
	 */
	CommunicationNeedRecorded communicationNeed(Sender sender, CommunicationNeedNotice notice) {
		FamilyMember person = notice.person();
		PersonRole role = (person != null && PARENTS.contains(person.relationToChild().role()))
				? person.relationToChild().role() : PersonRole.SUBJECT;
		People people = Openings.people(notice, "person", person, role);
		Opening opening = this.openings.at(sender, notice, people, CommunicationNeedRecorded.class,
				notice.record().recordedAt());
		return CommunicationNeedRecorded.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setNeedCodes(notice.needCodes())
			.setLanguage(notice.language())
			.setEnded(Given.is(notice.ended()))
			.build();
	}

	LeadProfessionalAssigned leadProfessional(Sender sender, LeadProfessionalNotice notice) {
		LeadProfessionalNotice.Professional professional = notice.professional();
		Opening opening = this.openings.of(sender, notice, LeadProfessionalAssigned.class, notice.effectiveOn());
		return LeadProfessionalAssigned.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setName(professional.name())
			.setJobTitle(professional.jobTitle())
			.setOrganisation(professional.organisation())
			.setEmail(professional.email())
			.setPhone(professional.phone())
			.setEffectiveOn(notice.effectiveOn())
			.setEndedOn(notice.endedOn())
			.build();
	}

	ClosureProposed closureProposal(Sender sender, ClosureProposalNotice notice) {
		Opening opening = this.openings.of(sender, notice, ClosureProposed.class, null);
		return ClosureProposed.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setReasonCode(notice.closeReasonCode())
			.setProposedFor(notice.proposedFor())
			.setAnswers(notice.answers().stream().map(Answer::toEvent).toList())
			.setRestsOn(notice.restsOn())
			.build();
	}

	CaseClosed closure(Sender sender, ClosureNotice notice) {
		Opening opening = this.openings.of(sender, notice, CaseClosed.class, notice.closedOn());
		return CaseClosed.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setReasonCode(notice.closeReasonCode())
			.setClosedOn(notice.closedOn())
			.setApprovedBy(notice.approvedBy())
			.setAnswers(notice.answers().stream().map(Answer::toEvent).toList())
			.setRestsOn(notice.restsOn())
			.build();
	}

	AssertionRecorded assertion(Sender sender, AssertionNotice notice) {
		People people = Openings.people(notice, "family", notice.family(), PersonRole.ASSOCIATE);
		String about = ref(people, "about", notice.about(), notice.record());
		String saidBy = ref(people, "saidBy", notice.saidBy(), notice.record());
		Opening opening = this.openings.of(sender, notice, people, AssertionRecorded.class, null);
		return AssertionRecorded.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setAssertionId(Openings.number(notice.assertionId(), notice.record()))
			.setKind(notice.kind())
			.setAboutRef(about)
			.setSaidByRef(saidBy)
			.setVerified(Given.is(notice.verified()))
			.setSummary(notice.summary())
			.build();
	}

	AssertionVerified assertionVerification(Sender sender, AssertionVerificationNotice notice) {
		People people = Openings.people(notice, "family", notice.family(), PersonRole.ASSOCIATE);
		String about = ref(people, "about", notice.about(), notice.record());
		Opening opening = this.openings.of(sender, notice, people, AssertionVerified.class, notice.verifiedOn());
		return AssertionVerified.newBuilder()
			.setHeader(opening.header())
			.setPeople(opening.people())
			.setRelationships(opening.relationships())
			.setAssertionId(notice.assertionId())
			.setOutcome(notice.outcome())
			.setSource(notice.source())
			.setAboutRef(about)
			.setVerifiedOn(notice.verifiedOn())
			.build();
	}

	private static boolean isAnonymous(ContactNotice notice) {
		return (notice.anonymous() != null) ? notice.anonymous() : notice.contactSourceCode().equals(ANONYMOUS);
	}

	private static void refuseUnseenAlone(String field, ChildSeen seen, @Nullable Boolean alone) {
		if (seen == ChildSeen.NOT_SEEN && Given.is(alone)) {
			throw Openings.refusal(field, "says that a child was seen alone who was not seen",
					"Correct childSeen, or leave seenAlone out.");
		}
	}

	/** Who is named here; a withdrawn record need name nobody any more. */
	private static @Nullable String ref(People people, String field, @Nullable String named, SourceRecord source) {
		if (named == null || source.isWithdrawn()) {
			return null;
		}
		people.require(field, named);
		return named;
	}

}
