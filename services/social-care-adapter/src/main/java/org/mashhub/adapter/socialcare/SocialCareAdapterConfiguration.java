package org.mashhub.adapter.socialcare;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

/** What a local authority's case system sends. */
@Configuration(proxyBeanMethods = false)
class SocialCareAdapterConfiguration {

	@Bean
	AgencyEndpoints socialCareEndpoints(SocialCareTranslator translator) {
		return new AgencyEndpoints("social-care", "/social-care",
				new NoticeType<>("referrals", ReferralNotice.class, "A referral was received", translator::referral,
						"social-care/referral.json"),
				new NoticeType<>("status-changes", StatusChangeNotice.class, "A child's status began or ended",
						translator::statusChange, "social-care/status-change.json"),
				new NoticeType<>("lead-professionals", LeadProfessionalNotice.class, "A child has a lead professional",
						translator::leadProfessional, "social-care/lead-professional.json"),
				new NoticeType<>("closure-proposals", ClosureProposalNotice.class, "Somebody proposes to close a case",
						translator::closureProposal, "social-care/closure-proposal.json"),
				new NoticeType<>("closures", ClosureNotice.class, "A case was closed", translator::closure,
						"social-care/closure.json"));
	}

}
