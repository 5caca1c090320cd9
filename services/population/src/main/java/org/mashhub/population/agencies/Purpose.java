package org.mashhub.population.agencies;

/** What dice are thrown for; above the numbers that the people's own dice have. */
final class Purpose {

	static final long CONTACTS = 101;

	static final long RECORD = 102;

	static final long MENTION = 103;

	static final long NICKNAME = 104;

	static final long SCHEDULE = 105;

	static final long FOLLOW_UP = 106;

	/** The agency's own code is added to it. */
	static final long INDEX = 1L << 40;

	private Purpose() {
	}

}
