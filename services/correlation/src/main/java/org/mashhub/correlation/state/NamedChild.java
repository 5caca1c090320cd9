package org.mashhub.correlation.state;

import org.mashhub.correlation.observation.MentionId;

/**
 * A child as an alert names it.
 *
 * @param mention a mention of the child; the alert moves to another of the same child
 * when this one is withdrawn
 * @param label initial and age
 */
public record NamedChild(MentionId mention, String label) {
}
