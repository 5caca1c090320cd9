package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.ambulance.v1.AmbulanceAttended;
import org.mashhub.event.ambulance.v1.DeathNotified;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.hub.v1.FactKind;

/** What events of the ambulance service say. */
final class AmbulanceTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case AmbulanceAttended attendance -> Optional.of(attended(attendance));
			case DeathNotified death -> Optional.of(died(death));
			default -> Optional.empty();
		};
	}

	private static Translation attended(AmbulanceAttended event) {
		Facts facts = new Facts().add(FactKind.ATTENDED, Facts.patients(event.getPeople()), "setting", "AMBULANCE",
				"attended", "true", "complaint", Facts.text(event.getComplaintCategory()), "conveyed",
				Facts.text(event.getConveyed()), "refusedConveyance", Facts.text(event.getRefusedConveyance()),
				"incident", Facts.text(event.getIncidentNumber()));
		if (event.getAtHome().orElse(false)) {
			facts.add(FactKind.ADULT_SEEN, Facts.adults(event.getPeople(), event.getHeader()), "place", "HOME");
		}
		return facts
			.conditions(Facts.all(event.getPeople()), event.getConditionsGrade(), event.getConditionsTool(),
					Optional.empty())
			.concern(Facts.withRole(event.getPeople(), PersonRole.CHILD, PersonRole.PATIENT), event.getConcern(),
					"ambulance")
			.with(event.getSummary());
	}

	private static Translation died(DeathNotified event) {
		return Deaths.translate(event.getPeople(), event.getDeceasedRef(), event.getDiedOn(),
				event.getIdentityConfirmedBy());
	}

}
