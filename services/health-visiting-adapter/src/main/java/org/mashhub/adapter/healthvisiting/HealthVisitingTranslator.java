package org.mashhub.adapter.healthvisiting;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.ChildsCircle;
import org.mashhub.adapter.kit.EventHeaders;
import org.mashhub.adapter.kit.FieldProblem;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.NoticeRefusedException;
import org.mashhub.adapter.kit.People;
import org.mashhub.adapter.kit.RelationToChild;
import org.mashhub.adapter.kit.Sender;
import org.mashhub.adapter.kit.SharingDefaults;
import org.mashhub.adapter.kit.SourceRecord;
import org.mashhub.event.common.v1.HandlingCode;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.healthvisiting.v1.AdviceUnderstood;
import org.mashhub.event.healthvisiting.v1.AppointmentNotBrought;
import org.mashhub.event.healthvisiting.v1.AssertionRecorded;
import org.mashhub.event.healthvisiting.v1.BirthVisitRecorded;
import org.mashhub.event.healthvisiting.v1.ChildConcernRaised;
import org.mashhub.event.healthvisiting.v1.HandoverCompleted;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;
import org.mashhub.event.healthvisiting.v1.InformationAnswer;
import org.mashhub.event.healthvisiting.v1.InformationProvided;
import org.mashhub.event.healthvisiting.v1.NoAccessVisitRecorded;
import org.mashhub.event.healthvisiting.v1.PractitionerChanged;
import org.mashhub.event.healthvisiting.v1.SafeSleepAssessed;
import org.mashhub.event.healthvisiting.v1.ServiceLevel;

import org.springframework.stereotype.Component;

/** Health visitors' words in, events out. */
@Component
class HealthVisitingTranslator {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(e), 9(2)(g) and 9(2)(h); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	HealthVisitingTranslator(EventHeaders headers) {
		this.headers = headers;
	}

	HomeVisitRecorded homeVisit(Sender sender, HomeVisitNotice notice) {
		ChildsCircle circle = circle("child", notice.child(), notice.record());
		addAll(circle, "present", notice.present(), PersonRole.VISITOR, notice.child());
		People people = circle.people();
		HomeVisitNotice.Visit visit = notice.visit();
		HomeVisitNotice.Conditions conditions = visit.conditions();
		return HomeVisitRecorded.newBuilder()
			.setHeader(
					this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, HomeVisitRecorded.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setChildSeen(visit.childSeen())
			.setAnnounced(visit.announced())
			.setConditionsGrade((conditions != null) ? conditions.grade() : null)
			.setConditionsTool((conditions != null) ? conditions.tool() : null)
			.setConcern(visit.concern())
			.setSummary(visit.summary())
			.build();
	}

	BirthVisitRecorded birthVisit(Sender sender, BirthVisitNotice notice) {
		ChildsCircle circle = circle("baby", notice.baby(), notice.record());
		if (notice.mother() != null) {
			addMother(circle, notice.mother(), notice.baby());
		}
		addAll(circle, "present", notice.present(), PersonRole.VISITOR, notice.baby());
		People people = circle.people();
		BirthVisitNotice.Visit visit = notice.visit();
		return BirthVisitRecorded.newBuilder()
			.setHeader(
					this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, BirthVisitRecorded.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setChildSeen(visit.childSeen())
			.setGestationWeeks(visit.gestationWeeks())
			.setFeeding((visit.feeding() != null) ? visit.feeding().name() : null)
			.setConcern(visit.concern())
			.setSummary(visit.summary())
			.build();
	}

	NoAccessVisitRecorded noAccessVisit(Sender sender, NoAccessVisitNotice notice) {
		ChildsCircle circle = circle("child", notice.child(), notice.record());
		addAll(circle, "present", notice.present(), PersonRole.VISITOR, notice.child());
		People people = circle.people();
		return NoAccessVisitRecorded.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					NoAccessVisitRecorded.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setReason(notice.visit().reason())
			.setAnnounced(notice.visit().announced())
			.setSummary(notice.visit().summary())
			.build();
	}

	AppointmentNotBrought notBrought(Sender sender, NotBroughtNotice notice) {
		NotBroughtNotice.Appointment appointment = notice.appointment();
		SourceRecord source = happenedAt(appointment.startsAt(), notice.record());
		People people = circle("child", notice.child(), source).people();
		return AppointmentNotBrought.newBuilder()
			.setHeader(this.headers.header(sender, source, notice.sharing(), DEFAULTS, AppointmentNotBrought.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAppointmentAt(appointment.startsAt().toInstant())
			.setServiceType(appointment.serviceType())
			.setProvider(appointment.provider())
			.setRebookedFor((appointment.rebookedFor() != null) ? appointment.rebookedFor().toInstant() : null)
			.build();
	}

	PractitionerChanged practitionerChange(Sender sender, PractitionerChangeNotice notice) {
		People people = circle("child", notice.child(), notice.record()).people();
		return PractitionerChanged.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					PractitionerChanged.class, notice.effectiveOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setFromPractitioner(notice.fromPractitioner())
			.setToPractitioner(notice.toPractitioner())
			.setRole((notice.role() != null) ? notice.role() : "HEALTH_VISITOR")
			.setReasonCode(notice.reasonCode())
			.setServiceLevel((notice.serviceLevel() != null) ? notice.serviceLevel() : ServiceLevel.NOT_RECORDED)
			.setEffectiveOn(notice.effectiveOn())
			.build();
	}

	HandoverCompleted handover(Sender sender, HandoverNotice notice) {
		People people = circle("child", notice.child(), notice.record()).people();
		return HandoverCompleted.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, HandoverCompleted.class,
					notice.handedOverOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setFromPractitioner(notice.fromPractitioner())
			.setToPractitioner(notice.toPractitioner())
			.setVerbal(notice.verbal())
			.setHandedOverOn(notice.handedOverOn())
			.setOutstandingTasks(notice.outstandingTasks())
			.build();
	}

	SafeSleepAssessed safeSleep(Sender sender, SafeSleepNotice notice) {
		if (!notice.done() && !notice.riskFactors().isEmpty()) {
			throw refusal("riskFactors", "says what an assessment found that was not done",
					"Send done true, or leave riskFactors out.");
		}
		People people = circle("child", notice.child(), notice.record()).people();
		return SafeSleepAssessed.newBuilder()
			.setHeader(
					this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, SafeSleepAssessed.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setDone(notice.done())
			.setRiskFactors(notice.riskFactors())
			.setAdviceUnderstood(
					(notice.adviceUnderstood() != null) ? notice.adviceUnderstood() : AdviceUnderstood.NOT_RECORDED)
			.setSummary(notice.summary())
			.build();
	}

	ChildConcernRaised childConcern(Sender sender, ChildConcernNotice notice) {
		People people = people(notice.child(), notice.others(), notice.record());
		return ChildConcernRaised.newBuilder()
			.setHeader(
					this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, ChildConcernRaised.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setKind(notice.kind())
			.setSummary(notice.summary())
			.build();
	}

	AssertionRecorded assertion(Sender sender, AssertionNotice notice) {
		People people = people(notice.child(), notice.others(), notice.record());
		AssertionNotice.Assertion assertion = notice.assertion();
		String about = ref(people, "assertion.about", assertion.about(), notice.record());
		String saidBy = ref(people, "assertion.saidBy", assertion.saidBy(), notice.record());
		return AssertionRecorded.newBuilder()
			.setHeader(
					this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, AssertionRecorded.class))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setAssertionId((assertion.id() != null) ? assertion.id() : notice.record().id())
			.setKind(assertion.kind())
			.setAboutRef(about)
			.setSaidByRef(saidBy)
			.setVerified(false)
			.setSummary(assertion.summary())
			.build();
	}

	InformationProvided informationAnswer(Sender sender, InformationAnswerNotice notice) {
		boolean refused = notice.answer() == InformationAnswer.REFUSED;
		if (refused && notice.refusalReason() == null) {
			throw refusal("refusalReason", "is missing from a refusal",
					"Send the reason as a code, for example NO_LAWFUL_BASIS.");
		}
		if (!refused && notice.refusalReason() != null) {
			throw refusal("refusalReason", "gives the reason of a refusal, but the answer is another",
					"Send answer REFUSED, or leave refusalReason out.");
		}
		People people = people(notice.child(), notice.others(), notice.record());
		return InformationProvided.newBuilder()
			.setHeader(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS,
					InformationProvided.class, notice.answeredOn()))
			.setPeople(people.mentions())
			.setRelationships(people.relationships())
			.setRequestId(notice.requestId())
			.setAnswer(notice.answer())
			.setRefusalReason(notice.refusalReason())
			.setAnsweredOn(notice.answeredOn())
			.setSummary(notice.summary())
			.build();
	}

	/** A slot that the sender named to the minute is no day. */
	private static SourceRecord happenedAt(OffsetDateTime time, SourceRecord source) {
		return (source.occurredAt() != null) ? source
				: new SourceRecord(source.id(), source.version(), source.state(), source.retracts(), source.system(),
						source.organisation(), time, source.occurredPrecision(), source.recordedAt());
	}

	/** Who is named here; a withdrawn record need name nobody any more. */
	private static @Nullable String ref(People people, String field, @Nullable String named, SourceRecord source) {
		if (named == null || source.isWithdrawn()) {
			return null;
		}
		people.require(field, named);
		return named;
	}

	private static People people(@Nullable Child child, List<PersonPresent> others, SourceRecord source) {
		ChildsCircle circle = circle("child", child, source);
		addAll(circle, "others", others, PersonRole.ASSOCIATE, child);
		return circle.people();
	}

	private static ChildsCircle circle(String field, @Nullable Child child, SourceRecord source) {
		return new ChildsCircle(field, (child != null) ? child.id() : null, (child != null) ? child.mention() : null,
				source);
	}

	private static void addMother(ChildsCircle circle, PersonPresent mother, @Nullable Child baby) {
		if (mother.relationToChild() != null && mother.relationToChild() != RelationToChild.MOTHER) {
			throw refusal("mother.relationToChild", "contradicts the field that it stands in",
					"Leave it out, or send the person under present.");
		}
		add(circle, "mother", mother, RelationToChild.MOTHER, PersonRole.VISITOR, baby);
	}

	private static void addAll(ChildsCircle circle, String field, List<PersonPresent> persons, PersonRole outsider,
			@Nullable Child child) {
		for (int i = 0; i < persons.size(); i++) {
			add(circle, field + "[" + i + "]", persons.get(i), persons.get(i).relation(), outsider, child);
		}
	}

	private static void add(ChildsCircle circle, String field, PersonPresent person, RelationToChild relation,
			PersonRole outsider, @Nullable Child child) {
		circle.add(field, person.id(), person.mention(relation, outsider, child),
				new ChildsCircle.Statement(relation, person.relationStatus(), null, null),
				Given.is(person.livesHere()));
	}

	private static NoticeRefusedException refusal(String field, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem(field, problem, remedy)));
	}

}
