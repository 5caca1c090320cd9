package org.mashhub.console.readmodel;

import java.util.UUID;

/** A child as an alert names it, by initial and age. */
public record NamedChildView(UUID childId, String label) {
}
