package org.mashhub.population.agencies;

import java.util.ArrayList;
import java.util.List;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.adultsocialcare.v1.AdultReferralReceived;
import org.mashhub.event.ambulance.v1.AmbulanceAttended;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentChanged;
import org.mashhub.event.education.v1.AttendanceConcernRaised;
import org.mashhub.event.education.v1.ChildConcernRaised;
import org.mashhub.event.education.v1.PupilMoved;
import org.mashhub.event.gp.v1.AppointmentNotBrought;
import org.mashhub.event.gp.v1.DeathNotified;
import org.mashhub.event.gp.v1.ImmunisationOverdue;
import org.mashhub.event.gp.v1.ParentalHealthFlagged;
import org.mashhub.event.gp.v1.RegistrationChanged;
import org.mashhub.event.healthvisiting.v1.BirthVisitRecorded;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;
import org.mashhub.event.healthvisiting.v1.NoAccessVisitRecorded;
import org.mashhub.event.hospital.v1.ChildBorn;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.PregnancyBooked;
import org.mashhub.event.housing.v1.BehaviourComplaintReceived;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.SupportNeedRecorded;
import org.mashhub.event.housing.v1.TenancyChanged;
import org.mashhub.event.police.v1.CustodyStatusChanged;
import org.mashhub.event.police.v1.DomesticAbuseNotified;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.event.probation.v1.SupervisionChanged;
import org.mashhub.event.singlepointofaccess.v1.PublicContactReceived;
import org.mashhub.event.socialcare.v1.AssessmentCompleted;
import org.mashhub.event.socialcare.v1.CaseClosed;
import org.mashhub.event.socialcare.v1.CaseStatusChanged;
import org.mashhub.event.socialcare.v1.LeadProfessionalAssigned;
import org.mashhub.event.socialcare.v1.ReferralDecided;
import org.mashhub.event.socialcare.v1.ReferralReceived;

/** The contracts that a population has events of. */
public final class EventTypes {

	private static final List<Class<? extends SpecificRecord>> ALL = List.of(AdultReferralReceived.class,
			AmbulanceAttended.class, EarlyHelpAssessmentChanged.class, AttendanceConcernRaised.class,
			ChildConcernRaised.class, PupilMoved.class, AppointmentNotBrought.class, DeathNotified.class,
			ImmunisationOverdue.class, ParentalHealthFlagged.class, RegistrationChanged.class, BirthVisitRecorded.class,
			HomeVisitRecorded.class, NoAccessVisitRecorded.class, ChildBorn.class, HospitalAttended.class,
			PregnancyBooked.class, BehaviourComplaintReceived.class, HouseholdMoved.class, SupportNeedRecorded.class,
			TenancyChanged.class, CustodyStatusChanged.class, DomesticAbuseNotified.class, IncidentLogged.class,
			SupervisionChanged.class, PublicContactReceived.class, AssessmentCompleted.class, CaseClosed.class,
			CaseStatusChanged.class, LeadProfessionalAssigned.class, ReferralDecided.class, ReferralReceived.class,
			org.mashhub.event.socialcare.v1.HomeVisitRecorded.class);

	private EventTypes() {
	}

	/**
	 * Every topic that a population has events of.
	 * @return names of topics
	 */
	public static List<String> topics() {
		List<String> topics = new ArrayList<>();
		ALL.forEach((type) -> topics.add(topicOf(SpecificData.get().getSchema(type))));
		return topics;
	}

	/**
	 * The schema of a topic's events.
	 * @param topic name of the topic
	 * @return schema in this build
	 * @throws IllegalArgumentException when a population has no events of it
	 */
	public static Schema ofTopic(String topic) {
		return ALL.stream()
			.map((type) -> SpecificData.get().getSchema(type))
			.filter((schema) -> topicOf(schema).equals(topic))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("no population has events on " + topic));
	}

	/** The contract itself names the topic. */
	static String topicOf(Schema schema) {
		String topic = schema.getProp("topic");
		if (topic == null) {
			throw new IllegalStateException(schema.getFullName() + " names no topic");
		}
		return topic;
	}

}
