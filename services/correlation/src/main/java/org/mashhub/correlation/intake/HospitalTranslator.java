package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.hospital.v1.AntenatalContactGapRecorded;
import org.mashhub.event.hospital.v1.AppointmentNotBrought;
import org.mashhub.event.hospital.v1.ChildBorn;
import org.mashhub.event.hospital.v1.DeathNotified;
import org.mashhub.event.hospital.v1.HospitalAdmitted;
import org.mashhub.event.hospital.v1.HospitalAttended;
import org.mashhub.event.hospital.v1.HospitalDischarged;
import org.mashhub.event.hospital.v1.PatientDetailsChanged;
import org.mashhub.event.hospital.v1.PregnancyBooked;
import org.mashhub.event.hospital.v1.PregnancyEnded;
import org.mashhub.event.hospital.v1.SelfDischargedAgainstAdvice;
import org.mashhub.event.hospital.v1.StatusEnquired;
import org.mashhub.hub.v1.FactKind;

/** What events of hospitals and midwifery say. */
final class HospitalTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case HospitalAttended attendance -> Optional.of(attended(attendance));
			case HospitalAdmitted admission -> Optional.of(admitted(admission));
			case HospitalDischarged discharge -> Optional.of(discharged(discharge));
			case SelfDischargedAgainstAdvice discharge -> Optional.of(selfDischarged(discharge));
			case AppointmentNotBrought missed -> Optional.of(missed(missed));
			case PregnancyBooked pregnancy -> Optional.of(booked(pregnancy));
			case AntenatalContactGapRecorded gap -> Optional.of(gap(gap));
			case PregnancyEnded pregnancy -> Optional.of(ended(pregnancy));
			case ChildBorn birth -> Optional.of(born(birth));
			case DeathNotified death -> Optional.of(died(death));
			case PatientDetailsChanged change -> Optional.of(details(change));
			case StatusEnquired enquiry -> Optional.of(enquiry(enquiry));
			default -> Optional.empty();
		};
	}

	private static final String AGENCY = "hospital";

	private static Translation attended(HospitalAttended event) {
		return new Facts()
			.add(FactKind.ATTENDED, Facts.patients(event.getPeople()), "setting", event.getDepartment().name(),
					"attended", "true", "complaint", event.getComplaint().name(), "leftUnseen",
					Boolean.toString(event.getLeftUnseen()))
			.add(FactKind.ADULT_SEEN, Facts.adults(event.getPeople(), event.getHeader()), "place", "HOSPITAL")
			.concern(minded(event.getPeople()), event.getSafeguardingConcern(), AGENCY)
			.with(event.getSummary());
	}

	private static Translation admitted(HospitalAdmitted event) {
		return new Facts()
			.add(FactKind.ATTENDED, Facts.patients(event.getPeople()), "setting", "WARD", "attended", "true",
					"complaint", event.getComplaint().name(), "stay", Facts.text(event.getAdmissionId()))
			.concern(minded(event.getPeople()), event.getSafeguardingConcern(), AGENCY)
			.with(event.getSummary());
	}

	private static Translation discharged(HospitalDischarged event) {
		return new Facts()
			.add(FactKind.DISCHARGED, Facts.patients(event.getPeople()), "againstAdvice", "false", "complaint",
					event.getComplaint().name(), "stay", Facts.text(event.getAdmissionId()), "followUpRequired",
					Facts.text(event.getFollowUpRequired()), "followUpWith", Facts.text(event.getFollowUpWith()),
					"followUpBy", Facts.text(event.getFollowUpBy()), "premature", Facts.text(event.getBornPremature()),
					"smokingInHousehold", Facts.text(event.getSmokingInHousehold()))
			.concern(minded(event.getPeople()), event.getSafeguardingConcern(), AGENCY)
			.with(event.getSummary());
	}

	private static Translation selfDischarged(SelfDischargedAgainstAdvice event) {
		return new Facts()
			.add(FactKind.DISCHARGED, Facts.patients(event.getPeople()), "againstAdvice", "true", "complaint",
					event.getComplaint().name(), "stay", Facts.text(event.getAdmissionId()), "reason",
					Facts.text(event.getReasonCode()))
			.concern(minded(event.getPeople()), event.getSafeguardingConcern(), AGENCY)
			.with(event.getSummary());
	}

	private static Translation missed(AppointmentNotBrought event) {
		return new Facts()
			.add(FactKind.APPOINTMENT_NOT_BROUGHT, Facts.patients(event.getPeople()), "slot",
					event.getAppointmentAt().toString(), "service", Facts.text(event.getServiceType()), "provider",
					event.getProvider().orElse(event.getHeader().getOrganisationCode()), "rebooked",
					Facts.text(event.getRebookedFor()))
			.alone();
	}

	private static Translation booked(PregnancyBooked event) {
		return new Facts().add(FactKind.PREGNANCY_CHANGED, mother(event.getPeople()), "change", "BOOKED", "pregnancy",
				event.getPregnancyId(), "on", event.getBookedOn().toString(), "expectedOn",
				Facts.text(event.getExpectedOn()), "gestation", Facts.text(event.getGestationWeeks()), "kinshipAsked",
				Facts.text(event.getKinshipAsked()), "kinshipRecorded", Facts.text(event.getKinshipRecorded()))
			.alone();
	}

	private static Translation gap(AntenatalContactGapRecorded event) {
		return new Facts()
			.add(FactKind.PREGNANCY_CHANGED, mother(event.getPeople()), "change", "CONTACT_GAP", "pregnancy",
					Facts.text(event.getPregnancyId()), "gap", event.getGap().name())
			.alone();
	}

	private static Translation ended(PregnancyEnded event) {
		return new Facts()
			.add(FactKind.PREGNANCY_CHANGED, mother(event.getPeople()), "change", "ENDED", "pregnancy",
					Facts.text(event.getPregnancyId()), "on", Facts.text(event.getEndedOn()))
			.alone();
	}

	/** A birth is told of the child, and ends the pregnancy of the mother. */
	private static Translation born(ChildBorn event) {
		return new Facts()
			.add(FactKind.BIRTH_RECORDED, Facts.children(event.getPeople()), "on", event.getBornOn().toString(),
					"gestation", Facts.text(event.getGestationWeeks()), "multiple", Facts.text(event.getMultiple()))
			.add(FactKind.PREGNANCY_CHANGED, Facts.withRole(event.getPeople(), PersonRole.MOTHER), "change", "BORN",
					"pregnancy", Facts.text(event.getPregnancyId()), "on", event.getBornOn().toString())
			.alone();
	}

	private static Translation died(DeathNotified event) {
		return Deaths.translate(event.getPeople(), event.getDeceasedRef(), event.getDiedOn(),
				event.getIdentityConfirmedBy());
	}

	private static Translation details(PatientDetailsChanged event) {
		return Facts.detailsChanged(event.getPeople(), event.getChange(), event.getEffectiveOn());
	}

	private static Translation enquiry(StatusEnquired event) {
		return new Facts()
			.add(FactKind.INFORMATION_REQUESTED, Facts.all(event.getPeople()), "change", "ENQUIRED", "of",
					event.getAskedOf(), "question", event.getQuestion().name(), "answer", event.getAnswer().name(),
					"answeredBy", Facts.text(event.getAnsweredByRole()))
			.with(event.getSummary());
	}

	/** A concern is for the patient and for every child named. */
	private static List<String> minded(List<PersonMention> people) {
		return Facts.withRole(people, PersonRole.CHILD, PersonRole.PATIENT);
	}

	private static List<String> mother(List<PersonMention> people) {
		return Facts.concerned(people, PersonRole.MOTHER, PersonRole.PATIENT, PersonRole.SUBJECT);
	}

}
