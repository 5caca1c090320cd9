package org.mashhub.correlation.identity;

/**
 * One comparison behind a decision.
 *
 * @param field what was compared
 * @param level how well it agreed, in words
 * @param bits match weight in bits; negative speaks against
 */
public record Comparison(String field, String level, double bits) {
}
