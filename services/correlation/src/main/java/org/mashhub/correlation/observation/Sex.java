package org.mashhub.correlation.observation;

/** Sex as recorded. */
public enum Sex {

	FEMALE, MALE, INDETERMINATE, UNKNOWN

}
