package org.mashhub.adapter.socialcare;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
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
import org.mashhub.event.common.v1.PersonRole;

import org.springframework.stereotype.Component;

/**
 * What a record says before its own fields, as events begin with it; and what no record
 * may say, whatever it is about.
 */
@Component
class Openings {

	private static final SharingDefaults DEFAULTS = new SharingDefaults(
			"UK GDPR Art 6(1)(c) and (e) and 9(2)(g); DPA 2018 Sch 1 para 18", HandlingCode.STANDARD);

	private final EventHeaders headers;

	Openings(EventHeaders headers) {
		this.headers = headers;
	}

	/** Of a child's record that may leave its time to a day of its own. */
	Opening of(Sender sender, ChildRecord notice, Class<? extends SpecificRecord> type, @Nullable LocalDate day) {
		return of(sender, notice, people(notice, "family", notice.family(), PersonRole.ASSOCIATE), type, day);
	}

	/** Of a child's record that may leave its time to another of its fields. */
	Opening at(Sender sender, ChildRecord notice, Class<? extends SpecificRecord> type, OffsetDateTime time) {
		return at(sender, notice, people(notice, "family", notice.family(), PersonRole.ASSOCIATE), type, time);
	}

	Opening of(Sender sender, CaseRecord notice, People people, Class<? extends SpecificRecord> type,
			@Nullable LocalDate day) {
		return new Opening(this.headers.header(sender, notice.record(), notice.sharing(), DEFAULTS, type, day),
				people.mentions(), people.relationships());
	}

	Opening at(Sender sender, CaseRecord notice, People people, Class<? extends SpecificRecord> type,
			OffsetDateTime time) {
		return new Opening(
				this.headers.header(sender, happened(time, notice.record()), notice.sharing(), DEFAULTS, type),
				people.mentions(), people.relationships());
	}

	static People people(ChildRecord notice, String field, List<FamilyMember> members, PersonRole outsider) {
		ChildsCircle circle = circle(notice);
		for (int i = 0; i < members.size(); i++) {
			FamilyMember member = members.get(i);
			add(circle, field + "[" + i + "]", member, member.role(outsider), notice.child());
		}
		return circle.people();
	}

	/** A child and one person, whose role is given. */
	static People people(ChildRecord notice, String field, @Nullable FamilyMember person, PersonRole role) {
		ChildsCircle circle = circle(notice);
		if (person != null) {
			add(circle, field, person, role, notice.child());
		}
		return circle.people();
	}

	/** Children of whom nothing is stated between them. */
	static People children(List<Child> children) {
		People people = new People();
		for (int i = 0; i < children.size(); i++) {
			people.add("children[" + i + "]", children.get(i).laChildId(), children.get(i).mention());
		}
		return people;
	}

	/** The number by which others name a record: its own where it has no other. */
	static String number(@Nullable String number, SourceRecord source) {
		return (number != null) ? number : source.id();
	}

	static void refuseBefore(String field, @Nullable LocalDate day, String earlierField, @Nullable LocalDate earlier) {
		if (day != null && earlier != null && day.isBefore(earlier)) {
			throw refusal(field, "lies before " + earlierField, "Correct one of the two dates.");
		}
	}

	static NoticeRefusedException refusal(String field, String problem, String remedy) {
		return new NoticeRefusedException(List.of(new FieldProblem(field, problem, remedy)));
	}

	private static ChildsCircle circle(ChildRecord notice) {
		Child child = notice.child();
		return new ChildsCircle("child", (child != null) ? child.laChildId() : null,
				(child != null) ? child.mention() : null, notice.record());
	}

	private static void add(ChildsCircle circle, String field, FamilyMember member, PersonRole role,
			@Nullable Child child) {
		circle.add(field, member.id(), member.mention(role, child), member.statement(),
				Given.is(member.livesWithChild()));
	}

	private static SourceRecord happened(OffsetDateTime time, SourceRecord source) {
		return (source.occurredAt() != null) ? source
				: new SourceRecord(source.id(), source.version(), source.state(), source.retracts(), source.system(),
						source.organisation(), time, source.occurredPrecision(), source.recordedAt());
	}

}
