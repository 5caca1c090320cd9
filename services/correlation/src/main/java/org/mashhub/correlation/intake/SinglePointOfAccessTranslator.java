package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.singlepointofaccess.v1.PublicContactReceived;
import org.mashhub.hub.v1.FactKind;

/**
 * What the single point of access takes from the public. Places are named by their keys
 * alone.
 */
final class SinglePointOfAccessTranslator implements Translator {

	private final HomeKeys homeKeys;

	SinglePointOfAccessTranslator(HomeKeys homeKeys) {
		this.homeKeys = homeKeys;
	}

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case PublicContactReceived contact -> Optional.of(contact(contact));
			default -> Optional.empty();
		};
	}

	private Translation contact(PublicContactReceived event) {
		return new Facts()
			.add(FactKind.CONTACT_RECEIVED, Contacts.subjects(event.getPeople()), "reference",
					Facts.text(event.getContactReference()), "source", event.getSourceCode(), "anonymous",
					Boolean.toString(event.getAnonymous()), "observedFrom", Facts.text(event.getObservedFrom()),
					"observedTo", Facts.text(event.getObservedTo()), "reportedAt", event.getReportedAt().toString(),
					"concerns", Facts.codes(event.getConcernCategories()), "sealed",
					Boolean.toString(event.getWishesToBeSealed()), "sameCallerAs", Facts.text(event.getSameCallerAs()),
					"informant", Facts.text(event.getInformantRef()), "homeKeys",
					event.getLocation().map(this.homeKeys::joined).orElse(null))
			.with(event.getSummary());
	}

}
