package org.mashhub.population.people;

import org.jspecify.annotations.Nullable;

/**
 * A place where people live; its postcode and number exist nowhere.
 *
 * @param flat flat within the house, null when there is one dwelling in the house
 * @param house number and street, or name of the house, number and street
 * @param locality village or quarter
 * @param postcode postcode
 * @param uprn Unique Property Reference Number
 * @param kind what kind of place
 * @param practice number of the GP practice that is nearest, from 1
 */
public record Dwelling(@Nullable String flat, String house, String locality, String postcode, long uprn, Kind kind,
		int practice) {

	/** What kind of place it is. */
	public enum Kind {

		/** A house with one household. */
		HOUSE,
		/** A flat. */
		FLAT,
		/** A room in a refuge, whose address may never be shown. */
		REFUGE,
		/** A home in which many old people live. */
		CARE_HOME,
		/** A prison. */
		PRISON

	}

}
