package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.earlyhelp.v1.ConcernRaised;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentChanged;
import org.mashhub.event.earlyhelp.v1.SessionAttendanceRecorded;
import org.mashhub.event.earlyhelp.v1.StepUpRequested;
import org.mashhub.hub.v1.FactKind;

/** What events of early help and children's centres say. */
final class EarlyHelpTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case EarlyHelpAssessmentChanged assessment -> Optional.of(assessment(assessment));
			case SessionAttendanceRecorded session -> Optional.of(session(session));
			case ConcernRaised concern -> Optional.of(concern(concern));
			case StepUpRequested request -> Optional.of(stepUp(request));
			default -> Optional.empty();
		};
	}

	/** Source of a referral from early help, DfE CIN census code. */
	private static final String SOURCE = "5D";

	private static Translation assessment(EarlyHelpAssessmentChanged event) {
		return new Facts()
			.add(FactKind.ASSESSMENT_CHANGED, Facts.children(event.getPeople()), "assessment", event.getAssessmentId(),
					"kind", "EARLY_HELP", "change", event.getStatus().name(), "on", event.getEffectiveOn().toString(),
					"dueOn", Facts.text(event.getDueOn()), "lead", Facts.text(event.getLeadName()), "leadOrganisation",
					Facts.text(event.getLeadOrganisation()), "leadEmail", Facts.text(event.getLeadEmail()), "members",
					Facts.codes(event.getMembers()))
			.alone();
	}

	private static Translation session(SessionAttendanceRecorded event) {
		return new Facts()
			.add(FactKind.ATTENDED, Facts.all(event.getPeople()), "setting", "EARLY_HELP", "attended",
					Boolean.toString(event.getAttended()), "session", Facts.text(event.getSessionType()),
					"childPresent", Facts.text(event.getChildPresent()))
			.alone();
	}

	private static Translation concern(ConcernRaised event) {
		return new Facts()
			.add(FactKind.CONCERN_RECORDED, Facts.children(event.getPeople()), "by", "early-help", "kind",
					event.getKind().name())
			.with(event.getSummary());
	}

	/** A request to step up is a referral, decided and answered as any other. */
	private static Translation stepUp(StepUpRequested event) {
		return new Facts()
			.add(FactKind.REFERRED, Facts.children(event.getPeople()), "source", SOURCE, "reference",
					event.getRequestId(), "level", Facts.text(event.getThresholdLevel()), "reasons",
					Facts.codes(event.getReasonCodes()))
			.with(event.getSummary());
	}

}
