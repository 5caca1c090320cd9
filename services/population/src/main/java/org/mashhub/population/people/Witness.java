package org.mashhub.population.people;

import java.util.List;
import java.util.Optional;

/** Somebody who sees what happens in the area, and writes down a part of it. */
public interface Witness {

	/**
	 * A woman is with child.
	 * @param mother the mother
	 * @param father the father, empty when she does not say
	 * @param conceived day of the conception
	 */
	void expecting(Person mother, Optional<Person> father, int conceived);

	/**
	 * Children were born.
	 * @param babies one, or twins
	 * @param day the day
	 */
	void born(List<Person> babies, int day);

	/**
	 * People have come to live in the area.
	 * @param household they and who lives with them
	 * @param newcomers those who came
	 * @param day the day
	 */
	void arrived(Household household, List<Person> newcomers, int day);

	/**
	 * People have left the area.
	 * @param people who has left
	 * @param from the home they left
	 * @param tenure by which right they lived there
	 * @param day the day
	 */
	void left(List<Person> people, Dwelling from, Household.Tenure tenure, int day);

	/**
	 * People have moved within the area.
	 * @param movers who has moved
	 * @param household the household that they belong to now
	 * @param from the home they left
	 * @param before by which right they lived there
	 * @param why why they moved
	 * @param day the day
	 */
	void moved(List<Person> movers, Household household, Dwelling from, Household.Tenure before, Why why, int day);

	/**
	 * Somebody bears another name now.
	 * @param person who
	 * @param day the day
	 */
	void renamed(Person person, int day);

	/**
	 * Somebody has died.
	 * @param person who
	 * @param household where the person lived
	 * @param day the day
	 */
	void died(Person person, Household household, int day);

	/**
	 * A household has lived through a month.
	 * @param household the household
	 * @param month number of the month, from 0
	 */
	void lived(Household household, int month);

	/**
	 * All that happened before a day is known.
	 * @param day the day
	 */
	void passed(int day);

}
