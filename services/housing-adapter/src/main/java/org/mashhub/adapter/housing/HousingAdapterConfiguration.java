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
		return new AgencyEndpoints("housing", "/housing",
				new NoticeType<>("moves", MoveNotice.class, "A household moved", translator::move, "housing/move.json",
						"housing/move-corrected.json"),
				new NoticeType<>("tenancy-changes", TenancyChangeNotice.class,
						"A tenancy began, ended or has other tenants now", translator::tenancyChange,
						"housing/tenancy-change.json", "housing/tenancy-change-joint-tenant-removed.json"),
				new NoticeType<>("home-conditions", HomeConditionsNotice.class,
						"Housing staff saw a home and graded its conditions", translator::homeConditions,
						"housing/home-conditions.json"),
				new NoticeType<>("behaviour-complaints", BehaviourComplaintNotice.class,
						"Somebody complained about the behaviour of a household", translator::behaviourComplaint,
						"housing/behaviour-complaint.json"),
				new NoticeType<>("sustainment-concerns", SustainmentConcernNotice.class,
						"A household may not keep its home", translator::sustainmentConcern,
						"housing/sustainment-concern.json"),
				new NoticeType<>("support-needs", SupportNeedNotice.class,
						"A person has a need for support that housing knows of", translator::supportNeed,
						"housing/support-need.json"),
				new NoticeType<>("staff-safety-markers", StaffSafetyMarkerNotice.class,
						"Staff who visit a household should take care", translator::staffSafetyMarker,
						"housing/staff-safety-marker.json", "housing/staff-safety-marker-lifted.json"));
	}

}
