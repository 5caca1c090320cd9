package org.mashhub.adapter.earlyhelp;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

/** What the systems of early help and of children's centres send. */
@Configuration(proxyBeanMethods = false)
class EarlyHelpAdapterConfiguration {

	@Bean
	AgencyEndpoints earlyHelpEndpoints(EarlyHelpTranslator translator) {
		return new AgencyEndpoints("early-help", "/early-help",
				new NoticeType<>("concerns", ConcernNotice.class, "Somebody in early help has raised a concern",
						translator::concern, "early-help/concern.json", "early-help/concern-unknown-adult.json"),
				new NoticeType<>("assessments", AssessmentNotice.class,
						"An early help assessment was recommended, started, completed, declined or closed",
						translator::assessment, "early-help/assessment.json", "early-help/assessment-recommended.json"),
				new NoticeType<>("session-attendances", SessionAttendanceNotice.class,
						"A family came, or did not come, to a session", translator::sessionAttendance,
						"early-help/session-attendance.json", "early-help/session-missed.json"),
				new NoticeType<>("step-up-requests", StepUpRequestNotice.class,
						"Early help asks social care to take a child on", translator::stepUpRequest,
						"early-help/step-up-request.json"));
	}

}
