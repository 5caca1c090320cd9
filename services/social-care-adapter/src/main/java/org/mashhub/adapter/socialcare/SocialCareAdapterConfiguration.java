package org.mashhub.adapter.socialcare;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a local authority's case system sends. */
@Configuration(proxyBeanMethods = false)
class SocialCareAdapterConfiguration {

	@Bean
	AgencyEndpoints socialCareEndpoints(SocialCareTranslator translator, TeamworkTranslator teamwork) {
		return new AgencyEndpoints("social-care", "/social-care",
				new NoticeType<>("contacts", ContactNotice.class, "Children's social care was contacted about a child",
						translator::contact, "social-care/contact.json", "social-care/contact-anonymous.json"),
				new NoticeType<>("referrals", ReferralNotice.class, "A referral was received", translator::referral,
						"social-care/referral.json"),
				new NoticeType<>("referral-decisions", ReferralDecisionNotice.class, "A referral was decided",
						translator::referralDecision, "social-care/referral-decision.json"),
				new NoticeType<>("feedback", FeedbackNotice.class, "The referrer was told what came of a referral",
						translator::feedback, "social-care/feedback.json"),
				new NoticeType<>("assessments-started", AssessmentStartNotice.class, "An assessment has begun",
						translator::assessmentStart, "social-care/assessment-started.json"),
				new NoticeType<>("assessments", AssessmentNotice.class, "An assessment was completed, child by child",
						translator::assessment, "social-care/assessment.json"),
				new NoticeType<>("home-visits", HomeVisitNotice.class, "A social worker was at the home",
						translator::homeVisit, "social-care/home-visit.json"),
				new NoticeType<>("contact-attempts", ContactAttemptNotice.class,
						"A practitioner has tried to reach a family", translator::contactAttempt,
						"social-care/contact-attempt.json"),
				new NoticeType<>("communication-needs", CommunicationNeedNotice.class,
						"A person must be reached in a particular way", translator::communicationNeed,
						"social-care/communication-need.json"),
				new NoticeType<>("status-changes", StatusChangeNotice.class, "A child's status began or ended",
						translator::statusChange, "social-care/status-change.json"),
				new NoticeType<>("lead-professionals", LeadProfessionalNotice.class, "A child has a lead professional",
						translator::leadProfessional, "social-care/lead-professional.json"),
				new NoticeType<>("assertions", AssertionNotice.class,
						"Somebody has said something that nobody has verified yet", translator::assertion,
						"social-care/assertion.json"),
				new NoticeType<>("assertion-verifications", AssertionVerificationNotice.class,
						"A source that can know was asked about an assertion", translator::assertionVerification,
						"social-care/assertion-verification.json"),
				new NoticeType<>("closure-proposals", ClosureProposalNotice.class, "Somebody proposes to close a case",
						translator::closureProposal, "social-care/closure-proposal.json"),
				new NoticeType<>("closures", ClosureNotice.class, "A case was closed", translator::closure,
						"social-care/closure.json"),
				new NoticeType<>("meetings-scheduled", MeetingScheduleNotice.class,
						"A meeting about a child was called", teamwork::meetingSchedule,
						"social-care/meeting-scheduled.json"),
				new NoticeType<>("meetings", MeetingNotice.class, "A meeting about a child took place",
						teamwork::meeting, "social-care/meeting.json"),
				new NoticeType<>("meeting-cancellations", MeetingCancellationNotice.class,
						"A meeting about a child did not take place", teamwork::meetingCancellation,
						"social-care/meeting-cancellation.json"),
				new NoticeType<>("minutes", MinutesNotice.class, "The minutes of a meeting were sent out",
						teamwork::minutes, "social-care/minutes.json"),
				new NoticeType<>("conference-decisions", ConferenceDecisionNotice.class,
						"A request for a conference or strategy discussion was decided", teamwork::conferenceDecision,
						"social-care/conference-decision.json"),
				new NoticeType<>("information-requests", InformationRequestNotice.class,
						"An organisation was asked what it knows", teamwork::informationRequest,
						"social-care/information-request.json"),
				new NoticeType<>("plan-actions", PlanActionNotice.class,
						"An action of a plan was set, or has gone further", teamwork::planAction,
						"social-care/plan-action.json"),
				new NoticeType<>("supervisions", SupervisionNotice.class, "A case was discussed in supervision",
						teamwork::supervision, "social-care/supervision.json"),
				new NoticeType<>("step-down-proposals", StepDownProposalNotice.class,
						"A case is to go down to early help", teamwork::stepDownProposal,
						"social-care/step-down-proposal.json"),
				new NoticeType<>("step-down-acceptances", StepDownAcceptanceNotice.class,
						"A named professional has accepted to lead after a step-down", teamwork::stepDownAcceptance,
						"social-care/step-down-acceptance.json"),
				new NoticeType<>("escalations", EscalationNotice.class, "Somebody has escalated a disagreement",
						teamwork::escalation, "social-care/escalation.json"),
				new NoticeType<>("escalation-decisions", EscalationDecisionNotice.class,
						"A stage of an escalation was decided", teamwork::escalationDecision,
						"social-care/escalation-decision.json"),
				new NoticeType<>("involvements-started", InvolvementStartNotice.class,
						"A practitioner works with a child from now on", teamwork::involvementStart,
						"social-care/involvement-started.json"),
				new NoticeType<>("involvements-ended", InvolvementEndNotice.class,
						"A practitioner no longer works with a child", teamwork::involvementEnd,
						"social-care/involvement-ended.json"),
				new NoticeType<>("cover", CoverNotice.class, "Somebody stands in for a practitioner who is away",
						teamwork::cover, "social-care/cover.json"));
	}

}
