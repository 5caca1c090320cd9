package org.mashhub.adapter.police;

import java.time.LocalDate;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.PostalAddress;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.police.v1.ConferenceRequested;
import org.mashhub.event.police.v1.CustodyStatus;
import org.mashhub.event.police.v1.CustodyStatusChanged;
import org.mashhub.event.police.v1.DomesticAbuseNotified;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.event.police.v1.InformationProvided;
import org.mashhub.event.police.v1.IntelligenceReported;
import org.mashhub.event.police.v1.WantedPersonCirculated;

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
		People people = people(notice.persons(), notice.links());
		return IncidentLogged.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), IncidentLogged.class, null))
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
		People people = onePerson("detainee", notice.detainee(), roleAt(notice.status()), notice.record());
		return CustodyStatusChanged.newBuilder()
			.setHeader(
					header(sender, notice.record(), notice.sharing(), CustodyStatusChanged.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setOccurrenceId(notice.occurrenceNumber())
			.setStatus(notice.status())
			.setOffenceType(name(notice.offenceType()))
			.setEffectiveOn(notice.effectiveOn())
			.setPlannedRelease(notice.plannedRelease())
			.build();
	}

	DomesticAbuseNotified domesticAbuse(Sender sender, DomesticAbuseNotice notice) {
		refuse(notice.problems());
		People people = people(notice.persons(), notice.links());
		people.requireUnlessWithdrawn("persons", !notice.persons().isEmpty(), notice.record());
		return DomesticAbuseNotified.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), DomesticAbuseNotified.class, null))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setOccurrenceId(notice.occurrence().number())
			.setRiskGrade(notice.occurrence().riskGrade())
			.setChildrenPresent(notice.occurrence().childrenPresent())
			.setChildrenResident(notice.occurrence().childrenResident())
			.setLocation(PostalAddress.ofNullable(notice.location()))
			.setSummary(notice.occurrence().summary())
			.build();
	}

	IntelligenceReported intelligence(Sender sender, IntelligenceNotice notice) {
		refuse(notice.problems());
		People people = people(notice.persons(), notice.links());
		return IntelligenceReported.newBuilder()
			.setHeader(
					header(sender, notice.record(), notice.handling(), IntelligenceReported.class, notice.observed()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setSourceEvaluation(notice.sourceEvaluation())
			.setAssessment(notice.assessment())
			.setHandlingCode(notice.handlingCode())
			.setHandlingConditions(notice.handlingConditions())
			.setIntelligenceType(name(notice.type()))
			.setObservedFrom(notice.observedFrom())
			.setObservedTo(notice.observedTo())
			.setLocation(PostalAddress.ofNullable(notice.location()))
			.setLiveOperation(Given.is(notice.liveOperation()))
			.setReleased(Given.is(notice.released()))
			.setReviewOn(notice.reviewOn())
			.setSummary(notice.sanitisedText())
			.build();
	}

	WantedPersonCirculated wantedPerson(Sender sender, WantedPersonNotice notice) {
		People people = onePerson("person", notice.person(), PolicePerson.Role.SUBJECT, notice.record());
		boolean ended = Given.is(notice.ended());
		return WantedPersonCirculated.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), WantedPersonCirculated.class,
					ended ? null : notice.circulatedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setOccurrenceId(notice.occurrenceNumber())
			.setOffenceType(name(notice.offenceType()))
			.setCirculatedOn(notice.circulatedOn())
			.setEnded(ended)
			.build();
	}

	ConferenceRequested conferenceRequest(Sender sender, ConferenceRequestNotice notice) {
		refuse(notice.problems());
		People people = people(notice.persons(), notice.links());
		String number = (notice.requestNumber() != null) ? notice.requestNumber() : notice.record().id();
		return ConferenceRequested.newBuilder()
			.setHeader(
					header(sender, notice.record(), notice.sharing(), ConferenceRequested.class, notice.requestedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setRequestId(number)
			.setKind(notice.kind())
			.setRequestedOf(notice.requestedOf())
			.setRequestedOn(notice.requestedOn())
			.setReasonCodes(notice.reasonCodes())
			.setSummary(notice.summary())
			.build();
	}

	InformationProvided informationAnswer(Sender sender, InformationAnswerNotice notice) {
		refuse(notice.problems());
		People people = people(notice.persons(), List.of());
		people.requireUnlessWithdrawn("persons", !notice.persons().isEmpty(), notice.record());
		return InformationProvided.newBuilder()
			.setHeader(
					header(sender, notice.record(), notice.sharing(), InformationProvided.class, notice.answeredOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setRequestId(notice.requestId())
			.setAnswer(notice.answer().common())
			.setRefusalReason(notice.refusalReason())
			.setAnsweredOn(notice.answeredOn())
			.setSummary(notice.summary())
			.build();
	}

	private EventHeader header(Sender sender, SourceRecord source, @Nullable Sharing sharing,
			Class<? extends SpecificRecord> type, @Nullable LocalDate day) {
		return this.headers.header(sender, source, sharing, DEFAULTS, type, day);
	}

	private static People people(List<PolicePerson> persons, List<Link> links) {
		People people = new People();
		for (int i = 0; i < persons.size(); i++) {
			people.add("persons[" + i + "]", persons.get(i).nominal(),
					persons.get(i).mention(PolicePerson.Role.SUBJECT));
		}
		for (int i = 0; i < links.size(); i++) {
			Link link = links.get(i);
			people.require("links[" + i + "].from", link.from());
			people.require("links[" + i + "].to", link.to());
			people.relate(link.from(), link.type(), link.to(), link.status());
		}
		return people;
	}

	/** Whose role may change from version to version, so that it cannot be the ref. */
	private static People onePerson(String field, @Nullable PolicePerson person, PolicePerson.Role byDefault,
			SourceRecord source) {
		People people = new People();
		if (person != null) {
			people.add(field, (person.nominal() != null) ? person.nominal() : field, person.mention(byDefault));
		}
		people.requireUnlessWithdrawn(field, person != null, source);
		return people;
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
	}

	private static @Nullable String name(@Nullable IncidentType type) {
		return (type != null) ? type.name() : null;
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
