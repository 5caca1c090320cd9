package org.mashhub.correlation.intake;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.education.v1.AttendanceConcernRaised;
import org.mashhub.event.education.v1.ChildConcernRaised;
import org.mashhub.event.education.v1.PupilMoved;
import org.mashhub.hub.v1.FactKind;

/** What events of nurseries and schools say. */
final class EducationTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case AttendanceConcernRaised concern -> Optional.of(attendance(concern));
			case ChildConcernRaised concern -> Optional.of(concern(concern));
			case PupilMoved pupil -> Optional.of(moved(pupil));
			default -> Optional.empty();
		};
	}

	private static Translation attendance(AttendanceConcernRaised event) {
		return new Facts()
			.add(FactKind.ATTENDED, Facts.children(event.getPeople()), "setting", "EDUCATION", "attended", "false",
					"percent", Facts.text(event.getAttendancePercent()), "from", Facts.text(event.getFromOn()), "until",
					Facts.text(event.getToOn()))
			.with(event.getSummary());
	}

	private static Translation concern(ChildConcernRaised event) {
		return new Facts()
			.add(FactKind.CONCERN_RECORDED, Facts.children(event.getPeople()), "by", "education", "kind",
					event.getKind().name())
			.with(event.getSummary());
	}

	private static Translation moved(PupilMoved event) {
		return new Facts()
			.add(FactKind.INVOLVEMENT_CHANGED, Facts.children(event.getPeople()), "change", event.getChange().name(),
					"service", event.getSetting().orElse("EDUCATION"), "organisation", Facts.text(event.getSchoolUrn()),
					"on", event.getEffectiveOn().toString())
			.alone();
	}

}
