package org.mashhub.console.readmodel;

import java.util.List;
import java.util.UUID;

import org.mashhub.hub.v1.Certainty;

/** An adult around a child, and how the hub knows. */
public record ConnectionView(UUID personId, String label, String relation, Certainty certainty, List<StepView> path) {
}
