package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.police.v1.ConferenceRequested;
import org.mashhub.event.police.v1.CustodyStatusChanged;
import org.mashhub.event.police.v1.DomesticAbuseNotified;
import org.mashhub.event.police.v1.IncidentLogged;
import org.mashhub.event.police.v1.InformationProvided;
import org.mashhub.event.police.v1.IntelligenceHandling;
import org.mashhub.event.police.v1.IntelligenceReported;
import org.mashhub.event.police.v1.WantedPersonCirculated;
import org.mashhub.hub.v1.FactKind;

/** What police events say. Places are named by their keys alone. */
final class PoliceTranslator implements Translator {

	private final HomeKeys homeKeys;

	PoliceTranslator(HomeKeys homeKeys) {
		this.homeKeys = homeKeys;
	}

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case IncidentLogged incident -> Optional.of(incident(incident));
			case DomesticAbuseNotified notification -> Optional.of(domesticAbuse(notification));
			case IntelligenceReported intelligence -> Optional.of(intelligence(intelligence));
			case CustodyStatusChanged custody -> Optional.of(custody(custody));
			case WantedPersonCirculated wanted -> Optional.of(wanted(wanted));
			case ConferenceRequested request -> Optional.of(conference(request));
			case InformationProvided answer -> Optional.of(answer(answer));
			default -> Optional.empty();
		};
	}

	private static Translation incident(IncidentLogged event) {
		Facts facts = new Facts();
		for (PersonMention person : event.getPeople()) {
			facts.add(FactKind.RISK_INCIDENT, List.of(person.getRef()), "type", event.getIncidentType(), "occurrence",
					Facts.text(event.getOccurrenceId()), "role", person.getRole().name(), "childrenPresent",
					Facts.text(event.getChildrenPresent()), "outcome", Facts.text(event.getOutcome()));
		}
		if (event.getIncidentType().equals("CHILD_CONCERN")) {
			facts.add(FactKind.CONCERN_RECORDED, Facts.children(event.getPeople()), "by", "police");
		}
		return facts.with(event.getSummary());
	}

	/** The same fact as that of the incident, which shares its occurrence. */
	private static Translation domesticAbuse(DomesticAbuseNotified event) {
		Facts facts = new Facts();
		for (PersonMention person : event.getPeople()) {
			facts.add(FactKind.RISK_INCIDENT, List.of(person.getRef()), "type", "DOMESTIC_ABUSE", "occurrence",
					Facts.text(event.getOccurrenceId()), "role", person.getRole().name(), "childrenPresent",
					Facts.text(event.getChildrenPresent()), "childrenResident", Facts.text(event.getChildrenResident()),
					"riskGrade", event.getRiskGrade().name());
		}
		return facts.with(event.getSummary());
	}

	private Translation intelligence(IntelligenceReported event) {
		requireForPoliceOnlyUntilReleased(event);
		return new Facts().add(FactKind.INTELLIGENCE_HELD, Facts.all(event.getPeople()), "type",
				Facts.text(event.getIntelligenceType()), "evaluation", event.getSourceEvaluation().name(), "assessment",
				event.getAssessment().name(), "handling", event.getHandlingCode().name(), "liveOperation",
				Boolean.toString(event.getLiveOperation()), "released", Boolean.toString(event.getReleased()),
				"observedFrom", Facts.text(event.getObservedFrom()), "observedTo", Facts.text(event.getObservedTo()),
				"homeKeys", event.getLocation().map(this.homeKeys::joined).orElse(null), "reviewOn",
				Facts.text(event.getReviewOn()))
			.with(event.getSummary());
	}

	/**
	 * The adapter marks such intelligence; were it ever to fail to, an operation or a
	 * source could be lost, so it is looked at again here.
	 */
	private static void requireForPoliceOnlyUntilReleased(IntelligenceReported event) {
		boolean bound = event.getHandlingCode() == IntelligenceHandling.C || event.getLiveOperation();
		if (bound && !event.getReleased()
				&& event.getHeader().getHandling().getCode() != HandlingCode.POLICE_MASH_ONLY) {
			throw new IllegalArgumentException("intelligence under conditions or of a live operation that is not "
					+ "released must be marked POLICE_MASH_ONLY");
		}
	}

	private static Translation custody(CustodyStatusChanged event) {
		return new Facts()
			.add(FactKind.CUSTODY_CHANGED,
					Facts.without(event.getPeople(), PersonRole.VICTIM, PersonRole.WITNESS, PersonRole.CHILD), "status",
					event.getStatus().name(), "type", Facts.text(event.getOffenceType()), "occurrence",
					Facts.text(event.getOccurrenceId()), "on", event.getEffectiveOn().toString(), "plannedRelease",
					Facts.text(event.getPlannedRelease()))
			.alone();
	}

	private static Translation wanted(WantedPersonCirculated event) {
		return new Facts().add(FactKind.CUSTODY_CHANGED,
				Facts.concerned(event.getPeople(), PersonRole.SUSPECT, PersonRole.OFFENDER, PersonRole.SUBJECT),
				"status", event.getEnded() ? "NO_LONGER_WANTED" : "WANTED", "type", Facts.text(event.getOffenceType()),
				"occurrence", Facts.text(event.getOccurrenceId()), "on", event.getCirculatedOn().toString())
			.alone();
	}

	private static Translation conference(ConferenceRequested event) {
		return new Facts()
			.add(FactKind.MEETING_CHANGED, Facts.children(event.getPeople()), "change", "REQUESTED", "kind",
					event.getKind().name(), "request", event.getRequestId(), "of", event.getRequestedOf(), "reasons",
					Facts.codes(event.getReasonCodes()), "on", event.getRequestedOn().toString())
			.with(event.getSummary());
	}

	private static Translation answer(InformationProvided event) {
		return new Facts()
			.add(FactKind.INFORMATION_REQUESTED, Facts.all(event.getPeople()), "change", event.getAnswer().name(),
					"request", event.getRequestId(), "by", "police", "reason", Facts.text(event.getRefusalReason()),
					"on", event.getAnsweredOn().toString())
			.with(event.getSummary());
	}

}
