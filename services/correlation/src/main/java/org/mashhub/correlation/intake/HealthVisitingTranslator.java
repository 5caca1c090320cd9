package org.mashhub.correlation.intake;

import java.util.List;
import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.healthvisiting.v1.BirthVisitRecorded;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;
import org.mashhub.hub.v1.FactKind;

/** What events of health visiting say. */
final class HealthVisitingTranslator implements Translator {

	@Override
	public Optional<Translation> translate(SpecificRecord event) {
		return switch (event) {
			case HomeVisitRecorded visit -> Optional.of(visit(visit));
			case BirthVisitRecorded visit -> Optional.of(birthVisit(visit));
			default -> Optional.empty();
		};
	}

	private static Translation visit(HomeVisitRecorded event) {
		List<String> children = Facts.withRole(event.getPeople(), PersonRole.CHILD);
		Facts facts = new Facts()
			.add(FactKind.VISIT_MADE, children, "announced", event.getAnnounced().map(Object::toString).orElse(null))
			.add(FactKind.CHILD_SEEN, children, "seen", event.getChildSeen().name())
			.add(FactKind.ADULT_SEEN, Facts.without(event.getPeople(), PersonRole.CHILD));
		event.getConditionsGrade()
			.ifPresent((grade) -> facts.add(FactKind.CONDITIONS_GRADED, children, "grade", grade.toString(), "tool",
					event.getConditionsTool().orElse(null), "announced",
					event.getAnnounced().map(Object::toString).orElse(null)));
		concern(facts, children, event.getConcern());
		return new Translation(facts.list(), event.getSummary().orElse(null));
	}

	private static Translation birthVisit(BirthVisitRecorded event) {
		List<String> children = Facts.withRole(event.getPeople(), PersonRole.CHILD);
		Facts facts = new Facts()
			.add(FactKind.BIRTH_RECORDED, children, "gestation",
					event.getGestationWeeks().map(Object::toString).orElse(null), "feeding",
					event.getFeeding().orElse(null))
			.add(FactKind.VISIT_MADE, children)
			.add(FactKind.CHILD_SEEN, children, "seen", event.getChildSeen().name());
		concern(facts, children, event.getConcern());
		return new Translation(facts.list(), event.getSummary().orElse(null));
	}

	private static void concern(Facts facts, List<String> children, Optional<Boolean> concern) {
		if (concern.orElse(false)) {
			facts.add(FactKind.CONCERN_RECORDED, children, "by", "health-visiting");
		}
	}

}
