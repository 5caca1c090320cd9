package org.mashhub.adapter.probation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.mashhub.adapter.kit.AgencyEndpoints;
import org.mashhub.adapter.kit.NoticeType;

/** What the systems of probation and prison send. */
@Configuration(proxyBeanMethods = false)
class ProbationAdapterConfiguration {

	@Bean
	AgencyEndpoints probationEndpoints(ProbationTranslator translator) {
		return new AgencyEndpoints("probation", "/probation",
				new NoticeType<>("assessments", AssessmentNotice.class, "Probation has assessed a person",
						translator::assessment, "probation/assessment.json", "probation/assessment-corrected.json"),
				new NoticeType<>("releases", ReleaseNotice.class,
						"A release from prison is planned, has happened or was revoked", translator::release,
						"probation/release-planned.json", "probation/release-recalled.json"),
				new NoticeType<>("supervision-changes", SupervisionNotice.class,
						"Supervision of a person has begun, ended or was breached", translator::supervision,
						"probation/supervision-change.json", "probation/supervision-change-withdrawn.json"));
	}

}
