package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.gp.v1.AppointmentNotBrought;
import org.mashhub.event.gp.v1.DeathNotified;
import org.mashhub.event.gp.v1.ImmunisationOverdue;
import org.mashhub.event.gp.v1.InformationProvided;
import org.mashhub.event.gp.v1.ParentalHealthFlagged;
import org.mashhub.event.gp.v1.PatientDetailsChanged;
import org.mashhub.event.gp.v1.RegistrationChanged;
import org.mashhub.hub.v1.FactKind;

/** What events of general practice say. */
final class GpTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case AppointmentNotBrought missed -> Optional.of(missed(missed));
			case RegistrationChanged registration -> Optional.of(registration(registration));
			case ParentalHealthFlagged flag -> Optional.of(flag(flag));
			case ImmunisationOverdue immunisation -> Optional.of(immunisation(immunisation));
			case InformationProvided answer -> Optional.of(answer(answer));
			case DeathNotified death -> Optional.of(died(death));
			case PatientDetailsChanged change -> Optional.of(details(change));
			default -> Optional.empty();
		};
	}

	private static Translation missed(AppointmentNotBrought event) {
		return new Facts()
			.add(FactKind.APPOINTMENT_NOT_BROUGHT, Facts.patients(event.getPeople()), "slot",
					event.getAppointmentAt().toString(), "service", Facts.text(event.getServiceType()), "provider",
					event.getProvider().orElse(event.getHeader().getOrganisationCode()), "rebooked",
					Facts.text(event.getRebookedFor()))
			.alone();
	}

	private static Translation registration(RegistrationChanged event) {
		return new Facts()
			.add(FactKind.REGISTRATION_CHANGED, Facts.patients(event.getPeople()), "previousPractice",
					Facts.text(event.getPreviousPractice()), "newPractice", Facts.text(event.getNewPractice()), "on",
					event.getEffectiveOn().toString())
			.alone();
	}

	private static Translation flag(ParentalHealthFlagged event) {
		return new Facts()
			.add(FactKind.HEALTH_FLAGGED, Facts.concerned(event.getPeople(), PersonRole.PATIENT, PersonRole.SUBJECT),
					"category", event.getCategory().name(), "from", Facts.text(event.getStartedOn()), "until",
					Facts.text(event.getEndedOn()))
			.alone();
	}

	private static Translation immunisation(ImmunisationOverdue event) {
		return new Facts()
			.add(FactKind.IMMUNISATION_OVERDUE, Facts.patients(event.getPeople()), "schedule", event.getScheduleCode(),
					"dueOn", event.getDueOn().toString(), "status", event.getStatus().name())
			.alone();
	}

	private static Translation answer(InformationProvided event) {
		return new Facts()
			.add(FactKind.INFORMATION_REQUESTED, Facts.all(event.getPeople()), "change", event.getAnswer().name(),
					"request", event.getRequestId(), "by", "gp", "reason", Facts.text(event.getRefusalReason()), "on",
					event.getAnsweredOn().toString())
			.with(event.getSummary());
	}

	private static Translation details(PatientDetailsChanged event) {
		return Facts.detailsChanged(event.getPeople(), event.getChange(), event.getEffectiveOn());
	}

	private static Translation died(DeathNotified event) {
		return Deaths.translate(event.getPeople(), event.getDeceasedRef(), event.getDiedOn(),
				event.getIdentityConfirmedBy());
	}

}
