package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.mashhub.population.names.Name;
import org.mashhub.population.names.Origin;

/** A fictional person as the person really is. Days are days since 1970-01-01. */
public final class Person {

	/** Day of death of those who live. */
	public static final int ALIVE = Integer.MAX_VALUE;

	private static final double DAYS_OF_A_YEAR = 365.2425;

	private static final int NONE = -1;

	final int number;

	final boolean female;

	final int born;

	final Origin origin;

	final int risk;

	@Nullable Person mother;

	@Nullable Person father;

	Name name;

	final Name nameAtBirth;

	@Nullable Name formerName;

	int renamedOn;

	int died = ALIVE;

	int nhsSerial = NONE;

	@Nullable Household household;

	@Nullable Dwelling formerHome;

	int movedOn = Integer.MIN_VALUE / 2;

	int practice;

	@Nullable Person partner;

	int bond = NONE;

	/** Day of the end of the last partnership. */
	int freeSince = Integer.MIN_VALUE / 2;

	int visit = NONE;

	int stay = NONE;

	boolean pregnant;

	int lastChildBorn = Integer.MIN_VALUE / 2;

	int phones;

	int arrestedFirst = NONE;

	private List<Person> children = List.of();

	Person(int number, boolean female, int born, Origin origin, Name name, int risk) {
		this.number = number;
		this.female = female;
		this.born = born;
		this.origin = origin;
		this.name = name;
		this.nameAtBirth = name;
		this.risk = risk;
	}

	/**
	 * Number of the person, from 0 in the order of appearance.
	 * @return the number
	 */
	public int number() {
		return this.number;
	}

	/**
	 * Sex.
	 * @return whether female
	 */
	public boolean isFemale() {
		return this.female;
	}

	/**
	 * Day of birth.
	 * @return a day
	 */
	public int born() {
		return this.born;
	}

	/**
	 * Day of death.
	 * @return a day, {@link #ALIVE} for those who live
	 */
	public int died() {
		return this.died;
	}

	/**
	 * Where the name comes from.
	 * @return origin
	 */
	public Origin origin() {
		return this.origin;
	}

	/**
	 * The name that the person bears now.
	 * @return a name
	 */
	public Name name() {
		return this.name;
	}

	/**
	 * The name on the birth certificate.
	 * @return a name
	 */
	public Name nameAtBirth() {
		return this.nameAtBirth;
	}

	/**
	 * The name borne before.
	 * @return empty when it never changed
	 */
	public Optional<Name> formerName() {
		return Optional.ofNullable(this.formerName);
	}

	/**
	 * Day from which the present name is borne.
	 * @return a day; means nothing when the name never changed
	 */
	public int renamedOn() {
		return this.renamedOn;
	}

	/**
	 * The mother.
	 * @return empty when she never lived in the area
	 */
	public Optional<Person> mother() {
		return Optional.ofNullable(this.mother);
	}

	/**
	 * The father.
	 * @return empty when he never lived in the area, or nobody knows him
	 */
	public Optional<Person> father() {
		return Optional.ofNullable(this.father);
	}

	/**
	 * Children, the eldest known first.
	 * @return may be empty
	 */
	public List<Person> children() {
		return this.children;
	}

	/**
	 * Where the person lives now.
	 * @return empty for the dead and for those who have left the area
	 */
	public Optional<Household> household() {
		return Optional.ofNullable(this.household);
	}

	/**
	 * Where the person lived before.
	 * @return empty when the person never moved
	 */
	public Optional<Dwelling> formerHome() {
		return Optional.ofNullable(this.formerHome);
	}

	/**
	 * Day of the last move.
	 * @return a day long ago when the person never moved
	 */
	public int movedOn() {
		return this.movedOn;
	}

	/**
	 * Present partner, whether they live together or not.
	 * @return empty when there is none
	 */
	public Optional<Person> partner() {
		return Optional.ofNullable(this.partner);
	}

	/**
	 * Whether the partner lives in the same home.
	 * @return false without a partner too
	 */
	public boolean livesWithPartner() {
		return this.partner != null && this.household != null && this.partner.household == this.household;
	}

	/**
	 * Number of the GP practice where the person is registered.
	 * @return from 1; 0 when the person is registered nowhere
	 */
	public int practice() {
		return this.practice;
	}

	/**
	 * How often agencies come across the person.
	 * @return 0 for most, up to 3
	 */
	public int risk() {
		return this.risk;
	}

	/**
	 * How many phones the person had before the present one.
	 * @return from 0
	 */
	public int phones() {
		return this.phones;
	}

	/**
	 * Year of the first arrest.
	 * @return empty for those who were never arrested
	 */
	public Optional<Integer> arrestedFirst() {
		return (this.arrestedFirst == NONE) ? Optional.empty() : Optional.of(this.arrestedFirst);
	}

	/**
	 * Notes that the police have arrested the person.
	 * @param year in which year
	 */
	public void arrested(int year) {
		if (this.arrestedFirst == NONE) {
			this.arrestedFirst = year;
		}
	}

	/**
	 * NHS number.
	 * @return ten digits of the range for tests, empty when the person has none
	 */
	public Optional<String> nhsNumber() {
		return (this.nhsSerial == NONE) ? Optional.empty() : Optional.of(NhsNumbers.text(this.nhsSerial));
	}

	/**
	 * Age on a day.
	 * @param day the day
	 * @return completed years, at most a day out
	 */
	public int age(int day) {
		return (int) Math.floor((day - this.born) / DAYS_OF_A_YEAR);
	}

	/**
	 * Whether the person is below 18.
	 * @param day on which day
	 * @return true for a child
	 */
	public boolean isChild(int day) {
		return age(day) < 18;
	}

	/**
	 * Whether two people are of one family.
	 * @param other another person
	 * @return true for parent and child, and for children of one parent
	 */
	public boolean isRelativeOf(Person other) {
		return isChildOf(other) || other.isChildOf(this) || (this.mother != null && this.mother == other.mother)
				|| (this.father != null && this.father == other.father);
	}

	/**
	 * Whether a person is the other's child.
	 * @param other the other
	 * @return true when the other is mother or father
	 */
	public boolean isChildOf(Person other) {
		return this.mother == other || this.father == other;
	}

	/** Whether the person is alive and lives in the area. */
	boolean isHere() {
		return this.household != null;
	}

	void addChild(Person child) {
		if (this.children.isEmpty()) {
			this.children = new ArrayList<>(2);
		}
		this.children.add(child);
	}

	void rename(Name other, int day) {
		this.formerName = this.name;
		this.name = other;
		this.renamedOn = day;
	}

}
