package org.mashhub.adapter.healthvisiting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

/** What a health visiting service's systems send. */
@Configuration(proxyBeanMethods = false)
class HealthVisitingAdapterConfiguration {

	@Bean
	AgencyEndpoints healthVisitingEndpoints(HealthVisitingTranslator translator) {
		return new AgencyEndpoints("health-visiting", "/health-visiting",
				new NoticeType<>("home-visits", HomeVisitNotice.class, "A health visitor was at the home",
						translator::homeVisit, "health-visiting/home-visit.json",
						"health-visiting/home-visit-unknown-man.json"),
				new NoticeType<>("birth-visits", BirthVisitNotice.class, "A health visitor made the new birth visit",
						translator::birthVisit, "health-visiting/birth-visit.json"));
	}

}
