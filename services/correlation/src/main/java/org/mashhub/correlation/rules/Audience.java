package org.mashhub.correlation.rules;

/** Who is told of an alert. */
public enum Audience {

	/** The lead professional, else the duty desk; red ones both. */
	LEAD_AND_MASH,
	/** MASH officers alone, until somebody has checked. */
	MASH_ONLY,
	/** The professionals around the child, for information. */
	NETWORK

}
