package org.mashhub.correlation.identity;

/**
 * The weights of one field of two mentions in bits, against the hypothesis of two
 * strangers.
 *
 * @param match for one person
 * @param household for two people of one household
 * @param twins for twins
 */
public record FieldWeights(double match, double household, double twins) {
}
