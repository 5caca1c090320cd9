package org.mashhub.adapter.probation;

import java.time.LocalDate;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.Sharing;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.probation.v1.OffenderAssessed;
import org.mashhub.event.probation.v1.ReleaseChanged;
import org.mashhub.event.probation.v1.SupervisionChanged;

import org.springframework.stereotype.Component;

/** Words of probation and prison in, events out. */
@Component
class ProbationTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(c) and (e), 9(2)(g) and 10; DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	ProbationTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	OffenderAssessed assessment(Sender sender, AssessmentNotice notice) {
		refuse(notice.problems());
		People people = people(notice.person(), notice.children(), notice.record());
		return OffenderAssessed.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), OffenderAssessed.class, notice.assessedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAssessedOn(notice.assessedOn())
			.setRiskToChildren(notice.riskToChildren())
			.setChildrenCited(notice.cited())
			.setConditions(notice.conditions())
			.build();
	}

	ReleaseChanged release(Sender sender, ReleaseNotice notice) {
		refuse(notice.problems());
		People people = people(notice.person(), List.of(), notice.record());
		return ReleaseChanged.newBuilder()
			.setHeader(header(sender, notice.record(), notice.sharing(), ReleaseChanged.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setStatus(notice.status())
			.setEffectiveOn(notice.effectiveOn())
			.setPlannedRelease(notice.plannedRelease())
			.setOffenceType((notice.offenceType() != null) ? notice.offenceType().name() : null)
			.setConditions(notice.conditions())
			.build();
	}

	SupervisionChanged supervision(Sender sender, SupervisionNotice notice) {
		People people = people(notice.person(), List.of(), notice.record());
		SupervisionNotice.Officer officer = notice.officer();
		return SupervisionChanged.newBuilder()
			.setHeader(
					header(sender, notice.record(), notice.sharing(), SupervisionChanged.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setChange(notice.change())
			.setEffectiveOn(notice.effectiveOn())
			.setConditions(notice.conditions())
			.setOfficer((officer != null) ? officer.name() : null)
			.setOfficerPhone((officer != null) ? officer.phone() : null)
			.build();
	}

	private EventHeader header(Sender sender, SourceRecord source, @Nullable Sharing sharing,
			Class<? extends SpecificRecord> type, LocalDate day) {
		return this.headers.header(sender, source, sharing, DEFAULTS, type, day);
	}

	private static People people(@Nullable Offender person, List<CitedChild> children, SourceRecord source) {
		People people = new People();
		people.requireUnlessWithdrawn("person", person != null, source);
		String ref = (person != null) ? people.add("person", person.number(), person.mention()) : null;
		for (int i = 0; i < children.size(); i++) {
			CitedChild child = children.get(i);
			String childRef = people.add("children[" + i + "]", null, child.mention());
			RelationshipKind kind = child.relation();
			if (ref != null && kind != null) {
				people.relate(ref, kind, childRef, child.relationStatus());
			}
		}
		return people;
	}

	private static void refuse(List<FieldProblem> problems) {
		if (!problems.isEmpty()) {
			throw new NoticeRefusedException(problems);
		}
	}

}
