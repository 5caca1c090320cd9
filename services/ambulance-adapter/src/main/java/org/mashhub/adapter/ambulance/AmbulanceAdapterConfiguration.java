package org.mashhub.adapter.ambulance;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an ambulance service's systems send. */
@Configuration(proxyBeanMethods = false)
class AmbulanceAdapterConfiguration {

	@Bean
	AgencyEndpoints ambulanceEndpoints(AmbulanceTranslator translator) {
		return new AgencyEndpoints("ambulance", "/ambulance",
				new NoticeType<>("attendances", AttendanceNotice.class, "A crew attended", translator::attended,
						"ambulance/attendance.json", "ambulance/attendance-adult.json",
						"ambulance/attendance-retracted.json"),
				new NoticeType<>("deaths", DeathNotice.class, "Somebody has died; no cause is taken", translator::died,
						"ambulance/death.json"));
	}

}
