package org.mashhub.adapter.police;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

/** What a force's systems send. */
@Configuration(proxyBeanMethods = false)
class PoliceAdapterConfiguration {

	@Bean
	AgencyEndpoints policeEndpoints(PoliceTranslator translator) {
		return new AgencyEndpoints("police", "/police",
				new NoticeType<>("incidents", IncidentNotice.class, "An incident was logged", translator::incident,
						"police/incident.json", "police/incident-unidentified.json", "police/incident-retracted.json"),
				new NoticeType<>("custody", CustodyNotice.class,
						"A person's standing with custody or the courts changed", translator::custody,
						"police/custody.json"));
	}

}
