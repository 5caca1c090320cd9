package org.mashhub.population.people;

/** What dice are thrown for, so that two purposes never share them. */
final class Purpose {

	static final long TOWN = 1;

	static final long FOUNDING = 2;

	static final long MONTH = 3;

	static final long ARRIVAL = 4;

	static final long BIRTH = 5;

	static final long COUPLES = 6;

	static final long ABSENT_FATHERS = 7;

	static final long AFTERMATH = 8;

	private Purpose() {
	}

}
