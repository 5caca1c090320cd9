package org.mashhub.population.people;

/** What agencies may do to people's lives. */
public interface Interventions {

	/**
	 * Takes a child into the care of strangers.
	 * @param child the child; nothing happens unless it lives at home
	 * @param day the day
	 */
	void takeIntoCare(Person child, int day);

	/**
	 * Sends an adult to prison.
	 * @param person who; nothing happens unless the person lives at home
	 * @param day first day
	 * @param days for how long
	 */
	void imprison(Person person, int day, int days);

}
