package org.mashhub.adapter.education;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mashhub.adapter.kit.ChildsCircle;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.education.v1.AttendanceConcernRaised;
import org.mashhub.event.education.v1.ChildConcernRaised;
import org.mashhub.event.education.v1.PupilMoved;

/** Nurseries' and schools' words in, events out. */
@Component
class EducationTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	EducationTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	AttendanceConcernRaised attendanceConcern(Sender sender, AttendanceConcernNotice notice) {
		LocalDate from = notice.fromOn();
		LocalDate to = notice.toOn();
		if (from != null && to != null && to.isBefore(from)) {
			throw new NoticeRefusedException(List.of(new FieldProblem("toOn", "is before fromOn",
					"Send the first day counted as fromOn and the last as toOn.")));
		}
		People people = people(notice.child(), notice.family(), notice.record());
		return AttendanceConcernRaised.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					AttendanceConcernRaised.class, to))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAttendancePercent(notice.attendancePercent())
			.setFromOn(from)
			.setToOn(to)
			.setSummary(notice.summary())
			.build();
	}

	ChildConcernRaised childConcern(Sender sender, ChildConcernNotice notice) {
		People people = people(notice.child(), notice.family(), notice.record());
		return ChildConcernRaised.newBuilder()
			.setHeader(
					this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, ChildConcernRaised.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setKind(notice.kind())
			.setSummary(notice.summary())
			.build();
	}

	PupilMoved pupilMove(Sender sender, PupilMoveNotice notice) {
		People people = people(notice.child(), notice.family(), notice.record());
		return PupilMoved.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, PupilMoved.class,
					notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setChange(notice.change())
			.setSetting((notice.setting() != null) ? notice.setting().name() : null)
			.setSchoolUrn(notice.schoolUrn())
			.setEffectiveOn(notice.effectiveOn())
			.build();
	}

	private static People people(@Nullable Child child, List<FamilyMember> family, SourceRecord source) {
		ChildsCircle circle = new ChildsCircle("child", (child != null) ? child.id() : null,
				(child != null) ? child.mention() : null, source);
		for (int i = 0; i < family.size(); i++) {
			family.get(i).joins(circle, "family[" + i + "]", child);
		}
		return circle.people();
	}

}
