package org.mashhub.population.agencies;

/** How well an agency knows somebody whom it mentions. */
enum Knowing {

	/**
	 * The record is about this person, who stood before the agency or is in its index.
	 */
	WELL,
	/** Somebody of the family said who it is. */
	TOLD,
	/** Seen or heard of: a first name, an age. */
	BY_SIGHT,
	/** Nobody could say who it is. */
	NOT_AT_ALL

}
