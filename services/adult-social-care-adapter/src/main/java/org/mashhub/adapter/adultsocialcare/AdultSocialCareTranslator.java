package org.mashhub.adapter.adultsocialcare;

import java.util.Optional;

import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.event.adultsocialcare.v1.AdultReferralReceived;
import org.mashhub.event.adultsocialcare.v1.ServiceChanged;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.RelationshipKind;

import org.springframework.stereotype.Component;

/** What adult social care says: its words in, events out. */
@Component
class AdultSocialCareTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(c) and (e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	AdultSocialCareTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	AdultReferralReceived referral(Sender sender, ReferralNotice notice) {
		People people = people(notice);
		return AdultReferralReceived.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					AdultReferralReceived.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setReferralReference(notice.referralReference())
			.setReasonCodes(notice.reasonCodes())
			.setSummary(notice.summary())
			.build();
	}

	ServiceChanged service(Sender sender, ServiceNotice notice) {
		People people = people(notice);
		return ServiceChanged.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, ServiceChanged.class,
					notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setService(notice.service())
			.setChange(notice.change())
			.setEffectiveOn(notice.effectiveOn())
			.build();
	}

	private static People people(AdultRecord notice) {
		People people = new People();
		Adult adult = notice.adult();
		people.requireUnlessWithdrawn("adult", adult != null, notice.record());
		String subject = (adult != null) ? people.add("adult", adult.id(), adult.mention()) : null;
		for (int i = 0; i < notice.others().size(); i++) {
			OtherPerson other = notice.others().get(i);
			String ref = people.add("others[" + i + "]", other.id(), other.mention(adult));
			if (subject != null) {
				relate(people, subject, ref, other);
			}
		}
		return people;
	}

	private static void relate(People people, String subject, String ref, OtherPerson other) {
		RelationToAdult relation = other.relationToAdult();
		Optional<RelationshipKind> ofPerson = relation.ofPerson();
		Optional<RelationshipKind> ofAdult = relation.ofAdult();
		ofPerson.ifPresent((kind) -> people.relate(ref, kind, subject, other.relationStatus()));
		ofAdult.ifPresent((kind) -> people.relate(subject, kind, ref, other.relationStatus()));
		if (ofPerson.isEmpty() && ofAdult.isEmpty() && Given.is(other.livesWithAdult())) {
			people.relate(ref, RelationshipKind.LIVES_WITH, subject, other.relationStatus());
		}
	}

}
