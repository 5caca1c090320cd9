package org.mashhub.correlation.state;

import java.util.UUID;

import org.mashhub.correlation.observation.PersonId;

/**
 * A question whether two people are one, as it was put.
 *
 * @param id the question
 * @param one one person
 * @param other the other
 * @param bits match weight it was put with
 * @param open whether it still stands
 */
public record ReviewMemory(UUID id, PersonId one, PersonId other, double bits, boolean open) {
}
