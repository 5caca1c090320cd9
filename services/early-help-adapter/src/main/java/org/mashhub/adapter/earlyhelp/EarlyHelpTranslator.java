package org.mashhub.adapter.earlyhelp;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.mashhub.adapter.kit.ChildsCircle;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.earlyhelp.v1.ConcernRaised;
import org.mashhub.event.earlyhelp.v1.EarlyHelpAssessmentChanged;
import org.mashhub.event.earlyhelp.v1.SessionAttendanceRecorded;
import org.mashhub.event.earlyhelp.v1.StepUpRequested;

/** Early help's words in, events out. */
@Component
class EarlyHelpTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	EarlyHelpTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	ConcernRaised concern(Sender sender, ConcernNotice notice) {
		People people = people(notice.child(), notice.family(), notice.record());
		return ConcernRaised.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, ConcernRaised.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setKind(notice.kind())
			.setSummary(notice.summary())
			.build();
	}

	EarlyHelpAssessmentChanged assessment(Sender sender, AssessmentNotice notice) {
		People people = people(notice.child(), notice.family(), notice.record());
		AssessmentNotice.Lead lead = notice.lead();
		return EarlyHelpAssessmentChanged.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					EarlyHelpAssessmentChanged.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAssessmentId(notice.assessmentId())
			.setStatus(notice.status())
			.setEffectiveOn(notice.effectiveOn())
			.setDueOn(notice.dueOn())
			.setLeadName((lead != null) ? lead.name() : null)
			.setLeadOrganisation((lead != null) ? lead.organisation() : null)
			.setLeadEmail((lead != null) ? lead.email() : null)
			.setMembers(notice.members())
			.build();
	}

	SessionAttendanceRecorded sessionAttendance(Sender sender, SessionAttendanceNotice notice) {
		if (!notice.attended() && Given.is(notice.childPresent())) {
			throw new NoticeRefusedException(List
				.of(new FieldProblem("childPresent", "says that the child was there, but attended that nobody came",
						"Send attended true, or leave childPresent out.")));
		}
		People people = people(notice.child(), notice.family(), notice.record());
		return SessionAttendanceRecorded.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					SessionAttendanceRecorded.class, notice.heldOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setSessionType(notice.sessionType())
			.setAttended(notice.attended())
			.setChildPresent(notice.childPresent())
			.build();
	}

	StepUpRequested stepUpRequest(Sender sender, StepUpRequestNotice notice) {
		People people = people(notice.child(), notice.family(), notice.record());
		return StepUpRequested.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, StepUpRequested.class,
					notice.requestedOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setRequestId((notice.requestId() != null) ? notice.requestId() : notice.record().id())
			.setRequestedOn(notice.requestedOn())
			.setThresholdLevel(notice.thresholdLevel())
			.setReasonCodes(notice.reasonCodes())
			.setSummary(notice.summary())
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
