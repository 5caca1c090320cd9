package org.mashhub.adapter.healthvisiting;

import org.mashhub.adapter.kit.AgencyEndpoints;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which part of the address space is health visiting's. */
@Configuration(proxyBeanMethods = false)
class HealthVisitingAdapterConfiguration {

	@Bean
	AgencyEndpoints healthVisitingEndpoints() {
		return new AgencyEndpoints("health-visiting", "/health-visiting");
	}

}
