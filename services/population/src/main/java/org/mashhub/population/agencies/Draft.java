package org.mashhub.population.agencies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import org.mashhub.event.common.v1.EventHeader;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.StatedRelationship;
import org.mashhub.event.common.v1.TimePrecision;
import org.mashhub.population.people.Dwelling;
import org.mashhub.population.people.Household;
import org.mashhub.population.people.Person;

/**
 * A record as it would be if nobody ever made a mistake: who was there, and what
 * happened.
 */
final class Draft {

	private static final int MINUTES_OF_A_DAY = 24 * 60;

	private final Agency agency;

	private final String organisation;

	private final int day;

	private final int minute;

	private final Body body;

	private final List<Participant> people = new ArrayList<>(4);

	private final List<StatedRelationship> relationships = new ArrayList<>(4);

	private TimePrecision precision = TimePrecision.EXACT;

	private boolean babyHasNoName;

	private @Nullable Dwelling home;

	private Draft(Agency agency, String organisation, int day, int minute, Body body) {
		this.agency = agency;
		this.organisation = organisation;
		this.day = day;
		this.minute = minute % MINUTES_OF_A_DAY;
		this.body = body;
	}

	/** A record of something that happened at a time. */
	static Draft of(Agency agency, int day, int minute, Body body) {
		return new Draft(agency, agency.organisation(), day, minute, body);
	}

	/** A record of something of which the day is known. */
	static Draft ofDay(Agency agency, int day, Body body) {
		Draft draft = of(agency, day, 9 * 60, body);
		draft.precision = TimePrecision.DAY;
		return draft;
	}

	/** A record of a GP practice. */
	static Draft ofPractice(int practice, int day, Body body) {
		Draft draft = new Draft(Agency.GP, Agency.practice(practice), day, 10 * 60, body);
		draft.precision = TimePrecision.DAY;
		return draft;
	}

	/** Mentions somebody. */
	Draft with(Person person, PersonRole role, Knowing knowing) {
		if (!mentions(person)) {
			this.people.add(new Participant(person, role, knowing,
					role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + (this.people.size() + 1)));
		}
		return this;
	}

	/** Says how one who is mentioned stands to another who is. */
	Draft tie(Person from, RelationshipKind kind, Person to) {
		String one = refOf(from);
		String other = refOf(to);
		if (one != null && other != null) {
			this.relationships.add(new StatedRelationship(one, other, kind, RelationshipStatus.RECORDED, null, null));
		}
		return this;
	}

	/** The babies among the people have no name yet. */
	Draft beforeNaming() {
		this.babyHasNoName = true;
		return this;
	}

	/** Everybody lived in this home when it happened, which they have left since. */
	Draft at(Dwelling dwelling) {
		this.home = dwelling;
		return this;
	}

	boolean mentions(Person person) {
		return refOf(person) != null;
	}

	@Nullable String refOf(Person person) {
		for (Participant participant : this.people) {
			if (participant.person() == person) {
				return participant.ref();
			}
		}
		return null;
	}

	Agency agency() {
		return this.agency;
	}

	String organisation() {
		return this.organisation;
	}

	int day() {
		return this.day;
	}

	/** When it happened, in milliseconds since 1970. */
	long occurredAt() {
		return (this.day * (long) MINUTES_OF_A_DAY + this.minute) * 60_000;
	}

	TimePrecision precision() {
		return this.precision;
	}

	List<Participant> people() {
		return this.people;
	}

	List<StatedRelationship> relationships() {
		return this.relationships;
	}

	boolean isBeforeNaming() {
		return this.babyHasNoName;
	}

	/** Where a person lived when it happened; null when that is not in the area. */
	@Nullable Dwelling homeOf(Person person) {
		return (this.home != null) ? this.home : person.household().map(Household::home).orElse(null);
	}

	boolean isHomeProtected(Person person) {
		return person.household().map((household) -> household.isProtected(this.day)).orElse(false);
	}

	SpecificRecord event(EventHeader header, List<PersonMention> mentions, List<StatedRelationship> stated) {
		return this.body.of(header, mentions, stated);
	}

	/** Makes the event of a record's own fields. */
	@FunctionalInterface
	interface Body {

		SpecificRecord of(EventHeader header, List<PersonMention> people, List<StatedRelationship> relationships);

	}

}
