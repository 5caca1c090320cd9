package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.adultsocialcare.v1.AdultReferralReceived;
import org.mashhub.event.adultsocialcare.v1.ServiceChanged;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.hub.v1.FactKind;

/** What events of adult social care say. */
final class AdultSocialCareTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case AdultReferralReceived referral -> Optional.of(referral(referral));
			case ServiceChanged service -> Optional.of(service(service));
			default -> Optional.empty();
		};
	}

	/**
	 * No referral of a child, even where the adult is seventeen: it must not be counted
	 * as one.
	 */
	private static Translation referral(AdultReferralReceived event) {
		return new Facts()
			.add(FactKind.INVOLVEMENT_CHANGED, Facts.concerned(event.getPeople(), PersonRole.SUBJECT), "change",
					"REFERRED", "service", "ADULT_SOCIAL_CARE", "reference", Facts.text(event.getReferralReference()),
					"reasons", Facts.codes(event.getReasonCodes()))
			.with(event.getSummary());
	}

	private static Translation service(ServiceChanged event) {
		return new Facts()
			.add(FactKind.INVOLVEMENT_CHANGED, Facts.concerned(event.getPeople(), PersonRole.SUBJECT), "change",
					event.getChange().name(), "service", event.getService(), "on", event.getEffectiveOn().toString())
			.alone();
	}

}
