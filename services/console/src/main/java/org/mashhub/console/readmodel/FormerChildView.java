package org.mashhub.console.readmodel;

import java.util.UUID;

/** A child whom an alert was about until this revision. */
public record FormerChildView(UUID childId, String label, String because) {
}
