package org.mashhub.adapter.healthvisiting;

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
import org.mashhub.event.healthvisiting.v1.BirthVisitRecorded;
import org.mashhub.event.healthvisiting.v1.HomeVisitRecorded;

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
		addPresent(circle, notice.present(), notice.child());
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
		addPresent(circle, notice.present(), notice.baby());
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

	private static ChildsCircle circle(String field, @Nullable Child child, SourceRecord source) {
		return new ChildsCircle(field, (child != null) ? child.id() : null, (child != null) ? child.mention() : null,
				source);
	}

	private static void addMother(ChildsCircle circle, PersonPresent mother, @Nullable Child baby) {
		if (mother.relationToChild() != null && mother.relationToChild() != RelationToChild.MOTHER) {
			throw new NoticeRefusedException(List.of(new FieldProblem("mother.relationToChild",
					"contradicts the field that it stands in", "Leave it out, or send the person under present.")));
		}
		add(circle, "mother", mother, RelationToChild.MOTHER, baby);
	}

	private static void addPresent(ChildsCircle circle, List<PersonPresent> present, @Nullable Child child) {
		for (int i = 0; i < present.size(); i++) {
			add(circle, "present[" + i + "]", present.get(i), present.get(i).relation(), child);
		}
	}

	private static void add(ChildsCircle circle, String field, PersonPresent person, RelationToChild relation,
			@Nullable Child child) {
		circle.add(field, person.id(), person.mention(relation, (child != null) ? child.address() : null),
				new ChildsCircle.Statement(relation, person.relationStatus(), null, null),
				Given.is(person.livesHere()));
	}

}
