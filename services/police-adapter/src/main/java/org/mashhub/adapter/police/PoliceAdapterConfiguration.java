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
						"police/custody.json"),
				new NoticeType<>("domestic-abuse-notifications", DomesticAbuseNotice.class,
						"Police tell of domestic abuse in a home where a child lives or was", translator::domesticAbuse,
						"police/domestic-abuse-notification.json"),
				new NoticeType<>("intelligence", IntelligenceNotice.class,
						"Police have sanitised an intelligence report for sharing", translator::intelligence,
						"police/intelligence.json", "police/intelligence-conditions.json",
						"police/intelligence-released.json")
					.keepingNothingRefused(),
				new NoticeType<>("wanted-persons", WantedPersonNotice.class, "A person is wanted, or no longer",
						translator::wantedPerson, "police/wanted-person.json", "police/wanted-person-ended.json"),
				new NoticeType<>("conference-requests", ConferenceRequestNotice.class,
						"Police ask for a child protection conference or a strategy discussion",
						translator::conferenceRequest, "police/conference-request.json"),
				new NoticeType<>("information-answers", InformationAnswerNotice.class,
						"Police have answered a request for information", translator::informationAnswer,
						"police/information-answer.json", "police/information-answer-refused.json"));
	}

}
