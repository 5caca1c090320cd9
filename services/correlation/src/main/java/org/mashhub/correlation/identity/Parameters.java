package org.mashhub.correlation.identity;

import java.util.Map;

/**
 * What a model has learned. Probabilities of levels are given that neither record leaves
 * the field out; the levels of one field add up to 1.
 *
 * @param version name stamped on every decision
 * @param same chance that two records drawn at random speak of one person
 * @param household chance that they speak of two people of one household or family
 * @param twins chance that they speak of twins
 * @param match chance of each level where both speak of one person (Fellegi and Sunter's
 * m)
 * @param random chance of each level where they speak of two people who have nothing to
 * do with each other (their u)
 * @param givenNames how common a given name is, as a share of all records
 * @param familyNames how common a family name is
 * @param otherName how common a name is that the tables do not hold
 */
public record Parameters(String version, double same, double household, double twins, Map<Agreement, Double> match,
		Map<Agreement, Double> random, Map<String, Double> givenNames, Map<String, Double> familyNames,
		double otherName) {

	public Parameters {
		match = Map.copyOf(match);
		random = Map.copyOf(random);
		givenNames = Map.copyOf(givenNames);
		familyNames = Map.copyOf(familyNames);
	}

}
