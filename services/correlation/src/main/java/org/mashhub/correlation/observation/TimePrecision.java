package org.mashhub.correlation.observation;

/** How exactly an agency knows when something happened. */
public enum TimePrecision {

	EXACT, DAY, MONTH, YEAR, APPROXIMATE

}
