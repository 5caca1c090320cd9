package org.mashhub.correlation.observation;

/** What an agency says of its record: it stands, or it is withdrawn. */
public enum RecordState {

	ACTIVE, WITHDRAWN

}
