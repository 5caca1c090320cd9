package org.mashhub.console.readmodel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.mashhub.hub.v1.AlertState;
import org.mashhub.hub.v1.Colour;

/** One revision in the history of an alert. */
public record RevisionView(int revision, AlertState state, Colour colour, Instant at, Instant dueAt, String headline,
		@Nullable String takenBy, @Nullable String closedBecause, @Nullable String outcome) {
}
