package org.mashhub.population.agencies;

import java.time.LocalDate;
import java.util.List;

import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.education.v1.AttendanceConcernRaised;
import org.mashhub.event.education.v1.ChildConcernKind;
import org.mashhub.event.education.v1.ChildConcernRaised;
import org.mashhub.event.education.v1.PupilChange;
import org.mashhub.event.education.v1.PupilMoved;
import org.mashhub.population.chance.Dice;
import org.mashhub.population.people.Household;
import org.mashhub.population.people.Person;

/** What nurseries and schools write down. */
final class SchoolRecords {

	private static final List<ChildConcernKind> CONCERNS = List.of(ChildConcernKind.NEGLECT, ChildConcernKind.NEGLECT,
			ChildConcernKind.INJURY, ChildConcernKind.DISCLOSURE, ChildConcernKind.PRESENTATION,
			ChildConcernKind.BEHAVIOUR, ChildConcernKind.UNKNOWN_ADULT);

	private static final int FIRST_SCHOOL_AGE = 4;

	private static final int SECONDARY_AGE = 11;

	private static final int LAST_SCHOOL_AGE = 16;

	private final Registry registry;

	SchoolRecords(Registry registry) {
		this.registry = registry;
	}

	/** Children start school in the September after their fourth birthday. */
	void schoolYearBegan(Household household, int day, Dice dice) {
		for (Person child : household.children(day)) {
			int age = child.age(day);
			if (age == FIRST_SCHOOL_AGE || age == SECONDARY_AGE) {
				moved(child, PupilChange.STARTED, day + dice.below(5), dice);
			}
		}
	}

	void changedHome(List<Person> movers, int day, double share, Dice dice) {
		for (Person child : movers) {
			int age = child.age(day);
			if (age >= FIRST_SCHOOL_AGE + 1 && age < LAST_SCHOOL_AGE && child.household().isPresent()
					&& dice.chance(share)) {
				moved(child, PupilChange.STARTED, day + dice.between(5, 60), dice);
			}
		}
	}

	void missesSchool(Person child, int day, Dice dice) {
		int percent = dice.between(40, 88);
		Draft draft = Draft.ofDay(Agency.EDUCATION, day, (header, people, ties) -> new AttendanceConcernRaised(header,
				people, ties, percent, date(day - 60), date(day), null));
		Circle circle = Circle.of(draft, child, PersonRole.CHILD);
		if (dice.chance(0.8)) {
			circle.mother(Knowing.WELL);
		}
		if (dice.chance(0.5)) {
			circle.fatherAtHome(Knowing.WELL);
		}
		this.registry.write(draft);
	}

	void worries(Person child, int day, Dice dice) {
		ChildConcernKind kind = dice.oneOf(CONCERNS);
		Draft draft = Draft.of(Agency.EDUCATION, day, dice.between(520, 930),
				(header, people, ties) -> new ChildConcernRaised(header, people, ties, kind, null));
		Circle circle = Circle.of(draft, child, PersonRole.CHILD).mother(Knowing.WELL).fatherAtHome(Knowing.TOLD);
		if (kind == ChildConcernKind.UNKNOWN_ADULT) {
			circle.partner(Knowing.NOT_AT_ALL);
		}
		else if (dice.chance(0.3)) {
			circle.partner(Knowing.BY_SIGHT);
		}
		this.registry.write(draft);
	}

	private void moved(Person child, PupilChange change, int day, Dice dice) {
		String setting = (child.age(day) < SECONDARY_AGE) ? "PRIMARY" : "SECONDARY";
		String school = "999"
				+ (100 + child.household().map((home) -> home.home().practice()).orElse(0) * 3 + dice.below(3));
		Draft draft = Draft.ofDay(Agency.EDUCATION, day,
				(header, people, ties) -> new PupilMoved(header, people, ties, change, setting, school, date(day)));
		Circle circle = Circle.of(draft, child, PersonRole.CHILD);
		if (dice.chance(0.9)) {
			circle.mother(Knowing.WELL);
		}
		if (dice.chance(0.6)) {
			circle.anyFather(Knowing.WELL);
		}
		circle.partner(Knowing.TOLD);
		this.registry.write(draft);
	}

	private static LocalDate date(int day) {
		return LocalDate.ofEpochDay(day);
	}

}
