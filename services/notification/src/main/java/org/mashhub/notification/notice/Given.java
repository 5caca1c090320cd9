package org.mashhub.notification.notice;

import java.time.Instant;

import org.mashhub.hub.v1.Provenance;

/**
 * What a revision's number is one of: another epoch numbers its revisions by itself, and
 * the area's time alone means the same to both.
 *
 * @param epoch the epoch that gave the revision
 * @param clock the area's time at it
 */
record Given(String epoch, Instant clock) {

	static Given by(Provenance provenance) {
		return new Given(provenance.getEpoch(), provenance.getClock());
	}

}
