package org.mashhub.console.readmodel;

import java.util.List;
import java.util.UUID;

import org.mashhub.hub.v1.KeptApart;

/** The person that a mention would have been linked to next, and why it was not. */
public record NextBestView(UUID personId, double bits, List<ComparisonView> comparisons, KeptApart keptApart) {
}
