package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.gp.v1.AppointmentNotBrought;
import org.mashhub.event.gp.v1.RegistrationChanged;
import org.mashhub.hub.v1.FactKind;

/** What events of general practice say. */
final class GpTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case AppointmentNotBrought missed -> Optional.of(missed(missed));
			case RegistrationChanged registration -> Optional.of(registration(registration));
			default -> Optional.empty();
		};
	}

	private static Translation missed(AppointmentNotBrought event) {
		return new Translation(new Facts()
			.add(FactKind.APPOINTMENT_NOT_BROUGHT, Facts.all(event.getPeople()), "slot",
					event.getAppointmentAt().toString(), "service", event.getServiceType().orElse(null), "provider",
					event.getProvider().orElse(event.getHeader().getOrganisationCode()), "rebooked",
					event.getRebookedFor().map(Object::toString).orElse(null))
			.list(), null);
	}

	private static Translation registration(RegistrationChanged event) {
		return new Translation(new Facts()
			.add(FactKind.REGISTRATION_CHANGED, Facts.all(event.getPeople()), "previousPractice",
					event.getPreviousPractice().orElse(null), "newPractice", event.getNewPractice().orElse(null), "on",
					event.getEffectiveOn().toString())
			.list(), null);
	}

}
