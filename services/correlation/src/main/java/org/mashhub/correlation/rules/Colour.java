package org.mashhub.correlation.rules;

/** How urgent an alert is, the most urgent first. */
public enum Colour {

	/** Elapsed hours, day and night. */
	RED,
	/** One working day. */
	AMBER,
	/** Three working days. */
	GREEN

}
