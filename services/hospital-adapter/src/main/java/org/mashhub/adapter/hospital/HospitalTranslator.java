package org.mashhub.adapter.hospital;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.hospital.v1.AntenatalContactGapRecorded;
import org.mashhub.event.hospital.v1.AppointmentNotBrought;
import org.mashhub.event.hospital.v1.ChildBorn;
import org.mashhub.event.hospital.v1.ComplaintCategory;
import org.mashhub.event.hospital.v1.DeathNotified;
import org.mashhub.event.hospital.v1.HospitalAdmitted;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.HospitalDischarged;
import org.mashhub.event.hospital.v1.PatientDetailsChanged;
import org.mashhub.event.hospital.v1.PregnancyBooked;
import org.mashhub.event.hospital.v1.PregnancyEnded;
import org.mashhub.event.hospital.v1.SelfDischargedAgainstAdvice;
import org.mashhub.event.hospital.v1.StatusEnquired;

import org.springframework.stereotype.Component;

/** The words of a hospital and its midwives in, events out. */
@Component
class HospitalTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private static final int ADULT = 18;

	/** Nobody books so early that the birth is further away. */
	private static final int LONGEST_PREGNANCY_IN_DAYS = 300;

	private final EventHeaders headers;

	HospitalTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	SpecificRecord told(Sender sender, PatientNotice notice) {
		return switch (notice) {
			case AttendanceNotice attendance -> attended(sender, attendance);
			case AdmissionNotice admission -> admitted(sender, admission);
			case DischargeNotice discharge -> discharged(sender, discharge);
			case SelfDischargeNotice discharge -> selfDischarged(sender, discharge);
			case PatientDetailsNotice details -> detailsChanged(sender, details);
		};
	}

	HospitalAttended attended(Sender sender, AttendanceNotice notice) {
		People people = Circles.PATIENT.people(notice.patient(), "accompaniedBy", notice.accompaniedBy(),
				notice.record());
		return HospitalAttended.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), HospitalAttended.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setDepartment(notice.department())
			.setComplaint(recorded(notice.complaint()))
			.setLeftUnseen(Given.is(notice.leftUnseen()))
			.setSafeguardingConcern(notice.safeguardingConcern())
			.setSummary(notice.summary())
			.build();
	}

	HospitalAdmitted admitted(Sender sender, AdmissionNotice notice) {
		People people = Circles.PATIENT.people(notice.patient(), "family", notice.family(), notice.record());
		return HospitalAdmitted.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), HospitalAdmitted.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAdmissionId(notice.admissionId())
			.setComplaint(recorded(notice.complaint()))
			.setSafeguardingConcern(notice.safeguardingConcern())
			.setSummary(notice.summary())
			.build();
	}

	HospitalDischarged discharged(Sender sender, DischargeNotice notice) {
		if (Boolean.FALSE.equals(notice.followUpRequired())
				&& (notice.followUpWith() != null || notice.followUpBy() != null)) {
			throw refusal("followUpRequired", "says that nobody follows up, but the record says who or by when",
					"Send true, or leave followUpWith and followUpBy out.");
		}
		People people = Circles.PATIENT.people(notice.patient(), "family", notice.family(), notice.record());
		return HospitalDischarged.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), HospitalDischarged.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAdmissionId(notice.admissionId())
			.setComplaint(recorded(notice.complaint()))
			.setFollowUpRequired(notice.followUpRequired())
			.setFollowUpWith(notice.followUpWith())
			.setFollowUpBy(notice.followUpBy())
			.setBornPremature(notice.bornPremature())
			.setSmokingInHousehold(notice.smokingInHousehold())
			.setSafeguardingConcern(notice.safeguardingConcern())
			.setSummary(notice.summary())
			.build();
	}

	SelfDischargedAgainstAdvice selfDischarged(Sender sender, SelfDischargeNotice notice) {
		People people = Circles.PATIENT.people(notice.patient(), "family", notice.family(), notice.record());
		return SelfDischargedAgainstAdvice.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), SelfDischargedAgainstAdvice.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAdmissionId(notice.admissionId())
			.setComplaint(recorded(notice.complaint()))
			.setReasonCode(notice.reasonCode())
			.setSafeguardingConcern(notice.safeguardingConcern())
			.setSummary(notice.summary())
			.build();
	}

	AppointmentNotBrought notBrought(Sender sender, NotBroughtNotice notice) {
		OffsetDateTime slot = notice.appointmentAt();
		if (notice.rebookedFor() != null && !notice.rebookedFor().isAfter(slot)) {
			throw refusal("rebookedFor", "is not after the missed slot", "Send the start of the new slot.");
		}
		requireChild(notice.child(), slot);
		People people = Circles.CHILD.people(notice.child(), "family", notice.family(), notice.record());
		return AppointmentNotBrought.newBuilder()
			.setHeader(header(sender, happening(notice.record(), slot), notice.sharing(), AppointmentNotBrought.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAppointmentAt(slot.toInstant().truncatedTo(ChronoUnit.MILLIS))
			.setServiceType(notice.serviceType())
			.setProvider(notice.provider())
			.setRebookedFor((notice.rebookedFor() != null)
					? notice.rebookedFor().toInstant().truncatedTo(ChronoUnit.MILLIS) : null)
			.build();
	}

	PregnancyBooked pregnancyBooked(Sender sender, PregnancyBookingNotice notice) {
		if (notice.kinshipRecorded() != null && !Given.is(notice.kinshipAsked())) {
			throw refusal("kinshipRecorded", "is an answer to a question that was not asked",
					"Send kinshipAsked true, or leave kinshipRecorded out.");
		}
		if (notice.expectedOn() != null
				&& ChronoUnit.DAYS.between(notice.bookedOn(), notice.expectedOn()) > LONGEST_PREGNANCY_IN_DAYS) {
			throw refusal("expectedOn", "is later than any birth after this booking",
					"Check bookedOn and expectedOn for a wrong year.");
		}
		People people = Circles.MOTHER.people(notice.mother(), "family", notice.family(), notice.record());
		return PregnancyBooked.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, PregnancyBooked.class,
					notice.bookedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setPregnancyId(notice.pregnancyId())
			.setBookedOn(notice.bookedOn())
			.setExpectedOn(notice.expectedOn())
			.setGestationWeeks(notice.gestationWeeks())
			.setKinshipAsked(notice.kinshipAsked())
			.setKinshipRecorded(notice.kinshipRecorded())
			.build();
	}

	/**
	 * Tells that, and never why: the only free text that a notice of its kind could carry
	 * is refused too.
	 */
	PregnancyEnded pregnancyEnded(Sender sender, PregnancyEndingNotice notice) {
		if (notice.sharing() != null && notice.sharing().conditions() != null) {
			throw refusal("sharing.conditions", "is text, which the end of a pregnancy does not take",
					"Leave it out; handling says who may see the record.");
		}
		People people = Circles.MOTHER.people(notice.mother(), "family", List.of(), notice.record());
		return PregnancyEnded.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, PregnancyEnded.class,
					notice.endedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setPregnancyId(notice.pregnancyId())
			.setEndedOn(notice.endedOn())
			.build();
	}

	/**
	 * Numbers that are not the patient's any more are told with those that are, so that
	 * what others recorded under either finds the patient.
	 */
	PatientDetailsChanged detailsChanged(Sender sender, PatientDetailsNotice notice) {
		Patient patient = notice.patient();
		for (int i = 0; i < notice.prior().size(); i++) {
			PriorNumbers prior = notice.prior().get(i);
			if (prior.saysNothing()) {
				throw refusal("prior[" + i + "]", "names no number", "Send the number that the patient had before.");
			}
			if (patient != null && ((prior.id() != null && prior.id().equals(patient.id()))
					|| (prior.nhsNumber() != null && prior.nhsNumber().equals(patient.nhsNumber())))) {
				throw refusal("prior[" + i + "]", "is a number that the patient has now",
						"Send the number that counts now with the patient, and the one given up here.");
			}
		}
		People people = Circles.PATIENT.people(notice.subject(), "family", notice.family(), notice.record());
		return PatientDetailsChanged.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					PatientDetailsChanged.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setChange(notice.change())
			.setEffectiveOn(notice.effectiveOn())
			.build();
	}

	/** Tells that somebody died, and never of what: text that could say so is refused. */
	DeathNotified died(Sender sender, DeathNotice notice) {
		if (notice.sharing() != null && notice.sharing().conditions() != null) {
			throw refusal("sharing.conditions", "is text, which a death does not take",
					"Leave it out; handling says who may see the record.");
		}
		People people = Circles.DECEASED.people(notice.deceased(), "family", notice.family(), notice.record());
		return DeathNotified.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, DeathNotified.class,
					notice.diedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setDeceasedRef(Circles.DECEASED.field())
			.setDiedOn(notice.diedOn())
			.setIdentityConfirmedBy(notice.identityConfirmedBy())
			.build();
	}

	ChildBorn born(Sender sender, BirthNotice notice) {
		People people = newborn(notice);
		return ChildBorn.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, ChildBorn.class,
					notice.bornOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setPregnancyId(notice.pregnancyId())
			.setBornOn(notice.bornOn())
			.setGestationWeeks(notice.gestationWeeks())
			.setMultiple(notice.multiple())
			.build();
	}

	StatusEnquired statusEnquired(Sender sender, StatusEnquiryNotice notice) {
		People people = Circles.PATIENT.people(notice.patient(), "family", notice.family(), notice.record());
		return StatusEnquired.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), StatusEnquired.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAskedOf(notice.askedOf())
			.setQuestion(notice.question())
			.setAnswer(notice.answer())
			.setAnsweredByRole(notice.answeredByRole())
			.setSummary(notice.summary())
			.build();
	}

	AntenatalContactGapRecorded contactGap(Sender sender, ContactGapNotice notice) {
		People people = Circles.MOTHER.people(notice.mother(), "family", List.of(), notice.record());
		return AntenatalContactGapRecorded.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), AntenatalContactGapRecorded.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setPregnancyId(notice.pregnancyId())
			.setGap(notice.gap())
			.build();
	}

	private EventHeader header(Sender sender, SourceRecord source, @Nullable Sharing sharing,
			Class<? extends SpecificRecord> type) {
		return this.headers.header(sender, source, sharing, DEFAULTS, type);
	}

	/** The child, born on the day of the birth, with its mother and everybody else. */
	private static People newborn(BirthNotice notice) {
		Patient child = notice.child();
		Patient mother = notice.mother();
		if (child != null && child.dateOfBirth() != null
				&& !notice.bornOn().toString().startsWith(child.dateOfBirth())) {
			throw refusal("child.dateOfBirth", "is not the day of the birth",
					"Send the same day as in bornOn, or leave it out.");
		}
		Patient newborn = (child != null) ? child.bornOn(notice.bornOn()) : null;
		return Circles.NEWBORN.withMother(newborn, mother, notice.family(), notice.record());
	}

	private static SourceRecord happening(SourceRecord source, OffsetDateTime at) {
		return (source.occurredAt() != null) ? source
				: new SourceRecord(source.id(), source.version(), source.state(), source.retracts(), source.system(),
						source.organisation(), at, source.occurredPrecision(), source.recordedAt());
	}

	/** An adult who stays away is nobody's business here. */
	private static void requireChild(@Nullable Patient child, OffsetDateTime at) {
		if (child != null && child.dateOfBirth() != null
				&& at.getYear() - Integer.parseInt(child.dateOfBirth().substring(0, 4)) > ADULT) {
			throw refusal("child.dateOfBirth", "is an adult's",
					"Do not send an adult's missed appointments; check the date of birth of a child.");
		}
	}

	private static ComplaintCategory recorded(@Nullable ComplaintCategory complaint) {
		return (complaint != null) ? complaint : ComplaintCategory.NOT_RECORDED;
	}

	private static NoticeRefusedException refusal(String field, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem(field, problem, remedy)));
	}

}
