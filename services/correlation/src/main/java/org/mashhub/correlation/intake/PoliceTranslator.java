package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.police.v1.CustodyStatusChanged;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.hub.v1.FactKind;

/** What police events say. */
final class PoliceTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case IncidentLogged incident -> Optional.of(incident(incident));
			case CustodyStatusChanged custody -> Optional.of(custody(custody));
			default -> Optional.empty();
		};
	}

	private static Translation incident(IncidentLogged event) {
		Facts facts = new Facts();
		String childrenPresent = event.getChildrenPresent().map(Object::toString).orElse(null);
		for (PersonMention person : event.getPeople()) {
			facts.add(FactKind.RISK_INCIDENT, List.of(person.getRef()), "type", event.getIncidentType(), "occurrence",
					event.getOccurrenceId().orElse(null), "role", person.getRole().name(), "childrenPresent",
					childrenPresent, "outcome", event.getOutcome().orElse(null));
		}
		if (event.getIncidentType().equals("CHILD_CONCERN")) {
			facts.add(FactKind.CONCERN_RECORDED, Facts.withRole(event.getPeople(), PersonRole.CHILD), "by", "police");
		}
		return new Translation(facts.list(), event.getSummary().orElse(null));
	}

	private static Translation custody(CustodyStatusChanged event) {
		return new Translation(new Facts()
			.add(FactKind.CUSTODY_CHANGED,
					Facts.without(event.getPeople(), PersonRole.VICTIM, PersonRole.WITNESS, PersonRole.CHILD), "status",
					event.getStatus().name(), "type", event.getOffenceType().orElse(null), "occurrence",
					event.getOccurrenceId().orElse(null), "on", event.getEffectiveOn().toString(), "plannedRelease",
					event.getPlannedRelease().map(Object::toString).orElse(null))
			.list(), null);
	}

}
