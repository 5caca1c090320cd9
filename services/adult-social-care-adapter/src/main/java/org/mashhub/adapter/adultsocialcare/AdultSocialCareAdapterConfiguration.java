package org.mashhub.adapter.adultsocialcare;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What adult social care's case system sends. */
@Configuration(proxyBeanMethods = false)
class AdultSocialCareAdapterConfiguration {

	@Bean
	AgencyEndpoints adultSocialCareEndpoints(AdultSocialCareTranslator translator) {
		return new AgencyEndpoints("adult-social-care", "/adult-social-care",
				new NoticeType<>("referrals", ReferralNotice.class, "A referral about an adult was received",
						translator::referral, "adult-social-care/referral.json",
						"adult-social-care/referral-withdrawn.json"),
				new NoticeType<>("services", ServiceNotice.class,
						"A service of an adult has begun, ended or was refused", translator::service,
						"adult-social-care/service-started.json", "adult-social-care/service-refused.json"));
	}

}
