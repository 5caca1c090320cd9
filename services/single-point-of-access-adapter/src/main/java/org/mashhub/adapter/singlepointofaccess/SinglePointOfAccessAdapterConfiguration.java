package org.mashhub.adapter.singlepointofaccess;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

/** What the front door's forms send. */
@Configuration(proxyBeanMethods = false)
class SinglePointOfAccessAdapterConfiguration {

	@Bean
	AgencyEndpoints singlePointOfAccessEndpoints(SinglePointOfAccessTranslator translator) {
		return new AgencyEndpoints("single-point-of-access", "/single-point-of-access",
				new NoticeType<>("public-contacts", PublicContactNotice.class, "A member of the public told of a child",
						translator, "single-point-of-access/public-contact.json",
						"single-point-of-access/public-contact-sealed.json",
						"single-point-of-access/public-contact-anonymous.json",
						"single-point-of-access/public-contact-withdrawn.json")
					.keepingNothingRefused());
	}

}
