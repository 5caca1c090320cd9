package org.mashhub.console.readmodel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Colour;

/**
 * One revision in the history of an alert.
 *
 * @param headline what it said first; null to whom it may not be shown
 * @param epoch the epoch that numbered it; null where a hub kept it that did not say so
 * yet
 */
public record RevisionView(int revision, @Nullable String epoch, AlertState state, Colour colour, Instant at,
		Instant dueAt, @Nullable String headline, @Nullable String takenBy, @Nullable String closedBecause,
		@Nullable String outcome) {

	RevisionView saying(@Nullable String instead) {
		return new RevisionView(this.revision, this.epoch, this.state, this.colour, this.at, this.dueAt, instead,
				this.takenBy, this.closedBecause, this.outcome);
	}

}
