package org.mashhub.adapter.police;

import org.mashhub.adapter.kit.AgencyEndpoints;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which part of the address space is the police's. */
@Configuration(proxyBeanMethods = false)
class PoliceAdapterConfiguration {

	@Bean
	AgencyEndpoints policeEndpoints() {
		return new AgencyEndpoints("police", "/police");
	}

}
