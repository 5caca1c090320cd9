package org.mashhub.adapter.gp;

import org.mashhub.adapter.kit.AgencyEndpoints;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which part of the address space is general practice's. */
@Configuration(proxyBeanMethods = false)
class GpAdapterConfiguration {

	@Bean
	AgencyEndpoints gpEndpoints() {
		return new AgencyEndpoints("gp", "/gp");
	}

}
