package org.mashhub.adapter.kit.fhir;

import ca.uhn.fhir.context.FhirContext;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what adapters that take FHIR share; it is there once however many do. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(FhirContext.class)
class FhirKitConfiguration {

	@Bean
	FhirReader fhirReader() {
		return new FhirReader();
	}

}
