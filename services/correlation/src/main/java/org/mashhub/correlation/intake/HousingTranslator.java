package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.housing.v1.BehaviourComplaintReceived;
import org.mashhub.event.housing.v1.HomeConditionsRecorded;
import org.mashhub.event.housing.v1.HouseholdMoved;
import org.mashhub.event.housing.v1.StaffSafetyMarked;
import org.mashhub.event.housing.v1.SupportNeedRecorded;
import org.mashhub.event.housing.v1.TenancyChanged;
import org.mashhub.event.housing.v1.TenancySustainmentConcernRaised;
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
			case TenancyChanged tenancy -> Optional.of(tenancy(tenancy));
			case TenancySustainmentConcernRaised concern -> Optional.of(sustainment(concern));
			case HomeConditionsRecorded conditions -> Optional.of(conditions(conditions));
			case BehaviourComplaintReceived complaint -> Optional.of(complaint(complaint));
			case SupportNeedRecorded need -> Optional.of(need(need));
			case StaffSafetyMarked marker -> Optional.of(marker(marker));
			default -> Optional.empty();
		};
	}

	private Translation moved(HouseholdMoved event) {
		return new Facts()
			.add(FactKind.MOVED, Facts.all(event.getPeople()), "on", event.getMovedOn().toString(), "initiatedBy",
					event.getInitiatedBy().name(), "fromHomeKeys",
					event.getFrom().map(this.homeKeys::joined).orElse(null), "toHomeKeys",
					event.getTo().map(this.homeKeys::joined).orElse(null))
			.alone();
	}

	private Translation tenancy(TenancyChanged event) {
		return new Facts()
			.add(FactKind.TENANCY_CHANGED, Facts.all(event.getPeople()), "change", event.getChange().name(), "tenancy",
					Facts.text(event.getTenancyReference()), "on", event.getEffectiveOn().toString(), "homeKeys",
					event.getAddress().map(this.homeKeys::joined).orElse(null))
			.alone();
	}

	private static Translation sustainment(TenancySustainmentConcernRaised event) {
		return new Facts()
			.add(FactKind.TENANCY_CHANGED, Facts.all(event.getPeople()), "change",
					event.getEnded() ? "NO_LONGER_AT_RISK" : "AT_RISK", "concern", event.getConcern().name(), "tenancy",
					Facts.text(event.getTenancyReference()), "on", Facts.text(event.getEffectiveOn()))
			.alone();
	}

	/** Of everybody in the home: the children are often not among a landlord's people. */
	private static Translation conditions(HomeConditionsRecorded event) {
		return new Facts()
			.conditions(Facts.all(event.getPeople()), Optional.of(event.getConditionsGrade()),
					event.getConditionsTool(), event.getAnnounced())
			.concern(Facts.children(event.getPeople()), event.getConcern(), "housing")
			.with(event.getSummary());
	}

	private Translation complaint(BehaviourComplaintReceived event) {
		return new Facts()
			.add(FactKind.COMPLAINT_RECEIVED, Facts.all(event.getPeople()), "types",
					Facts.codes(event.getComplaintTypes()), "anonymous", Facts.text(event.getAnonymous()), "homeKeys",
					event.getLocation().map(this.homeKeys::joined).orElse(null))
			.with(event.getSummary());
	}

	private static Translation need(SupportNeedRecorded event) {
		return new Facts()
			.add(FactKind.NEED_RECORDED, Facts.concerned(event.getPeople(), PersonRole.SUBJECT, PersonRole.TENANT),
					"needs", Facts.codes(event.getNeedCodes()), "ended", Boolean.toString(event.getEnded()))
			.alone();
	}

	private static Translation marker(StaffSafetyMarked event) {
		return new Facts()
			.add(FactKind.SAFETY_MARKED, Facts.all(event.getPeople()), "advice", event.getAdvice().name(), "reviewOn",
					Facts.text(event.getReviewOn()), "ended", Boolean.toString(event.getEnded()))
			.alone();
	}

}
