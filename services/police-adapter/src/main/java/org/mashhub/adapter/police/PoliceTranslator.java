package org.mashhub.adapter.police;

import java.util.List;

import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.police.v1.CustodyStatus;
import org.mashhub.event.police.v1.CustodyStatusChanged;
import org.mashhub.event.police.v1.IncidentLogged;

import org.springframework.stereotype.Component;

/** Police words in, events out. */
@Component
class PoliceTranslator {

	/** Police content stays with MASH officers unless the force says otherwise. */
	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e), 9(2)(g) and 10; DPA 2018 Sch 1 para 18", HandlingCode.MASH_ONLY);

	private final EventHeaders headers;

	PoliceTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	IncidentLogged incident(Sender sender, IncidentNotice notice) {
		People people = new People();
		List<PolicePerson> persons = notice.persons();
		for (int i = 0; i < persons.size(); i++) {
			people.add("persons[" + i + "]", persons.get(i).nominal(),
					persons.get(i).mention(PolicePerson.Role.SUBJECT));
		}
		List<IncidentNotice.Link> links = notice.links();
		for (int i = 0; i < links.size(); i++) {
			IncidentNotice.Link link = links.get(i);
			people.require("links[" + i + "].from", link.from());
			people.require("links[" + i + "].to", link.to());
			people.relate(link.from(), link.type(), link.to(), link.status());
		}
		return IncidentLogged.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, IncidentLogged.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setOccurrenceId(notice.occurrence().number())
			.setIncidentType(notice.occurrence().type().name())
			.setLocation(PostalAddress.ofNullable(notice.location()))
			.setChildrenPresent(notice.occurrence().childrenPresent())
			.setOutcome(notice.occurrence().result())
			.setSummary(notice.occurrence().summary())
			.build();
	}

	CustodyStatusChanged custody(Sender sender, CustodyNotice notice) {
		People people = new People();
		PolicePerson detainee = notice.detainee();
		if (detainee != null) {
			people.add("detainee", (detainee.nominal() != null) ? detainee.nominal() : "detainee",
					detainee.mention(roleAt(notice.status())));
		}
		people.requireUnlessWithdrawn("detainee", detainee != null, notice.record());
		return CustodyStatusChanged.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					CustodyStatusChanged.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setOccurrenceId(notice.occurrenceNumber())
			.setStatus(notice.status())
			.setOffenceType((notice.offenceType() != null) ? notice.offenceType().name() : null)
			.setEffectiveOn(notice.effectiveOn())
			.setPlannedRelease(notice.plannedRelease())
			.build();
	}

	/** Nobody is called an offender before a court has said so. */
	private static PolicePerson.Role roleAt(CustodyStatus status) {
		return switch (status) {
			case ARRESTED, BAILED, REMANDED, CHARGED -> PolicePerson.Role.SUSPECT;
			case CONVICTED, SENTENCED -> PolicePerson.Role.OFFENDER;
			case RELEASE_PLANNED, RELEASED, NO_FURTHER_ACTION -> PolicePerson.Role.SUBJECT;
		};
	}

}
