package org.mashhub.correlation.observation;

/** How far an agency stands behind a relationship. */
public enum RelationStatus {

	CLAIMED, RECORDED, VERIFIED, DISPUTED, ENDED

}
