package org.mashhub.population.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.mashhub.population.chance.Dice;
import org.mashhub.population.names.Name;
import org.mashhub.population.names.Naming;
import org.mashhub.population.names.Origin;

/** The area: everybody who ever lived in it, and all homes. */
public final class Area {

	final long seed;

	final int wanted;

	final int[] months;

	final Town town;

	final Stays stays = new Stays();

	final Bonds bonds = new Bonds();

	final Diary diary;

	final Naming naming = new Naming();

	final List<Household> households = new ArrayList<>();

	private final List<Person> people = new ArrayList<>();

	private final NhsNumbers nhsNumbers;

	private int householdsSoFar;

	/**
	 * Creates an area in which nobody lives yet.
	 * @param seed the same seed gives the same area
	 * @param wanted how many people are to live in it at one time or another
	 * @param begin first day
	 * @param years for how many years it is watched
	 */
	public Area(long seed, int wanted, LocalDate begin, int years) {
		this.seed = seed;
		this.wanted = wanted;
		this.months = new int[years * 12 + 1];
		for (int month = 0; month < this.months.length; month++) {
			this.months[month] = (int) begin.plusMonths(month).toEpochDay();
		}
		this.town = new Town(seed, wanted);
		this.diary = new Diary(this.months);
		this.nhsNumbers = new NhsNumbers(seed);
	}

	/**
	 * The seed of everything.
	 * @return the seed
	 */
	public long seed() {
		return this.seed;
	}

	/**
	 * First day.
	 * @return a day
	 */
	public int begin() {
		return this.months[0];
	}

	/**
	 * The day after the last.
	 * @return a day
	 */
	public int end() {
		return this.months[this.months.length - 1];
	}

	/**
	 * How many months the story has.
	 * @return number of months
	 */
	public int months() {
		return this.months.length - 1;
	}

	/**
	 * First day of a month.
	 * @param month number of the month, from 0
	 * @return a day
	 */
	public int monthBegin(int month) {
		return this.months[month];
	}

	/**
	 * Everybody, also the dead and those who have left.
	 * @return in the order of their numbers
	 */
	public List<Person> people() {
		return Collections.unmodifiableList(this.people);
	}

	/**
	 * Who lived where.
	 * @return all stays so far
	 */
	public Stays stays() {
		return this.stays;
	}

	/**
	 * Who was whose partner.
	 * @return all bonds so far
	 */
	public Bonds bonds() {
		return this.bonds;
	}

	/**
	 * What is due on which day.
	 * @return the diary
	 */
	public Diary diary() {
		return this.diary;
	}

	/**
	 * Registers somebody with a GP practice.
	 * @param person who; lives in the area
	 * @param dice decide on the practice
	 * @return the practice's number
	 */
	public int register(Person person, Dice dice) {
		person.practice = this.town.practiceOf(person.household().orElseThrow().home, dice);
		if (person.nhsSerial < 0) {
			person.nhsSerial = this.nhsNumbers.next();
		}
		return person.practice;
	}

	/**
	 * Registers somebody with the GP practice of another.
	 * @param person who
	 * @param other the other, for example the mother
	 */
	public void registerWith(Person person, Person other) {
		person.practice = other.practice;
	}

	/**
	 * Takes somebody off the list of the GP practice.
	 * @param person who
	 */
	public void deregister(Person person) {
		person.practice = 0;
	}

	/** Whether a day comes after the story. */
	boolean isOver(int day) {
		return day >= end();
	}

	Person add(boolean female, int born, Origin origin, Name name, int risk) {
		Person person = new Person(this.people.size(), female, born, origin, name, risk);
		this.people.add(person);
		return person;
	}

	Household found(Dwelling home, Household.Tenure tenure, int day) {
		Household household = new Household(this.householdsSoFar++, home, tenure, day);
		this.households.add(household);
		return household;
	}

	void giveNhsNumber(Person person) {
		person.nhsSerial = this.nhsNumbers.next();
	}

}
