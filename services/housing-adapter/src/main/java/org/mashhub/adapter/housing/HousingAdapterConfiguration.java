package org.mashhub.adapter.housing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

/** What a landlord's systems send. */
@Configuration(proxyBeanMethods = false)
class HousingAdapterConfiguration {

	@Bean
	AgencyEndpoints housingEndpoints(HousingTranslator translator) {
		return new AgencyEndpoints("housing", "/housing", new NoticeType<>("moves", MoveNotice.class,
				"A household moved", translator::move, "housing/move.json", "housing/move-corrected.json"));
	}

}
