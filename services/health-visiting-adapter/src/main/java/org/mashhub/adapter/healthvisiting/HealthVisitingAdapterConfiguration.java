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
						translator::birthVisit, "health-visiting/birth-visit.json"),
				new NoticeType<>("no-access-visits", NoAccessVisitNotice.class,
						"A health visitor called at the home and did not get in", translator::noAccessVisit,
						"health-visiting/no-access-visit.json"),
				new NoticeType<>("not-brought", NotBroughtNotice.class, "A child was not brought to a booked contact",
						translator::notBrought, "health-visiting/not-brought.json"),
				new NoticeType<>("practitioner-changes", PractitionerChangeNotice.class,
						"Another practitioner is responsible for a child", translator::practitionerChange,
						"health-visiting/practitioner-change.json"),
				new NoticeType<>("handovers", HandoverNotice.class, "A child was handed over to another practitioner",
						translator::handover, "health-visiting/handover.json"),
				new NoticeType<>("safe-sleep-assessments", SafeSleepNotice.class,
						"How a baby sleeps was assessed, or could not be", translator::safeSleep,
						"health-visiting/safe-sleep-assessment.json", "health-visiting/safe-sleep-not-done.json"),
				new NoticeType<>("child-concerns", ChildConcernNotice.class,
						"A health visitor has raised a concern about a child", translator::childConcern,
						"health-visiting/child-concern.json"),
				new NoticeType<>("assertions", AssertionNotice.class,
						"Somebody has said something that nobody has verified", translator::assertion,
						"health-visiting/assertion.json"),
				new NoticeType<>("information-answers", InformationAnswerNotice.class,
						"A request for information was answered", translator::informationAnswer,
						"health-visiting/information-answer.json", "health-visiting/information-refused.json"));
	}

}
