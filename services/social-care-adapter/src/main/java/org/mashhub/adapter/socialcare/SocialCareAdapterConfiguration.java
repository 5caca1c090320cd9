package org.mashhub.adapter.socialcare;

import org.mashhub.adapter.kit.AgencyEndpoints;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which part of the address space is social care's. */
@Configuration(proxyBeanMethods = false)
class SocialCareAdapterConfiguration {

	@Bean
	AgencyEndpoints socialCareEndpoints() {
		return new AgencyEndpoints("social-care", "/social-care");
	}

}
