package org.mashhub.correlation.identity;

import java.util.List;

/**
 * How well two mentions agree.
 *
 * @param bits sum of the match weights, in bits
 * @param comparisons what it is made of
 * @param cannotLink whether something proves that they are two people, whatever else
 * agrees
 */
public record Score(double bits, List<Comparison> comparisons, boolean cannotLink) {

	public Score {
		comparisons = List.copyOf(comparisons);
	}

}
