package org.mashhub.correlation.area;

/** What the engine did with an entry of the area log. */
public enum Outcome {

	/** It counts. */
	APPLIED,
	/** The same version was there already. */
	SAME_AS_BEFORE,
	/** A higher version was there already. */
	SUPERSEDED

}
