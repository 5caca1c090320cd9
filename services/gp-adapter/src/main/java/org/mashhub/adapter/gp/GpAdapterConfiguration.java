package org.mashhub.adapter.gp;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What a practice's systems send, beside the single resources of {@link GpEndpoint}. */
@Configuration(proxyBeanMethods = false)
class GpAdapterConfiguration {

	@Bean
	AgencyEndpoints gpEndpoints(GpTranslator translator, FhirTranslator fhir) {
		return new AgencyEndpoints("gp", "/gp",
				new NoticeType<>("fhir", FhirResource.class,
						"A practice recorded something that the hub takes, as a FHIR R4 resource or many, one a line",
						fhir::alone, "gp/appointment-noshow.json", "gp/appointment-rebooked.json", "gp/flag.json",
						"gp/immunization-recommendation-overdue.json", "gp/immunization-declined.json",
						"gp/patient-registered.json", "gp/patient-number-changed.json", "gp/patient-deceased.json"),
				new NoticeType<>("information-answers", InformationAnswerNotice.class,
						"A request for information was answered", translator::answer, "gp/information-answer.json"),
				new NoticeType<>("nhs-events", NhsEvent.class,
						"The NHS Multicast Notification Service signalled a change of GP or a death",
						translator::signal, "gp/nhs-change-of-gp.json", "gp/nhs-death-notification.json"));
	}

	@Bean
	FhirDescriptions fhirDescriptions() {
		return new FhirDescriptions();
	}

	/** Goes before the filter that bounds bodies, which lets lines through unbounded. */
	@Bean
	FilterRegistrationBean<FhirMediaTypes> fhirMediaTypes() {
		FilterRegistrationBean<FhirMediaTypes> registration = new FilterRegistrationBean<>(new FhirMediaTypes());
		registration.addUrlPatterns("/gp/*");
		registration.setOrder(Ordered.LOWEST_PRECEDENCE - 1);
		return registration;
	}

}
