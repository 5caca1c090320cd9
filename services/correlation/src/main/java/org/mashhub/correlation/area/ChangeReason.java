package org.mashhub.correlation.area;

/** What led to a change of who is who. */
public enum ChangeReason {

	/** A record came that was not known. */
	NEW_RECORD,
	/** A record says something else than before. */
	RECORD_CORRECTED,
	/** A record was withdrawn. */
	RECORD_WITHDRAWN,
	/** An officer has answered. */
	OFFICER_DECIDED

}
