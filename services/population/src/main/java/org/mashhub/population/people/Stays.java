package org.mashhub.population.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who lived where, from which day to which, and who came to see a partner there. One line
 * a stay, in columns, since there are millions.
 */
public final class Stays {

	/** Last day of what has not ended. */
	public static final int OPEN = Integer.MAX_VALUE;

	private static final int NONE = -1;

	private int size;

	private Person[] people = new Person[1024];

	private final List<Dwelling> homes = new ArrayList<>();

	private final List<Why> reasons = new ArrayList<>();

	private int[] households = new int[1024];

	private int[] from = new int[1024];

	private int[] to = new int[1024];

	private boolean[] visits = new boolean[1024];

	private int[] before = new int[1024];

	private int[] lastOfHousehold = new int[0];

	int begin(Person person, Household household, int day, Why why) {
		return add(person, household, day, why, false);
	}

	int beginVisits(Person person, Household household, int day) {
		return add(person, household, day, Why.WITH_PARTNER, true);
	}

	void end(int stay, int day) {
		this.to[stay] = day;
	}

	/**
	 * How many stays there are.
	 * @return number, visits included
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Who.
	 * @param stay number of the stay
	 * @return the person
	 */
	public Person person(int stay) {
		return this.people[stay];
	}

	/**
	 * With whom.
	 * @param stay number of the stay
	 * @return number of the household
	 */
	public int household(int stay) {
		return this.households[stay];
	}

	/**
	 * Where.
	 * @param stay number of the stay
	 * @return the home
	 */
	public Dwelling home(int stay) {
		return this.homes.get(stay);
	}

	/**
	 * Why.
	 * @param stay number of the stay
	 * @return the reason
	 */
	public Why why(int stay) {
		return this.reasons.get(stay);
	}

	/**
	 * First day.
	 * @param stay number of the stay
	 * @return a day
	 */
	public int from(int stay) {
		return this.from[stay];
	}

	/**
	 * The day after the last.
	 * @param stay number of the stay
	 * @return a day, {@link #OPEN} when it goes on
	 */
	public int to(int stay) {
		return this.to[stay];
	}

	/**
	 * Whether the person comes and goes, and lives elsewhere.
	 * @param stay number of the stay
	 * @return true for a partner who does not live there
	 */
	public boolean isVisit(int stay) {
		return this.visits[stay];
	}

	/**
	 * All stays with one household.
	 * @param household number of the household
	 * @return numbers of the stays, the last that began first
	 */
	public int[] of(int household) {
		int[] found = new int[8];
		int count = 0;
		for (int stay = lastOf(household); stay != NONE; stay = this.before[stay]) {
			if (count == found.length) {
				found = Arrays.copyOf(found, count * 2);
			}
			found[count++] = stay;
		}
		return Arrays.copyOf(found, count);
	}

	private int lastOf(int household) {
		return (household < this.lastOfHousehold.length) ? this.lastOfHousehold[household] : NONE;
	}

	private int add(Person person, Household household, int day, Why why, boolean visit) {
		if (this.size == this.people.length) {
			grow();
		}
		int stay = this.size++;
		this.people[stay] = person;
		this.homes.add(household.home);
		this.reasons.add(why);
		this.households[stay] = household.number;
		this.from[stay] = day;
		this.to[stay] = OPEN;
		this.visits[stay] = visit;
		this.before[stay] = lastOf(household.number);
		if (household.number >= this.lastOfHousehold.length) {
			int length = this.lastOfHousehold.length;
			this.lastOfHousehold = Arrays.copyOf(this.lastOfHousehold, household.number * 2 + 1024);
			Arrays.fill(this.lastOfHousehold, length, this.lastOfHousehold.length, NONE);
		}
		this.lastOfHousehold[household.number] = stay;
		return stay;
	}

	private void grow() {
		int length = this.size * 2;
		this.people = Arrays.copyOf(this.people, length);
		this.households = Arrays.copyOf(this.households, length);
		this.from = Arrays.copyOf(this.from, length);
		this.to = Arrays.copyOf(this.to, length);
		this.visits = Arrays.copyOf(this.visits, length);
		this.before = Arrays.copyOf(this.before, length);
	}

}
