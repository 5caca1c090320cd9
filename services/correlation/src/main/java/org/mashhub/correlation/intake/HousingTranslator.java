package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.Address;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.hub.v1.FactKind;

/** What events of housing say. Homes are named by their keys alone. */
final class HousingTranslator implements Translator {

	private final HomeKeys homeKeys;

	HousingTranslator(HomeKeys homeKeys) {
		this.homeKeys = homeKeys;
	}

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case HouseholdMoved moved -> Optional.of(moved(moved));
			default -> Optional.empty();
		};
	}

	private Translation moved(HouseholdMoved event) {
		return new Translation(new Facts()
			.add(FactKind.MOVED, Facts.all(event.getPeople()), "on", event.getMovedOn().toString(), "initiatedBy",
					event.getInitiatedBy().name(), "fromHomeKeys", event.getFrom().map(this::keys).orElse(null),
					"toHomeKeys", event.getTo().map(this::keys).orElse(null))
			.list(), null);
	}

	private String keys(Address address) {
		return String.join(" ", this.homeKeys.of(address));
	}

}
