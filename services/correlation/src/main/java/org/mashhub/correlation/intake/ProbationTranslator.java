package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.probation.v1.OffenderAssessed;
import org.mashhub.event.probation.v1.ReleaseChanged;
import org.mashhub.event.probation.v1.SupervisionChanged;
import org.mashhub.hub.v1.FactKind;

/** What events of probation and prison say. */
final class ProbationTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case OffenderAssessed assessment -> Optional.of(assessment(assessment));
			case SupervisionChanged supervision -> Optional.of(supervision(supervision));
			case ReleaseChanged release -> Optional.of(release(release));
			default -> Optional.empty();
		};
	}

	private static Translation assessment(OffenderAssessed event) {
		return new Facts().add(FactKind.ASSESSMENT_CHANGED, offender(event.getPeople()), "kind", "OFFENDER", "change",
				"COMPLETED", "on", event.getAssessedOn().toString(), "riskToChildren", event.getRiskToChildren().name(),
				"childrenCited", Facts.text(event.getChildrenCited()), "conditions", Facts.codes(event.getConditions()))
			.alone();
	}

	private static Translation supervision(SupervisionChanged event) {
		return new Facts()
			.add(FactKind.INVOLVEMENT_CHANGED, offender(event.getPeople()), "change", event.getChange().name(),
					"service", "PROBATION", "conditions", Facts.codes(event.getConditions()), "name",
					Facts.text(event.getOfficer()), "phone", Facts.text(event.getOfficerPhone()), "on",
					event.getEffectiveOn().toString())
			.alone();
	}

	private static Translation release(ReleaseChanged event) {
		return new Facts()
			.add(FactKind.CUSTODY_CHANGED, offender(event.getPeople()), "status", event.getStatus().name(), "type",
					Facts.text(event.getOffenceType()), "conditions", Facts.codes(event.getConditions()), "on",
					event.getEffectiveOn().toString(), "plannedRelease", Facts.text(event.getPlannedRelease()))
			.alone();
	}

	private static List<String> offender(List<PersonMention> people) {
		return Facts.concerned(people, PersonRole.OFFENDER, PersonRole.SUBJECT);
	}

}
