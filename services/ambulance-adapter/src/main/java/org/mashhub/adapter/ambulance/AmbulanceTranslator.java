package org.mashhub.adapter.ambulance;

import java.util.EnumSet;
import java.util.List;

import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.PatientsCircle;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.RelationToPatient;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.event.ambulance.v1.AmbulanceAttended;
import org.mashhub.event.ambulance.v1.DeathNotified;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.PersonRole;

import org.springframework.stereotype.Component;

/** An ambulance service's words in, events out. */
@Component
class AmbulanceTranslator {

	/** Who is met without being of the family was there when the crew came. */
	private static final PatientsCircle PATIENT = new PatientsCircle("patient", PersonRole.PATIENT,
			EnumSet.allOf(RelationToPatient.class), PersonRole.VISITOR);

	private static final PatientsCircle DECEASED = new PatientsCircle("deceased", PersonRole.PATIENT,
			EnumSet.allOf(RelationToPatient.class), PersonRole.VISITOR);

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	AmbulanceTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	AmbulanceAttended attended(Sender sender, AttendanceNotice notice) {
		AttendanceNotice.Conditions conditions = notice.conditions();
		if (conditions != null && Boolean.FALSE.equals(notice.atHome())) {
			throw new NoticeRefusedException(
					List.of(new FieldProblem("conditions", "grade a home, but atHome says that it was elsewhere",
							"Send atHome true, or leave conditions out.")));
		}
		People people = PATIENT.people(notice.patient(), "present", notice.present(), notice.record());
		return AmbulanceAttended.newBuilder()
			.setHeader(
					this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, AmbulanceAttended.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setIncidentNumber(notice.incidentNumber())
			.setComplaintCategory((notice.complaint() != null) ? notice.complaint().name() : null)
			.setAtHome(notice.atHome())
			.setConditionsGrade((conditions != null) ? conditions.grade() : null)
			.setConditionsTool((conditions != null) ? conditions.tool() : null)
			.setConveyed(notice.conveyed())
			.setRefusedConveyance(notice.refusedConveyance())
			.setConcern(notice.concern())
			.setSummary(notice.summary())
			.build();
	}

	/** Tells that somebody died, and never of what: text that could say so is refused. */
	DeathNotified died(Sender sender, DeathNotice notice) {
		if (notice.sharing() != null && notice.sharing().conditions() != null) {
			throw new NoticeRefusedException(List.of(new FieldProblem("sharing.conditions",
					"is text, which a death does not take", "Leave it out; handling says who may see the record.")));
		}
		People people = DECEASED.people(notice.deceased(), "family", notice.family(), notice.record());
		return DeathNotified.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, DeathNotified.class,
					notice.diedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setDeceasedRef(DECEASED.field())
			.setDiedOn(notice.diedOn())
			.setIdentityConfirmedBy(notice.identityConfirmedBy())
			.build();
	}

}
