package org.mashhub.population;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What is to be made. The same settings give the same files, byte for byte.
 *
 * @param people how many people are to live in the area at one time or another, within
 * one in a hundred; from 1,000 to 1,000,000
 * @param seed makes one population unlike another
 * @param begin first day of the story
 * @param years how many years it lasts, from 1
 * @param areaHint fictional area that every event names; null when none is to
 */
public record PopulationSettings(int people, long seed, LocalDate begin, int years, @Nullable String areaHint) {

	/** The fewest people whose families make any sense. */
	public static final int FEWEST = 1000;

	/** The most people; the NHS numbers kept for tests are 909,091. */
	public static final int MOST = 1_000_000;

	private static final LocalDate BEGIN = LocalDate.of(2015, 1, 1);

	private static final int YEARS = 10;

	public PopulationSettings {
		if (people < FEWEST || people > MOST) {
			throw new IllegalArgumentException("a population has " + FEWEST + " to " + MOST + " people");
		}
		if (years < 1) {
			throw new IllegalArgumentException("a story lasts a year or more");
		}
	}

	/**
	 * Ten years from 1 January 2015.
	 * @param people how many people
	 * @param seed the seed
	 * @return the settings
	 */
	public static PopulationSettings of(int people, long seed) {
		return new PopulationSettings(people, seed, BEGIN, YEARS, null);
	}

}
