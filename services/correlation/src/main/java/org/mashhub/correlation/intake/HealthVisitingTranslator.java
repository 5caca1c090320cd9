package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.healthvisiting.v1.AppointmentNotBrought;
import org.mashhub.event.healthvisiting.v1.AssertionRecorded;
import org.mashhub.event.healthvisiting.v1.BirthVisitRecorded;
import org.mashhub.event.healthvisiting.v1.ChildConcernRaised;
import org.mashhub.event.healthvisiting.v1.HandoverCompleted;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;
import org.mashhub.event.healthvisiting.v1.InformationProvided;
import org.mashhub.event.healthvisiting.v1.NoAccessVisitRecorded;
import org.mashhub.event.healthvisiting.v1.PractitionerChanged;
import org.mashhub.event.healthvisiting.v1.SafeSleepAssessed;
import org.mashhub.hub.v1.FactKind;

/** What events of health visiting say. */
final class HealthVisitingTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case HomeVisitRecorded visit -> Optional.of(visit(visit));
			case BirthVisitRecorded visit -> Optional.of(birthVisit(visit));
			case NoAccessVisitRecorded visit -> Optional.of(noAccess(visit));
			case AppointmentNotBrought missed -> Optional.of(missed(missed));
			case PractitionerChanged change -> Optional.of(practitioner(change));
			case HandoverCompleted handover -> Optional.of(handover(handover));
			case SafeSleepAssessed assessment -> Optional.of(safeSleep(assessment));
			case ChildConcernRaised concern -> Optional.of(concern(concern));
			case AssertionRecorded assertion -> Optional.of(assertion(assertion));
			case InformationProvided answer -> Optional.of(answer(answer));
			default -> Optional.empty();
		};
	}

	private static final String AGENCY = "health-visiting";

	private static Translation visit(HomeVisitRecorded event) {
		List<String> children = Facts.children(event.getPeople());
		return new Facts().add(FactKind.VISIT_MADE, children, "announced", Facts.text(event.getAnnounced()))
			.add(FactKind.CHILD_SEEN, children, "seen", event.getChildSeen().name())
			.add(FactKind.ADULT_SEEN, Facts.adults(event.getPeople(), event.getHeader()), "place", "HOME")
			.conditions(children, event.getConditionsGrade(), event.getConditionsTool(), event.getAnnounced())
			.concern(children, event.getConcern(), AGENCY)
			.with(event.getSummary());
	}

	private static Translation birthVisit(BirthVisitRecorded event) {
		List<String> children = Facts.children(event.getPeople());
		return new Facts()
			.add(FactKind.BIRTH_RECORDED, children, "gestation", Facts.text(event.getGestationWeeks()), "feeding",
					Facts.text(event.getFeeding()))
			.add(FactKind.VISIT_MADE, children)
			.add(FactKind.CHILD_SEEN, children, "seen", event.getChildSeen().name())
			.concern(children, event.getConcern(), AGENCY)
			.with(event.getSummary());
	}

	private static Translation noAccess(NoAccessVisitRecorded event) {
		return new Facts()
			.add(FactKind.CONTACT_ATTEMPTED, Facts.children(event.getPeople()), "method", "VISIT", "outcome",
					event.getReason().name(), "announced", Facts.text(event.getAnnounced()))
			.with(event.getSummary());
	}

	private static Translation missed(AppointmentNotBrought event) {
		return new Facts()
			.add(FactKind.APPOINTMENT_NOT_BROUGHT, Facts.patients(event.getPeople()), "slot",
					event.getAppointmentAt().toString(), "service", Facts.text(event.getServiceType()), "provider",
					event.getProvider().orElse(event.getHeader().getOrganisationCode()), "rebooked",
					Facts.text(event.getRebookedFor()))
			.alone();
	}

	private static Translation practitioner(PractitionerChanged event) {
		return new Facts()
			.add(FactKind.HANDOVER_CHANGED, Facts.children(event.getPeople()), "change", "PRACTITIONER_CHANGED", "from",
					Facts.text(event.getFromPractitioner()), "to", Facts.text(event.getToPractitioner()), "role",
					event.getRole(), "reason", Facts.text(event.getReasonCode()), "serviceLevel",
					event.getServiceLevel().name(), "on", event.getEffectiveOn().toString())
			.alone();
	}

	private static Translation handover(HandoverCompleted event) {
		return new Facts()
			.add(FactKind.HANDOVER_CHANGED, Facts.children(event.getPeople()), "change", "COMPLETED", "from",
					Facts.text(event.getFromPractitioner()), "to", Facts.text(event.getToPractitioner()), "verbal",
					Boolean.toString(event.getVerbal()), "outstanding", Facts.codes(event.getOutstandingTasks()), "on",
					event.getHandedOverOn().toString())
			.alone();
	}

	private static Translation safeSleep(SafeSleepAssessed event) {
		return new Facts()
			.add(FactKind.ASSESSMENT_CHANGED, Facts.children(event.getPeople()), "kind", "SAFE_SLEEP", "change",
					event.getDone() ? "COMPLETED" : "NOT_DONE", "factors", Facts.codes(event.getRiskFactors()),
					"adviceUnderstood", event.getAdviceUnderstood().name())
			.with(event.getSummary());
	}

	private static Translation concern(ChildConcernRaised event) {
		return new Facts()
			.add(FactKind.CONCERN_RECORDED, Facts.children(event.getPeople()), "by", AGENCY, "kind",
					event.getKind().name())
			.with(event.getSummary());
	}

	private static Translation assertion(AssertionRecorded event) {
		return new Facts()
			.add(FactKind.ASSERTION_MADE, Assertions.subjects(event.getPeople(), event.getAboutRef()), "change",
					"RECORDED", "assertion", event.getAssertionId(), "kind", event.getKind().name(), "saidBy",
					Assertions.role(event.getPeople(), event.getSaidByRef()), "verified",
					Boolean.toString(event.getVerified()))
			.with(event.getSummary());
	}

	private static Translation answer(InformationProvided event) {
		return new Facts()
			.add(FactKind.INFORMATION_REQUESTED, Facts.all(event.getPeople()), "change", event.getAnswer().name(),
					"request", event.getRequestId(), "by", "health-visiting", "reason",
					Facts.text(event.getRefusalReason()), "on", event.getAnsweredOn().toString())
			.with(event.getSummary());
	}

}
