package org.mashhub.correlation.observation;

/** Who may see the content of a record. */
public enum HandlingCode {

	STANDARD, MASH_ONLY, POLICE_MASH_ONLY

}
