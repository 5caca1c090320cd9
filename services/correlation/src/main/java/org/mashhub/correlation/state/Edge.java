package org.mashhub.correlation.state;

import org.mashhub.correlation.observation.MentionId;

/**
 * Two mentions agree well enough to be looked at together.
 *
 * @param other the other mention
 * @param bits match weight in bits
 */
public record Edge(MentionId other, double bits) {
}
