package org.mashhub.adapter.housing;

import org.mashhub.adapter.kit.AgencyEndpoints;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which part of the address space is housing's. */
@Configuration(proxyBeanMethods = false)
class HousingAdapterConfiguration {

	@Bean
	AgencyEndpoints housingEndpoints() {
		return new AgencyEndpoints("housing", "/housing");
	}

}
